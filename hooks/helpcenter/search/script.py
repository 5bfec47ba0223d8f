"""The page's own search modules, run from Python by an embedded V8.

Nothing of the search is written twice: folding, stems, queries and ranking exist only as the
ES modules that the page loads.
"""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import MiniRacer, init_mini_racer

from helpcenter.search.bundles import classic_script
from helpcenter.search.modules import MODULES

_TIMEOUT = 20.0


@cache
def common_characters() -> str:
    """The characters of GB 2312 level 1, which stand in the order of their pinyin."""
    cells = [(high, low) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF)]
    return b"".join(bytes(cell) for cell in cells if cell < (0xD7, 0xFA)).decode("gbk")


def engine() -> MiniRacer:
    """An engine with an event loop of its own.

    One that is made where a loop runs takes that loop, and then cannot be waited for. V8 itself
    must begin in this thread: threads that are not born of its first one may not touch its memory.
    """
    init_mini_racer(ignore_duplicate_init=True)
    with ThreadPoolExecutor(1) as beside:
        return beside.submit(MiniRacer).result()


class Script:
    """The search modules in an embedded engine; values cross as JSON.

    Raises:
        OSError: a module cannot be read.
    """

    def __init__(self, root: Path) -> None:
        self._engine = engine()
        self._engine.eval(classic_script(root / MODULES))
        self._engine.eval(
            f"const $common = {json.dumps(common_characters())}; const $state = {{}};"
        )

    def run(self, code: str, **values: Any) -> Any:
        """What the expression `code` gives; it sees each of `values` under its name.

        A promise is waited for. Modules are in `searchModules`, `$state` lives on between calls.
        """
        names = ", ".join(values)
        given = ", ".join(json.dumps(value, ensure_ascii=False) for value in values.values())
        call = f"(async ({names}) => JSON.stringify((await ({code})) ?? null))({given})"
        return json.loads(self._engine.eval(call).get(timeout=_TIMEOUT))  # type: ignore[union-attr]
