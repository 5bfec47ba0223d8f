"""Eight-digit hashes of a section's content, independent of its typography.

Typography, spacing, full- or half-width punctuation, emphasis marks, escapes, character
references, line breaks, list markers with their boxes, heading attributes and link targets do not
change a hash, so that a formatter run over every file makes no translation stale. Words, numbers,
references, code and the kind of an admonition do.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from html import unescape

from helpcenter.data.markdown_source import code_ranges

LENGTH = 8
"""Hexadecimal digits kept of a SHA-256: among 10,000 sections a chance of 1 in 86 that any
two share a hash, and a shared one only matters between versions of one section."""

_LINK = re.compile(
    r"!?\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])"
)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[^\n]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\{:?\s*[#.][^{}\n]*\}")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^<>\s@]*[:@][^<>\s]+)>")
_BREAK = re.compile(r"<br ?/?>|\\$", re.IGNORECASE | re.MULTILINE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_MARKER = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|[0-9]{1,4}[.)]|#{1,6})[ \t]+(?:\[[ xX]\][ \t]+)?)?", re.MULTILINE
)
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE)
_RULER = re.compile(
    r"^[|:\- \t]*-{3}[|:\- \t]*$|^[ \t]*(?:\|[ \t]*)?:?-+:?[ \t]*\|[|:\- \t]*$|^=+[ \t]*$",
    re.MULTILINE,
)
_EMPHASIS = re.compile(r"\*\**|~~+|_(?<![A-Za-z0-9]_)_*|__*(?![A-Za-z0-9])")
"""Each way begins with a plain character, so that search skips fast; so do the next ones."""
_EXPRESSION = re.compile(r"\{\{[^{}\n]*\}\}")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_LOOSE = re.compile(r" (?:(?<![A-Za-z0-9] )|(?![A-Za-z0-9]))")
_PUNCTUATION = str.maketrans(
    {"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"'}
    | {
        "〈": '"',
        "〉": '"',
        "『": '"',
        "』": '"',
        "《": '"',
        "》": '"',
        "【": "[",
        "】": "]",
        "—": "-",
        "–": "-",
    }
    | {"―": "-", "‐": "-", "‑": "-", "−": "-", "·": ".", "・": ".", "～": "-", "〜": "-", "~": "-"}
)
_RUNS = re.compile(r"\.(?=\.)|-(?=-)")
_APART = (
    (_COMMENT, ("<!--",)),
    (_DEFINITION, ("]:",)),
    (_RULER, ("-", "=")),
    (_BREAK, ("<", "\\")),
)
"""What is taken out, parting what stands around it, and characters of which every match has one."""
_NOTHING = (
    (_ATTRIBUTES, ("{",)),
    (_CLOSING, ("#",)),
    (_MARKER, ("",)),
    (_ESCAPE, ("\\",)),
    (_EMPHASIS, ("*", "~~", "_")),
)
"""What is taken out and leaves nothing."""


def digest(text: str) -> str:
    """The hash of the Markdown `text` (either language), `LENGTH` small hex digits.

    The first of the SHA-256 that are not all decimal: a stamp never looks like a phone number.
    """
    full = hashlib.sha256(normalise(text).encode()).hexdigest()
    windows = (full[i : i + LENGTH] for i in range(len(full) - LENGTH + 1))
    return next((window for window in windows if not window.isdecimal()), full[:LENGTH])


def normalise(text: str) -> str:
    """What of `text` counts: two texts with the same result mean the same to a translator."""
    text = text.replace("\r\n", "\n")
    parts, last = [], 0
    for start, end in code_ranges(text):
        parts += [_prose(text[last:start]), text[start:end].strip("`~ \n")]
        last = end
    joined = " ".join([*parts, _prose(text[last:])])
    return _LOOSE.sub("", " ".join(joined.split()))


def _prose(text: str) -> str:
    for pattern, chars in _APART:
        if any(map(text.__contains__, chars)):
            text = pattern.sub(" ", text)
    if "{{" in text:
        text = _EXPRESSION.sub(_call, text)
    while "](" in text or "][" in text:
        if (shorter := _LINK.sub(r"\g<text>", text)) == text:
            break
        text = shorter
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    for pattern, held in _NOTHING:
        if any(map(text.__contains__, held)):
            text = pattern.sub("", text)
    if text.isascii():
        text = text.replace("~", "-")  # the only one of them that folds
    else:
        text = _INVISIBLE.sub("", text)
        text = unicodedata.normalize("NFKC", text).translate(_PUNCTUATION)
    return _RUNS.sub("", text.replace("|", " "))


def _call(match: re.Match[str]) -> str:
    """An expression, however it is spaced and quoted; stars in it are no emphasis."""
    return re.sub(r"\s+", "", match[0]).replace("'", '"').replace("*", "")
