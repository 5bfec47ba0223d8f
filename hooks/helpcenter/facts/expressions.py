"""Expressions in Markdown: finding `{{ name("constant", …) }}` and refusing all else.

Pull requests come from strangers and Jinja's sandbox bounds neither time nor memory, so
nothing is evaluated here. An expression is parsed to Jinja's syntax tree, and the tree
must be one call of a plain name with constant arguments. Rule HC203 is a refusal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from jinja2 import TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from helpcenter.model import Text

MAX_LENGTH = 300
"""Longest expression in characters, braces included; enough for every call there is."""
MAX_EXPRESSIONS = 500
"""Most expressions of one page; no article comes near."""
MAX_REFUSALS = 50
"""Refused expressions reported per file; more says nothing new."""

Constant = str | int | bool

_MARK = re.compile(r"\{\{+|\{%")
_ODD = re.compile(
    r"(?<![{｛])(?!\{\{)[{｛]{1,2}\s*(?P<call>[a-z_]+[(（][^{}｛｝\n]{0,200}[)）])\s*[}｝]{1,2}"
)
"""A call in single or full-width braces: `{ brand() }`, `｛｛ brand() ｝｝`."""
_FORM = Text('只能写 {{ 名称("值") }}', 'write only {{ name("value") }}')
_NARROW = str.maketrans("“”„＂‘’＇（），＝", '""""\'\'\'(),=')
"""Characters that a Chinese input method types where an expression needs ASCII ones."""
_ENVIRONMENT = SandboxedEnvironment(comment_start_string="{##", comment_end_string="##}")


@dataclass(frozen=True, slots=True)
class Expression:
    """One `{{ source }}` of a text; `start` and `end` count characters from 0."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the facts with constant arguments, not yet looked up."""

    name: str
    args: tuple[Constant, ...] = ()
    kwargs: tuple[tuple[str, Constant], ...] = ()


class Refused(ValueError):
    """An expression that will not be evaluated.

    Attributes:
        rule: HC202 for a name that does not exist, HC203 for a forbidden form.
        message: what is wrong, in both languages of the tools.
        found: the offending text as it stands in the file.
        offset: where it begins, counted from the start of what was examined.
        suggestion: the likely mend.
    """

    def __init__(
        self, message: Text, found: str, *, offset: int = 0, rule: str = "HC203", hint: Text = _FORM
    ) -> None:
        super().__init__(message.en)
        self.rule = rule
        self.message = message
        self.found = found
        self.offset = offset
        self.suggestion = hint


@dataclass(frozen=True, slots=True)
class Found:
    """Expressions of a text in order, and the places that look like one but are refused."""

    expressions: list[Expression] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def find(text: str) -> Found:
    """All expressions of `text`, in linear time.

    Refused: `{%`, three or more braces, an expression without end on its line, one that
    holds another opening, one longer than MAX_LENGTH, a call in other braces. Code is the
    caller's matter: blank it out first (`mask`).
    """
    found = Found()
    match = _MARK.search(text)
    while match and len(found.refused) < MAX_REFUSALS:
        start, after = match.span()
        end = text.find("}}", after, start + MAX_LENGTH) if match[0] == "{{" else -1
        source = text[after:end]
        if end < 0 or "\n" in source or "{{" in source or "{%" in source:
            found.refused.append(_refuse_opening(text, match))
        elif len(found.expressions) == MAX_EXPRESSIONS:
            message = Text("这一页的表达式太多", "too many expressions on this page")
            found.refused.append(Refused(message, source.strip(), offset=start))
            break
        else:
            found.expressions.append(Expression(source, start, end + 2))
            after = end + 2
        match = _MARK.search(text, after)
    odd = (_refuse_braces(match) for match in _ODD.finditer(text))
    found.refused.extend(islice(odd, MAX_REFUSALS))
    return found


def mask(text: str, ranges: list[tuple[int, int]]) -> str:
    """`text` with the characters of `ranges` blanked, so that offsets stay as they are."""
    parts: list[str] = []
    last = 0
    for start, end in ranges:
        parts += [text[last:start], re.sub(r"[^\n]", " ", text[start:end])]
        last = end
    return "".join([*parts, text[last:]])


