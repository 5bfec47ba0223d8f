"""Assembles an English page whose translation lags behind.

A soft-stale section gets one line at its heading, with a link to the same place in Chinese. A
hard-stale section is replaced by the current Chinese, with the old English folded away. A section
without translation shows the Chinese. Everything else stays as written. For the side-by-side view a
stale section also contains, hidden, the Chinese with its changes marked.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpcenter.bilingual.sections import DESCRIPTION, LEAD, TITLE
from helpcenter.bilingual.state import PageState, SectionState, State
from helpcenter.bilingual.urls import page_url
from helpcenter.model import Lang

Words = Callable[[str], str]
"""A text of the interface in English, by key."""
Template = Callable[[str, Mapping[str, object]], str]
"""A template of overrides/bilingual by name, filled with values."""
Marked = Callable[[PageState, SectionState], str]
"""The Chinese of a stale section with its changes marked; empty if they are unknown."""
_IN_CHINESE = ("hard", "untranslated")
"""Kinds of sections that are shown in Chinese."""
_ATTRIBUTES = re.compile(r"\{:?\s*(?P<list>[^{}\n]*)\}[ \t]*$")


@dataclass(slots=True)
class Assembled:
    """Markdown of an English page, and which stretches of it are Chinese (offsets)."""

    text: str = ""
    chinese: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, *, chinese: bool = False) -> None:
        """Append a block."""
        start = len(self.text)
        self.text += text.rstrip("\n") + "\n\n"
        if chinese:
            self.chinese.append((start, len(self.text)))


def templates(folder: Path) -> Template:
    """The templates in `folder`, each compiled when it is first asked for."""
    loader = FileSystemLoader(folder)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return lambda name, values: environment.get_template(name).render(values)


def assemble(page: PageState, words: Words, template: Template, marked: Marked) -> Assembled | None:
    """The page as English readers get it; None when nothing of it is behind for them."""
    body = [section for section in page.sections if section.id not in (TITLE, DESCRIPTION)]
    if page.english is None or not any(map(_kind, body)):
        return None
    result = Assembled()
    for section in body:
        for text, chinese in _parts(page, section, words, template):
            result.add(text, chinese=chinese)
        if section.state is State.STALE and (changes := marked(page, section)):
            result.add(template("changes.html", {}))
            result.add(changes, chinese=True)
            result.add("</div>")
    return result


def plain(page: PageState, words: Words) -> list[tuple[str, Lang]] | None:
    """The same without a template: pieces of Markdown, each with the language of its text.

    None when no section needs its Chinese.
    """
    body = [section for section in page.sections if section.id not in (TITLE, DESCRIPTION)]
    if not any(_kind(section) in _IN_CHINESE for section in body):
        return None
    pieces: list[tuple[str, Lang]] = []
    for section in body:
        kind, piece = _kind(section), section.english or section.chinese
        assert piece is not None
        if kind in _IN_CHINESE and section.chinese:
            line = piece.text.partition("\n")[0] if piece.heading else ""
            pieces.append((line, "en" if section.english else "zh"))
            pieces.append((f"> {words(f'lag_{kind}')}", "en"))
            pieces.append((section.chinese.body, "zh"))
        else:
            pieces.append((piece.text, "en"))
    return pieces


def hard_front(page: PageState) -> list[str]:
    """Which of title and description state other facts, so that the Chinese one is shown."""
    return [s.id for s in page.sections if s.id in (TITLE, DESCRIPTION) and s.hard]


def _kind(section: SectionState) -> str:
    if section.hard:
        return "hard"
    kinds = {State.STALE: "soft", State.EXTRA: "extra", State.UNTRANSLATED: "untranslated"}
    return kinds.get(section.state, "")


def _parts(
    page: PageState, section: SectionState, words: Words, template: Template
) -> Iterator[tuple[str, bool]]:
    """Blocks of one section and whether each is Chinese."""
    kind, english, chinese = _kind(section), section.english, section.chinese
    heading = _heading(section)
    if heading:
        yield heading, english is None
    if not kind:
        assert english is not None
        yield english.body, False
        return
    is_chinese = kind in _IN_CHINESE
    values = {"kind": kind, "words": words(f"lag_{kind}"), "link": words("lag_link")}
    values["url"] = chinese_url(page, section)
    yield template("before.html", values | {"chinese": is_chinese}), False
    if is_chinese and chinese:
        yield chinese.body, True
        yield template("after.html", {"old": bool(english), "words": words("lag_old")}), False
    if english:
        yield english.body, False
    if is_chinese and english:
        yield template("end.html", {}), False


def _heading(section: SectionState) -> str:
    """The heading's line; a Chinese one is marked with its language."""
    piece = section.english or section.chinese
    assert piece is not None
    if piece.heading is None:
        return ""
    line = piece.text.partition("\n")[0].rstrip()
    if section.english is None:
        return _ATTRIBUTES.sub(lambda m: f"{{: {m['list'].strip()} lang=zh-CN}}", line)
    return line


def chinese_url(page: PageState, section: SectionState) -> str:
    """From the English page to the same place of the Chinese one."""
    path = page.chinese.path
    way = posixpath.relpath("/" + page_url(path, "zh"), "/" + page_url(path, "en"))
    anchor = "" if section.id == LEAD or section.chinese is None else f"#{section.id}"
    return f"{way}/{anchor}"
