"""A preview that is saved again and again: what changed, and whether its pages alone can follow.

Whatever stands in other pages too (titles, records, templates, files that come or go) needs a
whole build. Running text does not: the sources are judged anew, all of them, and then only the
pages of that text are made again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from helpcenter.build import Build
from helpcenter.data.articles import Article
from helpcenter.gate import read_sources
from helpcenter.guard.assets import LOCK
from helpcenter.guard.source_gate import source_paths

Snapshot = Mapping[str, tuple[int, int]]
"""Time of the last change (ns) and size (bytes) of each source, by its path below the root."""


def snapshot(root: Path) -> Snapshot:
    """The sources of the project at `root` as they are now."""
    stats = {path: (root / path).stat() for path in source_paths(root)}
    if (root / LOCK).is_file():
        stats[LOCK] = (root / LOCK).stat()
    return {path: (stat.st_mtime_ns, stat.st_size) for path, stat in stats.items()}


def edited(before: Snapshot, after: Snapshot) -> list[str] | None:
    """Pages (paths below docs/) that were changed; None when any other file was, came or went."""
    changed = [path for path in after if before.get(path) != after[path]]
    if before.keys() != after.keys() or not all(path.endswith(".md") for path in changed):
        return None
    return [path.removeprefix("docs/") for path in changed]


def follow(build: Build, changed: Collection[str]) -> bool:
    """Read the sources again into `build`, whose pages `changed` were edited.

    False, and nothing done, when that needs a whole build: an error, another record, another
    front matter.
    """
    sources = read_sources(build.root, build.profile.today, serving=True)
    articles = {article.path: article for article in sources.articles}
    if sources.errors or sources.records is not build.records:
        return False
    if articles.keys() != build.articles.keys():
        return False
    if any(_front(articles[path]) != _front(build.articles[path]) for path in changed):
        return False
    build.take(sources)
    return True


def _front(article: Article) -> str:
    """The front matter as it is written."""
    return article.raw.removesuffix(article.body)
