"""Many rows of a table in one test: all are judged, and every one that fails is named."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

TOGETHER = 50
"""Rows of one test: a test costs more than a row that is judged in a line."""
Row = tuple[str, tuple[Any, ...]]
"""Its number and name, and its values."""


def rows(
    names: str | Sequence[str],
    values: Iterable[Any],
    ids: Callable[[Any], object] | Iterable[object] | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """As `pytest.mark.parametrize`, with `TOGETHER` rows in one test.

    For rows that only look: what a fixture gives is shared by the rows of a test.

    Raises:
        ExceptionGroup: rows failed; it has each failure, with the row as a note.
    """
    one = isinstance(names, str) and "," not in names
    told = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    listed = list(values)
    table = [
        (f"row {number}: {name}", (value,) if one else tuple(value))
        for number, (name, value) in enumerate(zip(_named(listed, ids), listed, strict=True), 1)
    ]
    firsts = range(0, len(table), TOGETHER)
    chunks = [table[first : first + TOGETHER] for first in firsts]

    def decorated(judge: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(judge)
        def test(rows_of_test: list[Row], **fixtures: Any) -> None:
            failures = list(_failures(judge, told, rows_of_test, fixtures))
            if failures:
                failed = "; ".join(failure.__notes__[-1] for failure in failures)
                raise ExceptionGroup(f"{len(failures)} of {len(rows_of_test)}: {failed}", failures)

        wanted = inspect.signature(judge).parameters.values()
        rest = [p.replace(kind=p.KEYWORD_ONLY) for p in wanted if p.name not in told]
        own = inspect.Parameter("rows_of_test", inspect.Parameter.POSITIONAL_OR_KEYWORD)
        test.__signature__ = inspect.Signature([own, *rest])  # type: ignore[attr-defined]
        named = [f"from {first + 1}" for first in firsts]
        return pytest.mark.parametrize("rows_of_test", chunks, ids=named)(test)

    return decorated


def _failures(
    judge: Callable[..., None], names: list[str], table: list[Row], fixtures: dict[str, Any]
) -> Iterator[Exception]:
    for name, values in table:
        try:
            judge(**dict(zip(names, values, strict=True)), **fixtures)
        except pytest.fail.Exception as failure:  # is no `Exception`; of `pytest.raises` too
            yield _noted(AssertionError(str(failure)), name)
        except Exception as failure:
            yield _noted(failure, name)


def _noted(failure: Exception, name: str) -> Exception:
    failure.add_note(name)
    return failure


def _named(values: list[Any], ids: Callable[[Any], object] | Iterable[object] | None) -> list[str]:
    if ids is None or callable(ids):
        return [str(value if ids is None else ids(value))[:60] for value in values]
    return [str(name) for name in ids]
