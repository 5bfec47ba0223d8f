"""Display names that a reader is to look up outside this site: all that speaks for one is counted.

`去小红薯翻“某某阿梨退款”，戳右上角发消息`, `Google Some Refund Clerks and ring what is shown`. Such a name
has no shape of its own, so it must stand in quotes or, in English, in capitals; and the place, the
looking up, the office in the name and what is done with whoever is found each have a weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import evidence, namesakes
from helpcenter.guard.detectors.ways import WARNS
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_QUOTED = re.compile(
    r"[“\"「『《【‘'](?P<name>(?=[^“”\"「」『』《》【】’'\n]{0,20}[\u4e00-\u9fff])"
    r"[^“”\"「」『』《》【】’'\n，。；：！？、]{3,20})[”\"」』》】’']"
)
_CAPITALS = re.compile(
    r"(?<![\w.@/#:-])(?!(?:Google|Search|Find|Look|Open|Join|Message|Follow|Type|Enter|Get|Go|The|On|In)\s)"
    r"(?P<name>[A-Z][\w&]{1,20}(?:\s(?:[A-Z][\w&]{0,20}|\d{1,4})){1,4})(?![\w@/-]|\.\w)"
)
_REACH, _ENOUGH, _OPENING = (64, 40), 4, "“\"「『《【‘'"
"""Characters around a name whose words count, and the weight from which it is one to look up."""
_OUTSIDE = re.compile(
    r"(?:应用|應用|软件)?(?:商店|市场)|地[图圖](?!形)|浏览器|瀏覽器|百度|谷歌|必应|搜狗|[淘京]里|小程序|小程式"
    r"|公众号|订阅号|服务号|视频号|粉[专專]|粉丝[页团]|直播|[绿蓝红黄]标|[绿蓝]色那[家个]|聊天列表|腾讯文档|金山文档"
    r"|上(?:那|有)[位家个個]|石墨|在线文档|网盘|外卖|短视频"
    r"|\b(?:app\s?store|play\s?store|google(?! pay)|bing|baidu|browser|search engine|maps?|facebook"
    r"|whatsapp|telegram|messenger|instagram|tiktok|youtube|linkedin|discord|chat app|app gallery)\b",
    re.IGNORECASE,
)
_SOUGHT_ZH = re.compile(
    r"(?:搜一搜|搜索?|搜尋|找|查|输入?|輸入?|键入|敲|打上|[写寫]上?|翻到?|订阅|关注|關注|[叫名][做为]?"
    r"|粉[专專]|公众号|小程[序式]|视频号|[有那][家个個位]|点开|认准|認準|进)[^。，！？\n“「]{0,6}\Z"
)
_SOUGHT_EN = re.compile(
    r"\b(?:search(?: for)?|look(?:ing)? (?:for|up)|find|google|type(?: in)?|enter|listed (?:as|under)"
    r"|called|named|titled|known as|join|follow|message|(?:page|group|profile|channel|account),?)\s"
    r"(?:(?:the|our|a|for|page|group|form|app|business|profile)\s){0,3}[“\"‘']?\Z",
    re.IGNORECASE,
)
_OFFICE_ZH = re.compile(
    r"(?:中心|[处處]|受理[点點]|服务[点點]|窗口|[厅廳站铺舖店馆館社室所台团團队隊组組群席]|席位|助手|助理|管家|卫士|顾问"
    r"|[专專][员員]|老师|客服|小[哥姐妹编]|课代表|律师|代办|[通簿]|登记[簿表]|专线|通道|补丁|驿站)[\d]{0,4}\Z"
)
_TOPIC_ZH = re.compile(
    r"退|返[款现]|赔|賠|快返|止付|解[冻凍约]|催|[维維][权權]|守[护護]|人工|客服|申[诉訴]|到[账帳]|代扣|追[款回]|盗刷|盜刷"
    r"|急[难難]|受理|[极極]速|安全|[账帳][户戶]|[资資]金"
)
_OFFICE_EN = re.compile(
    r"\b(?:desk|support|recovery|refunds?|relief|claims?|clerks?|help(?:er)?s?|care|team|agents?"
    r"|companion|assistant|shield|guard|neighbou?rs|rescue|disputes?|complaints?|advisors?|security"
    r"|services?|officers?|assist|protect\w*|secure|verify|verification)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"私[信聊]|发消息|發?傳?[訊讯]息|留言|连麦|[连線]线|聊|拍[下那个一]|登记|登[录錄进]|密码|拨|撥|听筒|人工|要单号"
    r"|报[单订]号|关注|關注|订阅|[加进進][^。\n]{0,3}[群团圈]|加好友|装|裝|授权|權?權限|权限|底下就|[头頭]一?[个個条條]"
    r"|第[一二三][个個条條]|排第一|开播|主页|掌柜|填[进表]|姓名|卡号"
    r"|\b(?:messages?|ring|call|dm|request to join|join|log ?in|sign in|say|tell (?:them|him|her)"
    r"|write to (?:them|him|her)|chat|install|password|top (?:result|hit)|first (?:result|hit|one)"
    r"|choose the one|card number|receipt)\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:\b(?:our|this|the) app\b|我们的?(?:应用|App)|本站|帮助中心|(?<![\u4e00-\u9fff])(?:App|APP|应用)[里内中首]"
    r"|“?我的”?|设置[里中页]|settings|menu\b|菜单里|账单[里页])",
    re.IGNORECASE,
)
"""Where what is looked up is a part of our own app or site."""
_PLAIN_EN = re.compile(
    r"(?:Apple|Google|Samsung|Face|Touch|Play|App|Settings|Screen|Privacy|Terms|Help|Customer|Contact|Live)\s"
    r"(?:Pay|Play|ID|Store|Time|Policy|Checkup|Cent(?:er|re)|Service|Support|Us|Chat|Settings|Maps|Help|Care)"
)
"""What everybody has, and nobody is met under."""
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
    Sample("打开手机设置，找“应用权限”，点第一个"),
)
together(_QUOTED, _CAPITALS, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`, which should be prose."""
    for pattern in (_QUOTED, _CAPITALS):
        for match in finder(pattern)(text, start, end):
            before, behind = evidence.around(text, match.span("name"), _REACH)
            before = before.rstrip(_OPENING)
            if _weight(match["name"], before, behind) < _ENOUGH or _is_other(match, before, behind):
                continue
            platform = evidence.nearest(before, last=True)
            yield account_hit("social", platform, match, "name") if platform else _bare(match)


def _bare(match: re.Match[str]) -> Hit:
    return Hit("social", *match.span("name"), match["name"].lower(), match.end("name"))


def _is_other(match: re.Match[str], before: str, behind: str) -> bool:
    """Whether a name is our own, a part of our app, one that everybody has, or warned of."""
    own = re.sub(r"\s", "", match["name"].lower()) in namesakes.NAMES.get().brands
    known = _PLAIN_EN.match(match["name"]) or _OURS.search(before)
    return bool(own or known or WARNS.search(before + behind))


def _weight(name: str, before: str, behind: str) -> int:
    """How much speaks for a name that is to be looked up."""
    sought = _SOUGHT_ZH.search(before) or _SOUGHT_EN.search(before)
    outside = _OUTSIDE.search(before) or evidence.nearest(before, last=True)
    if not sought or not outside:
        return 0
    office = _OFFICE_ZH.search(name) is not None
    about = (_TOPIC_ZH.search(name) or _OFFICE_EN.search(name)) is not None
    done = (_DONE.search(behind) or _DONE.search(before)) is not None
    return 2 + office + about + done
