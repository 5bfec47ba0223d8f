"""The navigation of one language, made from `categories.yml`.

Titles of categories come from the record in both languages, so a missing
translation is refused by the record's own check. Articles that are planned but not
yet written are held back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpcenter.data.models.words import Category
from helpcenter.model import Lang


def written(category_id: str, category: Category, sources: frozenset[str]) -> list[str]:
    """Chinese file names of the articles of a category that exist, in its order."""
    paths = [f"{category_id}/{article}.md" for article in category.articles]
    return [path for path in paths if path in sources]


def navigation(
    categories: Mapping[str, Category], sources: frozenset[str], home: str, lang: Lang
) -> list[Any]:
    """Value for the builder's `nav` setting: nested lists of {title: file}."""
    nav: list[Any] = [{home: "index.md"}]
    for name, category in categories.items():
        pages: list[Any] = list(written(name, category, sources))
        if f"{name}/index.md" in sources:
            pages.insert(0, {category.title[lang]: f"{name}/index.md"})
        if pages:
            nav.append({category.title[lang]: pages})
    return nav
