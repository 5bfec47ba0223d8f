"""Parts of a saved mail or web page, each decoded as it declares."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

_MOST = 100


def parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each part that holds no others; texts are UTF-8."""
    for number, part in enumerate(message_from_bytes(raw).walk()):
        if number >= _MOST:
            return
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and not part.is_multipart():
            is_text = part.get_content_maintype() == "text"
            name = part.get_filename() or ("part.txt" if is_text else "part")
            yield name, _as_utf8(part, payload) if is_text else payload


def _as_utf8(part: Message, payload: bytes) -> bytes:
    try:
        return payload.decode(part.get_content_charset() or "utf-8").encode()
    except (LookupError, UnicodeError):  # a coding that nobody has, or another than it says
        return payload
