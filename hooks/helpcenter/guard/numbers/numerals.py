"""Numbers not written in plain digits: in words, Han numerals, letters, odd groups."""

from __future__ import annotations

import re

from helpcenter.guard.matching.figures import are_between_figures, are_figures, is_counted_list
from helpcenter.guard.matching.fold import HAN_DIGITS
from helpcenter.guard.matching.found import Row
from helpcenter.guard.matching.number_shapes import LIKELY, SHAPES, SURE, in_groups
from helpcenter.guard.numbers.called import is_led
from helpcenter.patterns.words import one_of

_HAN = re.escape("".join(HAN_DIGITS)) + "百佰"
_GAP = r"[\s·.,，、。;；/|_~*#:：()（）杠槓\u2010-\u2015-]"
_HAN_RUN = re.compile(
    r"(?:(?<![\u4e00-\u9fff])[加＋+]"
    rf"|(?<=[是为码话打拨线])加)?[{_HAN}\d]"
    rf"(?:(?!\s?[(（][{_HAN}]?[十拾]){_GAP}{{0,3}}+[{_HAN}\d]){{6,20}}+"
)
NUMBER_WORDS = {
    "zero": "0", "oh": "0", "nought": "0", "nil": "0", "one": "1", "two": "2", "three": "3",
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "niner": "9", "ling": "0", "yao": "1", "yi": "1", "er": "2", "san": "3", "si": "4", "wu": "5",
    "liu": "6", "qi": "7", "ba": "8", "jiu": "9", "hundred": "00", "thousand": "000",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "seventeen": "17", "eighteen": "18", "nineteen": "19",
}  # fmt: skip
_TENTH = "twenty thirty forty fourty fifty sixty seventy eighty ninety"
TENS = dict(zip(_TENTH.split(), "234456789", strict=True))
_BETWEEN = frozenset({"then", "and", "next", "plus"})
TIMES = {"double": 2, "triple": 3, "treble": 3}
NUMBER_WORD = one_of([*NUMBER_WORDS, *TENS])
SPOKEN_WORD = one_of([*NUMBER_WORDS, *TENS, *TIMES])
"""One word of a number, as an alternation; and also a word for so many times a digit."""
_WORD_RUN = re.compile(
    rf"(?:\bplus\s)?\b(?:{SPOKEN_WORD}"
    rf"|\d{{1,4}})(?:"
    rf"[\s,.，、：:\u2010-\u2015-]{{1,3}}+(?:(?:then|and|next)\s)?(?:{SPOKEN_WORD}"
    rf"|\d{{1,4}})\b){{3,20}}+",
    re.IGNORECASE,
)
_LETTERS = str.maketrans("OoQDIlLi|!ZzSsBqg○◯⭕", "00001111112255899000") | str.maketrans(
    HAN_DIGITS
)
_SHAPE = f"[0-9OoQDIlLi|!ZzSsBqg○◯⭕{_HAN}]"
_LETTER_RUN = re.compile(
    rf"(?<![A-Za-z0-9_.@/-])\(?(?=[^\s]{{0,3}}[0-9{_HAN}]){_SHAPE}{{3,4}}(?:\)\s?|[-\s.])?"
    rf"{_SHAPE}{{3,4}}[-\s.]?{_SHAPE}{{3,4}}(?![A-Za-z0-9_@/-])"
)
_AMOUNT = r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])"
_LONGEST = 20
"""Characters of the longest amount."""
_AMOUNT_BEFORE = re.compile(rf"{_AMOUNT}\Z")
_AMOUNT_BEHIND = re.compile(_AMOUNT)
_DASH = re.compile(r"(?<=\d{3})\s?[一ー丨]\s?(?=\d{3,8}(?!\d))", re.ASCII)
"""Characters that look like a dash, between groups."""
_ODD_GAP = re.compile(
    r"(?<=\d)\s{0,2}(?:([^\w\s.,:%()（）+#\x2d])\1{0,2}|[横杠减]{1,2}|dash|space|hyphen"
    r"|minus|空格|—)\s{0,2}(?=\d)"
)


