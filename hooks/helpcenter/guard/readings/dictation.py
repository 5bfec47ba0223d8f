"""Addresses that a sentence dictates piece by piece: “a, then the at sign, then b, a dot, and c”.

The pieces are in the order of the address, with symbols in words and filler words between them.
Shorter ways to say a symbol are handled by `spelling`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.suffixes import COMMON, top_level
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.groups import surroundings
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers.spelling import AT_DESCRIBED

_SYMBOLS = {
    "@": (
        r"(?:curly |little |round )?at[ -]?(?:sign|symbol)|(?:curly|round) at"
        r"|(?:little |curly )?(?:snail|monkey|strudel)(?: sign)?"
        r"(?: (?:above|over|on) the (?:2|two)(?: key)?)?"
        r"|(?:round |curly )?(?:sign|symbol|a) (?:above|over|on) the (?:2|two)(?: key)?"
        r"|shift (?:and|plus) (?:2|two)"
        r"|(?:little |curly |round )?(?:swirl|squiggle|twirl|curl)(?:y a)?|at",
        (
            rf"(?:(?:按住?|用)\s?)?(?:{AT_DESCRIBED})"
            r"(?:\s?(?:打|按|敲|输)?出?来?的?那?个?(?:小?圈|符号|小尾巴))?"
            r"|艾特|爱特|圈\s?[aA]|[aA]圈|小老鼠|小?蜗牛|猴头|at\s?符号?"
        ),
    ),
    ".": (
        r"dot|period|full[ -]stop|stop|point",
        "小数点|小?[圆圓黑]点|实心点|小点|句点|点号|一?点儿?|一?點",
    ),
    "-": (r"hyphen|dash|minus(?: sign)?", "减号|[短小中]横[杠线]?|横[杠线]|短杠|中划线|连[字接]符"),
    "_": (
        "underscore|low line|under ?line",
        r"下划线|底线|(?:下面|底下|下方|贴底)的?(?:那|一)?[条道]?的?(?:横[线杠]|短横)",
    ),
    "/": (r"(?:forward[ -])?slash", "正?斜[杠线]"),
    ":": ("colon", "冒号"),
}
"""By symbol the words for it, English and Chinese."""
_EDGES = r"(?:(?<![A-Za-z])(?:{})(?![A-Za-z])|{})"
_SAID = {
    symbol: re.compile(_EDGES.format(*words), re.IGNORECASE) for symbol, words in _SYMBOLS.items()
}
_SYMBOL = _EDGES.format(*("|".join(words) for words in zip(*_SYMBOLS.values(), strict=True)))
_ON = _EDGES.format(
    "(?:and |is |immediately |directly )?followed by|and then|then|next comes|next|(?:it )?(?:ends?|closes?|finish(?:es)?)(?: in| with| on)?|ending in",
    "再|然后|接着|接下来|紧接着|紧跟|后面|后边|接|跟|加上?|最后|其次|末尾|随后|之后|收尾|末了",
)
"""Words that lead on to the next piece."""
_FILL = _EDGES.format(
    r"(?:an?|the|and|one|two|three|four|five|six)(?=\s)|it|words?|letters?|digits?|numbers?"
    r"|finally|lastly|type|write|put|sign|symbol|key|one more|another|that|this|usual",
    "[一两二三四五六七八]?个|是|为|和|来|号|键|符号?|字母|数字|单词|请|输入|打出?上?|写出?上?|填上?|敲|念|英文的?|半角的?|小写的?",
)
"""Words that say nothing."""
_GAP = r"[\s,，、;；:：“”\"'‘’「」`（）()—-]"
_LINK = (
    rf"(?:{_GAP}|{_FILL}){{0,16}}+(?:{_SYMBOL}|{_ON})(?:{_GAP}|{_FILL}|{_SYMBOL}|{_ON}){{0,16}}+"
)
_DOUBLE_U = r"(?:[达打大带搭]\s?不\s?[溜刘六留流])"
_WWW = (
    rf"(?:三\s?个?\s?(?:{_DOUBLE_U}|[wW](?![A-Za-z]))|{_DOUBLE_U}{{3}}"
    r"|(?:triple|three)[ -](?:double[ -]?u'?s?|w'?s?)(?![A-Za-z]))"
)
_PIECE = rf"(?:{_WWW}|(?!{_SYMBOL}|{_ON}|{_FILL})(?<![A-Za-z0-9])\.?[A-Za-z0-9][A-Za-z0-9_.@+-]{{0,40}}+)"
_PATTERN = re.compile(rf"{_PIECE}(?:{_LINK}{_PIECE}){{1,12}}", re.IGNORECASE)
_HINT = re.compile(
    r"(?:[,，、;；]\s?|(?<![A-Za-z])(?:then|followed by|next) |[再接跟打入加]|然后|接着"
    r"|最后)(?:an? |the |one |that |this |the usual |your usual |一?个|英文的?|半角的?"
    r"|小写的?|打|输入|键入|是|按|用|有){0,3}[“\"「]?"
    rf"(?:{'|'.join(words for said in _SYMBOLS.values() for words in said)})[”\"」]?"
    r"(?:[,，、;；。\s]|号|键|和|再|然后|接着|最后| and)"
    rf"|[用以](?:一?[个条])?(?:{'|'.join(zh for _, zh in _SYMBOLS.values())})号?\s?[连接隔]"
    rf"|[A-Za-z0-9] (?:hyphen|dash|underscore) [A-Za-z0-9]{{1,30}} "
    r"(?:full stop|dot|period|point|stop) [a-z]",
    re.IGNORECASE,
)
"""A symbol that is said apart from the pieces around it; a dictated address has one."""
_BEFORE, _BEHIND = 160, 160
_BETWEEN = re.compile(
    rf"(?P<a>[A-Za-z0-9._-]{{1,40}})\s?(?:和|与|跟|、"
    rf"|and)\s?(?P<b>[A-Za-z0-9._-]{{1,40}})[，,]?\s?(?:"
    r"(?:中间|之间|两者之间|joined|linked|connected|held together)\s?"
    r"(?:用|以|加|是|by|with)"
    rf"|(?:用|以)(?=[^\n。，]{{1,6}}(?:连|接|隔)))\s?(?:一个|个|一?条"
    rf"|a\s)?(?P<char>{_SYMBOL})(?:号|键)?\s?(?:连[上起]来?|连接起?来?|接[上起]来?|隔开|相连"
    r"|连着|分开)?(?:between them)?",
    re.IGNORECASE,
)
"""Two pieces, and behind them the symbol that stands between: “a 和 b，中间用短横连起来”."""
together(_HINT)
_PARTS = re.compile(rf"(?P<www>{_WWW})|(?P<char>{_SYMBOL})|(?:{_ON})|(?:{_FILL})|{_GAP}"
    r"|(?P<piece>\.?[A-Za-z0-9][A-Za-z0-9_.@+-]*)", re.IGNORECASE)  # fmt: skip
_MADE = re.compile(
    r"(?:https?://)?(?P<name>[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.(?P<ending>[a-z]+)(?:/[\w.-]*)*",
    re.ASCII | re.IGNORECASE,
)
_ABOUT = re.compile(
    r"网址|网站|域名|官网|浏览器|地址|邮箱|邮件|信箱|念|拼|读"
    r"|(?<![A-Za-z])"
    r"(?:site|web|domain|browser|address|e-?mail|mailbox|spell|read|url|link|type|visit)",
    re.IGNORECASE,
)
"""What is said of an address in front of it."""
TRUE_SAMPLES = (
    (
        "the word desk followed by 89, then the at sign, then host-a, a dot, and finally test",
        "desk89@host-a.test",
    ),
    ("网址：三个w，点，host，横杠，a，点，test", "www.host-a.test"),
)
FALSE_SAMPLES = (
    "打开 App，点 OK，再点 Next；look at the dot, then at the point",
    "a, dot, and b",
    "a registry, e.g., at host-a.test",
    "网址在 3，点 4，再点 5",
)


def dictated(text: str) -> Iterator[Found]:
    """Span of each such address, and the address."""
    for first, last in surroundings(bounds.few(finder(_HINT)(text)), _BEFORE, _BEHIND, len(text)):
        for match in _PATTERN.finditer(text, first, last):
            if address := _joined(match):
                yield match.start(), match.end(), address
        near = _BETWEEN.sub(lambda m: f"{m['a']} {m['char']} {m['b']}", text[first:last])
        for match in _PATTERN.finditer(near) if near != text[first:last] else ():
            if address := _joined(match):
                yield first, last, address


def _joined(match: re.Match[str]) -> str:
    """The mailbox or host that the pieces make; empty when they make none."""
    made, symbols = "", 0
    for part in _PARTS.finditer(match[0]):
        if part["www"]:
            made += "www"
        elif part["char"]:
            made, symbols = made + _symbol(part["char"]), symbols + (part["char"].lower() != "at")
        else:
            made += part["piece"] or ""
    address = _MADE.fullmatch(made.strip(".-,"))
    if not address or not symbols:
        return ""
    ending = address["ending"].lower()
    if address["name"]:
        return address[0] if ending in top_level() else ""
    said, start, end = match.string, match.start(), match.end()
    about = _ABOUT.search(said, max(0, start - 30), start) or _ABOUT.search(said, end, end + 16)
    believed = ending in COMMON and (about or address[0].startswith("www."))
    return address[0] if believed else ""


def _symbol(words: str) -> str:
    return next(symbol for symbol, said in _SAID.items() if said.fullmatch(words))
