"""False hits: those that only a decoding made, and names of a program in code."""

from __future__ import annotations

import re

from helpcenter.guard.detectors.suffixes import COMMON, STRONG, top_level
from helpcenter.guard.matching.hits import Hit

CERTAIN = frozenset(
    {
        "program",
        "layout",
        "base64",
        "base32",
        "hex",
        "protected mail",
        "right to left",
        "comment",
        "tag characters",
    }
)
"""Pockets that a program would unfold in just one way."""


def is_made_up(hit: Hit, guess: bool = False) -> bool:
    """An address that only a decoding made, with an ending that does not exist or is rare."""
    if hit.kind == "email":
        return hit.canonical.rpartition(".")[2] not in (COMMON if guess else top_level())
    if hit.kind != "url" or "/" in hit.canonical:
        return False
    suffix = hit.canonical.rpartition(".")[2]
    return "_" in hit.canonical or (suffix not in COMMON and not suffix.isdigit())


def ignored_in_code(hit: Hit, program: bool) -> bool:
    """Account names and, unless they look like nothing else, bare hosts.

    Args:
        hit: what was found.
        program: whether the whole file is program text, where `a-b.top` is a difference.
    """
    if hit.kind in ("social", "messenger") and (program or not hit.core_end):
        return not re.search(r"[:/]", hit.canonical) or not hit.core_end
    if hit.kind != "url" or "/" in hit.canonical:
        return False
    name, _, suffix = hit.canonical.rpartition(".")
    hyphens = "-" in name and len(name) >= 8 and not program
    return not hyphens and (suffix not in STRONG or name[1:2] == ".")
