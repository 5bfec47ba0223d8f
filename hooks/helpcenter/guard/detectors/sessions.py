"""Access for strangers: remote-support programs and online meetings, by name and code.

The code need not stand right behind the name: “open AnyDesk, under *Remote desk* type 1 057 …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder

_NINE = r"\d{3}[ -]?\d{3}[ -]?\d{3,4}|\d[ -]\d{3}[ -]\d{3}[ -]\d{3}"
_MEETING = r"\d{3}[ -]?\d{3,4}[ -]?\d{3,4}"


@dataclass(frozen=True, slots=True)
class Service:
    """One program or kind of meeting."""

    name: str
    """Written in front of the code in canonical forms."""
    words: str
    code: str
    true: tuple[str, str]
    """A text, and the code in it."""
    false: str

    @property
    def in_digits(self) -> bool:
        """Whether its codes hold digits; gaps between them do not count."""
        return r"\d" in self.code


SERVICES: tuple[Service, ...] = (
    Service("anydesk", r"Any\s?[dD]esk|anydesk|ANYDESK", _NINE, ("AnyDesk ID 123 456 789", "123456789"), "AnyDesk 8.0"),
    Service("todesk", r"To[dD]esk|todesk", _NINE, ("ToDesk 设备代码：123 456 789", "123456789"), "ToDesk 4.7"),
    Service("teamviewer", r"Team\s?[vV]iewer|teamviewer", _NINE, ("TeamViewer, then type 1 234 567 890", "1234567890"), "TeamViewer 15"),
    Service("rustdesk", r"Rust[dD]esk|rustdesk", _NINE, ("RustDesk 填 123456789", "123456789"), "RustDesk 1.2.3"),
    Service("sunlogin", r"向日葵|贝锐|Sun[lL]ogin|Awe[sS]un", _NINE, ("向日葵，识别码填 123 456 789", "123456789"), "向日葵 3 株"),
    Service("quickassist", r"Quick [aA]ssist|快速助手", r"(?=\d{0,5}[A-Za-z])(?=[A-Za-z]{0,5}\d)[A-Za-z0-9]{6}"
                                                    r"|\d{6}", ("Quick Assist code: 123456", "123456"), "Quick Assist 2024"),
    Service("remote", (
        r"Ultra[vV]iewer|Splashtop|Supremo|Air[dD]roid|Log[mM]e[iI]n|Screen[cC]onnect"
        r"|D[wW][sS]ervice|Chrome Remote Desktop|远程(?:协助|控制|桌面|工具|软件|应用|程序)"
        r"|[rR]emote (?:desk|control|support|assistance|help|access|app|program|tool|viewer)"
    ),
            r"\d{2,4}(?:[ -]?\d{2,4}){2,3}|\d(?: \d{3}){3}", ("远程协助，识别码：123 456 789", "123456789"), "远程桌面 2024 版"),
    Service("tencent-meeting", r"腾讯会议|腾会|鹅会|鹅厂会议|企鹅会议|Tencent [mM]eeting"
                               r"|V[oO][oO][vV]", _MEETING, ("加入鹅厂会议 #123-456-789", "123456789"), "腾讯会议 3.0"),
    Service("zoom", r"(?<![a-zA-Z])(?:Z(?:oom|OOM)|zoom)(?![a-z])", _MEETING, ("Zoom meeting ID 987 654 3210", "9876543210"), "Zoom 5.0"),
    Service("teams", r"(?:Microsoft |MS |(?:[oi]n|from|via) )[tT]eams|Teams\s?(?:会议"
                     r"|[mM]eeting)", r"\d{3}(?: ?\d{3}){2,3}(?: ?\d{1,3})?", ("Microsoft Teams meeting ID: 123 456 789 012", "123456789012"), "Microsoft Teams 2024"),
    Service("feishu", r"飞书会议|Feishu [mM]eeting|Lark [mM]eeting", _MEETING, ("飞书会议号：123 456 789", "123456789"), "飞书会议 7.0"),
    Service("dingtalk", r"钉钉?会议|Ding[tT]alk [mM]eeting", r"\d{3}[ -]?\d{3,4}[ -]?\d{3,5}", ("钉钉会议，会议号 123 456 7890", "1234567890"), "钉钉会议 7.0"),
    Service("webex", r"Web[eE]x|webex", r"\d{3,4}[ -]?\d{3}[ -]?\d{3,4}", ("Webex access code 1234 567 890", "1234567890"), "Webex 43.1"),
    Service("google-meet", r"Google [mM]eet", r"[a-z]{3}-[a-z]{4}-[a-z]{3}", ("Google Meet code abc-defg-hij", "abc-defg-hij"), "Google Meet"),
    Service("meeting", r"会议(?:号码?|ID|室号|代码)|视频会议|(?:[mM]eeting"
                       r"|[cC]onference) (?:ID|code|number)", _MEETING, ("会议号：123 456 789", "123456789"), "视频会议 2024"),
)  # fmt: skip
_WORDS = re.compile("|".join(f"(?P<s{at}>{service.words})" for at, service in enumerate(SERVICES)))
_CUE = (
    r"识别码|设备(?:代码|码|号)|伙伴(?:ID|码)|连接码|邀请码|会议(?:号码?|ID|室)|远程码|代码"
    r"|号码?|编号|房间|[iI][dD]|[cC]ode|[aA]ddress|[nN]umber|[tT]ype|[eE]nter|[jJ]oin"
    r"|[dD]ial|[pP]ut|[pP]aste|[抄写寫]|[gG]ive it|[rR]ead it|告诉它|报给它|填入?|输入?|加入|搜索?"
    r"|(?<!(?<![A-Za-z])[A-Z]):|[：#=＝→>›]"
)
_BEFORE = re.compile(rf"(?:{_CUE})[^\w\n]{{0,3}}(?:[填为是：:]|is|the)?[^\w\n]{{0,4}}\Z")
_REACH = 120
"""Characters behind a name in which its code stands, in the same paragraph."""
_CODES = {
    service.name: re.compile(rf"(?<![\w.+-])(?:{service.code})(?![\w-]|[.,:/]\w)")
    for service in SERVICES
}
_DIGIT = re.compile(r"\d")
_UNIT = re.compile(r"\s?(?:元|笔|次|人|份|年|月|日|USD|CNY|users|times|bytes|MB)")
_GROUPED = re.compile(r"\d[ -]\d")
_OTHER = re.compile(
    r"订单|單|单号|电话|電話|热线|拨|撥|卡|[账帐帳]|[¥￥$€£]"
    r"|\b(?:order|call|phone|hotline|line|card|account|ref(?:erence)?|no\.)",
    re.IGNORECASE,
)
"""What other numbers are written in groups."""
_SKYPE = re.compile(r"(?<![\w.])live:(?:\.cid\.)[\w.-]{4,40}")
"""The form of a Skype account that stands for itself."""
TRUE_SAMPLES = (
    *(Sample(s.true[0], (f"{s.name}:{s.true[1]}",)) for s in SERVICES),
    Sample(
        "1. Install AnyDesk.\n2. Under *Remote desk* type `1 057 190 020`.", ("anydesk:1057190020",)
    ),
    Sample("Skype › live:.cid.desk0571", ("skype:live:.cid.desk0571",)),
)
FALSE_SAMPLES = (
    *(Sample(s.false) for s in SERVICES),
    Sample("向日葵 3 株，订单 123456789"),
    Sample("不要安装向日葵、ToDesk；对方要您报出识别码时请挂断"),
    Sample("Zoom in until the 12 digits can be read; a live: true flag"),
)
together(_WORDS, _SKYPE, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the codes of `text[start:end]`, each under the name nearest in front of it."""
    taken: set[int] = set()
    digit = start  # the next one: most names have no number in reach
    for word, until in _words(text, start, end):
        service = SERVICES[int((word.lastgroup or "s0")[1:])]
        if digit < word.end():
            found = _DIGIT.search(text, word.end(), end)
            digit = found.start() if found else end
        if service.in_digits and digit >= until:
            continue
        for match in _CODES[service.name].finditer(text, word.end(), until):
            if match.start() not in taken and _is_told(text, word, match):
                taken.add(match.start())
                yield _hit(service, match)
    for match in finder(_SKYPE)(text, start, end):
        name = f"skype:{match[0].lower()}"
        yield Hit("messenger", *match.span(), name, match.end())


