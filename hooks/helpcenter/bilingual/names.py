"""HC301: file names that the site builder would read wrongly.

static-i18n takes any two-letter tail before the last dot for a language, so that
`node.js.md` or `install.sh.md` vanish from the site without a warning. Names are
therefore small letters, digits and hyphens, with `.en` as the only middle part.

Bad:  docs/contact/Call Support.md, docs/contact/node.js.md
Good: docs/contact/call-support.md, docs/contact/call-support.en.md
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from helpcenter.model import Finding, Text

PAGE_NAME = re.compile(r"[a-z0-9-]+(\.en)?\.[a-z0-9]+")
DATA_NAME = re.compile(r"[a-z_]+\.yml")
FOLDER_NAME = re.compile(r"[a-z0-9-]+|_data")
RESERVED_FOLDERS = frozenset({"zh", "en"})


def check(paths: Iterable[str]) -> Iterator[Finding]:
    """Findings for the names of `paths` (POSIX, below docs/)."""
    for path in paths:
        *folders, name = path.split("/")
        pattern = DATA_NAME if folders[:1] == ["_data"] else PAGE_NAME
        wrong = [f for f in folders if not FOLDER_NAME.fullmatch(f) or f in RESERVED_FOLDERS]
        if not pattern.fullmatch(name):
            wrong.append(name)
        for part in wrong:
            yield _finding(path, part)


def _finding(path: str, part: str) -> Finding:
    better = re.sub(r"[^a-z0-9.-]+", "-", part.lower()).strip("-")
    return Finding(
        rule="HC301",
        path=f"docs/{path}",
        kind="file",
        found=part,
        message=Text(
            f"文件名“{part}”不能用：只允许小写字母、数字和连字符，英文页以 .en.md 结尾",
            f'the name "{part}" cannot be used: only small letters, digits and hyphens;'
            " English pages end in .en.md",
        ),
        suggestion=Text(f"改名，例如 {better}", f"rename it, for example {better}"),
    )
