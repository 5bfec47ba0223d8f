"""Words about looking up a name outside this site, for `display_names`, as data."""

from __future__ import annotations

import re

OUTSIDE = re.compile(
    r"[”」』][上里裡]|(?<=[到去上])[\u4e00-\u9fff]{2,3}(?=[上里裡]?[找搜翻看瞅])|[蝦虾]皮"
    r"|(?:应用|應用|软件|軟體)?(?:商店|商城|市场|市場)|地[图圖](?!形)|导航|導航|浏览器|瀏覽器"
    r"|百度|度娘|谷歌|必应|搜狗|搜索引擎"
    r"|[淘京]里|小程[序式]|公[众眾]?[号號]|订阅号|服务号|视频号|\bgzh\b|粉[专專]"
    r"|粉[丝絲][页頁团團]|直播|语音搜索|社群|[贴論论][吧坛壇]"
    r"|[绿蓝红黄橙紫][标標]|[绿蓝红黄橙紫]色那[家个]|聊天列表|腾讯文档|金山文档|在线文档"
    r"|共享文档|石墨|网盘|外卖|短[视視][频頻]"
    r"|高德|美[团團]|点评|[a-zA-Z\u4e00-\u9fff]{2,5}[里裡](?:[头頭面])?(?=[找搜查翻打输])|[频頻]道"
    r"|上(?:那|有|一)[位家个個]|朋友圈|二手|网店|網店|店[铺鋪]"
    r"|\b(?:app\s?store|play\s?store|google(?! pay)|bing|baidu|duckduckgo|browser"
    r"|search engine|maps?"
    r"|facebook|whatsapp|telegram|messenger|instagram|tiktok|youtube|linkedin|discord|reddit"
    r"|chat app"
    r"|app gallery|marketplace|etsy|ebay|shopee)\b",
    re.IGNORECASE,
)
"""Places outside this site in which names are looked up."""
SOUGHT_ZH = re.compile(
    r"(?:搜一搜|搜[索尋寻店]?|找[到个個]?|查[找询詢]?|[输輸]入?|[键鍵]入|敲|打[上进]?"
    r"|[写寫][上进]?|翻[到出]?|逛[到进]?|[说說念喊]"
    r"|[订訂][阅閱]|关注|關注|[叫名][做作为為是]?|艾特|@|圈|粉[专專]|公[众眾]?[号號]|视频号"
    r"|去[\u4e00-\u9fff]{2,4}|[有那這这][家个個位]|[点點][开開]"
    r"|在小程[序式]|昵称|网名|瞅|认准|認準|[进進][入店]?|下[载載个個]|安[装裝]|装[个上]|度娘"
    r"|百度|加|订|收藏|瞄准"
    r"|[挑选選][中择擇]?)"
    r"[^。，！？\n“「]{0,6}\Z"
)
"""Right in front of a name: that it is to be looked up."""
SOUGHT_EN = re.compile(
    r"\b(?:(?:search|look|hunt|go|ask|head)\b[^.\n]{2,30}\sfor|(?:his|her|its|their|the) name is"
    r"|search(?: for)?|look(?:ing)? (?:for|up|out for)|find|google|bing|type(?: in)?|enter"
    r"|listed (?:as|under)|called|named|titled|known as|join|follow|message|open|install"
    r"|download|get"
    r"|visit|put|try|pick|choose|run|hang out|(?:page|group|profile|channel|account|shop|store"
    r"|seller|community|server|app),?)"
    r"\s(?:(?:the|our|a|an|for|on|in|one|page|group|form|app|business|profile|shop|called"
    r"|named|words)\s){0,4}"
    r"[“\"‘']?\Z",
    re.IGNORECASE,
)
"""The same in English."""
OFFICE_ZH = re.compile(
    r"(?:中心|[处處]|受理[点點]|服务[点點]|窗口"
    r"|[厅廳站铺鋪舖店馆館社室所台团團队隊组組群席会會坊阁閣苑]|席位|助[手理]|管家|[卫衛]士"
    r"|顾问|顧問|[专專][员員营]|老师|老師|客服|[小阿老][\u4e00-\u9fff]{1,2}|课代表|律[师師]"
    r"|代[办辦]|[通簿宝寶]|登记[簿表]|[专專][线線]"
    r"|通道|[补補]丁|驿站|[观觀]察[员員]|指[南北]|[达達]人|博主"
    r"|[讲講说說聊][\u4e00-\u9fff]{1,3}|在[线線退追帮]|大[叔哥姐])[\d]{0,4}\Z"
)
"""How the name of an office or of somebody who helps ends."""
TOPIC_ZH = re.compile(
    r"退|返|[赔賠]|止付|[冻凍]|解[约約封禁]|催|[维維][权權]|守[护護]|人工|客服|[申投][诉訴]"
    r"|到[账帳]|代[扣办辦收付申]|追|[盗盜]刷|急"
    r"|受理|[极極]速|加速|安[全心]|[账帳][户戶]|[资資]金|[结結]算|理[赔賠财財]|自救|互助"
    r"|[绿綠]色通道|直[办辦]|[补補][贴貼偿償]|救"
)
"""What such names promise."""
OFFICE_EN = re.compile(
    r"\b(?:desk|support|recovery|refunds?|relief|claims?|clerks?|help(?:er)?s?|care|team|agents?"
    r"|companion|assistant|shield|guard(?:ians?)?|bench|panel|branch|neighbou?rs|rescue"
    r"|disputes?|complaints?|advisors?|security"
    r"|services?|officers?|assist|protect\w*|secure|verify|verification|payouts?|resolution"
    r"|escalations?"
    r"|unlock\w*|pay ?backs?|money back|trac(?:e|ers?)|people|hub|line|counter|bureau|office"
    r"|centre|center)\b",
    re.IGNORECASE,
)
"""Both in English."""
DONE = re.compile(
    r"拍[下那个個一]|登[记記录錄进]|密[码碼]|[拨撥]|听筒|聽筒|[关關]注|[订訂][阅閱]|装|裝"
    r"|授[权權]|[权權]限|底下就|[头頭]一?[个個条條]"
    r"|第[一二三][个個条條]|排第一|[开開]播|主[页頁]|填[进進表]|姓名|卡[号號]|[点點](?:允许|进"
    r"|进去|[开開])|下[单單]|三连|[扫掃]"
    r"|\b(?:ring|call|request to join|log ?in|sign in|install|password|top (?:result|hit)"
    r"|first (?:result|hit|one)|choose the one|sponsored|permissions?|results?|card number"
    r"|receipt|order|register|download)\b",
    re.IGNORECASE,
)
"""What is done with what was found."""
LOOKS = re.compile(
    r"[图圖][标標]|[头頭]像|[红红紅绿綠蓝藍橙白黄黃黑紫粉灰金][底色字标標盾勾]|小[勾盾]|那[个個家]"
    r"|\b(?:icon|logo|avatar|blazer|(?:red|green|blue|orange|white|yellow|black|purple|pink"
    r"|gr[ae]y|gold)"
    r"\s\w+|(?:on|with) (?:a |the )?(?:black|white|red|green|blue)|tick|badge)\b",
    re.IGNORECASE,
)
"""By what it is told from others."""
MET = re.compile(
    r"私[信聊他她]|小窗|[发發][消讯訊]息|[传傳][讯訊]息|留言|[连連][麦線线]|聊|人工"
    r"|要[单單][号號]|[报報写寫回][单單订訂一个][号號“「]?"
    r"|[加进進入的][^。\n]{0,3}[群团團圈]|管理[员員]|店主|[审審]核[员員]|加好友|掌柜|[卖賣]家"
    r"|[版群]主|[他她](?!们|們)|老[师師]|客服|[对對]方|[评評][论論]|[发發]送|包[过過]"
    r"|[^。\n]{0,2}[帮幫]您|[替教]您"
    r"|\b(?:messages?|dms?|pms?|join|say|tell (?:them|him|her|it)|write to (?:them|him|her|it)"
    r"|chat|he|she"
    r"|admin|mods?|officer|takes over|human|agent|staff|seller|comments?|reply|replies"
    r"|answers?|that is us|waves?)\b",
    re.IGNORECASE,
)
"""That somebody is met there."""
OURS = re.compile(
    r"(?:[→›>»➜-]\s{0,2}\Z|\b(?:our|this|the) app\b|我们的?(?:应用|App)|本站|帮助中心"
    r"|(?<![\u4e00-\u9fff])(?:App|APP|应用)[里内中首]"
    r"|“?我的”?|设置[里中页]|settings|menu\b|菜单里|账单[里页])",
    re.IGNORECASE,
)
"""Where what is looked up is a part of our own app or site."""
LABEL = re.compile(
    r"(?:我的|自动|自動|免密|[账帳][单單]|交易|[转轉][账帳]|收付?|支付|付款|扣[款费費]"
    r"|聊天|[软軟][件體]|工具|平台|工作人员|[店卖賣买買][主家]|[银銀]行|好友|群|客[户戶]|[经經]理"
    r"|[续續][费費]|[订訂][阅閱]|卡包|[银銀]行卡|[钱錢]包"
    r"|零[钱錢]|[余餘][额額]|服[务務]|[隐隱]私|通用|[账帳][户戶号號]|安全|[帮幫]助|反[馈饋]"
    r"|客服|消息|通知|[记記][录錄]|明[细細]|[设設][置定]"
    r"|管理|查[询詢]|中心|[详詳]情|[还還]款|[缴繳][费費]|充值|提[现現]|退[款货]|[进進]度"
    r"|[签簽][约約]|授[权權]|解[约約]|[关關][闭閉]|投[诉訴]"
    r"|[举舉][报報]|人工|在[线線]|[联聯][系繫絡]|我[们們]|[关關]于|常[见見]|[问問][题題]"
    r"|信用卡|手[机機]|生活|[添]加|朋友|通用|[权權]限|[应應]用"
    r"|方式|更[换換]|[绑綁]定|[删刪]除|[编編][辑輯]|更多|全部|地址|[发發]票|[优優]惠|卡券"
    r"|[红紅]包|[电電]子|申[请請]|[购購][买買]|[历歷]史|[预預]算|保障|保[险險]|隐私|[绑綁]"
    r"|[验驗][证證]|身份|[认認][证證]|[实實]名|[扫掃][码碼]|商[家户戶]|企[业業]|[个個]人|官方"
    r"|[帮幫]助"
    r"|[额額]度|限[额額]|[费費]率|小程[序式]|[与與和及的]|[/ ])+"
)
"""A label of a menu or a page: made of such words alone."""
PLAIN_EN = re.compile(
    r"(?:Apple|Google|Samsung|Face|Touch|Play|App|Settings|Screen|Privacy|Terms|Help|Customer"
    r"|Contact|Live)\s"
    r"(?:Pay|Play|ID|Store|Time|Policy|Checkup|Cent(?:er|re)|Service|Support|Us|Chat|Settings"
    r"|Maps|Help|Care)"
)
"""What everybody has, and nobody is met under."""
