"""Moves a pair of articles and updates every link, related list and record that names it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from helpcenter.bilingual.addresses import FILE
from helpcenter.bilingual.plain import target
from helpcenter.bilingual.urls import chinese_name, counterpart, page_url
from helpcenter.data.articles import split_front_matter
from helpcenter.data.markdown_source import code_ranges

CATEGORIES = "docs/_data/categories.yml"
QUESTIONS = "docs/_data/questions.yml"
RECORDS = (CATEGORIES, QUESTIONS, FILE)
"""Record files that name articles."""
_LINK = re.compile(r"(?P<before>\]\()(?P<target>[^()\s#]+\.md)(?P<after>[#)\s])")


def move(texts: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """All pages and the record files after moving the Chinese page `old` to `new`.

    Args:
        texts: Markdown by path below docs/, record files by path below the root.
        old: such as `fees/fees-overview.md`; its translation moves along.
        new: such as `fees/overview.md`.
    """
    moved = {old: new, counterpart(old): counterpart(new)}
    out: dict[str, str] = {}
    for path, text in texts.items():
        if path == CATEGORIES:
            out[path] = _categories(text, old, new)
        elif path == QUESTIONS:
            out[path] = re.sub(
                rf"^(  ){_id(old)}(?=:)", rf"\g<1>{_id(new)}", text, flags=re.MULTILINE
            )
        elif path == FILE:
            out[path] = _redirect(text, page_url(old, "zh"), page_url(new, "zh"))
        else:
            place = moved.get(path, path)
            out[place] = _page(text, path, place, old, new)
    return out


def _page(text: str, path: str, place: str, old: str, new: str) -> str:
    """One page: its links to `old`, and all its links when it changes its folder itself."""
    offset = split_front_matter(text)[2]
    front = _front(text[:offset], old, new, moves=path != place)
    code = code_ranges(text, offset)
    here, there = posixpath.dirname(path), posixpath.dirname(place)

    def follow(match: re.Match[str]) -> str:
        written = match["target"]
        if any(first <= match.start() < last for first, last in code):
            return match[0]
        goal = target(written, here)
        goal = new if goal == chinese_name(old) else goal
        if goal == target(written, there):
            return match[0]
        relative = posixpath.relpath(goal, there or ".")
        return f"{match['before']}{relative}{match['after']}"

    body, last = [], offset
    for match in _LINK.finditer(text, offset):
        body += [text[last : match.start()], follow(match)]
        last = match.end()
    return "".join([front, *body, text[last:]])


def _front(front: str, old: str, new: str, *, moves: bool) -> str:
    front = re.sub(
        rf"^([ \t]*- ){re.escape(_id(old))}([ \t]*\r?)$", rf"\g<1>{_id(new)}\2", front, flags=re.M
    )
    if moves and (folder := posixpath.dirname(new)):
        front = re.sub(r"^(category:[ \t]*)\S+", rf"\g<1>{folder}", front, flags=re.MULTILINE)
    return front


def _categories(text: str, old: str, new: str) -> str:
    """`categories.yml`: the new id in place of the old one, at the end of another shelf."""
    line = re.compile(rf"^([ \t]*- ){re.escape(_id(old))}([ \t]*)$", re.MULTILINE)
    if posixpath.dirname(old) == posixpath.dirname(new):
        return line.sub(rf"\g<1>{_id(new)}\2", text)
    shelf = re.compile(
        rf"^  {re.escape(posixpath.dirname(old))}:\n(?:(?:    .*)?\n)*", re.MULTILINE
    )
    text = shelf.sub(lambda m: re.sub(line.pattern + r"\n", "", m[0], flags=re.M), text, count=1)
    return line.sub(rf"\g<1>{_id(new)}\2", on_shelf(text, posixpath.dirname(new), _id(new)))


def on_shelf(text: str, category: str, name: str) -> str:
    """`categories.yml` with the article `name` last on the shelf `category`, if not yet there."""
    shelf = re.compile(
        rf"^  {re.escape(category)}:\n(?:    .*\n)*?    articles:\n(?P<items>(?:      - .*\n)*)",
        re.M,
    )
    match = shelf.search(text)
    if match is None or f"      - {name}\n" in match["items"]:
        return text
    return f"{text[: match.end()]}      - {name}\n{text[match.end() :]}"


def _redirect(text: str, old: str, new: str) -> str:
    """`addresses.yml`: the old address leads to the new one, and so do those that led to it."""
    text = re.sub(rf"^(  \S+: ){re.escape(old)}$", rf"\g<1>{new}", text, flags=re.MULTILINE)
    text = re.sub(rf"^  {re.escape(new)}: \S+\n", "", text, flags=re.MULTILINE)
    text = (
        text.replace("redirects: {}", "redirects:")
        if "redirects:" in text
        else f"{text}redirects:\n"
    )
    head, mark, rest = text.partition("redirects:\n")
    published = "" if f"  - {new}\n" in head else f"  - {new}\n"
    return f"{head}{published}{mark}{rest}  {old}: {new}\n"


def _id(path: str) -> str:
    return posixpath.basename(path).removesuffix(".md")
