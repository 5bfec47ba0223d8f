"""Finds what a save changed, and whether it affects only the pages of that text.

Whatever other pages show too (titles, records, templates, added or removed files) affects the whole
site. Running text affects only its own page in both languages.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from helpcenter.build import Build
from helpcenter.data.articles import Article
from helpcenter.data.files import DATA
from helpcenter.guard.gates.asset_lock import LOCK
from helpcenter.guard.gates.source_files import source_paths
from helpcenter.source_rules import Sources

Snapshot = Mapping[str, tuple[int, int]]
"""Time of the last change (ns) and size (bytes) of each source, by its path below the root."""
_OWN = {"stamps", "owner", "review_by", "ask", "related"}
"""Front matter that its own page alone shows; two of the stamps are asked for beside it."""


def snapshot(root: Path) -> Snapshot:
    """The sources of the project at `root` as they are now."""
    paths = [*source_paths(root), *([LOCK] if (root / LOCK).is_file() else [])]
    found = {}
    for path in paths:
        try:
            stat = (root / path).stat()
        except FileNotFoundError:  # an editor's own file that was gone again
            continue
        found[path] = stat.st_mtime_ns, stat.st_size
    return found


def changes(before: Snapshot, after: Snapshot) -> list[str]:
    """Files that were changed, came or went."""
    paths = sorted(before.keys() | after.keys())
    return [path for path in paths if before.get(path) != after.get(path)]


def articles_of(changed: Collection[str]) -> set[str]:
    """Those of the changed files that are pages, by their path below docs/."""
    pages = (path for path in changed if path.startswith("docs/") and path.endswith(".md"))
    return {path.removeprefix("docs/") for path in pages}


def concerns_records(changed: Collection[str]) -> bool:
    """Whether a record file is among them: then no earlier judgement of any page holds."""
    return any(path.startswith(f"{DATA}/") for path in changed)


def only_content(changed: Collection[str]) -> bool:
    """Whether nothing but texts and records was changed; settings and templates still hold."""
    return all(path.startswith("docs/") and path.endswith((".md", ".yml")) for path in changed)


def styles(templates: Collection[str], changed: Collection[str]) -> list[str]:
    """Those of the builder's templates that are style sheets; records fill them, texts do not."""
    if all(path.endswith(".md") for path in changed):
        return []
    return [name for name in templates if name.endswith(".css")]


def suffices(build: Build, sources: Sources, changed: Collection[str]) -> bool:
    """Whether only the pages `changed` differ between `build` and its `sources` read again."""
    pages, articles = articles_of(changed), {article.path: article for article in sources.articles}
    if len(pages) < len(changed) or sources.records is not build.records:
        return False
    if articles.keys() != build.articles.keys():
        return False
    return all(_elsewhere(articles[path]) == _elsewhere(build.articles[path]) for path in pages)


def _elsewhere(article: Article) -> dict[str, object]:
    """What other pages show of this one, or take from it: all but what stands in it alone."""
    said = article.meta.model_dump(exclude=_OWN)
    stamps = {name: article.meta.stamps.get(name) for name in ("title", "description")}
    return said | {"stamps": stamps}
