"""Instructions to work an address out: a cue of deriving bound to a cue of reaching somebody.

“Join the first letters, that is our WeChat”, “swap its last word for `test`”. Many such
instructions are followed elsewhere; here they are recognised as such, whatever they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.families import together
from helpcenter.guard.needed import finder

_HAN = "一二两三四五六七八九十"
_SIGNS_ZH = (
    r"(?:字母|数字|数|字|符号|拼音|汉字|词|号|笔画数?|得数|答案|结果|序号|编号|步骤号|页码|金额)"
)
_DERIVE_ZH = (
    rf"(?:首|尾|末)(?:个?字母|个?字符?)|第[{_HAN}\d]个?(?:字母|字(?!段|节|体|号)|数字)|藏头|藏尾|暗语|倒数第[{_HAN}\d]个?(?:字|数)"
    rf"|(?:取|拼|抄|读|念)(?!消|款|现|得|到|者|取)[^。！？\n]{{0,14}}(?:里|中|的|首|尾|前|后|各|每)[^。！？\n]{{0,6}}{_SIGNS_ZH}"
    rf"|(?:把|将)[^。！？\n]{{1,24}}(?:(?:连|拼|串|接|合)(?:起来|在一起|成一)|依次(?:连|拼|接|拨|读|念)|(?:当成|当作|看成|看作|换成|换为|改成|改为|替换成|替换为|读成|读作)\s?[“\"「`]?[^\s，。]{{1,12}})"
    rf"|(?:连|拼|串|接)(?:起来|在一起)(?:读|念|就是|即|拨|得|是|，)"
    rf"|(?:倒|反)(?:过来|着)(?:念|读|写|拨|看|数|输|抄|打)|从(?:右|后|尾|下)(?:往|向|到)(?:左|前|头|上)(?!滑|拉|划|翻|推|移|刷)|(?:后|末|尾|前|中间|最后){{1,2}}[{_HAN}\d]{{1,2}}位?(?:数字?)?\s?(?:换|改|替换|变)(?:成|为|作)"
    rf"|(?:隔|每隔)[一1]个?(?:字|字母|数字)|(?:奇|偶|单|双)数(?:位|行|个|字)|逐字(?:取|读)|谐音|[（(](?:的?(?:全|首)?拼音?|拼音)[）)]|拼音(?:首字母|连写|小写)|(?:各|每)[^。\n]{{0,6}}(?:的和|之和|得数|得一个数)"
    rf"|(?:去掉|删去|删掉|剔除|略去|划掉|跳过)[^。！？\n]{{0,12}}{_SIGNS_ZH}|(?:尾巴|后缀|末尾|最后)[^。！？\n]{{0,10}}(?:换成|改成|换作|换为|改为)"
    r"|只(?:看|读|取|念|要|留|保留|拨)[^。！？\n]{0,8}(?:[奇偶单双]数|大写|小写|数字|字母|[首末尾]字|第.个字|加粗|粗体|红色|开头)|[挑圈抠捡选]出(?:来|其中|里面)"
    r"|(?:取|读|念|看|抄)(?:每|各)[^。！？\n]{0,10}(?:第.|[首末尾]|最后一?|前|后).?[位个字]|(?:每|各)(?:行|句|段|个?词|项)[^。！？\n]{0,8}(?:几个字|字数|笔画|字母数)|数一?数[^。！？\n]{0,10}(?:几|多少)个"
    r"|[aA]\s?[=＝]\s?[01](?!\d)|(?:换算|转换|转|翻译|换)成(?:字母|数字)|九宫格|密码[本表]|摩尔?斯|凯撒|(?:号码?|微信|方式|邮箱|网址|热线|数字)[^。！？\n]{0,8}藏在|藏(?:着|有)|谜语|谜[底面]|[左右][上下]角"
    r"|(?:换成|替换成|写成|改成)(?:\s?@|艾特|小老鼠|\s?\.|点号|英文点|符号)"
)
"""What a reader is to do with letters, words or digits that stand somewhere."""
_REACH_ZH = (
    r"拨打|拨出|拨号|拨通|依次拨|拨 ?\$|打(?:过来|这个|电话|给)|致电|来电|绿色键|加好友|添加好友|搜索添加|添加即可|[加＋+➕]\s?(?:微信|客服|专员|人工|老师|我|群|[vVqQ](?![A-Za-z]))|进群|入群|(?<![^\s，。])[加＋+]\s[^。\n]{1,20}[:：]"
    r"|(?:就是|便是|即为?|得到|组成|是)[^。！？\n]{0,10}(?:微信|QQ|号码|电话|热线|邮箱|网址|域名|联系方式|客服|专员|群号|地址)"
    r"|(?:客服|专员|人工|退款|理赔)[^。！？，,；;\n]{0,6}(?:微信|QQ|号码|电话|热线|邮箱|网址|域名|联系方式)|新(?:热线|网址|域名|邮箱|专线)|发到邮箱|写信(?:到|至|给)|抄进|地址栏|(?:输入|输进|打开)浏览器|(?:访问|登录)新"
)
"""That somebody is reached with what comes out."""
_DERIVE_EN = (
    r"(?:page|line|step|chapter|verse|item|list) numbers (?:of|spell|give|make|form|are|as)\b|count (?:the|how many) (?:letters|words|dots|stars|lines)|number of (?:letters|words|strokes) in|\b[aA]\s?=\s?[01]\b|hidden in|only (?:read|take|keep) (?:the )?(?:capital|bold|odd|even|first|last|red|digits)|read only|"
    r"first letters?\b|initials\b|acrostic|last letters? of|every (?:second|other|third|2nd|3rd) (?:letter|word|digit|character|sign)|(?:odd|even)[- ](?:words|letters|lines|digits)"
    r"|(?:read|spell|write|dial|type|copy|enter|take)\b[^.\n]{0,40}(?:backwards?|in reverse|right to left|from the end)|(?:read|dial|say)\b[^.\n]{0,40}\bas (?:one|a single)\b|reverse (?:the|it|this|that|each)"
    r"|(?:swap|replace|exchange|substitute|change)\b[^.\n]{0,16}(?:last|first|final|middle|ending|suffix|word|letters?|digits?|numbers?|sign|hash|star|dots?|spaces?)\b[^.\n]{0,24}\b(?:for|with|by|to|into)\b"
    r"|(?:leave|take|strip|cut|drop) (?:out )?(?:the|every|all|each)\s(?:letters?|digits?|capitals?|vowels?|words?|numbers?)|(?:put|add|write) an? \S{1,3} (?:before|after|in front of|behind) the (?:last|first)"
    r"|(?:solve|work out|calculate|add up|subtract)\b[^.\n]{0,30}\b(?:dial|call|each (?:result|answer)|the answers?)\b|riddle|(?:each|every) (?:result|answer|sum)\b|one (?:digit|letter) per (?:line|step|word|sum)"
    r"|numbers? (?:of|in) (?:the|each) (?:steps?|list|lines?|words?|sentences?)[^.\n]{0,20}(?:give|spell|make|form|together)|(?:join|string|put|chain) (?:\w+ ){0,3}(?:letters?|digits?|words?|parts?|pieces?|numbers?) (?:together|up)|join the (?:letters|digits|words|parts|pieces|numbers|first|last|capitals)|letters? in (?:bold|capitals|red)|bold letters|capital letters (?:of|in|spell)"
)
_REACH_EN = (
    r"\bdial\b|\b(?:call|ring)\b(?! (?:the|this|an?|your|any) (?:API|function|method|endpoint|webhook))|\bphone (?:us|me)\b|(?:tele)?phone number|hotline|helpline|\bmail (?:us|me)|\bwrite to\b|e-?mail (?:us|me|address)|our (?:mail|e-?mail|address|number|handle|line|site)"
    r"|\badd (?:us|me|the agent)|message (?:us|me)|text (?:us|me)|(?:WeChat|Telegram|WhatsApp|LINE|Signal|QQ)\b|(?:the|an) agent\b|address bar|(?:help|web|new|mail|our|this) address|address of (?:this|the) (?:site|page)|handle\b|reach (?:us|me|an?)\b|in(?:to)? (?:your|the) browser"
)
_OURS_CHANGED = (
    r"(?:邮箱|热线|网址|官网|域名|号码|电话|地址)(?:里|中|上面?|末尾|后缀|最后|结尾|开头|前面|后面)的?[^。！？\n]{0,16}(?:换成|改成|改为|换为|替换成|替换为|变成)"
    r"|(?:replace|swap|change|turn) (?:every|all|each|any|the) [^.\n]{0,30}?\b(?:in|of|from) (?:our|the official|the) (?:\w+ )?(?:hotline|phone number|mailbox|e-?mail|site|web address|address)\b"
    r"|(?:our|the) (?:official )?(?:hotline|phone number|mailbox|e-?mail address|web ?site|site|domain|web address)\b[^.\n]{0,24}\b(?:but|except|only|with)\b[^.\n]{0,30}\b(?:last|first|final|ending|replaced?|swap|changed?|instead)\b"
)
"""An address of ours, and what of it is to be changed: needs no further word."""
_OURS = re.compile(_OURS_CHANGED, re.IGNORECASE)
_HINT = re.compile(
    rf"(?:{_OURS_CHANGED}|{_DERIVE_ZH}|(?<![A-Za-z])(?:{_DERIVE_EN}))", re.IGNORECASE
)
_REACH = re.compile(rf"{_REACH_ZH}|(?<![A-Za-z])(?:{_REACH_EN})", re.IGNORECASE)
_STOPS = re.compile(r"[。！？!?\n]|\.(?=\s|\Z)")
_NEAR = 90
"""Characters in which both stand, in the same sentence or the next one."""
_LONGEST = 40
"""Signs of the longest word for reaching somebody."""
_WARNS = re.compile(
    r"(?:都|就|一定|肯定)?是(?:诈骗|骗局|骗子|骗术)|属于(?:诈骗|骗局)|(?:不要|切勿|请勿|别)(?:相信|照做|理会|拨打|添加|按)|挂断|绝不会|从不会|不会(?:要求|让|请|教)"
    r"|(?:mark|sign|form) of fraud|(?:is|are) (?:an? )?(?:scam|fraud|trick)|scammers?|fraudsters?|\bnever\b|do not (?:call|dial|trust|follow)|don.t (?:call|dial|trust|follow)|hang up",
    re.IGNORECASE,
)
"""Text that warns of such instructions."""
TRUE_SAMPLES = (
    "把每条首字母连起来（小写）就是专员微信，搜索添加即可。",
    "取每个成语里的数字，依次拨打。",
    "Take the help address from the footer and swap its last word `example` for `test`.",
    "原来的热线后四位换成五七四一，拨打即可。",
    "Read the step numbers as one telephone number.",
    "加微信：ok 专员（拼音）_ex，连写不空格",
)
FALSE_SAMPLES = (
    "联系人按姓名首字母排序，搜索更快。",
    "把手机号改为新号码后，重新验证。",
    "Replace `YOUR_KEY` with your key and call the API.",
    "骗子会让您把每行首字母连起来拨打，这都是诈骗。",
    "Riddles such as “replace the hash by an at sign” are a sure mark of fraud. Hang up.",
    "请把截图发给客服；首字大写。",
)
together(_HINT)


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each instruction to work an address out."""
    last = without = -1
    for hint in finder(_HINT)(text):
        near = max(hint.start() - _NEAR, without - _LONGEST, 0)
        ours = _OURS.search(text, *hint.span())
        if hint.start() < last or not (ours or _REACH.search(text, near, hint.end() + _NEAR)):
            without = hint.end() + _NEAR
            continue
        first, end = _sentences(text, hint.start(), hint.end())
        reached = ours or _REACH.search(text, first, end)
        last = end
        if reached and not _WARNS.search(text, max(first - _NEAR, 0), end + _NEAR):
            yield min(hint.start(), reached.start()), max(hint.end(), reached.end())


def _sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a cue and the one behind it, within reach."""
    first = max(start - _NEAR, 0)
    before = [stop.end() for stop in _STOPS.finditer(text, first, start)]
    stops = [stop.end() for stop in _STOPS.finditer(text, end, end + _NEAR)]
    last = stops[1] if len(stops) > 1 else min(end + _NEAR, len(text))
    return before[-1] if before else first, last
