"""The page's engine over an index held in memory: the command line and the tests ask it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpcenter.search.script import Script


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article answers a part of the query."""

    slot: str
    """The part of the query."""
    why: str
    """How the term was reached; the names are those of `slots.js`."""
    word: str
    """The site's word that was understood."""
    fields: tuple[str, ...]
    """Where the article has it."""
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a query."""

    id: str
    url: str
    """Below the language's root."""
    anchor: str
    title: str
    score: float
    coverage: float
    """Share of the query that it answers, 0-1."""
    snippet: str
    reasons: tuple[Reason, ...]


class Engine:
    """Search in one language over `files`, as `build_index` makes them."""

    def __init__(self, script: Script, files: Mapping[str, str]) -> None:
        self._script = script
        script.run(_START, files=dict(files))

    def search(self, query: str, most: int = 10) -> list[Hit]:
        """Articles for a query, best first; none below the floor."""
        found = self._script.run("$state.engine.search(query, most)", query=query, most=most)
        return [_hit(item) for item in found]

    def slots(self, query: str) -> list[str]:
        """The parts of the query that were looked for."""
        code = "$state.engine.ready().then(() => $state.engine.slots(query))"
        code += ".then((slots) => slots.map((slot) => slot.text))"
        return [str(text) for text in self._script.run(code, query=query)]

    def articles(self) -> list[str]:
        """Ids of all articles of the index."""
        return [str(name) for name in self._script.run(_ARTICLES)]

    def unused(self) -> list[str]:
        """The writers' groups of phrases of which no article has one."""
        return [str(group) for group in self._script.run(_UNUSED)]


_START = """(
  $state.files = files,
  $state.engine = new searchModules["search/engine.js"].Engine(
    async (path) => JSON.parse($state.files[path]), () => $common),
  null)"""
_ARTICLES = """Object.entries($state.files)
  .filter(([path]) => path.startsWith("articles/")).map(([, text]) => JSON.parse(text).id)"""
_UNUSED = """$state.engine.ready().then(() => {
  const { vocabulary, lists } = $state.engine;
  return vocabulary.core.meanings.filter((_, n) => !lists.has(`§${n}`)).map((g) => g.join(", "));
})"""


def _hit(item: Mapping[str, Any]) -> Hit:
    reasons = [
        Reason(r["slot"], r["why"], r["word"], tuple(r["fields"]), r["score"])
        for r in item["reasons"]
    ]
    return Hit(
        id=item["id"],
        url=item["url"],
        anchor=item["anchor"],
        title=item["title"],
        score=item["score"],
        coverage=item["coverage"],
        snippet="".join(part["text"] for part in item["parts"]),
        reasons=tuple(reasons),
    )
