"""Python-Markdown extension that puts facts and explained terms into a page.

The inline step runs after links and raw HTML have claimed their text, so an expression in
a link destination or an attribute is never evaluated; `PageFacts` reports it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import InlineProcessor as InlineStep
from markdown.treeprocessors import Treeprocessor

from helpcenter.facts.glossary import Glossary
from helpcenter.facts.page import PRIVATE, PageFacts
from helpcenter.model import Lang

AFTER_HTML = 85
"""Below Markdown's links (170-110) and raw HTML (90), above entities (80) and emphasis."""
AFTER_INLINE = 15
"""Below Markdown's inline step (20), above the tree steps that number and indent."""
AFTER_RAW_HTML = 10
"""Below the steps that bring back stashed HTML (30) and ampersands (20)."""

_BADGE = re.compile(r' <span class="hc-badge"[^>]*>[^<]*</span>')
_STOP = re.compile("[，。；：！？、）”」』》,.;:!?)]+")
"""Punctuation right after a value; a badge between them would start a line with it."""
_ONLY_TEXT = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a"})


class FactsExtension(Extension):
    """One instance serves all pages of a build, one page at a time.

    Attributes:
        page: the page being converted; None leaves Markdown as it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.page: PageFacts | None = None
        self._glossaries: dict[Lang, Glossary] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the three steps."""
        md.inlinePatterns.register(_Values(self, md), "facts", AFTER_HTML)
        md.treeprocessors.register(_Terms(self, md), "facts-terms", AFTER_INLINE)
        md.postprocessors.register(_Sources(self, md), "facts-sources", AFTER_RAW_HTML)

    def glossary(self, page: PageFacts) -> Glossary:
        """The terms in the language of `page`."""
        if page.lang not in self._glossaries:
            self._glossaries[page.lang] = Glossary(page.renderer.records.terms, page.lang)
        return self._glossaries[page.lang]


class _Values(InlineProcessor):
    """Replaces the character of an expression by its value."""

    def __init__(self, extension: FactsExtension, md: Markdown) -> None:
        super().__init__(PRIVATE.pattern, md)
        self._extension = extension
        self._markdown = md

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str | None, int | None, int | None]:
        page = self._extension.page
        if page is None:
            return None, None, None
        inline = self._markdown.treeprocessors["inline"]
        assert isinstance(inline, InlineStep)
        plain = not _ONLY_TEXT.isdisjoint(inline.ancestors)
        html = str(page.value(m[0], plain=plain, alone=data.strip() == m[0]))
        stop = _STOP.match(data, m.end())
        if stop and (badge := _BADGE.search(html)):
            wide = not stop[0].isascii()  # a full-width stop brings its own gap
            moved = f"{badge[0].lstrip()} " if wide else badge[0]
            html = f"{html[: badge.start()]}{html[badge.end() :]}{stop[0]}{moved}"
            return self._markdown.htmlStash.store(html), m.start(), stop.end()
        return self._markdown.htmlStash.store(html), m.start(), m.end()


class _Terms(Treeprocessor):
    """Explains terms of the glossary."""

    def __init__(self, extension: FactsExtension, md: Markdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        page = self._extension.page
        if page is not None:
            self._extension.glossary(page).explain(root)


class _Sources(Postprocessor):
    """Gives expressions in code their source back."""

    def __init__(self, extension: FactsExtension, md: Markdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, text: str) -> str:
        page = self._extension.page
        return page.restore(text) if page is not None else text
