"""Words about reaching somebody, and about things that bear names, for `loose_names`, as data."""

from __future__ import annotations

import re

MEETING = re.compile(
    r"私[信聊他她]|[进進][^。\n]{0,12}房|[开開]播|小窗|好友|加[我上]|[秒速快]回|回您|[头頭]像"
    r"|[进進入拉加蹲][^。\n]{0,2}群"
    r"|群[里裡]|就[是能]它"
    r"|[第头頭]一[个個位条條]就?是|打[个個聲声]?招呼|[连連][麦線线]|聊[两兩几幾]句|报(?:订?单"
    r"|案件?)号|[发發](?:个|一)?[语語]音|工作照"
    r"|[进進][门門去来來]先|验证(?:消息|语)|通过(?:得|后|了)|我们的人|我們的人|[都总總也]有人"
    r"|[评評][论論][区區]|留言|接[单單待]"
    r"|[频頻]道[号號]|群[号號]|房[间間][号號]|[拉带帶教帮幫]您|[替帮幫]你|悄悄|[现現]办|打字"
    r"|\b(?:dms?|pms?|friend request|(?:add|tell|ask|message|text) (?:him|her|them|us|me|it your)"
    r"|answers? (?:fast|quick|at|within|day|in\b|on\b)|repl(?:y|ies) (?:take|come|with|fast|quick)"
    r"|pick(?:s|ed)? up|slide into|(?:reach|find|talk to|chat with|meet) (?:us|me|him|her|them)"
    r"|to your (?:contacts|friends)|(?:add|send) a friend|one of (?:ours|us)|join us|say h(?:i"
    r"|ello)|wave|(?:send|give|drop"
    r"|shoot) (?:us|me|him|her|your|a line|a note)"
    r"|one[- ]to[- ]one|in the comments|we (?:now )?(?:sit|live|are|hang)|pinned)\b",
    re.IGNORECASE,
)
"""What is done with somebody who was found, and where people meet."""
SOMEBODY = re.compile(
    r"[他她](?!们|們)|专员|專員|客服|值班|同事|老师|经理|主管|组长|[对對]方|坐席|管理[员員]"
    r"|老[板闆]|[版群楼]主"
    r"|掌柜|店[主家]|卖家|[賣]家|机器人"
    r"|小[\u4e00-\u9fff](?=[，。在会會帮幫值聊、])|老[\u4e00-\u9fff](?=[，。在会會帮幫])"
    r"|助[理手]|[小阿][姐哥妹]|幺妹|师傅|師傅|[一三]号窗"
    r"|\b(?:s?he|his|hers?|a real (?:person|human)|night (?:desk|crew|shift|team)|case officer"
    r"|moderator|mods?|colleague|helper|agent|clerk|officer|handler|(?:our|the) (?:people|desk"
    r"|crew|man"
    r"|guy|girl|folks|lads|team|channel))\b",
    re.IGNORECASE,
)
"""Who is meant: a person, an office, a bot."""
LOOKED_UP = re.compile(
    r"搜|[查找](?!客服|我们|商家|银行)|输入|輸入|填|粘|贴上|抄|复制|複製"
    r"|[联聯][系繫絡络](?!客服|我们|商家|银行|卖家|专员)|添加"
    r"|加(?=[：:“\"`「\s]{0,2}[A-Za-z\d])|关注|關注|[订訂][阅閱]|敲|戳|滴|喊|[唤喚]|招呼|呼叫"
    r"|艾特|瞅|\bUID\b|扣(?=一下|我|[\s：:]?\d)|[号號]牌"
    r"|[叫说說打写寫][是作成的]?[：:“\"`「\s]{0,2}\Z|圈(?=一下)|密(?=一下)|[号號名][是为為叫：:]"
    r"|\b(?:search|look (?:up|for)|find|type|enter|paste|punch in|key in|ask for|write to|contact"
    r"|follow|messag(?:e|ed|ing)|add|ping|dm|pm|text(?:ed)?|reach|invite|handle|nickname"
    r"|username|poke|nudge|buzz"
    r"|go(?:es)? by|join|subscribe to|seek out|knock)\b",
    re.IGNORECASE,
)
"""How a name is looked up or passed on."""
APP = re.compile(
    r"聊天|[下装裝][一]?[个個载載]?[“「]|软件|軟體|应用|應用|[aA][pP][pP]\b|那[边邊头頭]"
    r"|通[讯訊]|社[交群]|[”」』][上里裡]"
    r"|\b(?:apps?|messengers?|chats?|channel)\b"
)
"""A program to chat in that nobody names."""
DEVELOPERS = re.compile(
    r"\b(?:npm|pip|composer|install|import)\s|==|后台|後台|接口|配置|沙箱|联调|回调|日志|部署"
    r"|代码|脚本|仓库|分支"
    r"|\b(?:API|SDK|sandbox|webhook|endpoint|repo(?:sitory)?|deploy\w*|config\w*|terminal"
    r"|script|log)s?\b",
    re.IGNORECASE,
)
"""Where names are those of programs and of their users."""
OF_A_THING = re.compile(
    r"(?:编号|編號|单号|單號|流水|批次|型号|活动|模板|配置|变量|附言|备注|標籤|标签|名为"
    r"|文件夹|[商门客]户[号名])"
    r"[^，。！？\n]{0,6}\Z"
    r"|(?:提供|附上|[带帶報报]上?|[核查]对|[记記]下|[写寫]明|截[图圖])[^，。！？\n]{0,8}\Z"
    r"|\b(?:quote|include|provide|attach|give|note down|write down|copy)\b[^,.\n]{0,12}\Z"
    r"|\b(?:ref(?:erence)?|case|ticket|version|key|param\w*|option|variable|function|method|class"
    r"|column|table|event|status|memo|package|module|plugin|model|command|type|tag|branch)s?\b"
    r"[^,.\n]{0,8}\Z",
    re.IGNORECASE,
)
"""Right in front of a name: what things have it, and what is done with those."""
IS_A_THING = re.compile(
    r"[”\"`」]{0,2}\s?(?:字段|参数|文件|接口|函数|命令|错误|状态|事件|选项|列|键|版本|协议"
    r"|格式|报文"
    r"|标准|网络|链|型|款|设备|手机|系统"
    r"|(?:fields?|param\w*|options?|files?|functions?|errors?|flags?|keys?|columns?|events?|status"
    r"|codes?|commands?|variables?|methods?|class\w*|attributes?|property|properties|endpoints?"
    r"|modules?|packages?|plugins?|types?|tags?|messages?|standards?|networks?|devices?)\b)",
    re.IGNORECASE,
)
"""Right behind a name: what it is the name of."""
FIELD = re.compile(
    r"(?:[a-z]+_)*(?:id|no|num|code|status|state|type|time|date|key|url|name|amount|fee|limit|token"
    r"|sign|version|result|reason|flag|count|number|address|data|info|list)(?:_[a-z]+)*"
    r"|(?:\w{1,20}\.){1,4}[A-Z][A-Z0-9_]+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
    r"|[a-z]+_20\d\d(?:\d{4})?|v\d.*|a-z.*"
    r"|(?:step|session|part|item|page|test|demo|case|field|hook|order|refund|level|phase|stage"
    r"|sync)_\d+"
)
"""A field's or a constant's name: `out_trade_no`, `SOME_MODE`."""
