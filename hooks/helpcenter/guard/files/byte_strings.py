"""Words in bytes of any kind: comments, metadata, tables of names, appended data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_HEAD, _TAIL = 4_000_000, 1_000_000
"""Bytes at both ends of a file that are read; between them lies what is drawn, heard or run."""
_PLAIN = re.compile(rb"(?:[\x20-\x7e]|[\xe2-\xe9\xef][\x80-\xbf]{2}){8,2000}")
_HAN = re.compile(rb"(?:[\xe2-\xe9\xef][\x80-\xbf]{2})+")
_GB = re.compile(rb"(?:[\xa3\xb0-\xf7][\xa1-\xfe]){2,40}[\x20-\x7e]{4,200}")
"""Chinese of GB 18030 with something plain behind it, as it stands in old tags of music."""
_WIDE = (
    ("utf-16-le", re.compile(rb"(?:[\x20-\x7e]\x00){4,2000}")),
    ("utf-16-be", re.compile(rb"(?:\x00[\x20-\x7e]){4,2000}")),
)
_BESIDE = 120
"""Bytes on both sides of plain characters that are searched for Chinese."""
_READABLE = re.compile(r"[ -~\u2010-\u203a\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*+")
DECLARED = re.compile(r"\sxmlns(?::[\w.-]{1,40})?\s?=\s?(?:\"[^\"]{0,200}\"|'[^']{0,200}')")
"""Names of vocabularies, which nobody opens."""
_MOST = 3_000
"""Runs of a sort."""
_LARGE = 200_000
"""Bytes of a file in which chance alone makes runs that look like addresses."""
_CHANCE = re.compile(r"(?=.{0,15}\Z)(?!\W?(?:[\w.@:/ -]{5,}\W?){2})", re.DOTALL)
"""A run so short, or so full of characters, that noise may have made it."""


def words(raw: bytes) -> str:
    """Each run of readable characters, in UTF-8, UTF-16 or GB 18030, a line.

    Of large files only runs are taken that chance does not make.
    """
    noisy = len(raw) > _LARGE
    if len(raw) > _HEAD + _TAIL:
        raw = raw[:_HEAD] + bytes(8) + raw[-_TAIL:]
    runs = [run.decode("utf-8", "ignore") for run in _PLAIN.findall(raw)]
    if b"\0" in raw:
        runs += [*_wide(raw)]
    if _GB.search(raw):
        old = _GB.findall(_HAN.sub(b"\0", raw))
        runs += [run.decode("gb18030", "ignore") for run in old[:_MOST]]
    text = "\n".join(run for run in runs if not (noisy and _CHANCE.match(run)))
    return DECLARED.sub("", text) if "xmlns" in text else text


def _wide(raw: bytes) -> Iterator[str]:
    """Runs of two bytes a character: plain ones, and the Chinese on both sides of them."""
    for coding, core in _WIDE:
        for run in islice(core.finditer(raw), _MOST):
            start, end = run.span()
            before = raw[start - min(_BESIDE, start - start % 2) : start].decode(coding, "replace")
            after = raw[end : end + _BESIDE].decode(coding, "replace")
            yield _first(before[::-1])[::-1] + run[0].decode(coding) + _first(after)


def _first(text: str) -> str:
    """The readable characters at the beginning of a text."""
    found = _READABLE.match(text)
    return found[0] if found else ""
