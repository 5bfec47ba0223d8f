"""Names that stand loose in words about reaching somebody: all that speaks for an account is counted.

`土豆那边也有我们的人，搜 desk_lin 就能看到小林`, `Mia answers on Snap: mia.desk`. Scammers word this in
more ways than any list of phrases holds. So nothing is asked of the order of the words: how the
name is made, that somebody is met, that something is looked up and that an app is meant each have
a weight, and enough of them make an account of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors import evidence, namesakes
from helpcenter.guard.detectors.not_accounts import ENDINGS, ORDER, THING, UNIT, WORK
from helpcenter.guard.detectors.suffixes import top_level
from helpcenter.guard.detectors.ways import WARNS
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample, account_hit
from helpcenter.guard.matching.needed import finder

_NAME = re.compile(
    r"(?<![A-Za-z0-9_@./:#&=?%~$¥￥€£\\+*<,-])(?<!\d )"
    r"(?P<account>(?=[A-Za-z0-9._-]{5,32}(?![A-Za-z0-9_]))"
    r"(?:[A-Za-z][A-Za-z0-9]{0,20}(?:[._-][A-Za-z0-9]{1,20}){1,5}"
    r"|[A-Za-z]{2,16}\d{2,8}[A-Za-z0-9]{0,8})"
    r"|(?!20\d\d[01]\d[0-3]\d)[1-9]\d{6,10}|[1-9]\d{2}(?: \d{3}){2})"
    r"(?![A-Za-z0-9_/@(=:+*>%-]| ?\d|[.,][A-Za-z0-9])"
)
_REACH, _ENOUGH = (60, 44), 4
"""Characters around a name whose words count, and the weight that makes an account of it."""
_SOMEBODY = re.compile(
    r"私[信聊]|好友|加我|[他她](?!们|們)|[秒速快]回|回您|头像|頭像|专员|專員|客服|值班|同事|老师|经理"
    r"|主管|组长|小[\u4e00-\u9fff](?=[，。在会帮值聊、])|我们的人|我們的人|[都总總]?有人|报(?:订?单|案件?)号"
    r"|[进進入拉加][^。\n]{0,2}群|群里|群裡|就[是能]它|对方|對方|第一个就是|打[个聲声]?招呼|连麦|聊[两兩几幾]句"
    r"|\b(?:dms?|friend request|(?:add|tell|ask|message|text|write) (?:him|her|them|us|me)"
    r"|answers? (?:fast|quick|at|within|day|in\b|on\b)|repl(?:y|ies) (?:take|come|with|fast|quick)"
    r"|pick(?:s|ed)? up|slide into|(?:reach|find|talk to|chat with|meet) (?:us|me|him|her|them)"
    r"|a real (?:person|human)|night (?:desk|crew|shift|team)|join us|say h(?:i|ello)|wave|s?he|his|hers?"
    r"|our (?:agent|clerk|officer|people|colleague|desk|crew|man|guy|girl)\w*"
    r"|send (?:us|me)|case officer)\b",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"搜|找|输入|輸入|填|粘|贴上|复制|複製|联系|聯[繫絡]|添加|加(?=[：:“\"`「\s]{0,2}[A-Za-z])"
    r"|关注|關注|敲|戳|滴|喊|呼叫|招呼"
    r"|\b(?:search|look (?:up|for)|find|type|enter|paste|ask for|write to|contact|follow|message"
    r"|add|ping|dm|text|reach|invite|handle|nickname|username|poke|nudge|buzz|goes by)\b",
    re.IGNORECASE,
)
_APP = re.compile(
    r"聊天|软件|軟體|应用|應用|[aA][pP][pP]\b|那[边邊头頭]|通讯|通訊|[”」』][上里裡]"
    r"|\b(?:apps?|messengers?|chats?)\b"
)
_OF_A_THING = re.compile(
    r"(?:编号|編號|单号|單號|流水|批次|型号|活动|模板|配置|变量|附言|备注|標籤|标签|名为|文件夹)"
    r"[^，。！？\n]{0,6}\Z"
    r"|(?:提供|附上|[带帶報报]上?|[核查]对|[记記]下|[写寫]明|截[图圖])[^，。！？\n]{0,8}\Z"
    r"|\b(?:quote|include|provide|attach|give|note down|write down|copy)\b[^,.\n]{0,12}\Z"
    r"|\b(?:ref(?:erence)?|case|ticket|version|key|param\w*|option|variable|function|method|class"
    r"|column|table|event|status|memo|package|module|plugin|model|command|type|tag|branch)s?\b"
    r"[^,.\n]{0,8}\Z",
    re.IGNORECASE,
)
_IS_A_THING = re.compile(
    r"[”\"`」]{0,2}\s?(?:字段|参数|文件|接口|函数|命令|错误|状态|事件|选项|列|键|版本|协议|格式|报文"
    r"|标准|网络|链|型|款|设备|手机|系统"
    r"|(?:fields?|param\w*|options?|files?|functions?|errors?|flags?|keys?|columns?|events?|status"
    r"|codes?|commands?|variables?|methods?|class\w*|attributes?|property|properties|endpoints?"
    r"|modules?|packages?|plugins?|types?|tags?|messages?|standards?|networks?|devices?)\b)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:[a-z]+_)*(?:id|no|num|code|status|state|type|time|date|key|url|name|amount|fee|limit|token"
    r"|sign|version|result|reason|flag|count|number|address|data|info|list)(?:_[a-z]+)*"
    r"|[A-Z][A-Z0-9_]+"
)
"""A field's or a constant's name: `out_trade_no`, `SOME_MODE`."""
_COMPOUND = re.compile(r"[A-Za-z]+(?:[.-][A-Za-z]+)*")
_ASKED = re.compile(r"(?:搜索?|找|联系|聯[繫絡]|添加|加|输入|輸入|粘贴?|填)[：:“\"`「\s]{0,3}\Z")
"""What stands right in front of a name that looks like two words joined."""
TRUE_SAMPLES = (
    Sample("土豆那边也有我们的人，搜 some_desk_lin 就能看到小林", ("telegram:some_desk_lin",)),
    Sample("Mia answers fastest on Snap: some.mia.desk. Add her.", ("snapchat:some.mia.desk",)),
    Sample("把 lin-some88 复制到聊天软件的搜索框，头像是蓝盾的就是", ("account:lin-some88",)),
    Sample("下个帮帮 App，打招呼给 602000117，她一看就懂", ("account:602000117",)),
    Sample("在“帮帮”上联系 some-bangbang，全天秒回", ("account:some-bangbang",)),
)
FALSE_SAMPLES = (
    Sample("专员在应用里回复：您搜索的订单 2026010112 已退 1500000 元"),
    Sample("在本站搜 refund_status，可以找到退款状态的说明"),
    Sample("Reference: some-help-51. Quote it when you write to us through the help form."),
    Sample("Search for transfer_limit in the settings and add a note for yourself."),
    Sample(
        "We will send you an in-app message. Our agents reply within a day; find them in the app."
    ),
    Sample("联系客服时，请报订单号 OK20231107，专员在应用里回复"),
    Sample("联系客服时请提供 trade_ref2，或把 out_trade_no 发给专员"),
    Sample('多久没回复可以找专员：{{ reply_time("complaint", part="ask_again2") }}，在应用里'),
    Sample("别加 abc_01 这样的好友，对方是骗子，App 里的客服才是真的"),
)
together(_NAME, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield such names in `text[start:end]`, which should be prose."""
    for match in finder(_NAME)(text, start, end):
        before, behind = evidence.around(text, match.span(), _REACH)
        if _is_other(match["account"], before, behind):
            continue
        platform = evidence.nearest(before, last=True) or evidence.nearest(behind, last=False)
        if _made(match["account"]) + _said(before, behind, platform) >= _ENOUGH:
            yield account_hit("messenger", platform or "account", match, "account")