_GENERAL = frozenset(f"s{at}" for at, s in enumerate(SERVICES) if s.name in ("remote", "meeting"))
"""Words that belong to any of the programs."""


def _words(text: str, start: int, end: int) -> list[tuple[re.Match[str], int]]:
    """Each name, and where the text about it ends: at the next name, or with the paragraph."""
    found: list[tuple[re.Match[str], int]] = []
    next_name = end
    for word in reversed(list(finder(_WORDS)(text, start, end))):
        until = min(word.end() + _REACH, next_name)
        paragraph = text.find("\n\n", word.end(), until)
        found.append((word, paragraph if paragraph >= 0 else until))
        if word.lastgroup not in _GENERAL:
            next_name = word.start()
    return found[::-1]


def _is_told(text: str, word: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a reader is told to enter the code: by a cue in front of it, or by the word itself."""
    before = text[max(word.end(), match.start() - 16) : match.start()]
    near = re.fullmatch(r"[\s:：#(（*`“\"]{0,4}", text[word.end() : match.start()])
    long = len(re.sub(r"\D", "", match[0])) > 8
    lone = long and _GROUPED.search(match[0]) and not _OTHER.search(before)
    told = _BEFORE.search(before) or (near and long) or lone
    return bool(told) and not _UNIT.match(text, match.end())


def _hit(service: Service, match: re.Match[str]) -> Hit:
    code = re.sub(r"[ -]", "", match[0]) if service.in_digits else match[0]
    return Hit("messenger", *match.span(), f"{service.name}:{code}", match.end())
