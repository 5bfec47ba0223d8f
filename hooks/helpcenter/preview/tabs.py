"""Pages that browsers have open: each polls for changes and reports when it is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from threading import Condition
from typing import Any
from urllib.parse import parse_qs

from helpcenter.report.overlay import App

ADDRESS = "/livereload/"
"""Path that pages poll; MkDocs' own reload script polls it too and never gets an answer."""
PATIENCE = 10.0
"""Seconds until a question is answered although nothing changed."""
RELOAD = 1.0
"""Seconds in which a browser that loads a page anew still says that it has left it."""
MOST = 4
"""Open pages that are brought up to date first; nobody looks at more."""


class Tabs:
    """Who asked for which page, and answers for those that wait."""

    def __init__(self, look: Callable[[str], str]) -> None:
        self.look = look
        """A token of what a browser is shown at a path, other for other bytes."""
        self._asked: dict[str, float] = {}
        self._news = Condition()

    def asked(self, page: str) -> None:
        """A browser loads the page at this path, or asks about it."""
        self._asked[page] = time.monotonic()

    def closed(self, page: str) -> None:
        """A browser has left the page at this path; the next save need not make it."""
        if time.monotonic() - self._asked.get(page, 0) > RELOAD:
            self._asked.pop(page, None)

    def open(self) -> list[str]:
        """Paths of the pages that are open, the last asked for first."""
        now = time.monotonic()
        recent = {page: at for page, at in dict(self._asked).items() if now - at < PATIENCE + 2}
        return sorted(recent, key=recent.__getitem__, reverse=True)[:MOST]

    def outdated(self, page: str, shown: str) -> bool:
        """Whether `page` must be loaded again by who sees `shown`; waits until it must."""
        self.asked(page)
        with self._news:
            return self._news.wait_for(lambda: self.look(page) != shown, timeout=PATIENCE)

    def changed(self) -> None:
        """Something new is served: answer the waiting pages that it affects."""
        with self._news:
            self._news.notify_all()


def answering(app: App, tabs: Tabs) -> App:
    """`app`, with answers to the pages that ask whether they are still up to date."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not environ["PATH_INFO"].startswith(ADDRESS):
            return app(environ, start_response)
        query = parse_qs(environ.get("QUERY_STRING", ""))
        for page in query.get("closed", ()):
            tabs.closed(page)
        if not {"page", "shown"} <= query.keys():
            start_response("204 No Content", [])  # it asks again after three seconds
            return []
        outdated = tabs.outdated(query["page"][0], query["shown"][0])
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"outdated" if outdated else b"current"]

    return answer
