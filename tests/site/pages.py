"""Built pages, read as browsers read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
SITE_URL = "https://help.okpay.example/"


def parse(path: Path) -> Element:
    return _parsed(path, path.stat().st_mtime_ns)


@cache
def _parsed(path: Path, changed: int) -> Element:
    """A page; `changed` tells that of one test from what another wrote in the same place."""
    return html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)


class Site:
    """A built folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def page(self, url: str) -> Element:
        name = url if url.endswith(".html") else f"{url}index.html"
        return parse(self.folder / name)

    def urls(self) -> Iterator[str]:
        for path in sorted(self.folder.rglob("index.html")):
            folder = path.relative_to(self.folder).parent.as_posix()
            yield "" if folder == "." else f"{folder}/"

    def text(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def html(self, url: str) -> str:
        """A page as it was written: for what is asked of every page, as parsing takes long."""
        return self.text(f"{url}index.html")

    def search(self, name: str) -> dict:
        return json.loads(self.text(name))

    def head_links(self, url: str, rel: str) -> list[tuple[str | None, str]]:
        links = self.page(url).iter("link")
        return [(e.get("hreflang"), e.get("href", "")) for e in links if e.get("rel") == rel]


def language_of(root: Element, wanted: Element) -> str | None:
    """The nearest `lang` around an element."""

    def walk(element: Element, lang: str | None) -> str | None:
        lang = element.get("lang") or lang
        if element is wanted:
            return lang or ""
        for child in element:
            found = walk(child, lang)
            if found is not None:
                return found
        return None

    return walk(root, None)


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def by_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in (e.get("class") or "").split()]
