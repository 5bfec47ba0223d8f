"""Crawls a whole site on its own host and requests each page as three kinds of visitor."""

from __future__ import annotations

import secrets
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from helpcenter.live.fetch import Limits, Reply, fetch
from helpcenter.live.links import difference, essence, targets
from helpcenter.live.place import Place, file_name
from helpcenter.live.visitors import DESKTOP, OTHERS, Visitor
from helpcenter.model import Text

_ALWAYS = ("robots.txt", "sitemap.xml", "_headers", "feed.xml", "rss.xml", "atom.xml", "index.xml")
"""Requested at the root and beside the first page, even if nothing links there."""
_READ_HEADERS = frozenset({"refresh", "link", "content-location", "location"})
_TEXTS = (".html", ".htm", ".css", ".js", ".mjs", ".xml", ".json", ".txt", ".svg", "_headers")
_STOPPED = Text("只读了 {done} 个地址，其余没有检查", "stopped after {done} addresses")
_MISSING = "helpcenter-audit-"
"""Beginning of an address that no site has; requesting it shows the site's 404 page."""
_LONG = 120


@dataclass(frozen=True, slots=True)
class Event:
    """Something about one address that no file shows."""

    kind: str
    """`redirect` off the host, `cloaked`, or `unread`."""
    path: str
    message: Text
    found: str = ""
    visitor: Visitor = DESKTOP


@dataclass
class Capture:
    """What was read."""

    files: dict[str, bytes] = field(default_factory=dict)
    """As the first visitor sees it, by file name."""
    variants: list[tuple[str, Visitor, bytes]] = field(default_factory=list)
    """What others were shown instead."""
    events: list[Event] = field(default_factory=list)
    asked: int = 0
    size: int = 0
    """Bytes of all replies."""


Progress = Callable[[Capture], None]


class Crawler:
    """One audit of one live site."""

    def __init__(
        self, start: Place, limits: Limits, *, allow_private: bool, progress: Progress
    ) -> None:
        self.start, self.limits, self.private = start, limits, allow_private
        self.capture, self.progress = Capture(), progress
        self._queue: deque[Place] = deque()
        self._known: set[str] = set()
        self._headers: list[str] = []

    def run(self) -> Capture:
        """Read until nothing is left or a limit is reached.

        Raises:
            RefusedHost: the host is unknown or leads to a private machine.
        """
        end = time.monotonic() + self.limits.seconds_all
        for place in self._seeds():
            self._add(place)
        with ThreadPoolExecutor(1 + len(OTHERS)) as pool:
            while self._queue:
                capture = self.capture
                if (
                    capture.asked >= self.limits.pages
                    or capture.size >= self.limits.bytes_all
                    or time.monotonic() >= end
                ):
                    message = Text(
                        *(_STOPPED[lang].format(done=capture.asked) for lang in ("zh", "en"))
                    )
                    capture.events.append(Event("unread", self.start.path, message))
                    break
                self._visit(self._queue.popleft(), pool)
        if self._headers:
            self.capture.files["response/_headers"] = "\n".join(self._headers).encode()
        return self.capture

    def _seeds(self) -> Iterator[Place]:
        yield self.start
        missing = f"{_MISSING}{secrets.token_hex(6)}"
        for name in (*_ALWAYS, missing):
            for base in dict.fromkeys((f"/{name}", name)):
                if place := self.start.join(base):
                    yield place

    def _add(self, place: Place | None) -> None:
        if place and place.same_site(self.start) and place.path not in self._known:
            self._known.add(place.path)
            self._queue.append(place)

    def _visit(self, place: Place, pool: ThreadPoolExecutor) -> None:
        visitors = (DESKTOP, *OTHERS)
        replies = list(pool.map(lambda who: self._follow(place, who), visitors))
        self.capture.asked += 1
        self.capture.size += sum(len(reply.body) for reply in replies)
        first = replies[0]
        missing = _MISSING in place.path
        if all(reply.status == 404 for reply in replies) and not missing:
            if place == self.start:
                self._unread(place, Text("首页返回 404", "the home page returns 404"))
            return  # what it shows, the address that never exists shows too
        name = file_name("/404.html" if missing else place.path, first.header("content-type"))
        if first.trouble:
            self._unread(place, first.trouble)
            if place == self.start and not first.status:
                self._queue.clear()  # nobody answers there: once is enough to say so
        if first.body and not first.trouble:
            self.capture.files[name] = first.body
            for target in targets(name, first.body.decode("utf-8", "replace")):
                self._add(place.join(target))
        for visitor, reply in zip(OTHERS, replies[1:], strict=True):
            self._compare(name, place, first, reply, visitor)
        self.progress(self.capture)

    def _follow(self, place: Place, visitor: Visitor) -> Reply:
        """The reply of an address, over redirects that stay on the host."""
        at = place
        for _ in range(self.limits.redirects + 1):
            reply = fetch(at, visitor, self.limits, allow_private=self.private)
            self._note_headers(at, reply)
            if not (300 <= reply.status < 400 and reply.header("location")):
                return reply
            target = at.join(reply.header("location"))
            if target is None or not target.same_site(self.start):
                self._left(place, reply.header("location"), visitor)
                return Reply(reply.status, reply.headers)
            at = target
        return Reply(trouble=Text("转址没有尽头", "redirects without end"))

    def _note_headers(self, place: Place, reply: Reply) -> None:
        for key, value in reply.headers:
            line = f"{place.path}\n  {key}: {value}"
            if key.lower() in _READ_HEADERS - {"location"} and line not in self._headers:
                self._headers.append(line)

    def _left(self, place: Place, target: str, visitor: Visitor) -> None:
        message = Text(
            f"转到了别的网站：{target}（{visitor.name.zh}）",
            f"redirects to another host: {target} ({visitor.name.en})",
        )
        self.capture.events.append(Event("redirect", place.path, message, target, visitor))

    def _unread(self, place: Place, why: Text) -> None:
        self.capture.events.append(Event("unread", place.path, why))

    def _compare(
        self, name: str, place: Place, first: Reply, other: Reply, visitor: Visitor
    ) -> None:
        if first.trouble or other.trouble:
            if other.trouble and not first.trouble:
                self._unread(place, other.trouble)
            return  # parts of two replies cannot be compared
        if first.body == other.body and first.status == other.status:
            return
        mine, theirs = (r.body.decode("utf-8", "replace") for r in (first, other))
        if name.endswith(_TEXTS):
            gone, new = difference(essence(name, mine), essence(name, theirs))
        else:
            gone, new = [f"{len(first.body)} bytes"], [f"{len(other.body)} bytes"]
        if not gone and not new and first.status == other.status:
            return
        shown = " ".join(new) if new else (f"HTTP {other.status}" if not other.body else "")
        hidden = " ".join(gone)
        message = Text(
            f"{visitor.name.zh}看到的不一样：多出“{shown[:_LONG]}”，少了“{hidden[:_LONG]}”",
            f"{visitor.name.en}: shown something else: added “{shown[:_LONG]}”,"
            f" missing “{hidden[:_LONG]}”",
        )
        self.capture.events.append(Event("cloaked", place.path, message, shown[:_LONG], visitor))
        if other.body:
            self.capture.variants.append((name, visitor, other.body))