def _refuse_braces(match: re.Match[str]) -> Refused:
    call = match["call"].translate(_NARROW)
    message = Text("花括号要半角的，前后各两个", "an expression stands in two plain braces")
    hint = Text(f"写成 {{{{ {call} }}}}", f"write {{{{ {call} }}}}")
    return Refused(message, match[0][:80], offset=match.start(), hint=hint)


def _refuse_opening(text: str, match: re.Match[str]) -> Refused:
    start, after = match.span()
    shown = text[start : start + 40].partition("\n")[0]
    if match[0] == "{%":
        message = Text("不允许使用 {% %} 语句", "{% %} statements are not allowed")
    elif after - start > 2:
        message = Text("花括号太多", "too many braces")
    else:
        message = Text(
            f"表达式没有在同一行、{MAX_LENGTH} 个字符之内用 }}}} 结束",
            f"the expression does not end with }}}} on its line within {MAX_LENGTH} characters",
        )
    return Refused(message, shown, offset=start)


@lru_cache(maxsize=4096)  # the same few hundred calls stand in all pages
def parse(source: str) -> Call:
    """Parse the call in `source`, the text between the braces.

    Raises:
        Refused: for anything but one call of a plain name with constant arguments. The
            offset is counted from the start of `source`.
    """
    if len(source) > MAX_LENGTH:
        raise _refusal(source, Text("表达式太长", "the expression is too long"))
    if "\\" in source:
        message = Text("不允许使用反斜杠转义", "backslash escapes are not allowed")
        raise _refusal(source, message, source.index("\\"))
    try:
        joined = _adjacent_strings(source)
        body = _ENVIRONMENT.parse("{{ " + source + " }}").body
    except (TemplateError, RecursionError, ValueError):
        raise _unreadable(source) from None
    if joined:
        raise _refusal(source, Text("不允许拼接文字", "strings must not be joined"))
    match body:
        case [nodes.Output(nodes=[nodes.Call(node=nodes.Name(name=name)) as call])]:
            return _constants(source, name, call)
    raise _refusal(source, Text("不是函数调用", "it is not a call of a function"))


def _adjacent_strings(source: str) -> bool:
    """Whether two string literals follow each other, which Jinja would silently join."""
    kinds = [
        kind for _, kind, _ in _ENVIRONMENT.lex("{{ " + source + " }}") if kind != "whitespace"
    ]
    return any(pair == ("string", "string") for pair in pairwise(kinds))


def _constants(source: str, name: str, call: nodes.Call) -> Call:
    if call.dyn_args is not None or call.dyn_kwargs is not None:
        raise _refusal(source, Text("不允许使用 * 或 **", "* and ** are not allowed"))
    args = tuple(_constant(source, node) for node in call.args)
    kwargs = tuple((pair.key, _constant(source, pair.value)) for pair in call.kwargs)
    if len(dict(kwargs)) < len(kwargs):
        raise _refusal(source, Text("同一个参数写了两次", "an argument is given twice"))
    return Call(name, args, kwargs)


def _constant(source: str, node: nodes.Expr) -> Constant:
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int):
        return node.value
    message = Text(
        "参数只能是文字、整数或 true/false", "arguments must be texts, whole numbers or true/false"
    )
    raise _refusal(source, message)


def _unreadable(source: str) -> Refused:
    """The refusal of unreadable source; says what to type if only its characters are wrong."""
    refused = _refusal(source, Text("看不懂这个表达式", "the expression cannot be read"))
    narrow = source.strip().translate(_NARROW)
    if narrow == source.strip():
        return refused
    try:
        parse(narrow)
    except Refused:
        return refused
    refused.suggestion = Text(
        f"引号、括号和逗号要用半角：{{{{ {narrow} }}}}",
        f"type straight quotes and plain brackets: {{{{ {narrow} }}}}",
    )
    return refused


def _refusal(source: str, message: Text, offset: int | None = None) -> Refused:
    inner = len(source) - len(source.lstrip()) if offset is None else offset
    return Refused(message, source.strip()[:80], offset=inner)
