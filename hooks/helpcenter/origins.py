"""Maps each page of a built site to its source."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.data.sources import walk
from helpcenter.guard.gates.origin import Origins
from helpcenter.guard.gates.source_files import source_paths


def origins(root: Path, articles: Collection[str] | None = None) -> Origins:
    """Where the files of the site that is built from `root` come from.

    Args:
        root: the folder of mkdocs.yml.
        articles: file names of all pages below docs/, where they are known already.
    """
    names = articles if articles is not None else _article_names(root)
    pages = {f"{page_url(path, language(path))}index.html": f"docs/{path}" for path in names}
    untranslated = {
        f"{page_url(path, 'en')}index.html": f"docs/{path}"
        for path in names
        if language(path) == "zh" and counterpart(path) not in names
    }
    return Origins(root, list(source_paths(root)), {**untranslated, **pages})


def _article_names(root: Path) -> list[str]:
    return [path for path in walk(root)[0] if path.endswith(".md")]
