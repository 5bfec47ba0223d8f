"""HC311, HC312: text in the wrong language.

HC311: Chinese characters or punctuation left in an English page, outside code.
HC312: a block of a Chinese page without any Chinese: a paragraph that was not translated.

Bad:  `Open the app 然后登录`; a Chinese page with the paragraph `Please contact us first.`
Good: `Open the app, then sign in`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.bilingual.blocks import blocks
from helpcenter.bilingual.plain import words_of
from helpcenter.bilingual.sections import Section
from helpcenter.model import Lang, Text

_CHINESE = re.compile(
    r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]+"
)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[A-Za-z]{2,}")
FEWEST_WORDS = 4
"""Latin words in a block without Chinese that make it a sentence, not a name or label."""


class Leftover(NamedTuple):
    """Text in the wrong language, in the block at a line of its section (from 0)."""

    rule: str
    line: int
    found: str
    message: Text


def leftovers(section: Section, lang: Lang) -> Iterator[Leftover]:
    """What of a section is not in its language."""
    for block in blocks(section.text):
        words = words_of(block.text)
        if lang == "en":
            if not words.isascii() and (chinese := _CHINESE.search(words)):
                message = Text("英文页里留有中文", "Chinese is left in the English page")
                yield Leftover("HC311", block.line, chinese[0], message)
        elif block.kind != "code":
            for line in words.split("\n"):  # paragraphs in a row are one block
                if not _HAN.search(line) and len(_WORD.findall(line)) >= FEWEST_WORDS:
                    message = Text(
                        "中文页里有一段没有译成中文",
                        "a paragraph of the Chinese page is not in Chinese",
                    )
                    yield Leftover("HC312", block.line, line.strip()[:40], message)
