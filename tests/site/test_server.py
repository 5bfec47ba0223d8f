"""The host of the browser tests is silent about clients that go away, and about nothing else."""

from __future__ import annotations

import socket
import struct
import threading
import time
from urllib.parse import urlsplit

import pytest
from tests.site.server import serving

ASK = b"GET /page.bin HTTP/1.1\r\nHost: a\r\n\r\n"
AT_ONCE = struct.pack("ii", 1, 0)  # close with a reset


def leave(host: str) -> None:
    """Ask for the page, read a little, go."""
    place = urlsplit(host)
    with socket.create_connection((place.hostname, place.port)) as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        client.sendall(ASK)
        client.recv(1000)


@pytest.mark.parametrize(
    ("headers", "said"), [(b"/*\n  X-A: b\n", ""), (b"\xff", "UnicodeDecodeError")]
)
def test_only_a_client_that_left_is_no_news(tmp_path, capfd, headers, said):
    (tmp_path / "_headers").write_bytes(headers)
    (tmp_path / "page.bin").write_bytes(bytes(20_000_000))
    before, errors, sent = threading.active_count(), "", []
    with serving(tmp_path, sent) as host:
        leave(host)
        until = time.monotonic() + 20
        while time.monotonic() < until:
            errors += capfd.readouterr().err
            if (said in errors) if said else sent and threading.active_count() <= before + 1:
                break
            time.sleep(0.02)
    errors += capfd.readouterr().err
    assert said in errors
    assert bool(errors) == bool(said)
