"""Pages with their front matter: id, category and language come from the path."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath

from helpcenter.data.decoding import unfinished_merge
from helpcenter.data.models.article import ArticleMeta, PageMeta
from helpcenter.data.problems import Problem, to_finding
from helpcenter.data.records import Records
from helpcenter.data.sources import DOCS, read, walk
from helpcenter.data.validate import validate
from helpcenter.data.yaml_file import Document, read_yaml
from helpcenter.model import Finding, Lang

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """One page in one language. Compared by identity, so that results can be cached per article."""

    path: str
    """Below `docs/`, as MkDocs' `src_uri`."""
    id: str
    """File name without language and ending; `index` for home and category pages."""
    category: str
    """Folder; empty for pages directly in `docs/`."""
    lang: Lang
    meta: ArticleMeta | PageMeta
    body: str
    """Markdown after the front matter."""
    raw: str
    """The whole file."""
    front: Document
    """The front matter with the places of its values in the raw file."""

    @property
    def start(self) -> int:
        """Offset of the body in the raw file."""
        return len(self.raw) - len(self.body)


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Front matter without its `---` lines, the body, and the body's offset in `text`.

    Without a complete front matter the first is empty and the body is the whole text.
    """
    start = _OPEN.match(text)
    end = _CLOSE.search(text, start.end()) if start else None
    if start is None or end is None:
        return "", text, 0
    return text[start.end() : end.start()], text[end.end() :], end.end()


def name_parts(path: str) -> tuple[str, str, Lang]:
    """Id, category and language of a page, from its path below `docs/`."""
    pure = PurePosixPath(path)
    stem = pure.name.removesuffix(".md")
    lang: Lang = "en" if stem.endswith(".en") else "zh"
    category = pure.parent.as_posix()
    return stem.removesuffix(".en"), "" if category == "." else category, lang


def read_article(path: str, text: str, today: date) -> tuple[Article | None, list[Finding]]:
    """The page at `path` below `docs/`, or None, and what is wrong with its front matter."""
    source, body, offset = split_front_matter(text)
    if not offset:
        code = "front_matter_open" if _OPEN.match(text) else "front_matter_missing"
        return None, _findings([Problem(code)], path)
    front = read_yaml("\n" + source)  # the empty line stands for the first ---
    if front.broken:
        if problem := unfinished_merge(text):
            return None, [to_finding(problem, f"{DOCS}/{path}", kind="writing")]
        return None, _findings(front.problems, path)
    name, category, lang = name_parts(path)
    is_article = name != "index"
    model: type[ArticleMeta] | type[PageMeta] = ArticleMeta if is_article else PageMeta
    meta, problems = validate(model, front, today)
    problems = [*front.problems, *problems, *_own_problems(front, name, category)]
    if meta is None:
        return None, _findings(problems, path)
    article = Article(path, name, category, lang, meta, body, text, front)
    return article, _findings(problems, path)


def _own_problems(front: Document, name: str, category: str) -> Iterator[Problem]:
    """Compares what the front matter says about the page with its path."""
    values = front.value if isinstance(front.value, dict) else {}
    said = values.get("category")
    if category and isinstance(said, str) and said != category:
        place = front.place(("category",)).value
        yield Problem("category_not_folder", place, said, {"folder": category})
    related = values.get("related")
    for index, item in enumerate(related if isinstance(related, list) else []):
        if item == name:
            yield Problem("related_to_itself", front.place(("related", index)).value, name)


def _findings(problems: Sequence[Problem], path: str) -> list[Finding]:
    return [to_finding(item, f"{DOCS}/{path}", "HC401", "front-matter") for item in problems]


def load_articles(root: Path, today: date) -> tuple[list[Article], list[Finding]]:
    """All pages below `docs/` that can be read, sorted by path, and what is wrong with them."""
    paths, findings = walk(root)
    articles: list[Article] = []
    for path in paths:
        if path.endswith(".md"):
            text, found = read(root, path)
            findings += found
            if text is not None:
                article, found = _remembered(path, text, today)
                findings += found
                articles += [article] if article else []
    return articles, findings


_remembered = lru_cache(maxsize=8192)(read_article)
"""A process that reads a project again reuses the articles that did not change."""


def check_articles(articles: Sequence[Article], records: Records) -> list[Finding]:
    """Folders, ids and related articles against `categories.yml`."""
    return [
        finding
        for article in articles
        for finding in _findings(list(_category_problems(article, records)), article.path)
    ]


def _category_problems(article: Article, records: Records) -> Iterator[Problem]:
    ids = tuple(name for shelf in records.categories.values() for name in shelf.articles)
    shelves = tuple(records.categories)
    shelf = article.category or article.meta.category
    if shelf and shelf not in shelves:
        yield Problem("unknown_category", found=shelf, near=shelves)
    elif isinstance(article.meta, ArticleMeta):
        folder = records.categories.get(article.category)
        listed = folder.articles if folder else records.pages
        if article.id not in listed:
            values = {"folder": article.category}
            yield Problem("article_not_listed", found=article.id, values=values, near=ids)
        for index, name in enumerate(article.meta.related):
            if name not in ids:
                place = article.front.place(("related", index)).value
                yield Problem("unknown_article", place, name, near=ids)
