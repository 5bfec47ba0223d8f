"""Cache of what earlier runs found clean, so that it is not checked again.

Only digests of clean content are stored, never a finding: whatever has findings is judged every
time. A digest covers our code, Python and every installed package, in addition to what the caller
passes. The file is in the virtual environment, next to the code it vouches for: anyone who can
write it can write the guard too. A checkout cannot bring one along, and another environment, as in
CI, starts empty. HELPCENTER_NO_CACHE=1 turns it off.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_SIZE = 32
"""Bytes of a digest."""
_MOST = 250_000 * _SIZE
"""Bytes of the file (8 MB); what is longer is begun anew."""


class CleanCache:
    """Digests of content that was found clean."""

    def __init__(self, file: Path | None) -> None:
        """`file` stores the digests; with None nothing is stored."""
        self._file = file
        self._known: frozenset[bytes] | None = None

    def holds(self, digest: bytes) -> bool:
        """Whether an earlier run found this content clean."""
        if self._known is None:
            self._known = frozenset(self._read())
        return digest in self._known

    def _read(self) -> Iterable[bytes]:
        try:
            raw = self._file.read_bytes() if self._file else b""
        except OSError:
            return ()
        if len(raw) % _SIZE or len(raw) > _MOST:  # cut off in the middle, or too long
            return ()
        return (raw[at : at + _SIZE] for at in range(0, len(raw), _SIZE))

    def add(self, digests: Iterable[bytes]) -> None:
        """Store more digests; does nothing where the file cannot be written."""
        new = [digest for digest in dict.fromkeys(digests) if not self.holds(digest)]
        if not new or not self._file:
            return
        begun = self._known and self._file.exists()
        try:
            self._file.parent.mkdir(exist_ok=True)
            with self._file.open("ab" if begun else "wb", buffering=0) as file:
                file.write(b"".join(new))
        except OSError:
            return
        self._known = (self._known or frozenset()) | frozenset(new)


@cache
def clean_cache() -> CleanCache:
    """The cache of this virtual environment; an empty one outside of any."""
    alone = sys.prefix != sys.base_prefix and not os.environ.get("HELPCENTER_NO_CACHE")
    return CleanCache(Path(sys.prefix, "helpcenter", "clean") if alone else None)


def digest(*parts: object) -> bytes:
    """Digest of some parts and of the code that judges them; `repr` must distinguish the parts."""
    made = hashlib.sha256(_judge())
    for part in parts:
        raw = part if isinstance(part, bytes) else repr(part).encode(errors="backslashreplace")
        made.update(len(raw).to_bytes(8, "big") + raw)
    return made.digest()


@cache
def _judge() -> bytes:
    """Digest of all that affects a verdict: our code and tables, Python, installed packages."""
    made = hashlib.sha256(sys.version.encode())
    library = Path(__file__).parent
    for path in sorted(p for p in library.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        made.update(path.relative_to(library).as_posix().encode() + b"\0")
        made.update(hashlib.sha256(path.read_bytes()).digest())
    for folder in sorted({entry for entry in sys.path if entry.startswith(sys.prefix)}):
        for name in sorted(path.name for path in Path(folder).glob("*.dist-info")):
            made.update(name.encode() + b"\0")
    return made.digest()
