"""Origins: the source line and column that wrote what was found in a built file.

The sources are searched in the order in which a person would look: the page's own article,
the file that was copied, the templates, the records, the settings. A source is searched with
the detectors, so that `&#64;` in it and `@` in the built page are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from helpcenter.data.lines import LineIndex
from helpcenter.guard.gates.python_source import readable
from helpcenter.guard.judging.kinds import Unreadable, opened, read_text
from helpcenter.guard.judging.scan import scan
from helpcenter.guard.matching import bounds
from helpcenter.model import Finding, Position, Source

_COPIED = ("docs", "overrides")
"""Folders whose files are copied into a site under the same name."""
_WIDE = ("docs/_data/", "overrides/", "mkdocs.yml", "includes/", "docs/", "hooks/")
"""Where else to look, most likely first."""
_TELLING = 5
"""Shorter texts occur everywhere and are not searched for."""


class Origins:
    """The sources of one project, read once each and only when asked for."""

    def __init__(self, root: Path, sources: Iterable[str], pages: Mapping[str, str]) -> None:
        """Know the sources of `root`.

        Args:
            root: the folder of mkdocs.yml.
            sources: every source, relative to it.
            pages: the article of each built page, by the page's path.
        """
        self._root = root
        self._sources = [path for path in sources if not path.endswith(".lock")]
        self._pages = pages
        self._texts: dict[str, str] = {}
        self._addresses: dict[str, dict[str, int]] = {}

    def located(self, findings: Iterable[Finding]) -> list[Finding]:
        """The same findings, each with its source if that can be determined."""
        return [
            replace(finding, source=finding.source or self.source(finding)) for finding in findings
        ]

    def source(self, finding: Finding) -> Source | None:
        """Where the offending text of a finding in a built file was written."""
        own = self._own(finding.path)
        if own and self._same_bytes(own, finding):
            return Source(own, finding.position)
        for path in [*([own] if own else []), *self._others(own)]:
            at = self._find(path, finding)
            if at is not None:
                return Source(path, Position.at(self._text(path), at))
        return Source(own) if own else None

    def _own(self, built: str) -> str:
        if built in self._pages:
            return self._pages[built]
        plain = built.removesuffix(".gz")
        copied = (f"{folder}/{plain}" for folder in _COPIED)
        return next((path for path in copied if path in self._sources), "")

    def _same_bytes(self, own: str, finding: Finding) -> bool:
        """Whether a file was copied as it is, so that its positions are those of its source.

        One that was made of a template of the same name has other text there.
        """
        if not own.endswith(f"/{finding.path}") or own.endswith(".md"):
            return False
        text = self._text(own)
        try:
            at = LineIndex(text).offset(finding.position)
        except IndexError:
            return False
        return not text or text.startswith(finding.found, at)

    def _others(self, own: str) -> Iterator[str]:
        for start in _WIDE:
            for path in self._sources:
                first = next(s for s in (*_WIDE, path) if path.startswith(s))
                if first == start and path != own:
                    yield path

    def _find(self, path: str, finding: Finding) -> int | None:
        found = finding.found if len(finding.found) >= _TELLING else ""
        if found and (at := self._text(path).find(found)) >= 0:
            return at
        return self._canonicals(path).get(finding.canonical) if finding.canonical else None

    def _text(self, path: str) -> str:
        if path not in self._texts:
            try:
                text = read_text(self._root / path) or ""
            except Unreadable:
                text = ""
            self._texts[path] = readable(path, text) if path.endswith(".py") else text
        return self._texts[path]

    def _canonicals(self, path: str) -> dict[str, int]:
        """The first place of every address in a source, by canonical form."""
        if path not in self._addresses:
            text = self._text(path)
            _, code = opened(path, text)
            found: dict[str, int] = {}
            with bounds.watched():  # what was not read is reported where the source is judged
                for seen in scan(text, code, path):
                    found.setdefault(seen.hit.canonical, seen.hit.start)
            self._addresses[path] = found
        return self._addresses[path]
