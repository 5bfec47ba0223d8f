"""Reserved names and numbers, which nobody can own and which are never released."""

from __future__ import annotations

import re

TLDS = ("example", "test", "invalid", "localhost")
"""RFC 2606 section 2 and RFC 6761 section 6."""
SECOND_LEVEL = ("example.com", "example.net", "example.org")
"""RFC 2606 section 3."""
PHONES = (
    re.compile(r"\+1\d{3}55501\d\d"),
    re.compile(r"\+441632960\d{3}"),
)
"""Kept for fiction: NANPA 555-0100 to 0199; Ofcom 01632 960000 to 960999."""
HOST = re.compile(r"(?:^|@|//)([a-z0-9.-]+\.[a-z0-9-]+|localhost)(?=$|[/:?#])")


def is_reserved(value: str) -> bool:
    """Whether an address (mailbox, host, https URL or E.164) is a reserved one."""
    if any(pattern.fullmatch(value) for pattern in PHONES):
        return True
    match = HOST.search(value.lower())
    if not match:
        return False
    host = match[1].rstrip(".")
    last_two = ".".join(host.split(".")[-2:])
    return host.rpartition(".")[2] in TLDS or last_two in SECOND_LEVEL
