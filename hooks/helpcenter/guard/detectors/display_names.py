"""Display names that a reader is to look up outside this site: all that speaks for one is counted.

`去小红薯翻“某某阿梨退款”，戳右上角发消息`, `Google Some Refund Clerks and ring what is shown`. Such a name
has no shape of its own, so it must stand in quotes or, in English, in capitals; and the place, the
looking up, the office in the name and what is done with whoever is found each have a weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import evidence, looking_up, namesakes
from helpcenter.guard.detectors.ordinary import is_menu
from helpcenter.guard.detectors.ways import WARNS
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_QUOTED = re.compile(
    r"[“\"「『《【‘'](?P<name>(?=[^“”\"「」『』《》【】’'\n]{0,20}[\u4e00-\u9fff])"
    r"[^“”\"「」『』《》【】’'\n，。；：！？、]{3,20})[”\"」』》】’']"
)
_CAPITALS = re.compile(
    r"(?<![\w.@/#:-])(?!(?:Google|Search|Find|Look|Open|Join|Message|Follow|Type|Enter|Get|Go"
    r"|The|On|In)\s)"
    r"(?P<name>[A-Z][\w&]{1,20}(?:\s(?:[A-Z][\w&]{0,20}|\d{1,4})){1,4})(?![\w@/-]|\.\w)"
)
_BARE = re.compile(
    r"(?:找|关注|關注|搜索?|搜尋|[订訂][阅閱]|加(?![快急速强強入载載密])|装|裝|下"
    r"|[有那][个個位]|叫|看|昵称|网名)(?:一下|一?[个個位]|载)?"
    r"(?P<name>(?![^，,。；（(\n]{0,8}[的了在您我你他她它就都也再请請和与與到把不一是有这這那哪什么])"
    r"[\u4e00-\u9fff]{3,8})(?=[，,。；（(])"
)
"""A Chinese name without quotation marks: all of a clause, with no word in it that joins words."""
_SAID_BEHIND = re.compile(r"(?:[”\"’]?\s(?:in|into|on|inside)\s[^.,\n]{0,24})")
"""Where a name is looked up, said behind it."""
_REACH, _ENOUGH, _OPENING = (64, 40), 2, "“\"「『《【‘'"
"""Characters in front of a name and behind it whose words count; how much must speak for one that
is looked up outside; what opens a quotation."""
TRUE_SAMPLES = (
    Sample("去小红薯翻“某某阿梨在退”，戳主页右上角发消息", ("xiaohongshu:某某阿梨在退",)),
    Sample("浏览器里直接敲“某某中心 人工席位”，点头一条进去", ("某某中心 人工席位",)),
    Sample("Google Some Refund Clerks and ring whatever is shown.", ("some refund clerks",)),
    Sample("Get it from the Play Store, listed as Some Shield Companion, and log in.", ("some shield companion",)),
)  # fmt: skip
FALSE_SAMPLES = (
    Sample("在应用首页搜“客服中心”，点进去就能聊"),
    Sample("在微信里点“我的服务”，再点“钱包”，第一个就是账单"),
    Sample("骗子会让您在百度搜“退款受理处”，再打电话，不要相信"),
    Sample("Open Google Play Store, find Google Pay and log in."),
    Sample("打开 Google Play，点头像→“付款中心”→“退款专区”，再点第一个"),
    Sample("打开手机设置，找“应用权限”，点第一个"),
)
together(_QUOTED, _CAPITALS, _BARE, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`, which should be prose."""
    brands = namesakes.NAMES.get().brands
    for pattern in (_QUOTED, _CAPITALS, _BARE):
        found = finder(pattern)(text, start, end)
        for match in bounds.few(found, bounds.WORDS, "names to look up"):
            before, behind = evidence.around(text, match.span("name"), _REACH)
            before = before.rstrip(_OPENING)
            if not _is_looked_up(match["name"], before, behind, brands):
                continue
            platform = evidence.nearest(before, last=True)
            yield account_hit("social", platform, match, "name") if platform else _bare(match)


def _bare(match: re.Match[str]) -> Hit:
    return Hit("social", *match.span("name"), match["name"].lower(), match.end("name"))


@lru_cache(maxsize=1024)
def _is_looked_up(name: str, before: str, behind: str, brands: frozenset[str]) -> bool:
    """Whether enough speaks for a name that is to be looked up. Kept: texts repeat themselves."""
    if not (looking_up.SOUGHT_ZH.search(before) or looking_up.SOUGHT_EN.search(before)):
        return False
    said = _SAID_BEHIND.match(behind)
    place = looking_up.OUTSIDE.search(before) or (said and looking_up.OUTSIDE.search(said[0]))
    if not (place or evidence.nearest(before, last=True)):
        return False
    about = looking_up.TOPIC_ZH.search(name) or looking_up.OFFICE_EN.search(name)
    told = (looking_up.DONE, looking_up.MET, looking_up.LOOKS)
    around = [words.search(before) or words.search(behind) for words in told]
    weight = sum(map(bool, (looking_up.OFFICE_ZH.search(name), about, *around)))
    return weight >= _ENOUGH and not _is_other(name, before, behind, brands)


def _is_other(name: str, before: str, behind: str, brands: frozenset[str]) -> bool:
    """Whether a name is our own, a part of our app, one that everybody has, or warned of."""
    rest = name.lower()
    for brand in brands:
        rest = rest.replace(brand, "")
    if not rest.strip() or is_menu(before, name) or looking_up.LABEL.fullmatch(rest.strip()):
        return True
    if looking_up.PLAIN_EN.match(name) or looking_up.OURS.search(before):
        return True
    return WARNS.search(before + behind) is not None
