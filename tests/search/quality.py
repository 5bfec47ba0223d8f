"""How well the search answers the labelled query sets, by set, style and language."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from helpcenter.build import Build
from helpcenter.model import Lang
from helpcenter.publish.profile import Profile
from helpcenter.search.documents import Document
from helpcenter.search.engine import Engine
from helpcenter.search.script import Script
from helpcenter.searching import index_files, read_documents, searchable

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
SETS = tuple(
    "development before_tuning after_tuning real_wording "  # noqa: SIM905
    "fresh everyday other_hands afterwards strangers passers_by own_again passers_by_again "
    "newcomers elders in_distress five_voices five_voices_again "
    "many_walks at_the_moment forum readers english_voices by_symptom "
    "on_phones on_phones_again worried worried_again".split()
)
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, which is ten times faster, where PyYAML has it."""
DEPTH = 10
TODAY = datetime.datetime(2026, 11, 23, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Query:
    """A labelled query; without relevant articles it is off-topic."""

    text: str
    lang: Lang
    style: str
    relevant: frozenset[str]


@dataclass
class Score:
    """Counts over queries, and what went wrong."""

    queries: int = 0
    first: int = 0
    third: int = 0
    reciprocal: float = 0.0
    zero: int = 0
    rejected: int = 0
    off_topic: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, query: Query, found: list[str]) -> None:
        if not query.relevant:
            self.off_topic += 1
            self.rejected += not found
            if found:
                self.wrong.append(f"{query.text}: off-topic, found {found[:3]}")
            return
        rank = next((n for n, name in enumerate(found, 1) if name in query.relevant), 0)
        self.queries += 1
        self.first += rank == 1
        self.third += 1 <= rank <= 3
        self.reciprocal += 1 / rank if rank else 0
        self.zero += not found
        if not 1 <= rank <= 3:
            self.wrong.append(f"{query.text}: wanted {sorted(query.relevant)}, found {found[:4]}")

    def numbers(self) -> dict[str, float]:
        """success@1, success@3, MRR@10, zero-result rate, and the share of off-topic refused."""
        most, off = self.queries or 1, self.off_topic or 1
        shares = {
            "success@1": self.first / most,
            "success@3": self.third / most,
            "mrr@10": self.reciprocal / most,
            "zero": self.zero / most,
        }
        found = shares if self.queries else {}
        return found | ({"rejected": self.rejected / off} if self.off_topic else {})


@cache
def sources() -> Build:
    """This repository's articles and records, read once per process."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    build, findings = searchable(ROOT, Profile.from_environment({}))
    assert build, findings
    return build


@cache
def documents(lang: Lang) -> list[Document]:
    """What is searched in this repository's articles."""
    return read_documents(sources(), lang)


@cache
def files(lang: Lang) -> dict[str, str]:
    """The index of this repository's articles, as it is published."""
    return index_files(sources(), documents(lang), lang, Script(ROOT))


@cache
def engines() -> dict[Lang, Engine]:
    """The page's engine over this repository's articles, once per process."""
    return {"zh": Engine(Script(ROOT), files("zh")), "en": Engine(Script(ROOT), files("en"))}


@cache
def load(name: str) -> tuple[Query, ...]:
    """The queries of a set; a query in English is asked on the English site, others on ours."""
    rows = yaml.load((FOLDER / f"{name}.yml").read_text("utf-8"), SAFE_LOADER)
    return tuple(
        Query(
            row["q"],
            "en" if row["lang"] == "en" else "zh",
            row["style"],
            frozenset(row["relevant"]),
        )
        for row in rows
    )


@cache
def results(name: str) -> tuple[tuple[Query, tuple[str, ...]], ...]:
    """Every query of a set with the ids that it finds, best first."""
    found: dict[Query, tuple[str, ...]] = {}
    for lang in ("zh", "en"):
        for some in batched([query for query in load(name) if query.lang == lang]):
            answers = engines()[lang].found([query.text for query in some], DEPTH)
            found |= zip(some, map(tuple, answers), strict=True)
    return tuple((query, found[query]) for query in load(name))


def batched(queries: list[Query], size: int = 100) -> Iterator[list[Query]]:
    """The queries in parts that also a slow machine answers in time."""
    for start in range(0, len(queries), size):
        yield queries[start : start + size]


@cache
def scores(name: str) -> dict[str, Score]:
    """Scores of a set: `all`, and each style and language."""
    table: dict[str, Score] = defaultdict(Score)
    for query, found in results(name):
        for row in ("all", f"{query.style} {query.lang}"):
            table[row].add(query, list(found))
    return dict(table)
