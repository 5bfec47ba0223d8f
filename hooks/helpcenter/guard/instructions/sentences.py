"""Context of an instruction: a reference to an address of ours, or a warning of fraud.

All modules that read instructions ask here, so that references to our addresses, and warnings, are
recognised by the same words everywhere. `secrets` needs other words for warnings, because those
that warn of telling a code (“anyone”, “if”, “is it”) also occur in riddles.
"""

from __future__ import annotations

import re

_NAMES_ZH = (
    r"(?:热线|熱線|电话|電話|号码|號碼|专线|專線|总机|座机|邮箱|郵箱|信箱|郵址|网址|網址"
    r"|域名|官网|官網)"
)
_NAMES_EN = r"(?:number|line|hotline|helpline|address|mailbox|e-?mail|web ?site|site|domain)"
OURS = re.compile(
    r"(?:官方|(?:我们|我們)(?:公布|对外|发布|現有|现有)?的?|官网上?的?|上[面述文]的?"
    r"|前[面文]的?|联系页上?的?|咱们?的?|客服的?|常用的?|平[时時常]的?|那[个個条條]|公布的?"
    r"|[页頁][脚腳面尾]上?的?|首页上?的?|卡背面?的?|原[来來]的?|熟悉的?)"
    rf"(?:那[个個条條])?\s?(?:四百|400|八百|800)?(?:服务|服務|客服|总机)?{_NAMES_ZH}"
    r"|(?:邮箱|網址|网址|号码)(?=照旧|不变|和平时一样)"
    r"|(?<![\u4e00-\u9fff])(?:热线|熱線|总机)(?=号?码?(?:不变|不變|照旧|还是|照拨))"
    r"|(?:四百|400|八百|800|官方)的?(?:热线|熱線|电话|電話|号码|號碼)"
    rf"|(?<![A-Za-z])(?<!on )our (?:[\w-]+ ){{0,3}}?{_NAMES_EN}\b"
    rf"|(?<![A-Za-z])(?:the\s)?same (?:[\w-]+ )?{_NAMES_EN} as (?:always|ever|usual|before)"
    r"|(?<![A-Za-z])the (?:\w+ )?(?:"
    r"usual|official|published|main|regular|normal|well-known|known|help|support"
    rf"|service) (?:[\w-]+ )?{_NAMES_EN}\b"
    rf"|(?<![A-Za-z])the (?:[\w-]+ ){{0,2}}{_NAMES_EN}\s(?:that\s)?(?:"
    r"you (?:find|see|know|have)|shown|printed|listed|given|published"
    r"|(?:on|from|at|in) (?:the|our|this|your) (?:\w+ )?"
    r"(?:page|site|footer|card|app|header|back)\b)",
    re.IGNORECASE,
)
"""A number or an address of ours, by words for it alone."""
WARNS = re.compile(
    r"骗子|骗局|骗术|(?:是|属于)(?:诈骗|欺诈)|假冒|冒充|冒牌|没有?(?:换|改|变)"
    r"|沒有?(?:換|改|變)|(?:不要|切勿|请勿|别)(?:相信|照做|理会|拨打|添加|按|信)|挂断"
    r"|不是我们|都是假|绝不会|从不会|不会(?:要求|让|请|教)"
    r"|(?:mark|sign|form) of fraud|(?:is|are) (?:an? )?(?:scam|fraud|trick|fake)|scammers?"
    r"|fraudsters?"
    r"|\bnever "
    r"(?:ask|tell|give|call|dial|share|trust|follow|change|request|do|send|add|use|believe)"
    r"|(?:do not|don.t) (?:call|dial|trust|follow)|hang up|\bnot (?:from )?(?:us|ours)\b",
    re.IGNORECASE,
)
"""Words of a warning. “Fraud” or “do not” alone also occur in what a thief writes."""
_AROUND = 90
"""Characters around an instruction in which a warning stands."""


def warns(text: str, first: int, last: int) -> bool:
    """Whether a text warns of what stands in `text[first:last]`."""
    return WARNS.search(text, max(0, first - _AROUND), last + _AROUND) is not None
