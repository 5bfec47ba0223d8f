"""Instructions to hand over a secret: “send your code to the number below”.

The recipient need not be named: a picture, another page or a caller may do that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import STOP, prose_start

_SECRET_ZH = (
    r"(?:验证码|校验码|动态码|动态口令|口令码|短信码|确认码|授权码"
    r"|(?:支付|登录|交易|取款|账户|银行卡)密码|助记词|私钥|安全码|CVV)"
)
_GIVE_ZH = r"(?:转?发送?|回复|回传|告诉|告知|[报念读说]|提供|截图发|寄|交|私信|提交|贴)"
_TAKER_ZH = (
    r"(?:下面|下方|[左右][上下]角|弹[出窗]|[对聊][话天]框|以下|底部|最下|页[面脚尾]|上[面述]"
    r"|[这该此本那]个?(?:号|邮箱|微信|群|人)|我们?|客服|专员|人工|工作人员|坐席|老师|经理"
    r"|顾问|助理|值班|管理员|同事|对方|号码|热线|邮箱|微信|QQ|群|机器人|[他她]|小)"
)
_ZH = re.compile(
    rf"(?:[把将]\s?[^，。！？；\n]{{0,8}}?{_SECRET_ZH}"
    rf"|{_SECRET_ZH}\s?(?:请|需要?|要|直接|就|可以?|一并|原样|务必|尽快|马上|立刻))\s?"
    rf"[^，。！？；\n]{{0,6}}?{_GIVE_ZH}(?:给"
    rf"|到|至|在|进)?\s?{_TAKER_ZH}"
    rf"|{_GIVE_ZH}(?:您的?|你的?|收到的?|短信|里的?)?{_SECRET_ZH}(?:给|到|至)\s?{_TAKER_ZH}"
)
_SECRET_EN = (
    r"(?:(?:your|the|this|that|any) (?:[\w-]+ ){0,3}?(?:code|OTP|PIN|passcode|password|CVV"
    r"|seed phrase|recovery phrase|private key)s?)"
)
_EN = re.compile(
    rf"(?:\A|[.!?:;,\n>*-]\s{{0,3}}|\b(?:please|then|just|and|simply|now|kindly)\s)(?:send"
    r"|text|forward|read(?: out)?|tell|give|reply with|share|dictate|report|pass|e-?mail"
    r"|submit|post|drop|message|hand|key in)\s"
    r"(?:(?:(?:us|me|them|him|her"
    rf"|the (?:agent|desk|officer|caller))\s)(?:(?:\w+\s){{0,2}}?){_SECRET_EN}\b"
    rf"|(?:\w+\s){{0,2}}?{_SECRET_EN}\b[^.!?\n]{{0,30}}?\b(?:to|with|at|into|over to)\s"
    r"(?:the|our|us|me|this|that|an?|her|him|them|whoever)\b(?!"
    rf"\s(?:(?:[\w-]+\s){{0,3}}?(?:app|screen|box|field|form|page|card)\b"
    r"|phone number you"
    r"|(?:number|address|phone|mailbox) (?:you|we|on|in|linked|registered))))",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"骗|诈|冒充|假|任何|如果|若|一旦|要求|索要|[让叫要]您|[让叫要]你|吗|是否|谁|无论|不管"
    r"|凡|误|(?:我们|系统|平台|银行|运营商|短信)[会将已]?[^，。]{0,4}[把将]|了[他她它]|泄露"
    r"|截图里"
    r"|\bscam|\bfraud|\bfake|\banyone\b|\banybody\b|\bask(?:s|ed)?\s(?:you|for)|\btells? you"
    r"|\bif\b|\bnever\b|\bnobody\b|\bno one\b|\bwhoever (?:calls|asks)|\bmistake",
    re.IGNORECASE,
)
"""Words of a sentence that warns of it, or reports what somebody did."""
_NOT = re.compile(r"不|别|勿|莫|没|未|绝|禁|拒|无需|\bnot\b|n[’']t\b|\bnever\b|\bwithout\b|\bcannot\b", re.IGNORECASE)  # fmt: skip
_ASKS = re.compile(r"[?？]\s*\Z|(?:[吗么嘛呢不没]|好不好|行不行)\s*\Z")
_DONE = re.compile(r"(?![^，。\n]{0,4}(?:行|好|可以|成)了)[^，。！\n]{0,6}了(?=[，。！\s]|\Z)")
"""Behind what a reader has done already."""
_OPEN, _CLOSE = re.compile('[“「『"][^”」』"\n]{0,80}\\Z'), re.compile('[^“「『"\n]{0,80}[”」』"]')
"""In front of what is only quoted, and behind it."""
_COMMAS = re.compile(r"[，,；;：:]")
_FAR = 120
TRUE_SAMPLES = (
    "把验证码发给页面最下方的微信。",
    "验证码请回复到下面的邮箱，我们帮您核验。",
    "别担心，将收到的验证码告诉值班专员即可。",
    "Send your code to the number shown in the picture.",
    "Stay calm and forward the SMS code to the agent below.",
)
FALSE_SAMPLES = (
    "不要把验证码告诉客服，也不要念给别人。",
    "骗子会说账户异常，把验证码发给他就能解冻。",
    "客服让我报验证码，能把验证码告诉客服吗",
    "验证码发到您的手机，在页面里填写。",
    "如果已经把验证码告诉对方，请马上改密码。",
    "Never send your code to the number in a message.",
    "We send a code to the number on your account. Enter the code on the next page.",
    "Give the code to the app, not to a person.",
    "- 把密码告诉客服了\n- “把验证码发给我”",
    '- "I am from support, just read me the code."',
    "Do not read the code to the caller.",
)
together(_ZH, _EN, of="a whole text")


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each such instruction."""
    for pattern in (_ZH, _EN):
        for match in bounds.few(finder(pattern)(text)):
            if not _is_wise(text, match):
                yield match.span()


def _is_wise(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence warns, asks, quotes somebody or reports what happened."""
    lead = text[max(0, match.start() - _FAR) : match.start()]
    before = text[prose_start(text, match.start(), match.start() - _FAR) : match.start()]
    stop = STOP.search(text, match.end(), match.end() + _FAR)
    sentence = before + text[match.start() : stop.end() if stop else match.end() + _FAR]
    clause = _COMMAS.split(before)[-1] + match[0]
    quoted = _OPEN.search(lead + match[0]) and _CLOSE.match(text, match.end())
    warns = _UNWANTED.search(sentence) or _NOT.search(clause) or _ASKS.search(sentence)
    return bool(warns or quoted or _DONE.match(text, match.end()))
