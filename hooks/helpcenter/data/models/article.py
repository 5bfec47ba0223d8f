"""Front matter of articles and of the other pages."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from helpcenter.data.models.base import Distinct, Key, Line, Model


class ArticleMeta(Model):
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


class PageMeta(Model):
    """Front matter of the home page and the category pages."""

    title: Line
    description: Annotated[Line, Field(max_length=200)]
    template: Literal["home.html", "category.html"]
    category: Key | None = None
