"""Spelled-out symbols: 艾特, (at), 点, dot, hxxp, dashes in words, numerals in words."""

from __future__ import annotations

import re

from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Row
from helpcenter.guard.numbers import (
    alphabets,
    codewords,
    icons,
    other_languages,
    sounds,
    spoken,
    zhuyin,
)
from helpcenter.guard.numbers.numerals import NUMERALS

_HAN = "".join(HAN_DIGITS)
_OPEN, _CLOSE = r"[\[({（【<「《〔『]", r"[\])}）】>」》〕』]"
AT_DESCRIBED = (
    r"[sS][hH][iI][fF][tT]\s?(?:\+|加|键?和|键?加)\s?(?:数字键?|主键盘的?)?\s?2"
    r"|上档(?:键)?(?:加|和)?\s?2"
    r"|(?:键盘上?的?\s?)?(?:数字键?\s?)?2\s?键?(?:上面|上方|上头|头上)的?(?:那个|那)?\s?"
    r"(?:符号|字符|标志)"
    r"|(?:带圈|加圈|圈起来|绕圈|画圈)的?(?:小写)?(?:字母)?\s?[aA]"
    r"|(?:圆圈|圈)(?:里|中|内)(?:有|是|带|套|写着?)?(?:一?个)?(?:字母)?\s?[aA]"
    r"|[aA]\s?(?:外面)?(?:带|画|加|绕)?(?:一?个)?(?:圆圈|圈圈|圈)"
)
"""The sign @ by where it is on a keyboard, or by what it looks like."""
_AT_WORD = AT_DESCRIBED + (
    r"|[艾爱愛埃唉哎][特忒]|圈圈?\s?[aA]|[aA]\s?圈|小?老鼠|小?蜗牛|猴头"
    r"|at\s?(?:符号|符號|号|號|标志)|花体?[aA]|\(a\)|at[- ](?:sign|symbol)"
)
_AT = re.compile(
    rf"(?<=[\w.-])\s{{0,2}}{_OPEN}\s{{0,2}}(?:at|AT|At|aT|a|@"
    rf"|{_AT_WORD})\s{{0,2}}{_CLOSE}\s{{0,2}}(?=\w)"
    rf"|(?<=[\w.-])\s{{0,2}}{_OPEN}(?:符号|这里是|填|换成|加)?\s?@\s?(?:符号|号)?{_CLOSE}"
    rf"\s{{0,2}}(?=\w)"
    rf"|(?<=[A-Za-z0-9_.-])\s{{0,2}}(?:{_AT_WORD})\s{{0,2}}(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z0-9_.-])"
    r"(?:[ \t]{1,2}@[ \t]{0,2}|@[ \t]{1,2}|\s?[-_.*~#/|]{1,3}(?:at|AT)[-_.*~#/|]{1,3}\s?)"
    r"(?=[A-Za-z0-9])"
)
_AT_ALONE = re.compile(
    r" (?<=[A-Za-z0-9_-] ) ?(?:at|AT|At)\s{1,2}"
    r"(?=[A-Za-z0-9-]{2,60}(?:\s{0,2}(?:dot|DOT|点|點|[\[(]\s?(?:dot|\.|点)\s?[\])])))"
)
_DOT_WORD = (
    r"dot|DOT|Dot|d0t|点|點|\.|。|point|ponto|punkt|full stop|period|圆点|小圆点|句点|点号|小数点"
)
_DOT_NAME = (
    r"(?:英文)?(?:小?[圆圓黑]点|小点点?|句点|句号|点号|小数点|半角句号|英文句号|实心点|dot号)"
)
_DOT = re.compile(
    rf"(?<=[\w-])\s{{0,2}}{_OPEN}\s{{0,2}}(?:{_DOT_WORD})\s{{0,2}}{_CLOSE}\s{{0,2}}(?=[\w-])"
    rf"|(?<=[A-Za-z0-9-])\s{{0,2}}{_DOT_NAME}\s{{0,2}}(?=[A-Za-z])"
    r"|(?<=[A-Za-z0-9-])\s?"
    r"(?:点儿?|點|丶|(?<! )[·・]|[·・](?![ \t][\w.+-]{1,40}@)|。|、|\.[ \t]\.)\s?"
    r"(?=[A-Za-z])"
    r"|(?<=[A-Za-z0-9-])(?:\s{1,2}\.\s{0,2}|[-_*~]{1,2}(?:dot|DOT)[-_*~]{1,2})(?=[a-z]{2,10}\b)"
    r"|(?<=[A-Za-z0-9-])\s{1,2}(?:dot|DOT|Dot|d0t|dian(?=\s{1,2}[a-z]{2,8}\b)"
    r"|(?P<stop>period|full stop|point|PERIOD|POINT))\s{1,2}(?=[A-Za-z])"
)
_HOST_BEFORE = re.compile(r"@[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\Z")


