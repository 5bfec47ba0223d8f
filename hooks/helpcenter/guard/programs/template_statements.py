"""Runs templates: loops, blocks, macros, includes; within limits.

Elsewhere the tags of a file are read one by one, whatever the file is; here a whole file that
parses is run, as far as its values are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from jinja2 import nodes as jinja

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs.filters import JINJA
from helpcenter.guard.programs.nodes import UNKNOWN, WALL, Given, Node, Result, Scope
from helpcenter.guard.programs.operators import shown
from helpcenter.guard.programs.settings import given
from helpcenter.guard.programs.template_expressions import read
from helpcenter.guard.programs.template_runs import STATEMENTS, Budget, Run, parsed

_STATEMENT = re.compile(
    r"\{%[-+]?\s{0,9}(?:for|macro|call|filter|set|include|import|from|with|if)\b"
)
_BLOCK = re.compile(r"\bself\.\w{1,40}\(")
_ROUNDS = 200


def results(text: str) -> Iterator[Result]:
    """Each run of the text that comes out, around what an expression made."""
    tree = parsed(text) if _STATEMENT.search(text) or _BLOCK.search(text) else None
    if tree is None:
        return
    run = Run(Scope(library=JINJA), Budget())
    run.scope.names.update(given(text))
    blocks = {block.name: _block(run, block) for block in tree.find_all(jinja.Block)}
    run.scope.names["self"] = blocks
    extends = tree.find(jinja.Extends) is not None
    for item in tree.body:
        if extends:  # each block goes to a place of its own
            run.put(item.lineno, "\n\n", made=False)
        run.all([item])
    if run.budget.steps < 0 or run.budget.characters < 0:
        bounds.meet(f"> {bounds.STEPS} steps of a program")
    starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text)]
    for first, last, made in run.windows():
        start, end = starts[first - 1], starts[min(last, len(starts) - 1)]
        yield start, max(end - 1, start + 1), made


def _output(run: Run, item: jinja.Output) -> None:
    for node in item.nodes:
        if isinstance(node, jinja.TemplateData):
            run.put(node.lineno, node.data, made=False)
        else:
            value = run.told(node)
            text = "".join(map(shown, value)) if isinstance(value, list) else shown(value)
            run.put(node.lineno, text, made=True)


def _block(run: Run, item: jinja.Block) -> Callable[..., str]:
    """What `self.name()` gives of a block of that name."""
    return lambda *rest: run.aside(item.body, {})


def _bind(run: Run, target: Any, value: Any) -> None:
    names = run.scope.names
    if isinstance(target, jinja.Name):
        names[target.name] = value
    elif isinstance(target, jinja.NSRef):
        holder = names.get(target.name)
        if isinstance(holder, dict):
            holder[target.attr] = value
    elif isinstance(target, jinja.Tuple):
        values = value if isinstance(value, list) else [UNKNOWN] * len(target.items)
        for inner, one in zip(target.items, values, strict=False):
            _bind(run, inner, one)


def _conditions(item: jinja.Node) -> list[jinja.Node]:
    """What a statement asks first."""
    return list(item.iter_child_nodes(only=("test",)))


def _for(run: Run, item: jinja.For) -> None:
    items = run.told(item.iter)
    if isinstance(items, dict):
        items = list(items)
    if not isinstance(items, list | str):
        items = [UNKNOWN]
    items, conditions = list(items)[:_ROUNDS], _conditions(item)
    for at, value in enumerate(items):
        run.budget.steps -= 1
        if run.budget.steps < 0:
            return
        _bind(run, item.target, value)
        if any(not run.told(condition) for condition in conditions):
            continue
        size = len(items)
        run.scope.names["loop"] = {
            "index": at + 1, "index0": at, "first": at == 0, "last": at == size - 1, "length": size,
            "cycle": lambda *v, at=at: v[at % len(v)], "revindex": size - at, "revindex0": size - at - 1,
            "previtem": items[at - 1] if at else UNKNOWN, "nextitem": items[at + 1] if at + 1 < size else UNKNOWN,
        }  # fmt: skip
        run.all(item.body)
    if not items:
        run.all(item.else_)


def _if(run: Run, item: jinja.If) -> None:
    """The branch that is taken; all of them, one after the other, if that is unknown."""
    held = run.told(_conditions(item)[0])
    if held is UNKNOWN or held:
        run.all(item.body)
    if held is UNKNOWN or not held:
        for way in item.elif_:
            _if(run, way)
        run.all(item.else_)


def _set(run: Run, item: jinja.Assign) -> None:
    _bind(run, item.target, run.told(item.node))


def _set_block(run: Run, item: jinja.AssignBlock) -> None:
    text = run.aside(item.body, {})
    _bind(run, item.target, _filtered(run, item.filter, text))


def _filtered(run: Run, item: jinja.Filter | None, text: str) -> Any:
    """A text through the filters of a block, the innermost first."""
    if item is None:
        return text
    if item.node is not None:
        text = _filtered(run, item.node, text)  # type: ignore[arg-type]
    node = read(item)
    called = Node("member", (Node("text", (), text),), node.parts[0].value)
    return run.worked_out(Node("call", (called, *node.parts[1:])))


def _filter_block(run: Run, item: jinja.FilterBlock) -> None:
    text = run.aside(item.body, {})
    run.put(item.lineno, shown(_filtered(run, item.filter, text)), made=True)


def _macro(run: Run, item: Any) -> Callable[..., str]:
    names = [argument.name for argument in item.args]
    defaults = dict(zip(names[len(names) - len(item.defaults) :], item.defaults, strict=True))

    def call(*values: Any, **named: Any) -> str:
        if values and isinstance(values[-1], Given):
            *given, last = values
            values, named = tuple(given), {**last, **named}
        known = {name: run.told(node) for name, node in defaults.items()}
        known |= dict(zip(names, values, strict=False)) | named
        known["varargs"] = list(values[len(names) :])
        return run.aside(item.body, {**dict.fromkeys(names, UNKNOWN), **known})

    return call


def _define(run: Run, item: jinja.Macro) -> None:
    run.scope.names[item.name] = _macro(run, item)


def _call_block(run: Run, item: jinja.CallBlock) -> None:
    run.scope.names["caller"] = _macro(run, item)
    value = run.told(item.call)
    run.put(item.lineno, shown(value), made=True)


def _include(run: Run, item: jinja.Include) -> None:
    other = run.other(run.told(item.template))
    run.put(item.lineno, other.text if other else WALL, made=other is not None)


def _import(run: Run, item: jinja.Import) -> None:
    other = run.other(run.told(item.template))
    run.scope.names[item.target] = dict(other.scope.names) if other else UNKNOWN


def _from(run: Run, item: jinja.FromImport) -> None:
    other = run.other(run.told(item.template))
    for name in item.names:
        own, new = name if isinstance(name, tuple) else (name, name)
        run.scope.names[new] = other.scope.names.get(own, UNKNOWN) if other else UNKNOWN


def _with(run: Run, item: jinja.With) -> None:
    for target, value in zip(item.targets, item.values, strict=True):
        _bind(run, target, run.told(value))
    run.all(item.body)


def _do(run: Run, item: jinja.ExprStmt) -> None:
    run.told(item.node)


_KNOWN: dict[type, Callable[[Run, Any], None]] = {
    jinja.Output: _output,
    jinja.For: _for,
    jinja.If: _if,
    jinja.Assign: _set,
    jinja.AssignBlock: _set_block,
    jinja.FilterBlock: _filter_block,
    jinja.Macro: _define,
    jinja.CallBlock: _call_block,
    jinja.Include: _include,
    jinja.Import: _import,
    jinja.FromImport: _from,
    jinja.With: _with,
    jinja.ExprStmt: _do,
}
STATEMENTS.update(_KNOWN)
