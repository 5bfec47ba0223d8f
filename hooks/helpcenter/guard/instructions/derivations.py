"""Instructions to work out an address: a word for deriving near a word for contacting somebody.

A sentence may tell readers to take letters out of a text, or to swap a word of an address of ours.
Many such instructions are followed elsewhere; here they are recognised, whatever they lead to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.instructions.sentences import warns
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.matching.passages import STOP, prose_start

_HAN = "一二两三四五六七八九十"
_EACH_ZH = r"(?:每|各)[一]?(?:[个行条句段篇项字词步题节]|成语|标题|诗句|段落|步骤)"
_RIDDLE_ZH = (
    rf"(?:按|照|用|看|拿)着?[^。！？\n]{{0,6}}(?:儿歌|天干|地支|属相|生肖|麻将|牌面|骰子|色环"
    rf"|元素周期)[^。！？\n]{{0,8}}(?:记|拨|代替|代表|按|换|对应|输入|读|拼)"
    r"|藏头|藏尾|谜语|谜[底面]|摩尔?斯电?码|凯撒|九宫格|密码[本表]|谐音|逐字(?:取|读)"
    r"|拼音(?:首字母|连写)"
    rf"|(?:数字|号码?|微信|方式|邮箱|网址|热线)[^。！？\n]{{0,8}}藏(?:着|有|在)"
    rf"|(?:{_EACH_ZH}|标题|正文|上文|下文|本段|全文)(?!"
    rf"[^。！？\n]{{0,3}}(?:写|填|注明|附|列)(?!着|的|出)"
    rf"|[^。！？\n]{{0,6}}会(?:给|有|发|生成|显示))[^。！？\n]{{0,10}}(?:"
    rf"首字母|[首末尾]个?字|第[{_HAN}\d]个?(?:字|字母|数字)"
    r"|最后[一1]?个?(?:字|字母|数字)|字数|笔画数?|字母数|几个字|得数|结果|答案|之和"
    r"|的和|编号|序号|数字)"
    r"|(?:取|拼|抄|读|念|拨|挑|圈|抠|捡|选)(?:出)?(?:来)?(?:每|各|其中|里面|里头)"
    rf"[^。！？\n]{{0,12}}(?:字|字母|数字|数|拼音|笔画)"
    rf"|(?:首|尾|末)(?:个?字母|个?字)[^。！？\n]{{0,6}}(?:连|拼|串|接|合|组)"
    r"|(?:粗体|加粗|大写|红色|斜体)(?:的)?(?:首?字母|字|数字)"
    r"|(?:连|拼|串|接|合)(?:起来|在一起|成一[个串])(?:读|念|就是|即|拨|得|是|，)"
    r"|(?:倒|反)(?:过来|着)(?:念|读|写|拨|看|数|输|抄|打)"
    r"|从(?:右|后|尾|下)(?:往|向|到)(?:左|前|头|上)(?!滑|拉|划|翻|推|移|刷)"
    r"|(?:每)?隔[一1]个?(?:字|字母|数字)|(?:奇|偶|单|双)数(?:位|行|个|字)"
    rf"|数一?数?[^。！？\n]{{0,18}}(?:几|多少)个?(?:字|笔|字母|笔?[画划])"
    rf"|按[^。！？\n]{{0,4}}笔[画划]"
    rf"|(?:每|各)[一1]?[位个](?:数字?)?(?:都|各|再){{0,2}}(?:加|减|乘|除)(?:上|去|以)?"
    rf"[{_HAN}\d]"
    rf"|第[{_HAN}\d][排行列][^。，\n]{{0,6}}第[{_HAN}\d]个(?:字母|键|数字|字)"
    rf"|[\d个]\s?的?得数|[{_HAN}\d]个(?:奇|偶|单|双)数"
    rf"|(?:[十八二六]|16|8|2)进制[^。！？\n]{{0,16}}(?:换|转|写|算)成"
    rf"|(?:步骤号|页码|序号|编号|标题号?|得数|笔画数?)[^。！？\n]{{0,6}}"
    r"(?:连|拼|依次|当作|当成|就是|组成)"
    r"|[aA]\s?[=＝]\s?[01](?!\d)|(?:换算|转|翻译)(?:换)?成(?:字母|数字)"
    r"|(?:换成|替换成|写成|改成)(?:\s?@|艾特|小老鼠|\s?\.|点号|英文点|符号)"
    r"|[（(](?:的?(?:全|首)?拼音?|拼音)[）)]"
    r"|(?:接|加|跟|拼|连)上?(?:今年|当年|本年|今天|当天|本月)的?(?:年份|日期|月日|[两二四]位)"
    r"|[”」』\"]\s?(?:这?[两二三四几]个?字)?的?(?:汉语|小写|大写)?(?:全|简)?拼(?:音|写)?"
    r"(?!错|输)"
    r"|(?:品牌|公司|平台|站点?|网站)名?(?:称)?的?(?:小写|拼音|英文|字母)"
)
"""What to do with letters, words or digits that stand somewhere; no help article says it."""
_CHANGE_ZH = (
    rf"(?:后|末|尾|前|中间|最后){{1,2}}[{_HAN}\d]{{1,2}}[位个]?(?:数字?|字)?\s?"
    r"(?:换|改|替换|变)(?:成|为|作)"
    rf"|(?:尾巴|后缀|末尾|最后[一1]个?词)[^。！？\n]{{0,10}}(?:换成|改成|换作|换为|改为)"
    rf"|(?:把|将)[^。！？\n]{{1,24}}(?:当成|当作|看成|看作|读成|读作)\s?[“\"「`]?"
    rf"[^\s，。]{{1,12}}"
    rf"|第[{_HAN}\d]个?(?:字母|字(?!段|节|体|号)|数字)[^。！？\n]{{0,6}}(?:换|改|去|删|连|拼)"
    rf"|(?:去掉|删去|删掉|剔除|略去|划掉|跳过)[^。！？\n]{{0,12}}(?:字母|数字|符号|汉字|词)"
    rf"|(?:字母|数字|符号|汉字|中文|表情|星号)(?:都|全部?|统统|一律|先){{0,2}}"
    r"(?:去掉|删去|删掉|剔除|略去|划掉|拿掉|抹掉)"
    rf"|只(?:看|读|取|念|要|留|保留|拨)[^。！？\n]{{0,8}}"
    r"(?:[奇偶单双]数|大写|小写|数字|字母|[首末尾]字|第.个字|加粗|粗体|红色|开头)"
)
"""The same in words that also stand in an innocent sentence, about a form or one's own number."""
_REACH_ZH = (
    r"拨打|拨出|再拨|拨号|拨通|依次拨|拨 ?\$|打(?:过来|这个|电话|给)|致电|来电|绿色键|加好友"
    r"|添加好友|搜索添加|添加即可"
    r"|[加＋+➕]\s?(?:微信|客服|专员|人工|老师|我|群|[vVqQ](?![A-Za-z]))|进群|入群"
    r"|(?<![^\s，。])[加＋+]\s[^。\n]{1,20}[:：]"
    r"|(?:客服|专员|人工|退款|理赔)[^。！？，,；;\n]{0,6}"
    r"(?:微信|QQ|号码|电话|热线|邮箱|网址|域名|联系方式)"
    r"|发到邮箱|写信(?:到|至|给)|(?:输入|输进|打开)浏览器|(?:访问|登录)新"
)
"""That somebody is reached."""
_AIM_ZH = (
    r"微信|QQ|扣扣|电报|[Tt]elegram|(?:群|邮箱|联系|客服)(?:号码?|ID|方式|[以前头后尾开末])"
    r"|手机(?!银行|支付|端|上|里|屏|倒过|反过|横|竖)|电话|号码|专线|热线|专员"
    r"|(?:值班|人工|客服|夜间)\s?(?:电话|手机|QQ|微信|同事|号)"
)
"""What a riddle is about; an ordinary sentence has such words beside ordinary ones."""
_RESULT_ZH = (
    r"(?:微信|QQ|扣扣|电报|[Tt]elegram)(?:号|上|里)?(?:请|就|直接)?(?:搜|加|找)"
    r"|(?:就是|便是|即为?|得到|得出|组成|拼成|译出来?是?|是)[^。！？，\n]{0,10}"
    r"(?:微信|QQ|号码|电话|热线|邮箱|网址|域名|联系方式|客服|专员|群号|地址)"
    r"|(?:微信|QQ|LINE|Telegram|电报|邮箱|网址|域名|群)(?:号码?|ID|名|前缀)?\s?"
    r"(?:就是|便是|即是?|等于|由|[=＝])"
    r"|(?:拨打|添加|搜索|访问)即可|依次拨|拨出|抄进|地址栏|绿色键"
    r"|新(?:热线|网址|域名|邮箱|专线)"
)
"""That what comes out is an address, or is to be used as one."""
_RIDDLE_EN = (
    r"(?:page|line|step|chapter|verse|item|list|heading|section) numbers "
    r"(?:of|spell|give|make|form|are|as)\b"
    r"|(?:count|number of) (?:the |how many )?(?:letters|words|dots|stars|lines|strokes) "
    r"(?:in|of)"
    r"|\b[aA]\s?=\s?[01]\b|hidden in|acrostic|riddle"
    r"|think of (?:the )?(?:shapes|pictures|rhymes)|(?:nursery|counting|number) rhymes?"
    r"|resistor colou?rs?|heavenly stems|earthly branches|mahjong tiles"
    r"|(?:first|last|initial|capital|bold|red) (?:letters?|words?|digits?|characters?) "
    r"(?:of|in|from|down|spells?|gives?|makes?|forms?|together)"
    r"(?! (?:your|my|his|her|their|the (?:sur|first |last |card|account|file|pass)))"
    r"|initials (?:of|spell|give|make|form)(?! (?:your|my))|bold letters"
    r"|(?:of|from|by|in) the (?:capital|initial|first) letters"
    r"|(?:count|decode|translate|solve)\b(?: \w+){0,3} and (?:ring|dial|call|text)\b"
    r"|(?:add|subtract|take)(?:ing)? \w+ (?:to|from|off) (?:each|every|all)(?: of)?"
    r"(?: the| its)? (?:digits?|figures?|numbers?)"
    r"|rotat(?:e|ing|ed) (?:\w+ ){0,3}by (?:thirteen|13|\w+ (?:letters|places))|rot-?13\b"
    r"|caesar|\bmorse\b|letters? in (?:bold|capitals|red)"
    r"|every (?:second|other|third|2nd|3rd) (?:letter|word|digit|figure|character|sign)"
    r"|(?:odd|even)[- ](?:words|letters|lines|digits)"
    r"|(?:read|spell(?:ed)?|spelt|write|dial|type|copy|enter|take)\b[^.\n]{0,40}"
    r"(?:backwards\b|in reverse|right to left|from the end)"
    r"|reverse (?:the (?:letters|digits|words|number|line)|it|this|that|each)"
    r"|(?:read|dial|say)\b[^.\n]{0,40}\bas (?:one|a single)\b"
    r"|one (?:digit|letter) per (?:line|step|word|sum)"
    r"|(?:solve|work out|calculate)\b[^.\n]{0,30}\b"
    r"(?:dial|each (?:result|answer)|the answers?)\b"
    r"|(?:dial|call) (?:each|every|the) (?:result|answer|sum)"
    r"|(?:join|string|put|chain) (?:\w+ ){0,3}"
    r"(?:letters?|digits?|words?|parts?|pieces?|numbers?|capitals) (?:together|up)"
)
_CHANGE_EN = (
    r"(?:swap|replace|exchange|substitute|change)\b (?!my|your|his|her|their"
    r"|an?\b)[^.\n]{0,16}(?:last|first|final|middle|ending|suffix|word|letters?|digits?|sign"
    r"|hash|star|dots?|spaces?)\b[^.\n]{0,24}\b(?:for|with|by|to|into)\b"
    r"|(?:leave|take|strip|cut|drop) (?:out )?(?:the|every|all|each)\s"
    r"(?:letters?|digits?|capitals?|vowels?|words?)"
    r"|(?:put|add|write) an? \S{1,3} (?:before|after|in front of|behind) the (?:last|first)"
    r"|only (?:read|take|keep) (?:the )?(?:capital|bold|odd|even|first|last|red|digits)"
    r"|first letters?\b"
)
_REACH_EN = (
    r"\bdial\b"
    r"|\b(?:call|ring)\b"
    r"(?! (?:the|this|an?|your|any) (?:API|function|method|endpoint|webhook))"
    r"|\bphone (?:us|me)\b|(?:tele)?phone number|hotline|helpline|\bmail (?:us|me)"
    r"|\bwrite to\b|e-?mail (?:us|me|address)"
    r"|\badd (?:us|me|the agent)|message (?:us|me)|text (?:us|me)|(?:the|an) agent\b"
    r"|reach (?:us|me|an?)\b|in(?:to)? (?:your|the) browser"
)
_RESULT_EN = (
    r"\bdial (?:it|that|them|those|these|what|each|the (?:result|answer|digits|sum))"
    r"|(?:is|are|as|gives?|get|spells?|forms?|makes?|becomes?) (?:our|the|my|a|one|your) "
    r"(?:\w+ ){0,2}"
    r"(?:number|line|handle|address|account|hotline|site|mailbox|e-?mail|agent|contact)\b"
    r"|(?:WeChat|Telegram|WhatsApp|LINE|Signal|QQ)\b|address bar"
    r"|(?:help|new|our|this) address|address of (?:this|the) (?:site|page)"
    r"|our (?:mail|e-?mail|number|handle|line|site)|handle\b"
)
_OURS_CHANGED = (
    r"(?:read|treat|take|count|type)\b[^.\n]{0,30}\b"
    r"(?:hash|star|asterisk|tilde|pipe|percent|plus|slash|bracket|emoji|sign|space)\b"
    r"[^.\n]{0,12}\bas (?:the |an? )?at[- ]sign\b"
    r"|"
    r"(?<![您你]的)(?<!登录)(?<!绑定)(?<!注册)(?:邮箱|热线|网址|官网|域名|号码|电话"
    r"|地址)(?:里|中|上面?|末尾|后缀|最后|结尾|开头|前面|后面)的?[^。！？\n]{0,16}(?:换成"
    r"|改成|改为|换为|替换成|替换为|变成|[念读]成)"
    r"|(?:replace|swap|change|turn) (?:every|all|each|any|the) [^.\n]{0,30}?\b(?:in|of|from)"
    r" (?:our|the official|the) (?:\w+ )?"
    r"(?:hotline|phone number|mailbox|e-?mail|site|web address|address)\b"
    r"|(?:our|the) (?:official )?"
    r"(?:hotline|phone number|mailbox|e-?mail address|web ?site|site|domain|web address)\b"
    r"[^.\n]{0,24}\b(?:but|except|only|with)\b[^.\n]{0,30}\b"
    r"(?:last|first|final|ending|replaced?|swap|changed?|instead)\b"
)
"""A character that is to be read as @; an address of ours, and what of it is to be changed: needs no further word."""
_OURS = re.compile(_OURS_CHANGED, re.IGNORECASE)
_RIDDLE = re.compile(rf"(?:{_RIDDLE_ZH}|(?<![A-Za-z])(?:{_RIDDLE_EN}))", re.IGNORECASE)
_HINT = re.compile(  # in no family: what of it is half read multiplies with all others
    rf"(?:{_OURS_CHANGED}|{_RIDDLE_ZH}|{_CHANGE_ZH}|(?<![A-Za-z])(?:{_RIDDLE_EN}|{_CHANGE_EN}))",
    re.IGNORECASE,
)
_RESULT = re.compile(rf"{_RESULT_ZH}|(?<![A-Za-z])(?:{_RESULT_EN})", re.IGNORECASE)
_REACH = re.compile(
    rf"{_RESULT_ZH}|{_AIM_ZH}|{_REACH_ZH}|(?<![A-Za-z])(?:{_RESULT_EN}|{_REACH_EN})", re.IGNORECASE
)
_NEAR = 90
"""Characters in which both stand, in the same sentence or the next one."""
_LONGEST = 40
"""Characters of the longest word for reaching somebody."""
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
    "刚换手机的话，不是每个渠道都会给编号。",
    "换了手机也能写：标题写明问题，正文写注册邮箱、交易编号和日期。",
)


def told(text: str) -> Iterator[tuple[int, int]]:
    """Span of each instruction to work an address out."""
    last = without = -1
    for hint in bounds.few(finder(_HINT)(text)):
        near = max(hint.start() - _NEAR, without - _LONGEST, 0)
        ours = _OURS.search(text, *hint.span())
        if hint.start() < last or not (ours or _REACH.search(text, near, hint.end() + _NEAR)):
            without = hint.end() + _NEAR
            continue
        first, end = _sentences(text, hint.start(), hint.end())
        reach = _REACH if _RIDDLE.match(text, hint.start()) else _RESULT
        reached = ours or reach.search(text, first, end)
        last = end
        if reached and not warns(text, first, end):
            yield min(hint.start(), reached.start()), max(hint.end(), reached.end())


def _sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a cue and the one behind it, within reach."""
    stops = [stop.end() for stop in STOP.finditer(text, end, end + _NEAR)]
    last = stops[1] if len(stops) > 1 else min(end + _NEAR, len(text))
    return prose_start(text, start, start - _NEAR), last
