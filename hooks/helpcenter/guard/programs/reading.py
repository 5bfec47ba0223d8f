"""Files of the project that a Python program reads: paths, and the calls that open them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN, Library, Result
from helpcenter.guard.programs.python import PATH
from helpcenter.guard.programs.python_library import PYTHON
from helpcenter.guard.programs.template_runs import BESIDE


def _path(*parts: Any) -> Any:
    """A path of what is known of its parts: `Path(here, "a.txt")` is `a.txt`."""
    told = [part for part in parts if isinstance(part, str)]
    return "/".join(told) if told else UNKNOWN


def _opened(name: Any, *rest: Any, **named: Any) -> Any:
    """The lines of the file that a name or the end of a path means; those of one that is open."""
    if isinstance(name, list):
        return name
    for known, text in BESIDE.get().items():
        if f"/{name}".endswith(f"/{known.lstrip('./')}"):
            return text.splitlines(keepends=True)
    raise LookupError(name)


def _text(file: Any, *rest: Any, **named: Any) -> str:
    """What a file holds, by its name or opened."""
    return "".join(_opened(file))


def told(results: Iterable[Result]) -> Iterator[Result]:
    """Results without those that are but the text of a file, which is judged where it stands."""
    whole = {text.strip() for text in BESIDE.get().values()}
    yield from (result for result in results if result[2].strip() not in whole)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "open": _opened, "io.open": _opened, "codecs.open": _opened, "os.path.join": _path, "posixpath.join": _path,
    **dict.fromkeys(["pathlib.Path", "pathlib.PurePath", "pathlib.PosixPath", PATH], _path),
    "json.load": lambda file, *r, **n: json.loads(_text(file)), "csv.reader": lambda file, *r, **n: [line.rstrip().split(",") for line in _opened(file)],
}  # fmt: skip
_METHODS: dict[str, Callable[..., Any]] = {
    "read": _text, "read_text": _text, "read_bytes": lambda h, *r: _text(h).encode(), "open": _opened, "readline": lambda h, *r: _opened(h)[0],
    "readlines": _opened, "joinpath": _path, "with_name": lambda h, name: name, "resolve": lambda h, *r: h, "absolute": lambda h: h,
}  # fmt: skip
READING = Library(
    {**PYTHON.functions, **_FUNCTIONS}, {**PYTHON.methods, **_METHODS}, PYTHON.constants
)
"""Python with the files beside a program."""