def _stop(match: re.Match[str]) -> str:
    """A stop; words that have other meanings too only behind `name@host`."""
    before = match.string[max(0, match.start() - 120) : match.start()]
    if match[0].strip() == "、" and _is_between_names(before, match.string, match.end()):
        return match[0]
    return "." if not match["stop"] or _HOST_BEFORE.search(before) else match[0]


_DOTTED_BEFORE = re.compile(r"[A-Za-z0-9-]\.[A-Za-z0-9-]{1,40}\Z")
_DOTTED_BEHIND = re.compile(r"[A-Za-z0-9-]{1,40}\.[A-Za-z0-9]")
_VERSION_BEFORE = re.compile(r"(?<![A-Za-z0-9-])\d{1,4}(?:\.\d{1,5}){1,3}\Z")


def _is_between_names(before: str, text: str, at: int) -> bool:
    """Whether a comma of lists parts two names with dots of their own, or stands behind a version."""
    listed = _DOTTED_BEFORE.search(before) and _DOTTED_BEHIND.match(text, at)
    return bool(listed or _VERSION_BEFORE.search(before))


_SYMBOLS = {
    re.compile(r"[hH](?:xx|XX|\*\*|tt|TT)[pP]"): "http",
    re.compile(r"(?:斜杠|斜线|正斜杠|\bslash\b)"): "/",
    re.compile(r"(?:下划线|底线|\bunderscore\b)"): "_",
    re.compile(r"(?:冒号|\bcolon\b)"): ":",
    re.compile(
        r"(?:[短小中]?横[杠线线]?|中划线|连[字接]符|减号|\bhyphen\b|\bdash\b|\bminus\b|杠)"
    ): "-",
    re.compile(r"(?:加号|\bplus\b)"): "+",
}
_WORDS = re.compile(
    r"\b[hH](?:xx|XX|\*\*)[pP](?=[sS]?[:\[：])"
    r"|(?<=[A-Za-z0-9.])[”\"」]?\s?(?:斜杠|斜线|正斜杠|冒号|slash|colon|下划线|底线|undersco"
    r"re|[短小中]?横[杠线线]?|中划线|连[字接]符"
    r"|减号|\bhyphen\b|(?<=[0-9] )dash(?= [0-9])|minus|杠)\s?[“\"「]?(?=[A-Za-z0-9])"
    r"|(?<=[A-Za-z0-9])[（(\[【<「『]\s?(?:"
    r"下划线|底线|underscore|[短小中]?横[杠线]|中划线|连[字接]符|减号|hyphen|dash"
    r"|斜杠|slash)\s?[）)\]】>」』](?=[A-Za-z0-9])"
    r"|(?:加号|\bplus\b)\s?(?=\d)"
)
_SCHEME = re.compile(
    r"(?<=[pPsS])\s{0,2}[\[(]?\s?[:：]\s?[\])]?\s{0,2}[/／⁄∕\\]\s?[/／⁄∕\\]\s{0,2}(?=[A-Za-z0-9])"
)


def _symbol(match: re.Match[str]) -> str:
    return next((plain for word, plain in _SYMBOLS.items() if word.search(match[0])), match[0])


_SPACED = re.compile(
    r"(?:(?<=[\s:：，。（(])"
    r"|^)[!-~](?: {1,2}@?[!-~](?![^\s，。；）)])){5,300}+(?:(?<=[/@.:]) {1,2})?"
    r"|[\u4e00-\u9fff](?: {1,2}[\u4e00-\u9fff：:]){1,6} {1,2}(?=[!-~](?: {1,2}[!-~]){4})"
)
_ENUMERATED = re.compile(
    r"(?<![\w@.-])[!-~](?:[、，,]\s?[!-+\--~](?![!-+\--~])){5,60}"
    r"|(?<=[入按打敲键填] )[!-~](?:[、，,]\s?[!-+\--~](?![!-+\--~])){1,60}"
)
_LETTERED = re.compile(r"(?<![\w.@-])[a-z](?:([-._])[a-z](?:\1[a-z]){2,40})(?![\w@-])")
_W3 = re.compile(r"(?<![A-Za-z0-9])(?:三\s?个?|3\s?个)\s?[wW](?=\s?[点點.。])")
_SLASH = re.compile(
    r"(?<=[a-z0-9])\s{1,2}/\s{0,2}(?=[a-z0-9_])|(?<=[a-z0-9])/\s{1,2}(?=[a-z0-9_])"
    r"|(?<=://)\s{1,2}(?=[a-z0-9])|\bht[ \t]tps?(?=:)|\bhttp[ \t]s(?=:)"
)
_WHOLE_LINK = re.compile(r"://[\w.@:-]{3,70}\Z")
_COM = re.compile(
    r"(?<=[A-Za-z0-9-])\s?(?:点儿?|點|dot|dian)\s?(?:康姆|抗母|卡姆|口母|抠姆|康母|com\b)"
)
_WHOLE = {
    "彳山一几攵": "微", "彳山王几攵": "微", "彳山兀攵": "微", "彳山几攵": "微", "亻言": "信", "亻訁": "信", "力口": "加", "石马": "码", "君羊": "群",
    "礻君": "裙", "衤君": "裙", "讠舌": "话", "言舌": "话", "扌丁": "打", "扌发": "拨", "扌口": "扣", "田乚": "电", "曰乚": "电", "口丂": "号", "扌叟": "搜",
}  # fmt: skip
"""Characters written as their parts, one beside the other."""
_SPLIT = re.compile(
    "|".join(r"[ +＋]?".join(parts) for parts in sorted(_WHOLE, key=len, reverse=True))
)
_CUE = re.compile(r"(?:[vVwW][xX]|[qQ]{2}|[tT][gG])(?=[\w.-]{5})", re.ASCII)


