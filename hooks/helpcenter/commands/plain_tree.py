"""A page as plain Markdown: facts filled in, nothing that only this site understands.

Expressions are replaced by their values, heading ids by anchors before the headings, admonitions by
block quotes. Every Markdown parser understands the result.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from helpcenter.bilingual.assemble import hard_front, plain
from helpcenter.bilingual.state import PageState
from helpcenter.bilingual.urls import chinese_name
from helpcenter.data.articles import Article
from helpcenter.data.markdown_source import code_ranges
from helpcenter.facts.expressions import find, mask, parse
from helpcenter.facts.render import Renderer
from helpcenter.model import HTML_LANG, Lang

_HEADING = re.compile(
    r"^(#{1,6}[ \t].*?)[ \t]*\{:?[ \t]*#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$", re.MULTILINE
)
_ADMONITION = re.compile(
    r"^(?:!!!|\?\?\?\+?)[ \t]+[\w -]+?(?:[ \t]*\"(?P<title>[^\"\n]*)\")?[ \t]*\n"
    r"(?P<body>(?:(?:    .*)?\n)*)",
    re.MULTILINE,
)
_ENGLISH_LINK = re.compile(r"(\]\([^()\s]*?)\.en\.md(?=[#)])")
_DATA = re.compile(r"\s+data-[a-z-]+=\"[^\"]*\"")
_KEPT = re.compile(r"<span class=\"hc-keep\">([^<]*)</span>")
"""Breaks lines on this site alone."""
_LINK_TEXT = re.compile(r"\[[^\[\]\n]*\]\(")


def plain_page(
    article: Article, renderer: Renderer, page: PageState | None = None, old: Sequence[str] = ()
) -> str:
    """The whole file, with a front matter of title, description and language.

    With `page` the English stands as its readers get it: where it would mislead, in Chinese.
    `old` are the addresses that lead to it.
    """
    path, lang = f"docs/{article.path}", article.lang
    in_chinese = hard_front(page) if page else []
    front: dict[str, object] = {}
    for name in ("title", "description"):
        source = page.chinese if page and name in in_chinese else article
        front[name] = renderer.fill(getattr(source.meta, name), source.lang, path)
    front["lang"] = HTML_LANG[lang]
    if old:
        front["redirect_from"] = list(old)
    words = renderer.records.interface
    pieces = page and plain(page, lambda key: words[key]["en"])
    body = "\n\n".join(
        _values(text.replace("\r\n", "\n").strip(), tongue, path, renderer)
        for text, tongue in pieces or [(article.body, lang)]
    )
    body = _HEADING.sub(r'<a id="\g<id>"></a>\n\n\g<1>', body)
    body = _ADMONITION.sub(_quote, f"{body}\n")
    body = _ENGLISH_LINK.sub(r"\g<1>.md", body)
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n\n{body.strip()}\n"


def plain_path(article: Article) -> str:
    """Where the page lies in the tree of its language."""
    return chinese_name(article.path)


def _values(body: str, lang: Lang, path: str, renderer: Renderer) -> str:
    """`body` with every expression outside code replaced by its value."""
    visible = mask(body, code_ranges(body))
    names = [match.span() for match in _LINK_TEXT.finditer(visible)]
    parts, last = [], 0
    for expression in find(visible).expressions:
        line = visible.rfind("\n", 0, expression.start) + 1
        in_link = any(first <= expression.start < end for first, end in names)
        call = parse(expression.source)
        if visible.startswith("#", line) or in_link:
            value = renderer.plain(call, lang, path)
        else:
            html = _DATA.sub("", _KEPT.sub(r"\1", str(renderer.render(call, lang, path))))
            value = re.sub(r"\s*\n\s*", "\n", html)
        parts += [body[last : expression.start], value]
        last = expression.end
    return "".join([*parts, body[last:]])


def _quote(match: re.Match[str]) -> str:
    lines = [line[4:] for line in match["body"].rstrip("\n").split("\n")]
    title = [f"**{match['title']}**", ""] if match["title"] else []
    return "\n".join(f"> {line}".rstrip() for line in [*title, *lines]) + "\n\n"
