"""Detectors: one table per kind of address, each with samples that it must and must not find."""

from __future__ import annotations

from helpcenter.guard.detectors import (
    emails,
    handles,
    hosts,
    messengers,
    phones,
    short_codes,
    urls,
)
from helpcenter.guard.hits import Detector

EXACT: tuple[tuple[str, Detector], ...] = (
    ("urls", urls.find),
    ("emails", emails.find),
    ("phones", phones.find),
    ("hosts", hosts.find),
)
"""Always on, in the order in which an earlier one claims text from a later one."""
PROSE: tuple[tuple[str, Detector], ...] = (
    ("messengers", messengers.find),
    ("short codes", short_codes.find),
    ("handles", handles.find),
)
"""Only in prose: program text is full of such names."""
