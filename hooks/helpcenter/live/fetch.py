"""One HTTP request: to a known network address, limited in time and size, without redirects."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from helpcenter.live.place import Place, RefusedHost, is_public, machines
from helpcenter.live.visitors import Visitor
from helpcenter.model import Text, filled
from helpcenter.system_errors import reason_of

_CHUNK = 65_536
SLOW = Text("超过 {limit:g} 秒没有传完", "not complete after {limit:g} seconds")
LARGE = Text("大于 {limit:,} 字节", "larger than {limit:,} bytes")
PACKED = Text("不认识的压缩方式 {name}", "unknown encoding {name}")
CUT = Text("传到一半就断了", "the connection was closed half-way")
FAILED = Text("无法读取：{reason}", "cannot be read: {reason}")
UNTRUSTED = Text(
    "HTTPS 证书无法验证：{reason}；自己的根证书用环境变量 SSL_CERT_FILE 指定",
    "the HTTPS certificate cannot be verified: {reason}; to use a root of your own, set the "
    "environment variable SSL_CERT_FILE",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one audit."""

    pages: int = 500
    """Addresses to request at most."""
    bytes_each: int = 10_000_000
    bytes_all: int = 300_000_000
    seconds_each: float = 15
    """For one reply, from the connection to its last byte."""
    seconds_all: float = 900
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply; `trouble` says why it is incomplete."""

    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)
    trouble: Text | None = None

    def header(self, name: str) -> str:
        """The first header of that name; empty if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class _Connection(http.client.HTTPConnection):
    """A connection to one network address, named as its host."""

    def __init__(self, place: Place, machine: str, limits: Limits, *, private: bool) -> None:
        super().__init__(place.host, place.port, timeout=limits.seconds_each)
        self.place, self.machine, self.private = place, machine, private

    def connect(self) -> None:
        """Connect to the resolved address and check that the peer really has it."""
        sock = socket.create_connection((self.machine, self.port), self.timeout)
        if not self.private and not is_public(str(sock.getpeername()[0])):
            sock.close()
            raise RefusedHost.private(self.place.host, self.machine)
        if self.place.scheme == "https":
            context = ssl.create_default_context()
            sock = context.wrap_socket(sock, server_hostname=self.place.host)
        self.sock = sock


def fetch(place: Place, visitor: Visitor, limits: Limits, *, allow_private: bool) -> Reply:
    """Request one address; errors are described in the reply.

    Raises:
        RefusedHost: the host is unknown or leads to a private machine.
    """
    machine = machines(place.host, place.port, allow_private)[0]
    connection = _Connection(place, machine, limits, private=allow_private)
    end = time.monotonic() + limits.seconds_each
    watch = threading.Timer(limits.seconds_each, _cut, (connection,))
    watch.daemon = True
    watch.start()
    try:
        headers = {**visitor.headers, "Accept-Encoding": "identity", "Connection": "close"}
        connection.request("GET", place.path, headers=headers)
        return _read(connection.getresponse(), limits, end)
    except ssl.SSLCertVerificationError as error:
        return Reply(trouble=filled(UNTRUSTED, reason=error.verify_message))
    except (OSError, http.client.HTTPException, ValueError, UnicodeError) as error:
        if time.monotonic() >= end or isinstance(error, TimeoutError):
            return Reply(trouble=filled(SLOW, limit=limits.seconds_each))
        return Reply(trouble=_failed(error))
    finally:
        watch.cancel()
        connection.close()


def _failed(error: Exception) -> Text:
    if isinstance(error, OSError) and error.strerror:
        reason = reason_of(error)
    else:
        words = (" ".join(str(error).split()) or type(error).__name__)[:200]
        reason = Text(words, words)
    return Text(FAILED.zh.format(reason=reason.zh), FAILED.en.format(reason=reason.en))


def _cut(connection: _Connection) -> None:
    """Cut a connection from outside: a server that trickles bytes never times out."""
    if connection.sock:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return


def _read(response: http.client.HTTPResponse, limits: Limits, end: float) -> Reply:
    headers = tuple((key, value) for key, value in response.getheaders())
    parts, size, trouble = [], 0, None
    encoding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    for part in _unpacked(response, encoding, limits.bytes_each):
        parts.append(part)
        size += len(part)
        if size > limits.bytes_each:
            trouble = filled(LARGE, limit=limits.bytes_each)
            break
        if time.monotonic() >= end:
            trouble = filled(SLOW, limit=limits.seconds_each)
            break
    if encoding not in ("identity", "gzip", "x-gzip", "deflate"):
        trouble = filled(PACKED, name=encoding[:40])
    elif trouble is None and time.monotonic() >= end:
        trouble = filled(SLOW, limit=limits.seconds_each)
    elif trouble is None and response.length:
        trouble = CUT
    body = b"".join(parts)[: limits.bytes_each]
    return Reply(response.status, headers, body, trouble)


def _unpacked(response: http.client.HTTPResponse, encoding: str, most: int) -> Iterator[bytes]:
    """The body in chunks; a compressed one is unpacked by at most `most` bytes at a time."""
    packed = zlib.decompressobj(wbits=47) if encoding in ("gzip", "x-gzip", "deflate") else None
    begun = False
    while part := response.read1(_CHUNK):
        try:
            yield packed.decompress(part, most + 1) if packed else part
        except zlib.error as error:
            raise ValueError(str(error)) from error
        begun = True
    if packed and begun and not packed.eof:
        raise ValueError(CUT.en)
