"""The navigation of one language, made from `categories.yml`.

Titles of categories come from the record in both languages, so a missing
translation is refused by the record's own check. Articles that are planned but not
yet written are held back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from helpcenter.bilingual.urls import counterpart
from helpcenter.data.models.words import Category
from helpcenter.model import Lang


def written(category_id: str, category: Category, sources: frozenset[str], lang: Lang) -> list[str]:
    """Chinese file names of a category's articles that readers of `lang` have, in its order."""
    paths = [f"{category_id}/{article}.md" for article in category.articles]
    return [path for path in paths if offered(path, sources, lang)]


def offered(path: str, sources: frozenset[str], lang: Lang) -> bool:
    """Whether readers of `lang` have the page with this Chinese file name.

    Chinese pages are shown to all; those in English on purpose only to readers of English.
    """
    return path in sources or (lang == "en" and counterpart(path) in sources)


def navigation(
    categories: Mapping[str, Category],
    pages: Sequence[str],
    sources: frozenset[str],
    home: str,
    lang: Lang,
) -> list[Any]:
    """Value for the builder's `nav` setting: nested lists of {title: file}."""
    nav: list[Any] = [{home: "index.md"}]
    for name, category in categories.items():
        shelf: list[Any] = list(written(name, category, sources, lang))
        if f"{name}/index.md" in sources:
            shelf.insert(0, {category.title[lang]: f"{name}/index.md"})
        if shelf:
            nav.append({category.title[lang]: shelf})
    return nav + [f"{page}.md" for page in pages if f"{page}.md" in sources]
