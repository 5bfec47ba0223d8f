"""A small live site on the loop-back interface, told what to answer by a table."""

from __future__ import annotations

import contextlib
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css", ".xml": "text/xml",
         ".txt": "text/plain", ".js": "text/javascript", ".json": "application/json"}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    """Answers from `server.answers`: path to bytes, text, or a function of the handler."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("User-Agent", "")))
        answer = self.server.answers.get(self.path)
        while callable(answer):
            answer = answer(self)
        if answer is None and self.server.folder:
            answer = self._file()
        if answer is None:
            answer = self.server.answers.get(404, "not here")
            return self.reply(404, answer)
        if answer is not False:
            self.reply(200, answer)
        return None

    def _file(self):
        file = self.server.folder / self.path.partition("?")[0].lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        return file.read_bytes() if file.is_file() else None

    def reply(self, status, body, kind=None, **headers):
        raw = body.encode() if isinstance(body, str) else body
        suffix = Path(self.path).suffix or ".html"
        self.send_response(status)
        self.send_header("Content-Type", kind or KINDS.get(suffix, "application/octet-stream"))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(raw)
        return False

    def log_message(self, *args):
        """Be quiet."""


def redirect(target):
    return lambda handler: handler.reply(302, b"", Location=target)


def phones(shown, others="<p>正文</p>"):
    return lambda h: shown if "Mobile" in h.headers["User-Agent"] else others


def searchers(shown, others="<p>正文</p>"):
    return lambda h: shown if h.headers.get("Referer") else others


def dripping(handler):
    """A reply that never ends, one byte at a time."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(600):
            handler.wfile.write(b"a")
            time.sleep(0.1)
    return False


def endless(handler):
    """A reply of any size that anybody reads."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(2_000):
            handler.wfile.write(b"<p>x</p>" * 8_192)
    return False


@contextlib.contextmanager
def serving(answers=None, folder=None, certificate=None):
    """Serve on a free port, over HTTPS with a certificate (one PEM file with its key)."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    server.answers = {} if answers is None else answers
    server.folder, server.asked = folder, []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server, f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
