"""Findings of the page being edited, as a panel in its preview. Only `mkdocs serve` shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpcenter.model import Finding, Lang, Severity

App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application (PEP 3333)."""
Panel = Callable[[dict[str, Any]], str]
"""HTML of the panel for a request; empty if there is none."""


_SERVERS = b"<script>\nvar livereload = "
"""Beginning of MkDocs' own reload script; ours reloads only what changed."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page's panel says."""

    own: list[Finding]
    """Of this page, in either language."""
    elsewhere: list[Finding]
    """Errors of other files, which keep the whole preview from following."""


def shown(findings: Iterable[Finding], files: frozenset[str]) -> Shown:
    """Divide `findings` for a page made from `files` (paths below the root, or in the site)."""
    every = list(findings)
    own = [finding for finding in every if finding.path in files]
    errors = [f for f in every if f.severity is Severity.ERROR and f.path not in files]
    return Shown(own, errors)


def panel(found: Shown, lang: Lang, words: Mapping[str, str], templates: Path) -> str:
    """The panel as HTML, every value escaped; empty when there is nothing to say.

    Args:
        found: what to say.
        lang: language of the messages.
        words: texts of the panel itself, by key.
        templates: folder of the template overlay.html.
    """
    if not (found.own or found.elsewhere):
        return ""
    return written(templates, "overlay.html", found=found, lang=lang, words=words)


def written(templates: Path, name: str, **values: object) -> str:
    """The template `name` of a folder, filled in, every value escaped."""
    return _environment(templates).get_template(name).render(values)


@cache
def _environment(templates: Path) -> Environment:
    loader = FileSystemLoader(templates)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)


def with_panel(app: App, panel_for: Panel) -> App:
    """`app` with a panel at the end of each page that it answers with, error pages included."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if "." in path.rpartition("/")[2] and not path.endswith(".html"):
            return app(environ, start_response)
        head: list[Any] = []
        body = app(environ, lambda *given: head.extend(given))
        kinds = [value for name, value in head[1] if name.lower() == "content-type"]
        if not any(kind.startswith("text/html") for kind in kinds):
            start_response(*head)
            return body
        page = b"".join(body)
        before, end, after = page.rpartition(b"</body>")
        before = before.partition(_SERVERS)[0]
        page = b"".join((before, panel_for(environ).encode(), end, after))
        start_response(head[0], list(_resized(head[1], len(page))), *head[2:])
        return [page]

    return answer


def _resized(headers: list[tuple[str, str]], size: int) -> Iterator[tuple[str, str]]:
    for name, value in headers:
        yield name, str(size) if name.lower() == "content-length" else value
