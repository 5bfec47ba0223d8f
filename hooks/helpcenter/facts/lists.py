"""Plain lists that readers are told to rely on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from helpcenter.data.models.money import Document
from helpcenter.data.models.trust import Item
from helpcenter.facts.inline import Values
from helpcenter.facts.view import View

Items = TypeVar("Items", Item, Document)


def never_ask(view: View) -> Values:
    """What we never ask for."""
    return _list(view, "never_ask", "fact_never_ask", view.records.security.never_ask)


def may_ask(view: View) -> Values:
    """What we may ask for."""
    return _list(view, "may_ask", "fact_may_ask", view.records.security.may_ask)


def documents(view: View) -> Values:
    """Kinds of documents that may be requested to raise a limit."""
    return _list(view, "documents", "fact_documents", view.records.documents)


def _list(view: View, group: str, caption: str, records: Mapping[str, Items]) -> Values:
    items = [(fact, item.label[view.lang]) for _, item, fact in view.current(group, records)]
    return {"name": group, "caption": view.t(caption), "items": items}
