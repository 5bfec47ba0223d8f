"""Rewrites a built page to work from disk: links to files, one classic script, dates as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from helpcenter.data.records import Records
from helpcenter.facts.format import day
from helpcenter.model import Lang
from helpcenter.offline.expiry import print_dates
from helpcenter.offline.links import local, refresh
from helpcenter.offline.splice import Page

SCRIPT = "assets/javascripts/offline.js"
"""The one script of the copy, below its root."""
MODULES = "assets/javascripts/"


@dataclass(frozen=True, slots=True)
class Edition:
    """What each page says about the copy that it belongs to."""

    records: Records
    made: date
    number: str
    """The first characters of a hash over the built site."""
    templates: Path
    """overrides/offline of the project."""

    def render(self, template: str, lang: Lang, /, **values: object) -> str:
        """Markup that only the copy has, in the language of the page."""
        environment = Environment(
            loader=FileSystemLoader(self.templates), autoescape=True, undefined=StrictUndefined
        )
        words = {key: text[lang] for key, text in self.records.interface.items()}
        shown = {"t": words, "made": day(self.made, lang), "number": self.number}
        return environment.get_template(template).render(**shown, **values).strip()


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """A page of the copy."""

    text: str
    modules: tuple[str, ...]
    """Paths of the modules that it runs, in order, below the folder of scripts."""


def offline_page(text: str, path: PurePosixPath, site: Path, edition: Edition) -> OfflinePage:
    """Rewrite the page `text`, which is at `path` of the built `site`."""
    page = Page(text)
    lang = _language(page)
    _links(page, path, site)
    _remove_compare(page)
    _notice(page, edition.render("notice.html", lang))
    _expired(page, edition.render("expired.html", lang))
    print_dates(page, lambda until: edition.render("until.html", lang, until=day(until, lang)))
    modules = _scripts(page, path, edition, lang)
    return OfflinePage(page.result(), tuple(modules))


def _language(page: Page) -> Lang:
    root = next((tag for tag in page.tags if tag.name == "html"), None)
    return "en" if root and page.value(root, "lang").startswith("en") else "zh"


def _links(page: Page, path: PurePosixPath, site: Path) -> None:
    for tag in page.tags:
        attributes = {} if tag.closing else page.attributes(tag)
        if tag.name == "a" and "href" in attributes:
            page.set(attributes["href"], local(attributes["href"].text, path, site))
        if tag.name == "meta" and page.value(tag, "http-equiv").lower() == "refresh":
            page.set(attributes["content"], refresh(attributes["content"].text, path, site))


def _remove_compare(page: Page) -> None:
    """The side-by-side view fetches the other page, which is not possible from disk."""
    for index, tag in enumerate(page.tags):
        if tag.name == "hc-compare" and not tag.closing:
            page.replace(tag.start, page.end(index), "")


def _notice(page: Page, notice: str) -> None:
    """Add a notice at the top, below the link for emergencies."""
    for index, tag in enumerate(page.tags):
        if "md-banner__inner" in page.value(tag, "class").split() and not tag.closing:
            page.insert(page.tags[page.markup.close(index)].start, notice)
            return


def _expired(page: Page, words: str) -> None:
    """Insert the markup that a script shows instead of an expired value."""
    for index, tag in enumerate(page.tags):
        if page.value(tag, "id") == "hc-unconfirmed":
            page.replace(tag.end, page.tags[page.markup.close(index)].start, words)


def _scripts(page: Page, path: PurePosixPath, edition: Edition, lang: Lang) -> list[str]:
    """Replace the page's modules by one script before the theme's own, which runs them."""
    names, first = [], None
    root = "../" * (len(path.parts) - 1)
    for index, tag in enumerate(page.tags):
        if tag.name != "script" or tag.closing or not (source := page.value(tag, "src")):
            continue
        if page.value(tag, "type") == "module":
            names.append(source.removeprefix(root).removeprefix(MODULES))
            page.replace(tag.start, page.end(index), "")
        else:
            first = first or tag.start
    if first:
        values: Mapping[str, object] = {"src": root + SCRIPT, "modules": " ".join(names)}
        page.insert(first, edition.render("script.html", lang, lang=lang, **values))
    return names