def is_beside_amount(match: re.Match[str]) -> bool:
    """Whether an amount in groups of three, `2,000,000`, touches the match."""
    text, start, end = match.string, match.start(), match.end()
    before = _AMOUNT_BEFORE.search(text, max(0, start - _LONGEST), start)
    return bool(before or _AMOUNT_BEHIND.match(text, end, end + _LONGEST))


def _odd_gap(match: re.Match[str]) -> str:
    """A dash, but no stop behind a name that ends in digits, nor a wall beside an amount."""
    if (
        "\n```" in match[0]
        or ("|" in match[0] and is_beside_amount(match))
        or are_between_figures(match)
    ):
        return match[0]
    word = _NAME_BEFORE.search(match.string, max(0, match.start() - 40), match.start())
    return match[0] if word and re.search(r"[，。；、！？,;!?]", match[0]) else "-"


_NAME_BEFORE = re.compile(r"[A-Za-z_@][\w.-]*\Z", re.ASCII)
_EMOJI = re.compile(
    r":(?:keycap_|number_|digit_)?(zero|one|two|three|four|five|six|seven|eight|nine|\d):\s?"
)
_KOREAN = dict(zip("공영일이삼사오육칠팔구", "00123456789", strict=True))
_KOREAN_RUN = re.compile(
    r"(?<![가-힣])[공영일이삼사오육칠팔구](?:[\s-]{0,2}[공영일이삼사오육칠팔구]){6,14}(?![가-힣])"
)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_VANITY = re.compile(
    r"(?<![\w-])(?:1[-. ])?8(?:00|88|77|66|55|44"
    r"|33)[-. ](?=[A-Z0-9-]{0,6}[A-Z]{3})[A-Z0-9](?:-?[A-Z0-9]){6}(?![A-Za-z0-9])"
    r"|\+(?=[\d. -]{5,16}[A-Z]|1[-. ])\d{1,3}[-. ](?=[A-Z0-9. -]{0,14}[A-Z]-?[A-Z])\d{2,4}"
    r"(?:[-. ]?[A-Z0-9]){6,9}(?![A-Za-z0-9])"
    r"|(?<![\w-])[48]00[- ]?(?=[A-Z0-9-]{0,6}[A-Z]{3})[A-Z0-9](?:-?[A-Z0-9]){6}(?![A-Za-z0-9])"
    r"|(?<![\w-])(?:1[3-9]\d[- ]?[A-Z0-9]|0\d{2,4}[- ])(?=[A-Z0-9 -]{0,6}[A-Z]{3})"
    r"(?=[A-Z0-9 -]{0,4}\d\d)[A-Z0-9]{3}[- ]?[A-Z0-9]{3,4}(?![A-Za-z0-9])"
    r"|(?<![\w-])(?:1[-. ])?\(?[2-9]\d\d[)-. ]{1,2}(?=[A-Z0-9-]{0,7}[A-Z]{2})[A-Z0-9]{3}"
    r"[-. ]?[A-Z0-9]{2}[-. ]?[A-Z0-9]{2}(?![A-Za-z0-9])"
)
_ABROAD = re.compile(
    r"(?<![\w+])\+(?=[\d \-]{0,14}[OoIlL])\d[\dOoIlL](?:[ -]?[\dOoIlL]){6,13}(?![A-Za-z0-9])"
)
_JOINT = r"([^\w\n]{1,5}|[ \t]?[转轉横接][ \t]?)"
_SERVICE = re.compile(rf"(?<![\w.+-])([48]00){_JOINT}(\d{{3}}){_JOINT}(\d{{4}})(?!\d)")
_SHORT = re.compile(
    r"(?:热线|電話|电话|短号|拨打?|致电|打)(?:号码?|是|为"
    rf"|[:：\s]){{0,3}}(?P<run>[{re.escape(''.join(HAN_DIGITS))}]"
    rf"(?:[ ·、-]{{0,2}}[{re.escape(''.join(HAN_DIGITS))}]){{4,5}})"
    rf"(?![{re.escape(''.join(HAN_DIGITS))}\u4e00-\u9fff])"
)


