"""The value of a name after an assignment, by its operator."""

from __future__ import annotations

from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN, Node
from helpcenter.guard.programs.operators import OPERATORS, added


def combined(node: Node, old: Any, value: Any) -> Any:
    """The value after `=`, or after an operator that also uses the previous value."""
    operator = str(node.value)
    if operator == "=" or (operator in ("??=", "||=") and old is UNKNOWN):
        return value
    if operator == "+=":
        return added(old, value)
    if old is UNKNOWN or value is UNKNOWN:
        return UNKNOWN
    if operator in ("??=", "||=", "&&="):
        return old if bool(old) is (operator != "&&=") else value
    return OPERATORS[operator[:-1]](old, value)
