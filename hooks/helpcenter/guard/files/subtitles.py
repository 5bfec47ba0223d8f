"""Subtitles and lyrics without their times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching.found import Found

_ENDINGS = (".srt", ".vtt", ".sbv", ".lrc", ".ass", ".ssa")
_TIME = r"(?:\d{1,3}:)?\d{1,3}:\d{2}[.,:]\d{1,3}"
_CUE = re.compile(
    rf"(?:^[^\n]{{0,60}}\r?\n)?^[ \t]*{_TIME}[ \t]*(?:-->|,)[ \t]*{_TIME}[^\n]*\r?$", re.MULTILINE
)
"""The times of a cue, and the line above that counts or names it."""
_STAMP = re.compile(
    rf"\[{_TIME}\]|<{_TIME}>|^(?:Dialogue|Comment):(?:[^,\n]{{0,60}},){{9}}", re.MULTILINE
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>|\{[^{}\n]{0,80}\}")
_BREAK = re.compile(r"\\[Nnh]|\s*\n\s*")
_LARGEST = 400_000
TRUE_SAMPLES = (
    ("1\n00:01,000 --> 00:02,000\na@\n\n2\n00:02,000 --> 00:03,000\n<i>b.test</i>\n", "a@b.test"),
    ("[00:01.00]a@\n[00:02.00]b.test\n", "a@b.test"),
    ("Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,a@\\Nb.test\n", "a@b.test"),
)


def spoken(text: str, path: str) -> Iterator[Found]:
    """Span of all cues, and their words in lines and without any break."""
    if not path.endswith(_ENDINGS) or len(text) > _LARGEST:
        return
    words = _MARKUP.sub("", _STAMP.sub("\n", _CUE.sub("\n", text)))
    lines = [line.strip() for line in _BREAK.split(words) if line.strip()]
    for glue in ("\n", ""):
        yield 0, len(text), glue.join(lines)
