"""Names that stand loose in words about reaching somebody: all that speaks for an account is counted.

`土豆那边也有我们的人，搜 desk_lin 就能看到小林`, `Mia answers on Snap: mia.desk`. Scammers word this in
more ways than any list of phrases holds. So nothing is asked of the order of the words: how the
name is made, that somebody is met, that something is looked up and that an app is meant each have
a weight, and enough of them make an account of the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from helpcenter.guard.detectors import evidence, namesakes
from helpcenter.guard.detectors.not_accounts import ENDINGS, ORDER, THING, UNIT, WORK
from helpcenter.guard.detectors.suffixes import top_level
from helpcenter.guard.detectors.ways import WARNS
from helpcenter.guard.matching import bounds
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
_REACH = 60, 44
"""Characters in front of a name and behind it whose words count."""
_ENOUGH, _AMONG_WORDS = 3, 4
"""The weight that makes an account of a name in Chinese or beside a network, and in other English:
there names of things have such shapes too."""
_HAN = re.compile("[\\u4e00-\\u9fff]")
_MEETING = re.compile(
    r"私[信聊他她]|小窗|好友|加[我上]|[秒速快]回|回您|[头頭]像|[进進入拉加蹲][^。\n]{0,2}群|群[里裡]|就[是能]它"
    r"|[第头頭]一[个個位条條]就?是|打[个個聲声]?招呼|[连連][麦線线]|聊[两兩几幾]句|报(?:订?单|案件?)号|[发發](?:个|一)?[语語]音|工作照"
    r"|[进進][门門去来來]先|验证(?:消息|语)|通过(?:得|后|了)|我们的人|我們的人|[都总總也]有人|[评評][论論][区區]|留言|接[单單待]"
    r"|[频頻]道[号號]|群[号號]|房[间間][号號]|[拉带帶教帮幫]您|[替帮幫]你|悄悄|[现現]办|打字"
    r"|\b(?:dms?|pms?|friend request|(?:add|tell|ask|message|text) (?:him|her|them|us|me|it your)"
    r"|answers? (?:fast|quick|at|within|day|in\b|on\b)|repl(?:y|ies) (?:take|come|with|fast|quick)"
    r"|pick(?:s|ed)? up|slide into|(?:reach|find|talk to|chat with|meet) (?:us|me|him|her|them)"
    r"|(?:add|send) a friend|one of (?:ours|us)|join us|say h(?:i|ello)|wave|(?:send|give|drop|shoot) (?:us|me|him|her|your|a line|a note)"
    r"|one[- ]to[- ]one|in the comments|we (?:now )?(?:sit|live|are|hang)|pinned)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"[他她](?!们|們)|专员|專員|客服|值班|同事|老师|经理|主管|组长|[对對]方|坐席|[版群楼]主|掌柜|店[主家]|卖家|[賣]家|机器人"
    r"|小[\u4e00-\u9fff](?=[，。在会會帮幫值聊、])|老[\u4e00-\u9fff](?=[，。在会會帮幫])|助[理手]|[小阿][姐哥妹]|幺妹|师傅|師傅|[一三]号窗"
    r"|\b(?:s?he|his|hers?|a real (?:person|human)|night (?:desk|crew|shift|team)|case officer"
    r"|moderator|mods?|colleague|helper|agent|clerk|officer|handler|(?:our|the) (?:people|desk|crew|man"
    r"|guy|girl|folks|lads|team|channel))\b",
    re.IGNORECASE,
)
_LOOKED_UP = re.compile(
    r"搜|[查找](?!客服|我们|商家|银行)|输入|輸入|填|粘|贴上|抄|复制|複製|[联聯][系繫絡络](?!客服|我们|商家|银行|卖家|专员)|添加"
    r"|加(?=[：:“\"`「\s]{0,2}[A-Za-z\d])|关注|關注|[订訂][阅閱]|敲|戳|滴|喊|[唤喚]|招呼|呼叫|艾特|扣(?=一下|我|[\s：:]?\d)|[号號]牌"
    r"|[叫说說打写寫][是作成的]?[：:“\"`「\s]{0,2}\Z|圈(?=一下)|密(?=一下)|[号號名][是为為叫：:]"
    r"|\b(?:search|look (?:up|for)|find|type|enter|paste|punch in|key in|ask for|write to|contact"
    r"|follow|messag(?:e|ed|ing)|add|ping|dm|pm|text(?:ed)?|reach|invite|handle|nickname|username|poke|nudge|buzz"
    r"|go(?:es)? by|join|subscribe to|seek out|knock)\b",
    re.IGNORECASE,
)
_APP = re.compile(
    r"聊天|软件|軟體|应用|應用|[aA][pP][pP]\b|那[边邊头頭]|通[讯訊]|社[交群]|[”」』][上里裡]"
    r"|\b(?:apps?|messengers?|chats?|channel)\b"
)
_DEVELOPERS = re.compile(
    r"\b(?:npm|pip|composer|install|import)\s|==|后台|後台|接口|配置|沙箱|联调|回调|日志|部署|代码|脚本|仓库|分支"
    r"|\b(?:API|SDK|sandbox|webhook|endpoint|repo(?:sitory)?|deploy\w*|config\w*|terminal|script|log)s?\b",
    re.IGNORECASE,
)
"""Where names are those of programs and of their users."""
_OF_A_THING = re.compile(
    r"(?:编号|編號|单号|單號|流水|批次|型号|活动|模板|配置|变量|附言|备注|標籤|标签|名为|文件夹|[商门客]户[号名])"
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
    r"|(?:\w{1,20}\.){1,4}[A-Z][A-Z0-9_]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
)
"""A field's or a constant's name: `out_trade_no`, `SOME_MODE`."""
_INVITE = re.compile("邀请码|邀請碼|invite code")
"""Asked for in chats and in shops."""
_STOP = re.compile(r"[。；！？;\n]|[.!?]\s")
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
    found = finder(_NAME)(text, start, end)
    for match in bounds.few(found, bounds.WORDS, "loose names"):
        platform = _platform(match["account"], *evidence.around(text, match.span(), _REACH))
        if platform:
            yield account_hit("messenger", platform, match, "account")


@lru_cache(maxsize=1024)
def _platform(name: str, before: str, behind: str) -> str:
    """The network of a name, `account` for one that is not named; empty when it is no account.

    Kept: texts repeat themselves.
    """
    if _is_other(name, before, behind):
        return ""
    named = evidence.nearest(before, last=True) or evidence.nearest(behind, last=False)
    lettered = re.search("[A-Za-z]", name) is not None
    rare = lettered and (named or _HAN.search(before) or _HAN.search(behind))
    enough = _ENOUGH if rare else _AMONG_WORDS
    speaks = _made(name) + _said(before, behind, named)
    return (named or "account") if speaks >= enough else ""


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
    if _DEVELOPERS.search(before + behind):
        return True
    thing = THING.search(_INVITE.sub("", before)) or _OF_A_THING.search(before)
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
    app = platform or _APP.search(before) or _APP.search(behind)
    said = [
        2 * bool(_MEETING.search(before) or _MEETING.search(behind)),
        bool(_SOMEBODY.search(before) or _SOMEBODY.search(behind)),
        bool(_LOOKED_UP.search(before) or _LOOKED_UP.search(_STOP.split(behind, 1)[0])),
        bool(app),
    ]
    return sum(said)
