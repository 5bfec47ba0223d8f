"""What a name holds when it is given a value, by the operator that gives it."""

from __future__ import annotations

from typing import Any

from helpcenter.guard.programs.nodes import UNKNOWN, Node
from helpcenter.guard.programs.sums import OPERATORS, added


def combined(node: Node, old: Any, value: Any) -> Any:
    """What a name holds behind `=`, or behind an operator that also asks what it held before."""
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
