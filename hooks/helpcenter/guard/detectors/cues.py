"""Cue words of messengers and networks, slang and misspelling included, as data.

A row names the platform, the words, the shape of an account, and a sample of each sort:
one that must be found (with its account) and one that must not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from helpcenter.guard.detectors import slang
from helpcenter.patterns.beginnings import beginnings

_ID = r"[A-Za-z][A-Za-z0-9_.-]{3,29}"
_NUMBER = r"[1-9]\d{4,11}"
_EITHER = rf"(?:{_ID}|{_NUMBER})"


@dataclass(frozen=True, slots=True, eq=False)  # each row is one thing: no need to compare texts
class Cue:
    """The words for one platform."""

    platform: str
    kind: Literal["social", "messenger"]
    words: str
    """Pattern of the words; characters between them are allowed for."""
    account: str
    true: tuple[str, str]
    """A text, and the account in it."""
    false: str


_GAP = r"(?:[\s.·*/|_+×丨-]|\ufe0f|[❤♥♡]){0,3}"
"""Characters between the two letters of a cue."""
_CUT = rf"(?:{_GAP}[xX×]?{_GAP})"
CUES: tuple[Cue, ...] = (
    Cue("wechat", "messenger",
        rf"[微薇威徽維维崴溦嶶徴徾围违葳胃蔚]{_CUT}[信伩芯心言訫❤♥♡]|[卫衛]{_GAP}[星✨⭐🌟]|维芯"
            rf"|绿泡泡|绿泡|[wW]ei\s?信|WEI\s?信|[微薇威]\s?(?:xin|XIN|Xin)|[vV]{_GAP}[xX信❤♥♡]"
            rf"|[vV微薇]一下(?=[\s:：]{{0,2}}[A-Za-z])|[wW]{_GAP}[xX信]"
        r"|[微薇][xX](?=\s?[:：号])|[wW][eE][iI]\s?[xX][iI][nN]|[wW][eE]\s?[cC]hat"
            r"|[加家佳嘉＋+➕]\s?(?:我|个|一下|客服|专员|老师)?\s?(?:[vVwW](?![A-Za-z])|[薇微威❤♥])"
        r"|绿标|[微威薇]\s?[🐎🐴马](?=[\s:：号]{0,3}[A-Za-z])"
            r"|(?:[薇溦嶶崴徴]|(?<![安校国會会])徽)(?=[\s:：号]{0,2}[A-Za-z][A-Za-z0-9_.-]{4})"
            r"|(?<![A-Za-z0-9])[vV](?=我[\s:：]{0,2}[A-Za-z])"
            r"|(?:(?<=[服员員工师師理])|(?<=[\u4e00-\u9fff。！]\n)|(?<=[\u4e00-\u9fff]\s))[vVwW]"
            r"(?=\s?[:：])"
            r"|(?<![A-Za-z0-9])V(?=：\s?(?=[A-Za-z]{1,20}[\d_])\w{6})"
        r"|绿色[^，。\n]{0,8}?(?:软件|图标|app|APP|加|搜)|小绿|[vV]号|[微薇]号|企微"
            r"|[微薇](?=\s?[:：])|原始\s?(?:ID|id)|某信|公众号(?=\s?(?:ID|id|原始))",
        _EITHER, ("退款加V：some_kefu87", "some_kefu87"), "微信支付与 OKPay 的账单"),
    Cue("qq", "messenger",
        r"[qQ]\s?[-.·]?\s?[qQ]\s?群?|[扣叩抠蔻寇筘][扣叩抠蔻寇筘]|[伽][扣]|企鹅|企鵝|球球"
            r"|[qQ扣]\s?[群裙]|[加➕]\s?[qQ](?![A-Za-z])|[qQ]号|丘丘|秋秋|(?<![企天烧])鹅[号群]"
            r"|(?<![A-Za-z0-9])[qQ](?=[上里]\s?(?:[找加搜联]|有))|扣 扣|[kK]ou\s?[kK]ou|腾讯号"
            r"|(?:(?<![\u4e00-\u9fffA-Za-z0-9])|(?<=[加找戳敲]))[扣群qQ](?="
            r"我?[\s:：]{0,2}[1-9]\d{7,10}(?:\s?(?:[，。,;；！!）)\n备加找联搜入进处办私咨]"
            r"|\Z)))"
            r"|🐧|[qQ](?=\s?[:：])"
        r"|[加入进]\s?[qQ扣]?[群裙]|[群裙](?:聊)?号|裙(?=\s?[:：\d])|[群](?=\s?[:：]\s?\d)|君羊"
            r"|群聊|某q|某Q|口口(?=\s?[号:：\d])|[qQ]un(?=\s?[:：\d])"
            r"|(?<=[加联系服进询找])[qQ](?=[1-9])",
        (
            rf"(?:{_NUMBER}|[1-9]\d{{0,3}}(?:[ -]\d{{2,5}}){{1,4}}"
            rf"|(?=[\dOoIl]*\d\D?\d)[\dOoIl]{{6,11}})"
        ), ("企鹅号 1000000043", "1000000043"), "Q 币 10000 个"),
    Cue("telegram", "messenger",
        (
            r"电\s?[报抱豹]|電報|(?:[纸紙大小蓝]色?\s?)?(?:飞机|飛機|✈\ufe0f?|🛩\ufe0f?|🛫|✈)"
            r"|[tT]\s?[-.]?\s?[gG](?![A-Za-z])|[tT]ele(?:gram|gran)?(?![A-Za-z])"
            r"|土豆(?!\s?[（(]?\s?Potato)|某报"
        ),
        rf"@?{_ID}", ("飞机号：@some_desk1", "@some_desk1"), "飞机 Airbus 晚点；tele-fax"),
    Cue("line", "messenger", (
        r"LINE(?![A-Za-z0-9_])|Line\s?(?=ID|id|[:：是号搜])|line\s(?=ID|id)"
        r"|连我(?=[\s:：]{0,2}[A-Za-z@])|L\s?I\s?N\s?E(?![A-Za-z0-9_])"
        r"|(?<![依信无無仰抵耍倚])[➕加]?[賴赖]"
        r"(?=[\s:：@I]|詢問|询问|号|號|的?\s?(?:帳|賬|账|帐|I))"
        r"|[加➕][賴赖]|連我"
    ),
        rf"@?{_ID}", ("加賴 @some_desk2", "@some_desk2"), "Line 10 of the form"),
    Cue("whatsapp", "messenger", (
        r"[wW]hats?\s?-?[aA]pp|[wW]hats(?=\s?[:：]?\s?\+?\d{8})"
        r"|瓦[嗓桑撒](?=普?[\s:：号]{0,2}\+?\d)|瓦次普?|WS(?=[号:：]|\s(?:号|[\w.-]{0,24}\d))"
        r"|WA(?=\s?[:：])|瓦茨"
    ), rf"(?:{_ID}|\+?\d(?:[ -]?\d){{6,14}})",
        ("WhatsApp: some_desk3", "some_desk3"), "WhatsApp groups"),
    Cue("dingtalk", "messenger", r"钉\s?钉|钉一下(?=[\s:：]{0,2}[A-Za-z])|釘釘|丁丁|[dD]ing\s?[tT]alk", _EITHER,
        ("钉钉号：some-desk-4", "some-desk-4"), "钉钉 机器人"),
    Cue("signal", "messenger", r"Signal(?![A-Za-z0-9_])", r"[A-Za-z][A-Za-z0-9_]{2,31}\.\d{2,}",
        ("Signal: somedesk.42", "somedesk.42"), "Signal strength"),
    Cue("viber", "messenger", r"Viber(?![A-Za-z0-9_])", rf"(?:{_ID}|\+?\d{{7,15}})", ("Viber: desk_77", "desk_77"),
        "Viber calls"),
    Cue("kakao", "messenger", r"[kK]akao\s?(?:[tT]alk)?|카카오톡?|카톡", _ID, ("KakaoTalk ID somedesk5", "somedesk5"),
        "Kakao maps"),
    Cue("zalo", "messenger", r"[zZ]alo(?![A-Za-z0-9_])", rf"(?:{_ID}|\+?0?\d(?:[ .-]?\d){{7,12}})", ("Zalo: desk_78", "desk_78"), "Zalo works"),
    Cue("skype", "messenger", r"[sS]kype(?![A-Za-z0-9_])", rf"(?:live:)?{_ID}", ("Skype: live:desk_79", "live:desk_79"),
        "Skype calls"),
    Cue("discord", "messenger", r"[dD]iscord(?![A-Za-z0-9_])", rf"(?:[A-Za-z0-9_.-]{{2,32}}#\d{{4}}|{_ID})",
        ("Discord user some-desk#0001", "some-desk#0001"), "Discord #general"),
    Cue("alipay", "messenger", r"支付宝(?=账?号|帐?号|[:：])", _EITHER, ("支付宝账号：desk_80a", "desk_80a"),
        "支付宝 Alipay"),
    Cue("feishu", "messenger", r"飞书(?=号|[:：])|Lark ID", _EITHER, ("飞书号：desk_81", "desk_81"), "飞书 Lark"),
    Cue("teams", "messenger", r"(?:Microsoft )?Teams(?=\s?(?:ID|[:：]))", _ID, ("Teams: desk_85", "desk_85"), "Teams meeting"),
    Cue("potato", "messenger", r"[pP]otato(?![A-Za-z0-9_])", _ID, ("Potato: desk_86", "desk_86"), "potato soup"),
    Cue("batchat", "messenger", r"蝙蝠(?=[号:：\s])|BatChat", _EITHER, ("蝙蝠号 desk_87", "desk_87"), "蝙蝠 侠"),
    Cue("threema", "messenger", r"Threema(?![A-Za-z0-9_])", r"[A-Z0-9]{8}", ("Threema ID ABCD1234", "ABCD1234"), "Threema app"),
    Cue("yy", "messenger", r"YY\s?(?:频道|语音|号)|歪歪", _NUMBER, ("YY频道 10005571", "10005571"), "YY 直播"),
    Cue("snapchat", "social", r"[sS]nap[cC]hat(?![A-Za-z0-9_])", _ID, ("Snapchat: desk_88", "desk_88"), "Snapchat lens"),
    Cue("instagram", "social", (
        r"(?<![A-Za-z])(?:(?:IG|ig|ins|INS|[iI]nsta)(?=\s?[:：号])"
        r"|(?:IG|[iI]nsta(?:gram)?|INS)"
        r"(?=\s(?:DMs?|inbox|page|account|handle|profile|story|stories|bio)\b))"
        r"|\b(?:IG|INS|Ins)(?=\s[A-Za-z][A-Za-z_.]{0,20}\d)"
    ), rf"@?{_ID}", ("IG: desk_89", "desk_89"), "big: desk"),
    Cue("facebook", "social", r"\bFB(?=\s?(?:page|[:：]|ID))|脸书", _ID, ("FB page: desk_90", "desk_90"), "FB page"),
    Cue("reddit", "social", r"\bu/(?=[A-Za-z])(?<=[\s:：]u/)|[rR]eddit\s(?:user\s)?u/", _ID, ("Reddit u/desk_91", "desk_91"), "a u/b"),
    Cue("douyin", "social", (
        r"[抖某斗陡]\s?[丨|·.]?\s?音|\b[dD]ou\s?(?:音|[yY]in(?=[号:：]))"
        r"|\b[dD][yY](?=[号:：搜加])|(?<!重)音符(?!号)[^，。\n]{0,6}号?"
    ), _EITHER, ("抖音号 some_desk_kf", "some_desk_kf"), "抖音 TikTok 直播"),
    Cue("kuaishou", "social", r"快手(?=号|[:：\s])|\b[kK][sS](?=号)", _EITHER, ("快手号：desk_82", "desk_82"), "快手 Kwai"),
    Cue("xiaohongshu", "social", (
        r"小[红某][书薯]|小紅書|RED号|🍠|大红书|xhs(?=[\s号:：搜])"
        r"|(?<![\u4e00-\u9fff])红书(?=[\s号:：搜])"
    ), _EITHER, ("小红书号：desk_83", "desk_83"),
        "小红书 笔记"),
    Cue("weibo", "social", r"[微wW](?:ei)?[博搏脖]|[围圍]脖|渣浪|[wW]ei\s?[bB]o(?![A-Za-z])", rf"@?{_ID}", ("微博：@some_desk84", "@some_desk84"),
        "微博 hot search"),
)  # fmt: skip

FIRST = beginnings(cue.words for cue in CUES)
"""A class of every character that some row's words begin with."""
_PUBLIC = "公[众眾粽种重仲综踪]号"
"""公众号, and what sounds like it."""
NAMED = re.compile(
    (
        r"[微公服视小企抖快B知支百Q钉飞脸电贴豆](?<=(?=(?P<word>微信公众号|微信服务号|微信|QQ群?"
        r"|钉钉群?|飞书群?|脸书|电报群?|"
    )
    + _PUBLIC
    + r"|服务号|视频号|小程序|企业微信|抖音|快手|小红书|微博|B站|知乎|支付宝生活号|百家号|贴吧"
    r"|豆瓣小组)"
    r"(?:账?号)?(?:[上里]有?[一那]?[位个](?:名?叫)?|[上里](?=私[信聊]|关注|艾特))?(?:是|为"
    r"|名为|叫|搜[索寻]?|私[信聊]|关注|艾特"
    r"|[:：\s]){0,3}[“\"「『《【](?P<name>[^”\"」』》】\n]{2,24})[”\"」』》】]).)"
)
"""A platform and a name in quotes right behind it."""
ASKED = re.compile(
    r"(?:关注|搜索|搜|添加|加|联系|私信|认准|进入|打开|回复|follow|search|add)[^。；\n]{0,8}$",
    re.IGNORECASE,
)
"""What makes of such a name an account to turn to; right in front of it."""
ASKED_BEHIND = re.compile(
    r"[”\"』」》】]?[^。；\n]{0,14}?(?:每晚|每天|正在)?[^。；\n]{0,6}(?:直播(?!间规则)|开播"
    r"|点头像|进群|入群|私信我|留言|发帖|加我|加微"
    r"|私信(?:她|他|它|ta|TA|(?=\s?(?:[，。！\n]|\Z)))|[找加戳敲](?:她|他|ta|TA)"
    r"|(?:后台)?回复|联系(?:我|客服|专员))"
)
"""The same, right behind it."""
UNQUOTED = re.compile(
    r"[微公服视小企抖快](?<=(?=(?P<word>微信公众号|"
    + _PUBLIC
    + r"|服务号|视频号|小程序|企业微信|微博|抖音|快手|小红书|微信搜一?搜)(?:搜索?|[:：\s]|是"
    r"|叫|名为){1,3}"
    r"(?P<name>[A-Za-z0-9]{0,12}[\u4e00-\u9fff]{0,8}"
    r"(?:客服|专员|中心|助手|热线|理赔|退款|官方号?|小助理|经理|顾问|老师)(?:\d{0,4})"
    r"|(?<=[:：])(?!输入|点|选|打开|进入|在|请|先|从|按|用|扫)[\u4e00-\u9fff]{2,8}"
    r"(?=[，,]\s?(?:回复|关注|私信|留言|发送|加好友)))(?=[\s，。,；;！]"
    r"|\Z)).)"
)
"""The same without quotation marks, when the name sounds like an office."""
MINI_PROGRAM = re.compile(r"#小程序://(?P<name>[^/\s#]{1,30})/[A-Za-z0-9]{4,24}")
"""What WeChat copies for a mini program, and opens when it is pasted."""
NAMED_AFTER = re.compile(r"(?:号|博|音|书|手)\s?[:：]\s?\Z")
"""Between the word and such a name: it is the account itself, `视频号：OKPay理赔`."""
_SOCIAL = "|".join(cue.words for cue in CUES if cue.kind == "social")
MENTION = re.compile(
    rf"(?P<word>微博|视频号|公众号|服务号|抖音|小红书|快手|知乎|B站|{_SOCIAL})"
    r"[^@\n。；]{0,10}@(?P<name>[\w\u4e00-\u9fff·-]{2,24})"
)
"""A network, under whatever name, and an `@name` in Chinese letters."""
REVERSED = re.compile(
    r"(?:message|dm|text|add|contact|find|reach|ping|call|ring|ask for|look up|search for"
    r"|talk to|speak to|chat with|chat to|write to|handle|username|user|account|channel"
    r"|group|id|follow|join)\s(?:us\s|is\s|at\s)?(?P<name>@?[A-Za-z][\w.-]{4,29})\s"
    r"(?:on|via|over|through|in|at)\s(?P<word>Telegram|TG|WeChat|LINE|Line|WhatsApp|Signal"
    r"|Skype|Viber|Discord|Instagram|Insta|IG|Snapchat|Kik|Zalo|Facebook|X|Twitter"
    r"|(?:Microsoft\s|MS\s)?Teams|Messenger|KakaoTalk|TikTok|Threema)\b",
    re.IGNORECASE,
)
"""The account in front of the platform."""
NICKNAMED = re.compile(
    (
        r"(?<![\w@./-])(?P<name>@?[A-Za-z][\w.-]{4,29})\s(?:on|via|over|through|in"
        r"|at)\s(?:the\s)?(?:(?:little|small|big|blue|green|yellow|white|red|black|pink)\s)?"
        r"(?P<word>(?:"
    )
    + "|".join(words.replace(" ", "[ -]") for words in slang.ENGLISH)
    + r"))\b(?! (?:scale|of|weight|icon)\b)",
    re.IGNORECASE,
)
"""The same with what people call it, whatever is to be done there."""
PLATFORM_OF = {
    "telegram": "telegram", "tg": "telegram", "line": "line", "whatsapp": "whatsapp", "signal": "signal",
    "skype": "skype", "viber": "viber", "discord": "discord", "instagram": "instagram",
    "insta": "instagram", "ig": "instagram", "snapchat": "snapchat", "kik": "kik", "zalo": "zalo", "facebook": "facebook", "x": "x", "twitter": "x",
    **dict.fromkeys(("teams", "microsoft teams", "ms teams"), "teams"), "messenger": "facebook",
    "kakaotalk": "kakao", "tiktok": "tiktok", "threema": "threema",
    "微博": "weibo", "weibo": "weibo", "抖音": "douyin", "快手": "kuaishou", "小红书": "xiaohongshu",
    **slang.ENGLISH,
    "视频号": "wechat-channels", "知乎": "zhihu", "b站": "bilibili", "百家号": "baijiahao", "支付宝生活号": "alipay",
    "贴吧": "tieba", "豆瓣小组": "douban",
}  # fmt: skip
"""Networks of those words; any other word is one of a row, or belongs to WeChat."""
