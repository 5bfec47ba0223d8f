"""Builds the search index from the project's sources; the package `search` knows no sources."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from helpcenter.bilingual.urls import language, page_url
from helpcenter.build import Build, start
from helpcenter.data.models.article import ArticleMeta
from helpcenter.model import Finding, Lang, Progress, Text, unwatched
from helpcenter.publish.files import write_files
from helpcenter.publish.profile import Profile
from helpcenter.search.bundles import (
    BOX,
    ENGINE,
    WORKER,
    box_script,
    bundled,
    page_script,
    worker_script,
)
from helpcenter.search.core import Words
from helpcenter.search.documents import Document, sections, without_repeats
from helpcenter.search.engine import Engine
from helpcenter.search.index import build_index
from helpcenter.search.modules import MODULES
from helpcenter.search.script import Script

FOLDER = "search"
"""Where the index lies below the root of its language in the built site."""

_LABEL = Text("编制搜索索引", "making the search index")
POPULAR = 1.12
BESIDE = 0.7


def searchable(root: Path, profile: Profile) -> tuple[Build | None, list[Finding]]:
    """What a search needs without a site build; only the pages are read and checked."""
    return start(root, None, profile, lambda path: path.startswith("docs/"))


def search_words(build: Build) -> Words:
    """The writers' tables of words."""
    records = build.records
    name = records.brand.name
    return Words(records.search, records.terms, records.questions.by_language(), (name,))


def document(build: Build, src: str, html: str) -> Document | None:
    """The search document of the page `src`, whose body is `html`.

    None for pages of lists, and for pages that stand in for a missing translation.
    """
    article = build.articles[src]
    if not isinstance(article.meta, ArticleMeta) or article.lang != build.lang:
        return None
    shown = build.front_matter(src)
    path = f"docs/{src}"
    root = page_url("index.md", article.lang)
    shelf = build.records.categories.get(article.category or article.meta.category)
    return Document(
        id=article.id,
        lang=article.lang,
        url=page_url(src, article.lang).removeprefix(root),
        title=shown["title"],
        description=shown["description"],
        category=shelf.title[article.lang] if shelf else "",
        ask=tuple(build.renderer.fill(line, article.lang, path) for line in article.meta.ask),
        sections=sections(html, _names(build, article.lang)),
        prior=_prior(build, article.id, bool(shelf)),
    )


def _names(build: Build, lang: Lang) -> dict[str, str]:
    return {key: contact.label[lang] for key, contact in build.records.contacts.items()}


def _prior(build: Build, name: str, shelved: bool) -> float:
    """Articles listed on the home page rank first; pages outside the categories rank last."""
    if not shelved:
        return BESIDE
    return POPULAR if name in build.records.popular else 1


def read_documents(build: Build, lang: Lang) -> list[Document]:
    """The articles of one language, rendered from their sources without a site build."""
    found = []
    build.lang = lang
    for src in sorted(build.sources):
        if language(src) == lang:
            text = build.begin_page(build.articles[src].body, src)
            html = Markdown(**_markdown(build)).convert(text)
            build.end_page()
            found.append(document(build, src, html))
    return [item for item in found if item]


def index_files(
    build: Build, documents: Iterable[Document], lang: Lang, script: Script
) -> dict[str, str]:
    """The index of `lang`, file names to contents, from documents in any order."""
    ordered = sorted(documents, key=lambda item: (item.category, item.id))
    return build_index(without_repeats(ordered), search_words(build), lang, script)


def open_engine(build: Build, lang: Lang) -> Engine:
    """The page's engine over the sources as they are now, without a site build."""
    script = Script(build.root)
    files = index_files(build, read_documents(build, lang), lang, script)
    return Engine(script, files)


def write_search(build: Build, site: Path, progress: Progress = unwatched) -> None:
    """Write into the built `site` what was collected during the build: box, worker and engine.

    Their modules are published as the three scripts that are made of them, all in short form.
    """
    script = Script(build.root)
    for lang, documents in progress(list(build.searched.items()), _LABEL):
        folder = site / page_url("index.md", lang) / FOLDER
        write_files(folder, index_files(build, documents.values(), lang, script))
    modules, published = build.root / MODULES, site / "assets/javascripts"
    (site / FOLDER / ENGINE).write_text(page_script(modules), "utf-8")
    for name in bundled(modules):
        (published / name).unlink(missing_ok=True)
    (published / BOX).write_text(box_script(modules), "utf-8")
    (published / WORKER).write_text(worker_script(modules), "utf-8")


def _markdown(build: Build) -> dict[str, Any]:
    names, configs = _extensions((build.root / "mkdocs.yml").read_text("utf-8"))
    return {"extensions": [*names, build.facts], "extension_configs": configs}


@cache
def _extensions(settings: str) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Markdown extensions of a `mkdocs.yml`, as the site builder would load them."""
    config = yaml.safe_load(settings)
    names, configs = ["toc", "tables", "fenced_code"], {}
    for item in config["markdown_extensions"]:
        name, options = next(iter(item.items())) if isinstance(item, dict) else (item, {})
        names.append(name)
        configs[name] = options or {}
    return list(dict.fromkeys(names)), configs
