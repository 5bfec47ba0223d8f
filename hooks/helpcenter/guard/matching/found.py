"""What whoever reads between the lines of a text yields."""

from __future__ import annotations

Found = tuple[int, int, str]
"""Where a piece of a text starts and ends, and what it comes to."""
