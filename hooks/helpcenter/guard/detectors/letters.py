"""Letters of scripts written without spaces, whose prose can touch an address."""

from __future__ import annotations

import re

EAST_ASIAN = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")
"""Han, kana, Hangul: run straight on from an address in ordinary prose."""
_ASCII_THEN_EAST_ASIAN = re.compile(r"([A-Za-z0-9-]+)[^\x00-\x7f].*", re.DOTALL)

_HAN_TAIL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff\w·-]{0,9}")


def tails(text: str, at: int) -> tuple[str, ...]:
    """What may still belong to a name that Chinese letters follow at `at`, the shortest first."""
    match = _HAN_TAIL.match(text, at)
    return tuple(match[0][:size] for size in range(1, len(match[0]) + 1)) if match else ()


def trim_east_asian_tail(host: str) -> str:
    """`okpay.example查看` → `okpay.example`; a label that begins East Asian stays whole.

    Only the last label can touch prose: a dot behind it would make it part of the host.
    """
    head, dot, last = host.rpartition(".")
    match = _ASCII_THEN_EAST_ASIAN.fullmatch(last)
    if match and EAST_ASIAN.match(last[match.end(1)]):
        last = match[1]
    return head + dot + last
