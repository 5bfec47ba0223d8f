"""The page's engine over an index held in memory: the command line and the tests ask it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    term: str
    """What the article has: that word, or the first phrase of a group that means the same."""
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


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the query that is looked for."""

    text: str
    kind: str
    """`ours`: the site has a word for it; `unknown`: it has none; `others`: it is not ours."""


class Engine:
    """Search in one language over `files`, as `build_index` makes them."""

    def __init__(self, script: Script, files: Mapping[str, str]) -> None:
        self._script = script
        script.run(_START, files=dict(files))

    def search(self, query: str, most: int = 10) -> list[Hit]:
        """Articles for a query, best first; none below the floor."""
        found = self._script.run(_SEARCH, query=query, most=most)
        return [_hit(item) for item in found]

    def found(self, queries: Sequence[str], most: int = 10) -> list[list[str]]:
        """Ids of the articles for each of many queries, which costs half of asking one by one.

        A call must end within the time that `Script` gives it: some hundreds at once, not more.
        """
        return [list(map(str, ids)) for ids in self._script.run(_FOUND, queries=queries, most=most)]

    def parts(self, query: str) -> list[Part]:
        """The parts of the query that are looked for."""
        return [Part(text, kind) for text, kind in self._script.run(_PARTS, query=query)]

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
_SEARCH = """$state.engine.search(query, most).then((hits) => {
  const { meanings } = $state.engine.vocabulary.core;
  const named = (term) => (term.startsWith("§") ? meanings[Number(term.slice(1))][0] : term);
  return hits.map((hit) =>
    ({ ...hit, reasons: hit.reasons.map((reason) => ({ ...reason, term: named(reason.term) })) }));
})"""
_FOUND = """(async () => {
  const found = [];
  for (const query of queries) {
    found.push((await $state.engine.search(query, most)).map((hit) => hit.id));
  }
  return found;
})()"""
_PARTS = """$state.engine.ready().then(() => $state.engine.understood(query)).then(({ slots }) =>
  slots.map((slot) =>
    [slot.text, slot.elsewhere ? "others" : slot.terms.size ? "ours" : "unknown"]))"""
_ARTICLES = """Object.entries($state.files)
  .filter(([path]) => path.startsWith("articles/")).map(([, text]) => JSON.parse(text).id)"""
_UNUSED = """$state.engine.ready().then(async () => {
  const { vocabulary, lists } = $state.engine;
  const weak = vocabulary.core.lists ? (await $state.engine.file("rest.json")).lists : new Map();
  const isUsed = (term) => lists.has(term) || weak.has(term);
  return vocabulary.core.meanings.filter((_, n) => !isUsed(`§${n}`)).map((g) => g.join(", "));
})"""


def _hit(item: Mapping[str, Any]) -> Hit:
    reasons = [
        Reason(r["slot"], r["why"], r["word"], r["term"], tuple(r["fields"]), r["score"])
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