def _tight(match: re.Match[str]) -> str:
    """The link without such spaces; behind the host of a whole link a sentence may go on."""
    before = match.string[max(match.start() - 80, 0) : match.start()]
    ends = match[0].startswith("/") and _WHOLE_LINK.search(before)
    return match[0] if ends else re.sub(r"\s", "", match[0])


_OCTET = rf"[{_HAN}\d]{{1,3}}"
_OCTETS = re.compile(
    rf"(?<![{_HAN}\d.点點]){_OCTET}(?:[，,、\s]{{0,2}}[点點][，,、\s]{{0,2}}{_OCTET}){{3}}"
    rf"(?![{_HAN}\d.点點])"
)
"""An IPv4 address that is dictated (RFC 791: four octets)."""


def _dotted(match: re.Match[str]) -> str:
    """Four octets with stops between; what is larger than an octet is left alone."""
    plain = "".join(HAN_DIGITS.get(c, c) for c in re.sub(r"[，,、\s]", "", match[0]))
    octets = re.split("[点點]", plain)
    return ".".join(octets) if all(int(octet) < 256 for octet in octets) else match[0]


def _apart(match: re.Match[str]) -> str:
    """The symbols together; letters that stand for a messenger stay apart from what follows."""
    row = match[0].replace(" ", "")
    return _CUE.sub(lambda cue: f"{cue[0]} ", row, count=1) if _CUE.match(row) else row


SPELLINGS: tuple[Row, ...] = (
    *alphabets.ROWS,
    *icons.ROWS,
    ("www", _W3, lambda m: "www", ("三w点a", "www点a"), "三点", ("w", "W")),
    ("com", _COM, lambda m: ".com", ("ab点康姆", "ab.com"), "点卡", ("点", "點", "dot", "dian")),
    ("letter by letter", _LETTERED, lambda m: re.sub("[-._]", "", m[0]), ("a-b-c-d-e", "abcde"), "a-b", ("-", ".", "_")),
    ("split characters", _SPLIT, lambda m: _WHOLE[re.sub(r"[\s+＋]", "", m[0])], ("彳山一几攵 亻言", "微 信"), "亻 字旁", ("亻", "彳", "力口", "石马", "君羊", "礻君", "讠舌", "扌丁", "扌戈", "田乚", "釒")),
    ("spaced", _SPACED, _apart, ("码 o k _ 1 2 3 @ a", "码 ok_123@a"), "a b c 与 1 2", (" ",)),
    ("enumerated", _ENUMERATED, lambda m: re.sub(r"[、，,\s]", "", m[0]), ("依次输入 e、v、.、t、e、s", "依次输入 ev.tes"), "a、b、c", ("、", "，", ",")),
    ("at", _AT, lambda m: "@", ("a艾特b 与 a [at] b", "a@b 与 a@b"), "look at this page",
     ("@", "at", "AT", "At", "aT", "(a", "（a", "[a", "{a", "【a", "<a", "艾", "爱特", "愛特", "圈", "老鼠", "花a", "花A", "hift", "HIFT", "上", "圈", "头")),
    ("at alone", _AT_ALONE, lambda m: "@", ("me at ab dot net", "me@ab dot net"), "look at a.b", (" at ", " AT ", " At ")),
    ("dot", _DOT, _stop, ("a点com 与 b (dot) net", "a.com 与 b.net"), "3 点开始；点击；Vue.js、Asp.Net；15.1.0、Icu", ()),
    ("octets", _OCTETS, _dotted, ("写二〇三，点，零，点，一一三，点，八八", "写203.0.113.88"), "三点零五分，四点", ("点", "點")),
    ("slashes", _SLASH, _tight, ("a.test / b", "a.test/b"), "a/b", ("/", "ht")),
    ("schemes", _SCHEME, lambda m: "://", ("https : // a", "https://a"), "http: yes", (":", "：")),
    ("signs", _WORDS, _symbol, ("hxxp://a 与 a下划线b（下划线）c", "http://a 与 a_b_c"), "a dash of salt", ()),
    *zhuyin.ROWS,
    *other_languages.ROWS,
    *codewords.ROWS,
    *sounds.ROWS,
    *spoken.ROWS,
    *NUMERALS,
)  # fmt: skip
