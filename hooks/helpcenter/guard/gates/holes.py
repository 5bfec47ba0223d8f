"""Addresses with a hole: `help@{{ place }}.test`, `https://help-${name}.test`, `"help@" + place`.

One part is here, another comes from a second file when the page is built or shown: an export of a
module, front matter, a setting or a snippet. Neither file alone can be judged, so the form itself
is refused. A hole that holds a whole address is not affected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TEMPLATE = r"\{\{[^{}\n]{1,200}\}\}"
_HOLE = (
    rf"(?:{_TEMPLATE}|\$\{{[^{{}}\n]{{1,200}}\}}|-{{1,5}}8<-{{1,5}}"
    rf"|\{{%-?\s{{0,3}}include\b[^%\n]{{1,200}}%\}})"
)
_LOCAL, _HOST = r"[\w.+-]", r"[\w-]"
_QUOTE = r"[\"'`]"
_VALUE = r"[A-Za-z_$(]"
_MAILBOX = re.compile(
    rf"{_LOCAL}@{_HOLE}|{_HOLE}@(?:{_HOLE}|{_HOST}{{1,60}}\.[A-Za-z])"
    rf"|{_LOCAL}@{_HOST}{{1,40}}[.-]{_HOLE}"
    rf"|{_LOCAL}(?:@|\\0{{0,4}}40 ?){_QUOTE}\s{{1,3}}(?:var|attr|counter)\("
    rf"|{_LOCAL}@{_QUOTE}\s{{0,3}}(?:\+|~|,)\s{{0,3}}{_VALUE}"
    rf"|[\w$)\]]\s{{0,3}}[+~]\s{{0,3}}{_QUOTE}@{_HOST}{{1,60}}\.[A-Za-z]",
    re.ASCII,
)
"""Half a mailbox beside a hole, on either side of its @."""
_AUTHORITY = re.compile(
    r"(?:https?:"
    rf"|[\"'(=])//(?:{_HOST}{{1,40}}[.-])?{_HOLE}(?:[.-]{_HOST}{{1,40}}){{0,3}}\."
    rf"(?P<ending>[A-Za-z]{{2,12}})(?![\w.-])"
    rf"|https?://{_HOST}{{2,40}}-{_HOLE}",
    re.ASCII,
)
"""The host of a link with a hole, of which a part is given that is no `www.`."""
_PYTHON = re.compile(
    rf"{_LOCAL}@(?:\{{[A-Za-z_][\w.()\[\]\"']{{0,60}}\}}|%s|\{{\}})"
    rf"|(?:\{{[\w.]{{0,60}}\}}|%s)@{_HOST}{{1,60}}\.[A-Za-z]",
    re.ASCII,
)
"""Half a mailbox in what Python fills in."""
TRUE_SAMPLES = (
    "help@{{ page.meta.desk }}.test",
    '<a href="https://{{ config.extra.place }}.test/kf">',
    "a.href = `mailto:help@${place}.${ending}`;",
    'a.href = "mailto:help@" + place + ".test";',
    '{{ "help@" ~ page.meta.desk ~ ".test" }}',
    'mail = user + "@host.test"',
    'help@--8<-- "includes/x.txt"',
    '.a::after { content: "help@" var(--host) ".test" }',
    "https://help-{{ page.meta.desk }}/",
)
FALSE_SAMPLES = (
    '<a href="mailto:{{ mail }}">{{ mail }}</a>',
    '<a href="{{ base_url }}/a.html">',
    "fetch(`${base}terms/${shard}.json`)",
    'const at = "@" + name;',
    '.a::after { content: "› " attr(data-label) }',
    '<a href="https://{{ host }}/">',
    "{{ brand() }}.io",
    "按“@”键后输入 {{ brand() }}",
)


def told(text: str, *, python: bool = False) -> Iterator[tuple[int, int]]:
    """Span of each such address; `python`: in a program of Python, whose holes look otherwise."""
    if not any(map(text.__contains__, ("{", "+", "8<", "%s"))):
        return
    patterns = [_MAILBOX, *([_PYTHON] if python else [])] if "@" in text else []
    patterns += [_AUTHORITY] if "//" in text else []
    last = -1
    for pattern in patterns:
        for match in pattern.finditer(text):
            if match.start() >= last:
                last = match.end()
                yield match.span()
