"""Formats values as people write them in Chinese and in English.

Numbers, money, dates, time units and plurals come from Unicode's CLDR through Babel. The
house form decides what CLDR leaves open: a space between a figure and a Chinese unit word
(48 小时, 1,000.00 港元), none before %, an en dash in ranges, full-width parentheses in
Chinese, the 24-hour clock, and days before months in English (en-001).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

import idna
import phonenumbers
from babel import Locale
from babel.dates import format_date, get_day_names, get_timezone_location
from babel.lists import format_list
from babel.numbers import format_currency, format_percent, get_currency_name, get_currency_precision
from babel.units import format_unit

from helpcenter.data.models.contacts import Contact
from helpcenter.data.models.formats import Duration
from helpcenter.data.models.money import Fee
from helpcenter.data.models.times import Day, Hours, Span
from helpcenter.model import Lang, Text

LOCALES: dict[Lang, Locale] = {"zh": Locale("zh"), "en": Locale("en", "001")}
NO_FIGURE = Text("暂无数据", "no figure published")
ALWAYS = Text("全天 24 小时", "24 hours a day")
FREE = Text("免费", "free")
ZONES = {"Asia/Shanghai": Text("北京时间", "Beijing time"), "UTC": Text("UTC", "UTC")}
"""Zones that have a name of their own; the others are called after their city."""

_BUSINESS_DAYS = {
    "one": Text("{} 个工作日", "{} business day"),
    "other": Text("{} 个工作日", "{} business days"),
}
_FIGURE_BEFORE_HAN = re.compile(r"(?<=[0-9])(?=[\u4e00-\u9fff])")
# 10 港元 counts by its name; a name that is no unit needs one: 10 元人民币, never 10 人民币
_COUNTED = {"CNY": "元人民币"}
_WEEK = tuple(Day)


def percent(value: Decimal) -> str:
    """`2.5%` in both languages; the digits of the record, never rounded."""
    return format_percent(
        value / 100, format="#,##0.####%", locale="en", decimal_quantization=False
    )


def money(amount: Decimal, currency: str, lang: Lang) -> str:
    """`1,000.00 港元` or `HK$1,000.00`; at least the digits of the currency, never rounded."""
    whole, digits = "#,##0", max(get_currency_precision(currency), _decimals(amount))
    number = f"{whole}.{'0' * digits}" if digits else whole
    if lang == "en":
        return format_currency(
            amount, currency, f"¤{number}", locale=LOCALES[lang], currency_digits=False
        )
    name = _COUNTED.get(currency) or get_currency_name(currency, locale=LOCALES[lang])
    figure = format_currency(amount, currency, number, locale=LOCALES[lang], currency_digits=False)
    return f"{figure} {name}"


def _decimals(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def currency_name(currency: str, lang: Lang) -> str:
    """`港元（HKD）` or `Hong Kong Dollar (HKD)`."""
    return f"{get_currency_name(currency, locale=LOCALES[lang])}{parentheses(currency, lang)}"


def duration(value: Duration | None, lang: Lang) -> str:
    """`48 小时` or `48 hours`; None: the words for a missing figure."""
    if value is None:
        return NO_FIGURE[lang]
    if value.unit == "business_day":
        return _BUSINESS_DAYS[LOCALES[lang].plural_form(value.amount)][lang].format(value.amount)
    words = format_unit(
        value.amount,
        f"duration-{value.unit}",
        "short" if lang == "zh" else "long",  # CLDR has no long form in Chinese
        locale=LOCALES[lang],
    )
    return _FIGURE_BEFORE_HAN.sub(" ", words)


def reply(usual: Duration | None, longest: Duration | None, lang: Lang) -> str:
    """`通常 2 小时内，最长 24 小时` or `usually within 2 hours, at most 24 hours`."""
    parts: list[str] = []
    if usual:
        words = duration(usual, lang)
        parts.append(Text(f"通常 {words}内", f"usually within {words}")[lang])
    if longest:
        words = duration(longest, lang)
        parts.append(Text(f"最长 {words}", f"at most {words}")[lang])
    return Text("，", ", ")[lang].join(parts) or NO_FIGURE[lang]


def fee(value: Fee, lang: Lang) -> str:
    """`2.5% + 3.00 港元`, without the least and the highest sum; nothing due is `免费`."""
    parts = [percent(value.percent)] if value.percent else []
    if value.fixed:
        parts.append(money(value.fixed, value.currency, lang))
    if not parts:
        parts.append(money(value.min, value.currency, lang) if value.min else FREE[lang])
    return " + ".join(parts)


def day(value: date, lang: Lang) -> str:
    """`2026年11月23日` or `23 November 2026`."""
    return format_date(value, "long", locale=LOCALES[lang])


def clock(value: str) -> str:
    """`9:00` from `09:00`; the end of the day stays `24:00`."""
    return value.removeprefix("0") if value != "00:00" else "0:00"


def days(values: Iterable[Day], lang: Lang) -> str:
    """`周一至周五` or `Mon–Fri`; three days or more in a row make a range."""
    names = get_day_names("abbreviated", locale=LOCALES[lang])
    numbers = sorted(_WEEK.index(value) for value in set(values))
    dash, comma = Text("至", "–")[lang], Text("、", ", ")[lang]
    parts: list[str] = []
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        row = [names[number] for _, number in run]
        parts += [f"{row[0]}{dash}{row[-1]}"] if len(row) > 2 else row
    return comma.join(parts)


def spans(values: Sequence[Span], lang: Lang) -> str:
    """`周一至周五 9:00–18:00；周六 10:00–16:00`, spans of the same days together."""
    joined: dict[str, list[str]] = {}
    for span in values:
        times = f"{clock(span.open)}–{clock(span.close)}"
        joined.setdefault(days(span.days, lang), []).append(times)
    comma = Text("、", ", ")[lang]
    lines = [f"{names} {comma.join(times)}" for names, times in joined.items()]
    return Text("；", "; ")[lang].join(lines)


def zone(name: str, lang: Lang) -> str:
    """`北京时间` or `Beijing time`, from the name of an IANA zone."""
    if name in ZONES:
        return ZONES[name][lang]
    place = get_timezone_location(name, locale=LOCALES[lang], return_city=True)
    city = place.rpartition("/")[2].replace("_", " ")
    gap = " " if city.isascii() else ""
    return Text(f"{city}{gap}时间", f"{city} time")[lang]


def hours(value: Hours, lang: Lang) -> str:
    """`周一至周五 9:00–18:00 北京时间` or `Mon–Fri 9:00–18:00, Beijing time`."""
    if value.always:
        return ALWAYS[lang]
    place = zone(value.timezone, lang)
    return spans(value.weekly, lang) + Text(f" {place}", f", {place}")[lang]


def names(values: Sequence[str], lang: Lang) -> str:
    """`甲、乙和丙` or `a, b and c`."""
    return format_list(list(values), locale=LOCALES[lang]) if values else ""


def parentheses(words: str, lang: Lang) -> str:
    """`（words）` in Chinese, ` (words)` in English; goes straight behind a word."""
    return Text(f"（{words}）", f" ({words})")[lang]


def display(contact: Contact) -> str:
    """A contact as readers see it: mailbox, `+1 202-555-0100`, address without https, handle."""
    if contact.phone:
        number = phonenumbers.parse(contact.phone)
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return web_address(contact.url) if contact.url else contact.value


def href(contact: Contact) -> str | None:
    """The link target of a contact; None for handles, which are never links."""
    if contact.email:
        return f"mailto:{contact.email}"
    if contact.phone:
        return f"tel:{contact.phone}"
    return contact.url


def web_address(url: str) -> str:
    """An https URL as people type it: host in Unicode, no scheme, no closing slash."""
    host, slash, rest = url.removeprefix("https://").partition("/")
    return (host_name(host) + slash + rest).removesuffix("/")


def host_name(host: str) -> str:
    """A host in Unicode; the records hold ASCII (RFC 5891)."""
    return idna.decode(host)


def sentences(values: Sequence[str], lang: Lang) -> str:
    """Sentences one behind the other: a space between them only in English."""
    return Text("", " ")[lang].join(values)


def opening(label: str) -> str:
    """A label that stands alone, with a capital letter where its language has them."""
    return label[:1].upper() + label[1:]


def inside(label: str) -> str:
    """A label inside a sentence, without its capital letter; CVV and PIN keep theirs."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
