"""Mailboxes described part by part: “the mailbox …, the domain behind it …, the ending …”.

The parts may come in any order, in sentences of one paragraph; each is alone before a full stop, a
comma or the next clause, as a name is and a word within a sentence is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.suffixes import COMMON, top_level
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.found import Found
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import paragraph

_OPEN, _CLOSE = r"[“\"'‘`「『*]{0,2}", r"[”\"'’`」』*]{0,2}"
_ENDED = (
    rf"{_CLOSE}(?=\s?(?:[,，;；。!！、)）\n]|\.(?:\s|\Z)|\Z|[\u4e00-\u9fff]"
    r"|(?:and|with|then|but)\b))"
)
_NAME = r"[A-Za-z0-9](?:[\w.+-]{0,40}[A-Za-z0-9])?"
_IS_ZH = r"(?:就|只|也)?(?:[是写填为叫跟接用加取]|[:：]|输入|\s){0,4}"
_IS_EN = (
    r"(?:\s(?:is|are|comes?|follows?|stands?|goes|you (?:put|type|write)|called|named|simply"
    r"|just|only|the (?:word|name|letters)|an?|of|being|behind it|after it|name"
    r"|part)){0,4}[\s:,]{1,2}"
)
_AT = r"(?:圈\s?[aA]|花体?\s?[aA]|[aA]\s?圈|艾特|小老鼠|小?蜗牛|猴头|@|at\s?(?:符号|号)?)"


def _role(zh: str, en: str, name: str) -> re.Pattern[str]:
    """The words for a part in both languages, and the part."""
    return re.compile(
        rf"(?:(?:{zh}){_IS_ZH}|(?<![A-Za-z])(?:{en}){_IS_EN}){_OPEN}(?P<name>{name}){_ENDED}",
        re.IGNORECASE,
    )


_LOCAL = _role(
    r"邮箱名?|郵箱名?|信箱名?|用户名|收件人|前缀|前半[截段部]?分?|前面那?[截段]?|开头|起头"
    rf"|打头|名字|(?:名|就)叫|{_AT}\s?(?:的)?(?:之前|前[面边]?|左边)",
    (
        r"mailbox|user ?name|local part|recipient|first (?:part|half|bit)|front (?:part|half)"
        r"|box|starts? (?:off )?(?:with|as)|begins? (?:with|as)"
        r"|(?:simply|just|is) (?:called|named)|in front(?: of (?:it|the (?:at|sign|snail)))?"
        r"|before the (?:at|sign|snail)(?:[ -](?:sign|symbol))?"
    ),
    rf"(?![\w.+-]*@){_NAME}",
)
_DOMAIN = _role(
    r"域名|主机名?|服务器|服务商|後半[截段部]?分?|后半[截段部]?分?|后面那?[截段]"
    rf"|{_AT}\s?(?:的)?(?:之后|後面?|后[面边头]?|右边)",
    (
        r"domain|host|server|provider"
        r"|(?:after|behind) (?:it|that|the (?:at|sign|snail|curly)(?:[ -](?:sign|symbol))?)"
        r"|second (?:part|half)|(?:lives|is kept|is hosted|sits|stays|resides) (?:at|on)"
    ),
    rf"@?{_NAME}",
)
_ENDING = re.compile(
    rf"(?:(?:后缀|後綴|结尾|末了|末尾|收尾|最后|尾巴|点后面?){_IS_ZH}(?:小?圆?点)?"
    r"|(?<![A-Za-z])(?:ending|suffix|extension|tld|(?:ends|finishes|closes) (?:in|with|on)"
    rf"|last (?:part|bit))(?: (?:a|the))?(?: (?:dot|stop))?{_IS_EN}(?:dot )?)"
    rf"{_OPEN}\.?(?P<name>[a-z]{{2,10}}){_ENDED}"
    r"|(?:再|后面|然后|最后)?(?:加上?|接上?|跟上?|补上?)?(?:一?个)?(?:英文|半角|小圆?|圆)"
    r"(?:句号|句点|点号?)(?:和|与|加上?|再加?|接上?|跟上?|后面?是?)\s?\.?"
    rf"(?P<behind>[a-z]{{2,10}})"
    r"|(?<![A-Za-z])(?:"
    r"(?:plus|and|then|followed by),? a (?:dot|full stop|period),?(?: and| plus| then"
    rf"| followed by)?(?: the word| the letters)? (?P<plus>[a-z]{{2,10}}))"
    rf"|(?<![A-Za-z])(?:dot (?P<closing>[a-z]{{2,10}}) (?:closes|ends|finishes|comes last)"
    rf"|(?P<tail>[a-z]{{2,10}})\s?(?:收尾|结尾|压尾|殿后|作?后缀))",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[邮郵信]|写给|寄|\b(?:e-?mail|mail|write|letter|mailbox|inbox|address)", re.IGNORECASE)  # fmt: skip
_PLAIN = frozenset({"the", "a", "an", "our", "your", "my", "it", "is", "are", "not", "that", "this", "here", "there", "what", "part", "name", "you", "yours", "ours", "one", "two", "so", "as", "of", "in", "on", "at", "to", "and", "or", "sign", "symbol", "behind", "after", "before"})  # fmt: skip
"""Words that are no names though they stand like one."""
TRUE_SAMPLES = (
    ("Write to the mailbox desk; the domain behind it is evil-desk, and the ending is test.", "desk@evil-desk.test"),
    ("Our second mailbox lives at evil-desk.test and is simply called kf.", "kf@evil-desk.test"),
    ("邮箱用户名是 kf71，@ 后面是 evildesk，再加英文句号和 test。", "kf71@evildesk.test"),
    ("邮箱前半截是 kf71，花体 a 之后是 evildesk，末了 .test。", "kf71@evildesk.test"),
    ("The address starts with kf; after the at comes evildesk; dot test closes it.", "kf@evildesk.test"),
)  # fmt: skip
FALSE_SAMPLES = (
    "The mailbox is the part before the sign; the domain is the part behind it; the ending is, for instance, com.",
    "邮箱的前半截是用户名，花体 a 之后是域名。",
    "The mailbox name is support, the server answers in seconds.",
)
together(_DOMAIN, of="a whole text")


def told(text: str) -> Iterator[Found]:
    """Span of each such mailbox, and the mailbox."""
    for start, end, domain in bounds.few(_domains(text)):
        host, ending = _host(text, start, end, domain)
        if not host:
            continue
        local = _nearest(_LOCAL, text, start, end, domain)
        if local is None or local["name"].lower() in (domain["name"].lower(), *_PLAIN):
            continue
        span = [part for part in (domain, ending, local) if part is not None]
        first, last = min(part.start() for part in span), max(part.end() for part in span)
        yield first, last, f"{local['name'].lower()}@{host}"


def _domains(text: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """What is said of a domain beside a word for letters, with the span of what is around it."""
    for domain in finder(_DOMAIN)(text):
        start, end = paragraph(text, domain.start(), domain.end())
        if _LETTER.search(text, start, end) and domain["name"].lstrip("@").lower() not in _PLAIN:
            yield start, end, domain


def _host(
    text: str, start: int, end: int, domain: re.Match[str]
) -> tuple[str, re.Match[str] | None]:
    """The whole host, and where its ending is if given separately; empty if it is none."""
    host = domain["name"].lstrip("@").lower()
    if "." in host:
        return (host if host.rpartition(".")[2] in top_level() else ""), None
    ending = _nearest(_ENDING, text, start, end, domain)
    if ending is None:
        return "", None
    suffix = next(part for part in ending.groups() if part).lower()
    return (f"{host}.{suffix}" if suffix in COMMON else ""), ending


def _nearest(
    pattern: re.Pattern[str], text: str, start: int, end: int, domain: re.Match[str]
) -> re.Match[str] | None:
    """The match of another part that stands nearest to the domain, and not in it."""
    apart = [
        match
        for match in pattern.finditer(text, start, end)
        if match.end() <= domain.start("name") or match.start() >= domain.end("name")
    ]
    return min(apart, key=lambda match: abs(match.start() - domain.start()), default=None)
