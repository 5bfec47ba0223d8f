"""When each file was last changed, from git; nothing where there is no history."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

COMMAND = (
    "git -c core.quotePath=false -c log.showSignature=false"
    " log --format=%x00%cs --name-only --relative -- docs"
)
TIMEOUT = 20
"""Seconds that git may take; a longer history is not worth a slower build."""


def last_changes(root: Path) -> Mapping[str, date]:
    """Day of the last commit of each file below docs/, by its path below `root`.

    Empty without git, outside a repository, in a shallow clone, whose history lies about
    days, and when git takes too long.
    """
    if (root / ".git" / "shallow").exists():
        return {}
    try:
        done = subprocess.run(
            COMMAND.split(), cwd=root, capture_output=True, timeout=TIMEOUT, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return {}
    changes: dict[str, date] = {}
    for entry in done.stdout.decode("utf-8", "replace").split("\0")[1:]:
        day, *paths = [line for line in entry.splitlines() if line]
        for path in paths:
            changes.setdefault(path, date.fromisoformat(day))
    return changes
