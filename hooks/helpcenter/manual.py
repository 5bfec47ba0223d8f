"""Manual pages of rules: the reason, a bad and a good sample, in both languages.

A page is a text of this form, the docstring of the rule's own file or a part of a longer text:

    HC302 heading without an id / 标题没有编号.

    The reason in English.
    中文的理由。

    Bad / 错: `## 标题` in an article
    错: 文章里的 `## 标题`
    Good / 对: `## 标题 {#title}`

Words around a sample are said again in Chinese, on a line of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpcenter.model import Lang, Text

CODE = re.compile(r"HC[0-9]{3}")
_HEAD = re.compile(r"^(HC[0-9]{3}) ([^\n/]+) / ([^\n]+?)\.?$", re.MULTILINE)
_BAD, _GOOD = "Bad / 错:", "Good / 对:"
_AGAIN = re.compile(r"\n\s*[错对]: ")
"""Before the Chinese of a sample line that has words."""
_SAMPLE = re.compile(r"``?((?:[^`]|(?<=`)`(?!`))+)``?")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_UNSEEN = re.compile(r"<U\+([0-9A-F]{4,6})>")
"""How a page writes an invisible character."""


@dataclass(frozen=True, slots=True)
class Page:
    """The manual page of one rule."""

    code: str
    title: Text
    reason: Text
    bad: Text
    """Samples as written, each in backquotes."""
    good: Text

    @property
    def true_samples(self) -> tuple[str, ...]:
        """Texts that the rule must report."""
        return _samples(self.bad.en)

    @property
    def false_samples(self) -> tuple[str, ...]:
        """Texts about which it must be silent."""
        return _samples(self.good.en)

    def show(self, lang: Lang) -> str:
        """The page as printed."""
        bad, good = Text("错：", "Bad:  ")[lang], Text("对：", "Good: ")[lang]
        head = f"{self.code} {self.title[lang]}"
        return f"{head}\n\n{self.reason[lang]}\n\n{bad}{self.bad[lang]}\n{good}{self.good[lang]}"


def page(text: str) -> Page:
    """The page that begins with the first line of `text`.

    Raises:
        ValueError: a part is missing, or is there in one language only; says which.
    """
    head = _HEAD.match(text)
    if not head:
        raise ValueError(f"no line “HC… title / 标题” at the start of: {text[:40]!r}")
    body, found, samples = text[head.end() :].partition(_BAD)
    bad, between, good = samples.partition(_GOOD)
    reason = Text(*(_reason(body, lang) for lang in ("zh", "en")))
    result = Page(head[1], Text(head[3], head[2]), reason, _both(bad), _both(good))
    missing = [
        name
        for name, there in (
            ("reason in Chinese", reason.zh),
            ("reason in English", reason.en),
            ("bad sample", found and result.true_samples),
            ("good sample", between and result.false_samples),
        )
        if not there
    ]
    if missing:
        raise ValueError(f"{head[1]}: no {', no '.join(missing)}")
    return result


def pages(text: str) -> dict[str, Page]:
    """All pages of a longer text, by code.

    Raises:
        ValueError: as `page`.
    """
    starts = [match.start() for match in _HEAD.finditer(text)]
    parts = (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return {found.code: found for found in map(page, parts)}


def _reason(body: str, lang: Lang) -> str:
    lines = [line for line in body.strip().split("\n") if line.strip()]
    own = [line.strip() for line in lines if _is_chinese(line) == (lang == "zh")]
    return ("" if lang == "zh" else " ").join(own)


def _is_chinese(line: str) -> bool:
    """Whether most of a line, names in backquotes aside, is Chinese."""
    plain = re.sub(r"`[^`]*`", "", line)
    return 2 * len(_HAN.findall(plain)) > len(_LATIN.findall(plain))


def _joined(part: str) -> str:
    return " ".join(part.split())


def _both(part: str) -> Text:
    english, *chinese = _AGAIN.split(part)
    return Text(_joined(chinese[0] if chinese else english), _joined(english))


def _samples(part: str) -> tuple[str, ...]:
    def seen(text: str) -> str:
        return _UNSEEN.sub(lambda match: chr(int(match[1], 16)), text.strip())

    return tuple(seen(match[1]) for match in _SAMPLE.finditer(part))
