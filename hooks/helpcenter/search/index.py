"""The search index of one language, made from its articles: file names to JSON texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from helpcenter.data.models.words import ELSEWHERE
from helpcenter.model import Lang
from helpcenter.search.core import Words, chinese_words, core, sounds
from helpcenter.search.documents import Document
from helpcenter.search.script import Script
from helpcenter.search.sounds import of_common_characters

UNSHARDED = 200
"""Up to so many articles, the posting lists are part of the core file."""
SHARDS = 1024
MORE = ("others", "everyones", "us", "courtesy", "lengths")
"""What a large collection's core file leaves to a file of its own, read with the first query."""
NUMBERS = ("postings", "taught", "lengths")
"""What lies in a file beside the core file, read with it: coded numbers do not compress any
further, and texts compress better without them."""
MADE = ("variants", "pairs", "likes", "guesses", "english")
"""Tables that the page's modules make of those given to them."""

PARTS = (
    ("variants", ("variants", "pairs")),
    ("likes", ("likes",)),
    ("spoken", ("syllables", "readings", "english")),
    ("guesses", ("guesses",)),
)
"""Files that only some queries need, and the tables in each; `parts.js` tells which need them.

English has only the first. Two more have no tables: `foreign-N` and `rest`."""


_INDEX = """searchModules["search/indexing.js"].indexTerms(
  core, $common, fields, strong, body, questions)"""


def build_index(
    documents: Sequence[Document], words: Words, lang: Lang, script: Script, shards: int = 0
) -> dict[str, str]:
    """Files of the index below the language's search folder, names to contents.

    `core.json` and `numbers.json` are what every query needs, `articles/N.json` what a hit shows,
    and from a certain size on `terms/N.json` the posting lists of the terms that share a number.
    `shards` is how many of these there are; 0 chooses by the number of articles.
    """
    shards = shards or (1 if len(documents) <= UNSHARDED else SHARDS)
    file = core(words, lang, len(documents), shards)
    file["prior"] = {n: item.prior for n, item in enumerate(documents) if item.prior != 1}
    fields = [_fields(document) for document in documents]
    phrases = [phrase for group in file["meanings"] for phrase in group]
    phrases += [source for source, _ in file["oneWay"]]
    titles = [text for row in fields for text in row[:3]]
    tables = sounds(lang, [*titles, *phrases], words.unshown(lang))
    spoken: dict[str, Any] = {**tables, "foreign": words.foreign(lang), "idle": words.idle(lang)}
    file["pairs"], spoken["pairs"] = of_common_characters(spoken.pop("pairs"))
    found = script.run(
        _INDEX,
        core={**file, "sounds": spoken},
        fields=fields,
        strong=chinese_words(titles),
        body=chinese_words(row[3] for row in fields),
        questions=_questions(documents, words.questions[lang]),
    )
    files = {f"terms/{n}.json": _json(lists) for n, lists in enumerate(found.pop("shards"))}
    files |= {f"articles/{n}.json": _json(_article(item)) for n, item in enumerate(documents)}
    files |= _parts(spoken, found)
    whole = {**file, **found}
    if shards > 1:
        files["more.json"] = _json({key: whole.pop(key) for key in MORE})
    numbers = {key: whole.pop(key) for key in NUMBERS if key in whole}
    told = "".join([_json(whole), _json(numbers), *files.values()])
    version = {"version": hashlib.sha256(told.encode()).hexdigest()[:8]}
    return {"core.json": _json(whole | version), "numbers.json": _json(numbers | version), **files}


def _parts(spoken: dict[str, Any], found: dict[str, Any]) -> dict[str, str]:
    """Files that only some queries need."""
    foreign, rest = found.pop("foreign"), found.pop("rest", None)
    tables = spoken | {key: found.pop(key) for key in MADE}
    own = PARTS if tables["syllables"] else PARTS[:1]
    parts = {part: {key: tables[key] for key in keys} for part, keys in own}
    parts |= {f"foreign-{n}": {"foreign": part} for n, part in enumerate(foreign)}
    parts |= {"rest": rest} if rest else {}
    return {f"{part}.json": _json(table) for part, table in parts.items()}


def _fields(document: Document) -> list[str]:
    """Texts of an article in the order of the index's fields."""
    return [
        document.title,
        "\n".join(document.ask),
        "\n".join([*(part.heading for part in document.sections), document.description]),
        "\n".join(part.text for part in document.sections),
    ]


def _questions(
    documents: Sequence[Document], lines: Mapping[str, Sequence[str]]
) -> list[tuple[int, str]]:
    """Readers' wordings with the number of their article, or the one after the last."""
    numbers = {item.id: number for number, item in enumerate(documents)}
    numbers[ELSEWHERE] = len(documents)
    return [(numbers[name], line) for name in lines if name in numbers for line in lines[name]]


def _article(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "url": document.url,
        "title": document.title,
        "category": document.category,
        "description": document.description,
        "sections": [[part.anchor, part.heading, part.text] for part in document.sections],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
