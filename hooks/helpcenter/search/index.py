"""Cut the builder's one mixed index into one index per language.

The plain stack puts both languages into one index, so that hits leave `/en/`, and
without word boundaries Chinese is not found at all. Here each language gets its own
file below its own root, and Chinese words are parted by U+200B, which Material's
tokenizer takes for a separator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

import rjieba

from helpcenter.model import LANGS, Lang

INDEX = "search/search_index.json"
ROOTS: dict[Lang, str] = {"zh": "", "en": "en/"}
HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
ZERO_WIDTH_SPACE = "\u200b"
CONFIG = {
    "lang": ["en"],
    "separator": r"[\s\u200b\u3000\-_/,.:;!?()、。，．：；？！（）“”《》…]+",
    # No stemmer: prefixes are searched as typed, and a stemmed index would hide
    # the plural from them ("fees" became "fee").
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}},
}

Entry = dict[str, Any]


def words(run: str) -> list[str]:
    """The shortest dictionary words that tile a run of Chinese characters."""
    found: list[str] = []
    for word in rjieba.cut(run):
        parts = rjieba.cut_for_search(word)[:-1]
        found += parts if "".join(parts) == word else [word]
    return found


def segment(text: str) -> str:
    """`text` with U+200B between its Chinese words; everything else as it was."""

    def part(match: re.Match[str]) -> str:
        return ZERO_WIDTH_SPACE.join(["", *words(match[0]), ""])

    return HAN.sub(part, text).strip(ZERO_WIDTH_SPACE)


def split(entries: list[Entry], fallbacks: Collection[str]) -> dict[Lang, list[Entry]]:
    """Entries of each language, located from that language's own root.

    `fallbacks` are the addresses of English pages that still show Chinese: they
    belong to neither index, since the Chinese one already has the original.
    """
    indexes: dict[Lang, list[Entry]] = {lang: [] for lang in LANGS}
    for entry in entries:
        location = str(entry["location"])
        if location.partition("#")[0] in fallbacks:
            continue
        lang: Lang = "en" if location.startswith(ROOTS["en"]) else "zh"
        indexes[lang].append({**entry, "location": location.removeprefix(ROOTS[lang])})
    return indexes


def write(site: Path, fallbacks: Collection[str]) -> None:
    """Replace the mixed index in `site` by one index per language.

    Raises:
        OSError: the index cannot be read or written.
    """
    entries: list[Entry] = json.loads((site / INDEX).read_text("utf-8"))["docs"]
    for lang, docs in split(entries, fallbacks).items():
        for doc in docs:
            doc["title"], doc["text"] = segment(doc["title"]), segment(doc["text"])
        path = site / ROOTS[lang] / INDEX
        path.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps({"config": CONFIG, "docs": docs}, ensure_ascii=False)
        path.write_text(data, "utf-8")
