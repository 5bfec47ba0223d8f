"""HC310: a fact differs between the two languages of a section.

Per block both languages hold the same record references, numbers, links, images and code, and
no prohibition of one may be missing in the other; per section they have as many steps, list
items, table rows, admonitions of each kind and code blocks, in the same order.

Bad:  `等 48 小时` beside `wait 24 hours`; seven steps beside six; `不要转账` beside `transfer`
Good: `等 48 小时` beside `wait 48 hours`
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from helpcenter.bilingual.blocks import Block, blocks
from helpcenter.bilingual.factset import KINDS, BlockFacts, Fact, block_facts, terms_in
from helpcenter.bilingual.negation import losing
from helpcenter.bilingual.sections import Section
from helpcenter.data.models.words import Term
from helpcenter.model import Lang, Text

_SHAPES: Mapping[str, Text] = {
    "text": Text("段落组", "groups of paragraphs"),
    "step": Text("步骤", "steps"),
    "item": Text("列表项", "list items"),
    "row": Text("表格行", "table rows"),
    "code": Text("代码块", "code blocks"),
}
_NAMES: Mapping[Lang, Text] = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that only one language of a section holds."""

    line: int
    """Line within the English section, from 0."""
    kind: str
    found: str
    message: Text


def differences(
    chinese: Section, english: Section, folder: str, terms: Mapping[str, Term]
) -> list[Difference]:
    """What differs between the two languages of a section of a page in `folder`."""
    zh, en = blocks(chinese.text), blocks(english.text)
    zh_terms, en_terms = terms_in("zh", terms), terms_in("en", terms)
    zh_facts = [block_facts(block, "zh", folder, zh_terms) for block in zh]
    en_facts = [block_facts(block, "en", folder, en_terms) for block in en]
    shape = list(_shape(zh, en))
    if not shape:
        pairs = list(zip(zh_facts, en_facts, strict=True))
    else:
        pairs = [(_joined(zh_facts, "zh"), _joined(en_facts, "en"))]
    found = [difference for one, other in pairs for difference in _facts(one, other)]
    return [*shape, *found, *_counts(zh_facts, en_facts)]


def _shape(zh: Sequence[Block], en: Sequence[Block]) -> Iterator[Difference]:
    """Differences of the kinds of blocks; one per kind, at the first odd English block."""
    kinds = [[(block.kind, block.type) for block in side] for side in (zh, en)]
    if kinds[0] == kinds[1]:
        return
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*kinds, strict=False)))
    line = en[min(alike, len(en) - 1)].line if en else 0
    one, other = Counter(kinds[0]), Counter(kinds[1])
    odd = [kind for kind in {**one, **other} if one[kind] != other[kind]]
    for kind, type_ in [kind for kind in odd if kind[0] != "text"] or odd:
        name = _SHAPES.get(kind, Text(f"提示框 {type_}", f"admonitions {type_}"))
        numbers = one[(kind, type_)], other[(kind, type_)]
        zh_text = f"{name.zh}数目不同：中文 {numbers[0]} 个，英文 {numbers[1]} 个"
        en_text = f"{name.en}: {numbers[0]} in Chinese, {numbers[1]} in English"
        yield Difference(line, kind, type_ or kind, Text(zh_text, en_text))
    if not odd:
        message = Text(
            "步骤、列表、提示框的先后不同", "steps, lists or admonitions are in a different order"
        )
        yield Difference(line, "order", "order", message)


def _joined(side: Sequence[BlockFacts], lang: Lang) -> BlockFacts:
    """All blocks of a section as one, where they cannot be paired."""
    exact: Counter[Fact] = Counter()
    for item in side:
        exact += item.exact
    own = "\n".join(item.own for item in side)  # a line's end ends a sentence
    words = "\n".join(item.words for item in side)
    line = side[0].line if side else 0
    counts = frozenset[str]().union(*(item.counts for item in side))
    undemanded = frozenset[str]().union(*(item.undemanded for item in side))
    return BlockFacts(line, exact, counts, undemanded, own, words, lang)


def _facts(zh: BlockFacts, en: BlockFacts) -> Iterator[Difference]:
    for one, other, side in ((zh, en, _NAMES["en"]), (en, zh, _NAMES["zh"])):
        for fact in one.exact - other.exact if one.exact else ():
            if not (fact.kind == "number" and fact.value in other.counts | other.hints):
                yield _missing(en.line, fact, side)
    for lang in losing({"zh": zh.own, "en": en.own}):
        side = _NAMES[lang]
        message = Text(
            f"{side.zh}少了“不要”“绝不”之类的否定", f"a prohibition is missing in {side.en}"
        )
        yield Difference(en.line, "negation", "negation", message)


def _missing(line: int, fact: Fact, side: Text) -> Difference:
    name = KINDS[fact.kind]
    message = Text(
        f"{side.zh}没有{name.zh} {fact.value}",
        f"the {name.en} {fact.value} is missing in {side.en}",
    )
    return Difference(line, fact.kind, fact.value, message)


def _counts(zh: Sequence[BlockFacts], en: Sequence[BlockFacts]) -> Iterator[Difference]:
    """Bare numbers in words, over the whole section."""
    for one, other, side in ((zh, en, _NAMES["en"]), (en, zh, _NAMES["zh"])):
        if not any(item.counts for item in one):
            continue
        known = {value for item in other for value in item.counts | item.hints}
        known |= {fact.value for item in other for fact in item.exact if fact.kind == "number"}
        for item in one:
            for value in sorted(item.counts - known):
                line = item.line if one is en else (en[0].line if en else 0)
                yield _missing(line, Fact("number", value), side)
