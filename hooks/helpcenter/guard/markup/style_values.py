"""Values of style sheets that several readers of them take apart."""

from __future__ import annotations

import re

QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
"""A text in quotation marks."""
COUNTER = re.compile(r"([A-Za-z_][\w-]*)(?:\s+(-?\d{1,15}))?")
"""A counter, and the number that is told with it."""
