"""Detectors: one table per kind of address, each with samples that it must and must not find."""

from __future__ import annotations

from helpcenter.guard.detectors import (
    accounts,
    display_names,
    emails,
    handles,
    hosts,
    loose_names,
    messengers,
    namesakes,
    passphrases,
    phones,
    plain_names,
    rooms,
    sessions,
    short_codes,
    urls,
    wallets,
)
from helpcenter.guard.matching.hits import Detector

Named = tuple[tuple[str, Detector], ...]
EXACT: Named = (
    ("urls", urls.find),
    ("rooms", rooms.find),
    ("emails", emails.find),
    ("phones", phones.find),
    ("hosts", hosts.find),
)
"""Always on, in the order in which an earlier one claims text from a later one."""
PROSE: Named = (
    ("sessions", sessions.find),
    ("wallets", wallets.find),
    ("passphrases", passphrases.find),
    ("messengers", messengers.find),
    ("accounts", accounts.find),
    ("namesakes", namesakes.find),
    ("plain names", plain_names.find),
    ("short codes", short_codes.find),
    ("handles", handles.find),
)
"""Only in prose: program text is full of such names."""
WEIGHED: Named = (
    ("loose names", loose_names.find),
    ("display names", display_names.find),
)
"""Only in what people read: names of programs look the same, and programs speak of searching too."""
OF_WORDS = frozenset(name for name, _ in (*PROSE, *WEIGHED))
"""Their names. But for handles, they find nothing where no pattern of the pool `prose` may match."""
ALL: Named = (*EXACT, *PROSE, *WEIGHED)
OF_PROGRAMS: Named = (*EXACT, *PROSE)
PLAIN: Named = (*EXACT, ("handles", handles.find))
"""The detectors without those for accounts that only a nearby word makes recognisable."""
