"""Finds which address of ours a foreign one imitates, and where the two differ."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from helpcenter.guard.matching import canonical
from helpcenter.guard.matching.fold import folded
from helpcenter.guard.matching.hits import Hit

_SHAPES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s"),
           ("3", "e"), ("4", "a"), ("-", ""), ("_", ""))  # fmt: skip
_GENERIC = frozenset({"www", "m", "help", "pay", "chat", "api", "status", "support", "app", "wap"})
_RESERVED = frozenset({"example", "test", "invalid", "localhost"})


@lru_cache(maxsize=4096)
def skeleton(text: str) -> str:
    """A text in which characters that are easily taken for each other are the same."""
    plain = "".join(map(folded, canonical_unicode(text))).lower()
    for shape, instead in _SHAPES:
        plain = plain.replace(shape, instead)
    return plain


def canonical_unicode(text: str) -> str:
    """Host labels in ASCII form (`xn--…`) as readers see them."""
    return ".".join(_label(label) for label in text.split("."))


def _label(label: str) -> str:
    if "xn--" not in label:
        return label
    head, _, code = label.partition("xn--")
    try:
        return head + code.encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label


def brand_labels(hosts: Iterable[str]) -> frozenset[str]:
    """The parts of our host names that tell them from others."""
    names = {label for host in hosts for label in host.split(".")[:-1]}
    return frozenset(n for n in names if len(n) >= 4 and n not in _GENERIC | _RESERVED)


def imitated(hit: Hit, officials: Iterable[str], hosts: Iterable[str]) -> str:
    """The official address that `hit` is made to look like; empty if there is none."""
    hosts = tuple(hosts)
    if hit.kind == "phone":
        return next(
            (o for o in officials if o.startswith("+") and _near_number(hit.canonical, o)), ""
        )
    if hit.kind != "url":
        network = _network(hit.canonical)
        mine = [o for o in officials if _network(o) == network and (network or "@" in o)]
        if close := _closest(hit.canonical, mine):
            return close
    name = _host(hit) if hit.kind in ("email", "url") else hit.canonical.partition(":")[2]
    return _host_imitated(name, hosts)


def _network(value: str) -> str:
    """Where an account is, such as `wechat`; empty for a mailbox, a host or a number."""
    return value.partition(":")[0] if ":" in value else ""


def _host(hit: Hit) -> str:
    if hit.kind == "email":
        return hit.canonical.rpartition("@")[2]
    return canonical.url(hit.canonical).host


def _host_imitated(name: str, hosts: tuple[str, ...]) -> str:
    shape = skeleton(name)
    if same := next((host for host in hosts if skeleton(host) == shape), ""):
        return same
    for brand in sorted(brand_labels(hosts)):
        wanted = skeleton(brand)
        labels = [
            skeleton(part) for label in name.split(".") for part in (label, *label.split("-"))
        ]
        if wanted in shape or any(_close(label, wanted) for label in labels):
            return next(host for host in hosts if brand in host.split("."))
    return ""


def _closest(value: str, officials: Iterable[str]) -> str:
    shape = skeleton(value)
    for official in officials:
        wanted = skeleton(official)
        if shape == wanted or _close(shape, wanted):
            return official
    return ""


def _close(one: str, other: str) -> bool:
    """Whether two texts of some length differ in one character (two in longer ones)."""
    if len(other) < 5 or abs(len(one) - len(other)) > 2:
        return False
    allowed = 1 if len(other) < 12 else 2
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return max(len(one), len(other)) - sum(block.size for block in blocks) <= allowed


def _near_number(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 1


_LINK = re.compile(r"(?P<scheme>https://)(?P<host>[^/?#]+)(?P<rest>.*)", re.DOTALL)
_SHORTEST = 3
"""Characters in a row that count as the same, where two texts have little in common."""


def marked(fake: str, official: str) -> str:
    """The fake with everything that differs from the official address in brackets.

    What was left out stands there as `[-x]`. A handle and a host have single letters in common
    by chance: there only longer rows count. Of a link made to look like a host, the host counts.
    """
    link = _LINK.fullmatch(fake)
    if link and "/" not in official and link["host"].lower() != official:
        return f"{link['scheme']}{marked(link['host'], official)}{link['rest']}"
    small, matcher = fake.lower(), SequenceMatcher(None, autojunk=False)
    matcher.set_seqs(small if len(small) == len(fake) else fake, official.lower())
    near = matcher.ratio() > 0.6
    out, done, read = "", 0, 0
    for first, other, size in matcher.get_matching_blocks():
        if size >= (1 if near else _SHORTEST) or (not size and first == len(fake)):
            left_out = official[read:other] if near and first == done else ""
            differs = fake[done:first] or (f"-{left_out}" if left_out else "")
            out += f"[{differs}]" if differs else ""
            out += fake[first : first + size]
            done, read = first + size, other + size
    return out
