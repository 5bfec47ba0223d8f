"""Hosts and scripts: exact names, and no label that mixes alphabets.

Sources: RFC 1123 section 2.1 and RFC 5891 for host names; Unicode UTS #39 section 5 for mixed
scripts (Han may be combined with Latin, Japanese, Korean or Bopomofo letters).
"""

from __future__ import annotations

import re
import unicodedata

import idna

from helpcenter.data.models.base import problem

_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOGETHER = (
    frozenset({"LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}),
    frozenset({"LATIN", "CJK", "HANGUL"}),
    frozenset({"LATIN", "CJK", "BOPOMOFO"}),
)


def scripts(text: str) -> list[str]:
    """Scripts of the letters of `text`, sorted: the first word of each Unicode name."""
    names = (unicodedata.name(char, "UNNAMED") for char in text if char.isalpha())
    return sorted({name.split()[0] for name in names})


def mixed_scripts(text: str) -> list[str]:
    """The scripts of `text` if they must not stand together in one word, else an empty list."""
    found = scripts(text)
    allowed = len(found) < 2 or any(set(found) <= group for group in _TOGETHER)
    return [] if allowed else found


def authority(url: str) -> str:
    """What stands between `://` and the path of a URL; empty without `://`."""
    return re.split(r"[/?#\\]", url.partition("://")[2], maxsplit=1)[0]


def _refuse_lookalike(host: str) -> None:
    for label in host.split("."):
        shown = _unicode_label(label)
        if mix := mixed_scripts(shown):
            raise problem("mixed_scripts", part=shown, scripts=" + ".join(mix).title())


def check_host(host: str) -> str:
    """`host` itself; raises when it is not an exact ASCII host name of at least two labels."""
    _refuse_lookalike(host)
    if not host.isascii():
        raise problem("host_not_ascii", ascii=_ascii(host))
    if host != host.lower():
        raise problem("not_lower_case", lower=host.lower())
    labels = host.split(".")
    well_formed = all(_LABEL.fullmatch(label) for label in labels)
    if len(host) > 253 or len(labels) < 2 or not well_formed or not re.search("[a-z]", labels[-1]):
        raise problem("bad_host")
    if any(_is_broken_idna(label) for label in labels):
        raise problem("bad_host")
    return host


def _unicode_label(label: str) -> str:
    """The label as readers see it; one that is not valid IDNA stays as it is."""
    try:
        return idna.ulabel(label) if label.startswith("xn--") else label
    except idna.IDNAError:
        return label


def _is_broken_idna(label: str) -> bool:
    return label.startswith("xn--") and _unicode_label(label) == label


def _ascii(host: str) -> str:
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return ""
