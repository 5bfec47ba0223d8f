"""HC420 banned phrase, HC421 long sentence / 不用的说法、过长的句子.

HC420: `writing.banned` of policy.yml lists phrases that promise too much or say nothing. HC421: a
sentence longer than `writing.longest` of policy.yml (characters in Chinese, words in English):
people in trouble read on a phone.

Bad / 错: `点击这里`, `click here`, a sentence of five lines.
Good / 对: the name of the page as the link's text; two short sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpcenter.bilingual.blocks import blocks
from helpcenter.bilingual.plain import words_of
from helpcenter.bilingual.writing.page import Library, Page
from helpcenter.model import Finding, Lang, Text
from helpcenter.patterns.family import Family

_END: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[。！？!?；\n]"),
    "en": re.compile(r"[.!?;:](?=[\s\"”')]|$)|\n\n|\n(?=[-*0-9])"),
}
_UNIT: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(r"[^\s，、“”（）：]"),
    "en": re.compile(r"[\w'’-]+"),
}
_BRIEFEST: dict[Lang, int] = {"zh": 1, "en": 2}
"""Characters of a unit, with what parts it from the next."""


def check(page: Page, library: Library) -> Iterator[Finding]:
    """HC420 and HC421 for one page."""
    lang = page.article.lang
    banned, longest = library.policy.banned[lang], library.policy.longest[lang]
    few = longest * _BRIEFEST[lang]
    for section in page.sections:
        said = [(block, words_of(block.text)) for block in blocks(section.text)]
        possible = _family(tuple(banned), lang).possible("\n".join(words for _, words in said))
        for block, words in said:
            for number in sorted(possible):
                if match := _whole(phrase := banned[number], lang).search(words):
                    place, _ = page.places.at(section, block.line, match[0])
                    message = Text(f"不用“{phrase}”这个说法", f'we do not write "{phrase}"')
                    hint = Text("换一种具体的说法", "say what it is instead")
                    yield page.finding("HC420", place, phrase, message, hint)
            for sentence in _END[lang].split(words) if len(words) > few else ():
                if len(sentence) <= few:
                    continue
                if (size := len(_UNIT[lang].findall(sentence))) > longest:
                    beginning = sentence.strip()[:40]
                    place, _ = page.places.at(section, block.line, beginning)
                    message, hint = _too_long(size, longest, lang)
                    yield page.finding("HC421", place, beginning, message, hint, warn=True)


def _too_long(size: int, longest: int, lang: Lang) -> tuple[Text, Text]:
    zh, en = ("字", "characters") if lang == "zh" else ("词", "words")
    message = Text(f"句子太长：{size} {zh}", f"a sentence of {size} {en}")
    return message, Text(
        f"分成几句，每句不超过 {longest} {zh}", f"split it; at most {longest} {en} each"
    )


@cache
def _family(phrases: tuple[str, ...], lang: Lang) -> Family:
    return Family(_whole(phrase, lang) for phrase in phrases)


@cache
def _whole(phrase: str, lang: Lang) -> re.Pattern[str]:
    """Also where a line ends inside it."""
    if lang == "zh":
        return re.compile(r"\n?".join(map(re.escape, phrase)), re.IGNORECASE)
    words = r"\s+".join(map(re.escape, phrase.split()))
    return re.compile(rf"\b{words}\b", re.IGNORECASE)
