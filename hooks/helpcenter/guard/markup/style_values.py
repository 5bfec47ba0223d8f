"""Patterns for values of style sheets that several modules need."""

from __future__ import annotations

import re

QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
"""A text in quotation marks."""
COUNTER = re.compile(r"([A-Za-z_][\w-]*)(?:\s+(-?\d{1,15}))?")
"""A counter, and the number given with it."""