def _is_other(name: str, before: str, behind: str) -> bool:
    """Whether a name is that of a thing, a file or a site, an ordinary word or warned of."""
    if ENDINGS.search(name) or ORDER.fullmatch(name) or _FIELD.fullmatch(name):
        return True
    if name.rpartition(".")[2] in top_level():
        return True
    if _COMPOUND.fullmatch(name) and "." not in name and not _ASKED.search(before):
        return True
    if name[0].isdigit() and UNIT.match(behind):
        return True
    if before.rfind("{{") > before.rfind("}}"):
        return True  # a part of a reference, which has checks of its own
    thing = THING.search(before) or _OF_A_THING.search(before)
    return bool(
        thing or _IS_A_THING.match(behind) or WORK.match(behind) or WARNS.search(before + behind)
    )


def _made(name: str) -> int:
    """How much a name speaks for an account by how it is made."""
    lower = name.lower()
    ours = any(brand in lower for brand in namesakes.NAMES.get().brands)
    if not re.search("[A-Za-z]", name):
        return 0
    return (re.search(r"[\d_]", name) is not None) + (ours or namesakes.is_office(lower))


def _said(before: str, behind: str, platform: str) -> int:
    """How much the words around a name speak for an account."""
    met = _SOMEBODY.search(before) or _SOMEBODY.search(behind)
    app = platform or _APP.search(before) or _APP.search(behind)
    sought = _LOOKED_UP.search(before) or _LOOKED_UP.search(behind)
    return 2 * bool(met) + bool(app) + bool(sought)