def _keypad(match: re.Match[str]) -> str:
    """The digits on whose keys the letters stand; of an ordinary number only where one is to call."""
    if set(re.findall(r"[A-Z]", match[0])) == {"X"}:  # `400-XXX-XXXX` shows where digits go
        return match[0]
    plain = re.match(r"\+|[48]00|(?:1[-. ])?8\d\d|080[08]", match[0])
    return match[0].translate(_KEYPAD) if plain or is_led(match) else match[0]


_BOXED = re.compile(
    r"[\[【{（(「『《<〔]\s?\d{2,5}\s?[\]】})）」』》>〕]"
    r"(?:\s?[-–—]?\s?[\[【{（(「『《<〔]\s?\d{2,5}\s?[\]】})）」』》>〕]){1,4}"
)
"""Groups of digits, each in brackets."""


def _boxed(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    return "-".join(groups) if 7 <= sum(map(len, groups)) <= 13 else match[0]


def _service(match: re.Match[str]) -> str:
    if match[2] == "," and "|" in match[4]:  # `400,000 | 6000` are amounts in cells
        return match[0]
    return f"{match[1]}-{match[3]}-{match[5]}"


def _short(match: re.Match[str]) -> str:
    return match[0].replace(match["run"], "".join(HAN_DIGITS.get(c, "") for c in match["run"]))


_COUNTS = re.compile(rf"\d/-\d|[(\[]#\d|\d:\d\d?:\d|{_AMOUNT}\s{{0,3}}\||\|\s{{0,3}}{_AMOUNT}")
"""Lines added and taken away (`+43/-2`), a ticket (`(#5497`), places in a file (`a:1:2`), amounts in
cells (`800 | 2,000,000`)."""


_BUILD_BEFORE = re.compile(
    r"(?:版本|构建号?|固件|build|version|release|firmware|kernel)[\s:：]{0,3}\Z", re.IGNORECASE
)
_ANY_HAN = re.compile(rf"[{_HAN}]")
_ITEM = re.compile(r"\n[ \t]*\d{1,2}[.)]\s")
"""The number of an item in a list: what is in the items is put together as blocks are."""


def _han(match: re.Match[str]) -> str:
    before = _BUILD_BEFORE.search(match.string, max(0, match.start() - 16), match.start())
    other = before or _COUNTS.search(match[0]) or _ITEM.search(match[0]) or are_figures(match)
    if (other and not _ANY_HAN.search(match[0])) or is_counted_list(match[0]):
        return match[0]
    plain = "".join(HAN_DIGITS.get(c, "+" if c in "加＋" else c) for c in match[0])
    plain = re.sub(r"[百佰]", "00", plain)
    digits = re.sub(rf"{_GAP}+", "", plain)
    whole = in_groups(digits, SURE) if _ANY_HAN.search(match[0]) else ""
    if not whole and (alone := _HAN_ALONE.sub(_sure, match[0])) != match[0]:
        return alone
    return whole or re.sub(rf"{_GAP}+", "-", plain)


_DATE = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?!\d)")
_HAN_ALONE = re.compile(rf"[{_HAN}]{{10,12}}")
"""A number without gaps, beside other digits: in a row of a table."""


def _sure(run: re.Match[str]) -> str:
    """A run of numerals as the number that it is beyond doubt; else as it stands."""
    digits = "".join(HAN_DIGITS.get(c, c) for c in run[0])
    return in_groups(digits, SURE) or run[0]


_SPOKEN = re.compile(r"\b(?!(?:then|and|next|plus)\b)[A-Za-z]{2,}", re.IGNORECASE)


