"""Terms explained where they first stand on a page, as `<abbr title="definition">`.

Markdown's own abbreviations need word boundaries, which running Chinese does not have.
Here a term matches as it stands; only a Latin letter or digit at its edge needs a
boundary. Headings, links, code and blocks of HTML are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from helpcenter.data.models.words import Term
from helpcenter.model import Lang

SKIP = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "a", "abbr", "code", "pre", "summary"})
"""Elements in which no term is explained."""


class Glossary:
    """The terms of one language, ready to be found in the text of a page."""

    def __init__(self, terms: Mapping[str, Term], lang: Lang) -> None:
        """Longer terms win over the shorter ones inside them."""
        self._definitions = {
            term[lang].casefold(): term.definition[lang] for term in terms.values()
        }
        words = sorted((term[lang] for term in terms.values()), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_pattern, words)) or r"(?!)")

    def explain(self, root: Element) -> None:
        """Wrap the first occurrence of each term below `root`, changing the tree."""
        self._walk(root, set())

    def _walk(self, element: Element, done: set[str]) -> None:
        if element.tag in SKIP or element.get("class") == "admonition-title":
            return
        children = list(element)
        element.text, made = self._split(element.text, done)
        element[0:0] = made
        for child in children:
            self._walk(child, done)
            child.tail, made = self._split(child.tail, done)
            place = list(element).index(child) + 1
            element[place:place] = made

    def _split(self, text: str | None, done: set[str]) -> tuple[str | None, list[Element]]:
        """The text before the first new term, and an `abbr` with its tail for each one."""
        matches: list[re.Match[str]] = []
        for match in self._pattern.finditer(text or ""):
            if (key := match[0].casefold()) not in done:
                done.add(key)
                matches.append(match)
        if not text or not matches:
            return text, []
        made: list[Element] = []
        ends = [match.start() for match in matches[1:]] + [len(text)]
        for match, end in zip(matches, ends, strict=True):
            abbr = Element("abbr", {"title": self._definitions[match[0].casefold()]})
            abbr.text, abbr.tail = match[0], text[match.end() : end]
            made.append(abbr)
        return text[: matches[0].start()], made


def _pattern(word: str) -> str:
    """Exact for words in capitals, else in any case; Latin edges need a boundary."""
    body = re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})"
    before = r"(?<![A-Za-z0-9])" if word[0].isascii() and word[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if word[-1].isascii() and word[-1].isalnum() else ""
    return f"{before}{body}{after}"
