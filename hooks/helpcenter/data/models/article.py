"""Front matter of articles and of the other pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from helpcenter.data.models.base import Distinct, Key, Line, Model

STAMP_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{8}$"
Stamp = Annotated[str, StringConstraints(pattern=STAMP_PATTERN)]
"""Hash of the Chinese section a translation was made from, hash of the English as reviewed."""


class Translation(Model):
    """What a page says of its translation."""

    stamps: dict[Key, Stamp] = {}
    """English pages only: section id (or title, description, lead) to stamp."""
    one_language: Line | None = None
    """The reason why this page is in one language only, on purpose."""


class ArticleMeta(Translation):
    """Front matter of `docs/<category>/<id>.md`; text may use `{{ brand() }}`."""

    title: Line
    description: Annotated[Line, Field(max_length=200)]
    category: Key
    owner: Line
    """Role that answers for the article, never a person's name."""
    review_by: date
    ask: Annotated[Distinct[Line], Field(min_length=5)]
    """What a real person would type to find this, five or more."""
    related: Distinct[Key]


class PageMeta(Translation):
    """Front matter of the home page and the category pages."""

    title: Line
    description: Annotated[Line, Field(max_length=200)]
    template: Literal["home.html", "category.html"]
    category: Key | None = None