def _words(match: re.Match[str]) -> str:
    out = spelled_digits(match[0])
    count = sum(c.isdigit() for c in out)
    if match[0][:4].lower() == "plus":
        out = f"+{out.replace('-', '')}"
    called = is_led(match)
    if count in (5, 6) and called:
        return out
    if not _SPOKEN.search(match[0]) and (not called or _DATE.match(match[0])):
        return match[0]  # dates, versions, addresses of machines
    if whole := in_groups(out, SHAPES if called else LIKELY):
        return whole
    return out if count >= 7 and len(match[0]) > 2 * count else match[0]


def spelled_digits(words: str) -> str:
    """The digits that a group of number words stands for."""
    out, times = "", 1
    tokens = [word.lower() for word in re.findall(r"[A-Za-z]+|\d+|[가-힣]", words)]
    for at, word in enumerate(tokens):
        if word in TIMES:
            times = TIMES[word]
            continue
        if word in TENS:
            unit = NUMBER_WORDS.get(tokens[at + 1], "") if at + 1 < len(tokens) else ""
            word = TENS[word] + ("" if re.fullmatch("[1-9]", unit) else "0")
        out += ("" if word in _BETWEEN else NUMBER_WORDS.get(word, word)) * times
        times = 1
    return out


def _letters(match: re.Match[str]) -> str:
    digits = sum(c.isdigit() or c in HAN_DIGITS for c in match[0])
    plain = match[0].translate(_LETTERS)
    service = digits >= 2 and re.match(r"[48]00[-\s.]?\d{3}[-\s.]?\d{4}$", plain)
    return plain if (4 <= digits < len(match[0]) or service) else match[0]


_SINGLE = re.compile(r"(?<![\d.-])\d(?:[-,.:、 ]{1,2}\d(?!\d)){6,20}+")


def _close(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match[0])


NUMERALS: tuple[Row, ...] = (
    ("emoji names", _EMOJI, lambda m: NUMBER_WORDS.get(m[1], m[1]), (":four::zero:", "40"), ":smile:", (":",)),
    ("korean", _KOREAN_RUN, lambda m: "".join(_KOREAN.get(c, "-") for c in m[0]), ("사공공-공공공-일오구삼", "400-000-1593"), "일이", ()),
    ("dashes in Han", _DASH, lambda m: "-", ("400一000一1234", "400-000-1234"), "100 一 20", ("一", "ー", "丨")),
    ("han digits", _HAN_RUN, _han, ("四零零-零零零-二九一七", "400-000-2917"), "一、二、三项", ()),
    ("digit words", _WORD_RUN, _words,
     ("four double zero three two one nine", "4003219"), "one or two", ()),
    ("letter digits", _LETTER_RUN, _letters, ("热线 4OO-○○○-32l3", "热线 400-000-3213"), "SOS 123", ()),
    ("letters abroad", _ABROAD, lambda m: m[0].translate(_LETTERS), ("+44 1632 96O123", "+44 1632 960123"), "+1 OK", ("+",)),
    ("odd gaps", _ODD_GAP, _odd_gap, ("400/000|1234", "400-000-1234"), "9:00-18:00 1.5", ()),
    ("digits in brackets", _BOXED, _boxed, ("[190]【0000】{1234}", "190-0000-1234"), "[12][13], (2024)", ()),
    ("service number", _SERVICE, _service, ("400+000+1234", "400-000-1234"), "400, 500 元", ("400", "800")),
    ("keypad", _VANITY, _keypad, ("+1-202-555-01-OK", "+1-202-555-01-65"), "1-800-555-0100, +44 1632 960123, 400-XXX-XXXX", ()),
    ("short in Han", _SHORT, _short, ("热线：九五五一一", "热线：95511"), "电话一二", ("热线", "电", "短号", "拨", "打")),
    ("single digits", _SINGLE, _close, ("4 0-0 0-0 0 1", "4000001"), "1 2 3", ()),
)  # fmt: skip
