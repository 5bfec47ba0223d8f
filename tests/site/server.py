"""A static host for built folders, as the usual ones behave: 404.html for what is missing,
gzip for text, and the headers that the site's own `_headers` file asks for."""

from __future__ import annotations

import gzip
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@cache
def packed(path: Path, changed: float) -> bytes:
    """A file's bytes as sent over the wire; `changed` tells one state of it from the next."""
    return gzip.compress(path.read_bytes(), mtime=0)


def headers(folder: Path) -> list[tuple[str, str]]:
    """What `_headers` asks for on every path."""
    file = folder / "_headers"
    return asked_for(file, file.stat().st_mtime) if file.exists() else []


@cache
def asked_for(file: Path, changed: float) -> list[tuple[str, str]]:
    lines = file.read_text("utf-8").splitlines()[1:]
    return [(name, value) for name, _, value in (line.strip().partition(": ") for line in lines)]


class Handler(SimpleHTTPRequestHandler):
    """Serves `directory`; sends its 404.html for unknown paths."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, sent: list[tuple[str, int]], **kwargs: Any) -> None:
        self.sent = sent
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.partition("?")[0].endswith("/"):
                super().do_GET()  # redirects
                return
            path /= "index.html"
        if path.is_file():
            self.answer(200, path)
        else:
            self.answer(404, Path(self.directory) / "404.html")

    def answer(self, code: int, path: Path) -> None:
        zipped = path.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
        body = b""
        if path.exists():
            body = packed(path, path.stat().st_mtime) if zipped else path.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        for name, value in headers(Path(self.directory)):
            self.send_header(name, value)
        self.sent.append((self.path, len(body) + sum(map(len, self._headers_buffer))))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Silence: requests are watched in the browser."""


class Server(ThreadingHTTPServer):
    """Answers each client in a thread; one that goes away in the middle is no failure."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print what went wrong, unless the client closed a page that was still loading."""
        if not isinstance(sys.exception(), BrokenPipeError | ConnectionResetError):
            super().handle_error(request, client_address)


@contextmanager
def serving(folder: Path, sent: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Address of a host that serves `folder` while the block runs.

    `sent` fills with the path and the bytes, head and body, of each answer.
    """
    handler = partial(Handler, directory=str(folder), sent=[] if sent is None else sent)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
