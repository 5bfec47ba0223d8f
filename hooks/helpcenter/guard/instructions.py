"""Instructions to a reader that make an address of what stands there, carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_Q = r"[\"'“”‘’「」『』《》【】`（(]"
_NAMED = r"空格|spaces?|横线|横杠|dash(?:es)?|hyphens?|星号|asterisks?|stars?|井号|点号|逗号|commas?|句号|感叹号|下划线|at|艾特|dots?"
_OLD = (
    rf"\s{{0,3}}(?:{_Q}{{1,2}}\s?(?P<quoted>[^\s\"'“”‘’「」『』《》【】`（()）]{{1,8}})\s?[\"'”’」』》】`）)]{{1,2}}"
    rf"|(?P<word>{_NAMED})|(?P<sign>[!-/:-@\[-`{{-~★☆■●○]{{1,3}})"
    r"|(?P<letter>(?<![A-Za-z0-9])[A-Za-z0-9]{1,3}(?![A-Za-z0-9])))\s{0,3}"
)
_SWAP = re.compile(
    rf"(?:把|将|將|replace|swap|change|swapping|replacing)(?:其中的?|里面的?|字母|符号|数字|the |every |each |all )?{_OLD}"
    r"(?:都|全部|号|字|符号|sign)?\s?(?:换成|換成|改成|改为|改為|替换为|替换成|换为|当作|当成|读作|读成|with|by|to|for|into|→)"
    r"(?:字母|符号|数字)?\s?(?:an? |the )?[\"'“‘「『《【`（(\s]{0,3}(?P<new>[^\s\"'“”‘’「」『』《》【】`（()）。，,]{1,8})",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r"(?:代表|表示|就是|即是|等于|stands for|means|is really|=|(?:请|都|全部|均)?(?:换成|改成|改为|替换成|替换为|换为|当作|读作))"
    r"\s?[\"'“‘「`（(]?(?P<new>@|at\b|艾特|\.|点|dot\b|\d(?!\d))",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:{_Q}(?P<quoted>[^\s\"'“”‘’（）()]{{1,8}})[\"'”’」』》】`）)]|(?P<word>{_NAMED})"
    r"|(?P<sign>[^\w\s，。；：“”、（）<>=\"'\x21-\x2f]{1,3}|[#*$%&!~^]{1,3})|(?<![A-Za-z0-9])(?P<letter>[A-Za-z])(?=\s))[\s]{0,2}$",
    re.IGNORECASE,
)
_DROP = re.compile(
    rf"(?:去掉|删掉|刪掉|删除|去除|略去|忽略|不要(?:输入)?|remove|delete|drop|without|ignore|omit)\s?"
    rf"(?:其中的?|中间的?|里面的?|所有的?|all |the |every |any )?(?:the )?{_OLD}",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(
    r"倒(?:着|过来|序)|反(?:着|过来|向)(?:读|看|念|拨|写)?|从(?:右|后)(?:往|向)(?:左|前)"
    r"|revers(?:e|ed)|backwards?|right[- ]to[- ]left",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"(?:前|中间?|后|最后|末尾?|第[一二三四五六七八九十\d]段?|开头|结尾|first|middle|next|then|last|ends?)"
    r"[^\d\n，,。;；]{0,16}?(?<![\d])(?P<digits>\d{3,8})(?!\d)",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(r"[三四五六七八九十两二]位|\d位|digits?|号码|数字", re.IGNORECASE)
_WORDS = {
    "at": "@", "艾特": "@", "点": ".", "dot": ".", "dots": ".", "点号": ".", "空格": " ", "spaces": " ",
    "space": " ", "横线": "-", "横杠": "-", "dash": "-", "dashes": "-", "hyphen": "-", "hyphens": "-",
    "星号": "*", "asterisk": "*", "asterisks": "*", "star": "*", "stars": "*", "井号": "#",
    "逗号": "，", "comma": ",", "commas": ",", "句号": "。", "感叹号": "！", "下划线": "_",
}  # fmt: skip
_TOKEN = re.compile(r"[\w.@:/+-]{7,120}", re.ASCII)
_LINK = re.compile(r"https?://[^\s\u3000-\u9fff\uff00-\uffef]{1,300}")
_REACH = 160


def carried_out(text: str) -> Iterator[tuple[int, int, str]]:
    """For each instruction the paragraph it stands in, and what becomes of that."""
    done: set[tuple[str, str, int]] = set()
    for match in _SWAP.finditer(text):
        new = _WORDS.get(match["new"].lower(), match["new"])
        if _is_first(done, _old(match), new, match.start()):
            yield from _changed(text, match, _old(match), new)
    yield from _meant_and_dropped(text, done)
    for match in _BACKWARDS.finditer(text):
        start, end = _around(text, match)
        if _is_first(done, "", "", match.start()):
            for token in _TOKEN.finditer(text, start, end):
                yield token.start(), token.end(), token[0][::-1]
    yield from _placed(text)


def _is_first(done: set[tuple[str, str, int]], old: str, new: str, at: int) -> bool:
    """Whether an instruction is not the repetition of one whose reach covers it."""
    key = (old, new, at // (_REACH // 2))
    if key in done:
        return False
    done.add(key)
    return True


def _meant_and_dropped(
    text: str, done: set[tuple[str, str, int]]
) -> Iterator[tuple[int, int, str]]:
    for match in _MEANS.finditer(text):
        sign = _BEFORE.search(text, max(0, match.start() - 12), match.start())
        new = match["new"].lower()
        old = _old(sign) if sign else ""
        if sign and old and _is_first(done, old, new, match.start()):
            yield from _changed(text, match, old, _WORDS.get(new, new), sign.start())
    for match in _DROP.finditer(text):
        if not match["letter"] and _is_first(done, _old(match), "", match.start()):
            yield from _changed(text, match, _old(match), "")


def _old(match: re.Match[str]) -> str:
    """The sign that an instruction is about."""
    word = (match["word"] or "").lower()
    return match["quoted"] or _WORDS.get(word, word) or match["sign"] or match["letter"]


def _changed(
    text: str, match: re.Match[str], old: str, new: str, first: int = -1
) -> Iterator[tuple[int, int, str]]:
    """The paragraph without the instruction, with `old` replaced, if that changes anything."""
    start, end = _around(text, match)
    before, after = text[start : first if first >= 0 else match.start()], text[match.end() : end]
    rest = f"{before}  {after}"
    if old and old in "-/._:#?&=+":  # signs of ordinary links, which must stay as they are
        rest = _LINK.sub(" ", rest)
    changed = rest.replace(old, new)
    if old and changed != rest:
        yield start, end, changed


def _around(text: str, match: re.Match[str]) -> tuple[int, int]:
    """The paragraph around a match, within reach."""
    first = max(text.rfind("\n\n", 0, match.start()), match.start() - _REACH, 0)
    while first and first < match.start() and not text[first].isspace():  # not amid a word
        first += 1
    last = text.find("\n\n", match.end())
    return first, min(last if last >= 0 else len(text), match.end() + _REACH)


def _placed(text: str) -> Iterator[tuple[int, int, str]]:
    """Groups of digits whose order is told: “前三位 400，中间三位 000，最后四位 1234”."""
    run: list[re.Match[str]] = []
    for match in [*_PLACED.finditer(text), None]:
        if match and (not run or match.start() - run[-1].end() <= 12):
            run.append(match)
            continue
        if len(run) >= 2 and _NUMBER_OF.search(text[run[0].start() : run[-1].end()]):
            yield run[0].start(), run[-1].end(), "-".join(item["digits"] for item in run)
        run = [match] if match else []
