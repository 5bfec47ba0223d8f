"""Numbers and accounts that only words tell: by sound, by picture, by custom, by what people call an app."""

import time

import pytest
from tests.guard.helpers import brief, judged, named
from tests.rows import rows

from helpcenter.guard.gates.carriers import refused
from helpcenter.guard.instructions import new_ends, offsets
from helpcenter.guard.numbers import code_tables, codewords, sounds
from helpcenter.guard.numbers.called import is_counting, number
from helpcenter.guard.views.view import views

DIGITS = [
    ("Text the line below: two zero two, then five three times, then zero one seven three.", "+12025550173"),
    ("热线：先四百，零拨三次，再 2217", "+864000002217"),
    ("請撥 ㄙˋ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄌㄧㄥˊ ㄧ ㄦˋ ㄙㄢ ㄙˋ", "+864000001234"),
    ("热线前六位是 400000，后四位等于 1111 乘 2 再加 1。", "+864000002223"),
    ("help91#desk-say!test：把#、!分别换成@、.", "help91@desk-say.test"),
    ("Replace the hash by an at sign, the exclamation mark by a dot: help91#desk-say!test", "help91@desk-say.test"),
    ("help91#desk-say!test: # is @ and ! is a dot", "help91@desk-say.test"),
    ("把每个字母换成它后面的那个字母：gdko88@cdrj-zab.sdrs", "help88@desk-abc.test"),
    ("加我ㄌㄞˋ：desktw0719", "line:desktw0719"),
    ("思灵灵、灵灵灵、尔巴酒伞，打通就有人受理", "+864000002893"),
    ("请直接拨打 腰散疤 玲玲凄 伞捂而 酒溜", "+8613800735296"),
    ("加企鹅：死扒聆 午儿气 叁已陆，备注订单", "qq:480527316"),
    ("Ring us on won, too-oh-too, five five five, oh won for seven.", "+12025550147"),
    ("按儿歌拨热线：小旗、鸡蛋、鸡蛋、鸡蛋、鸡蛋、鸡蛋、鸭子、耳朵、勺子、镰刀", "+864000002397"),
    ("热线：一面小旗，五个鸡蛋，一只鸭子，一只耳朵，一把勺子，一把镰刀", "+864000002397"),
    ("Dial sailboat, egg, egg, egg, egg, egg, swan, ear, balloon, cliff", "+864000002397"),
    ("专员扣扣号拼作：勺子 鸭子 葫芦 口哨 耳朵 铅笔 鸡蛋 秤钩", "qq:92863105"),
    ("拨 🚩🥚🥚🥚🥚🥚🦆👂🎈🪃", "+864000002397"),
    ("甲是一、癸是零：丁癸癸 癸癸癸 己乙庚壬", "+864000006279"),
    ("甲为零：热线戊甲甲 甲甲甲 庚丙辛癸", "+864000006279"),
    ("加扣扣：寅巳子卯丑午申辰", "qq:36142795"),
    ("热线按生肖：兔鸡鸡 鸡鸡鸡 牛虎龙猴", "+864000002359"),
    ("Dial by colour: yellow, black, black, black, black, black, red, white, blue, orange", "+864000002963"),
    ("专线：🀊🀆🀆🀆🀆🀆🀈🀏🀌🀉（几万就按几，白板按零）", "+864000002963"),
    ("按牌拨：四万、白板、白板、白板、白板、白板、二筒、九条、六索、三饼", "+864000002963"),
    ("dial 1 🂢🂠🂢 🂥🂥🂥 🂠🂡🂣🂦", "+12025550136"),
    ("专线：旗子一面，鸡蛋五枚，麻花、秤钩、粉笔、小鸭各一样", "+864000008512"),
    ("Phone two of hearts, ten of clubs, two of spades, five of hearts, five of clubs, five of spades, ten of hearts, ace of clubs, eight of spades, four of hearts", "+12025550184"),
    ("First dial two, zero, two. After the beep press five three times. The rest is oh one nine six.", "+12025550196"),
    ("甲：您记一下，一五四。\n\n乙：嗯。\n\n甲：零零三五。\n\n甲：一二四七，打这个找我。", "+8615400351247"),
    ("先拨四零零；听到提示音后按八零零；再按五三；末了补上零九。", "+864008005309"),
    ("QQ群 ⚄⚁⚂⚅⚃⚀⚄", "qq:5236415"),
    ("> 用户：打哪个电话？\n>\n> 专员：先按四百，后面接三个零。\n>\n> 专员：剩下四位就是工号 8264。", "+864000008264"),
    ("1. Start with the area code 202.\n2. Then three fives.\n3. Finish with 0173 and call.", "+12025550173"),
    ("请把官方热线 400-000-8888 的后四位每一位都减去 3 再拨打", "+864000005555"),
    ("take our usual +44 1632 960100, add twenty-three to it, and call", "+441632960123"),
    ("号码我慢慢念：一五四，零零……不对，是零六，二九，最后四位七四一五。", "+8615406297415"),
    ("Call two oh two, five five five, oh one eight, sorry, oh one seven, three.", "+12025550173"),
    ("手机是幺伍肆、两个捌、陆零、再加肆个伍。", "+8615488605555"),
    ("拨四零零，补上六个零，再按一下一，就接通了。", "+864000000001"),
    ("> 客户：号码多少？\n>\n> 专员：区号零二一。\n>\n> 客户：后面呢？\n>\n> 专员：零零零零，再来四零五七。", "+862100004057"),
    ("Our number: oh-eight-oh-eight, one-fifty-seven, double oh, seventy-one.", "+448081570071"),
    ("Q: Which number? A: 646. Q: And? A: 555. Q: The rest? A: 0119.", "+16465550119"),
    ("号码共十一位：头三位 154，身子 0035，尾巴 1247。", "+8615400351247"),
    ("手機號碼請記：零九零零，零零零，再加六七八。", "+86900000678"),
    ("夜间号码比官方热线 400-000-8888 大 23", "+864000008911"),
]  # fmt: skip
ACCOUNTS = [
    ("咱们绿泡泡上聊，搜 desk_lp62，备注“理赔”", "wechat:desk_lp62"),
    ("统一在海鲜市场办理，搜店主 desk_lp68，拍下即退", "xianyu:desk_lp68"),
    ("小破站关注 desk_up91，留言处理", "bilibili:desk_up91"),
    ("On the bird app we go by deskex7, DMs are open.", "x:@deskex7"),
    ("Ping desk_care7 on the bird app.", "x:@desk_care7"),
    ("Slide into desk.refunds2 on the gram and ask for Kim.", "instagram:desk.refunds2"),
    ("On the paper plane app you can reach desk_rocket8 day and night.", "telegram:desk_rocket8"),
    ("In the app with the purple icon, message desk_q7 and wait.", "account:desk_q7"),
    ("飞语里添加好友，输入 kf_9527ok 点击加号", "account:kf_9527ok"),
    ("In any chat app look up desk_45 and send a friend request.", "account:desk_45"),
    ("长按复制整段 fu:/￥a1B2c3D4e5￥ 然后打开支付宝", "alipay:a1B2c3D4e5"),
    ("先写 kf71，接着按 Shift 加数字 2 打出那个圈，再写 desk 和 evil，中间用短横连起来，最后是一个小点和单词 test。", "kf71@desk-evil.test"),
    ("Write to night, then the little snail above the 2 key, then evil, a hyphen, desk, a full stop and the word test.", "night@evil-desk.test"),
    ("賴的帳號是 desk.help77，加入後請說明案件編號。", "line:desk.help77"),
    ("胖企鹅上有我们的人，1000000771 就是，直接加。", "qq:1000000771"),
    ("星语上见：desk_kf77，加好友秒过。", "account:desk_kf77"),
    ("The bird site has us as desk_care9.", "x:@desk_care9"),
    ("收到验证码后请截图发至 deskcs2046 这个微信。", "wechat:deskcs2046"),
    ("Send the deposit to Mara in our team by Cash App, $mara-desk.", "cashapp:$mara-desk"),
    ("Our Telegram, letter by letter: oscar kilo papa underscore hotel echo lima papa.", "telegram:okp_help"),
    ("地址是 evil猫desk猫-kf.猫test，请把里面的猫都赶走再打开。", "evildesk-kf.test"),
    ("网址由两截组成，evil-kf 在前，test 在后，中间一点。", "evil-kf.test"),
    ("不如直接到纸飞机那头喊一声 desk_night。", "telegram:desk_night"),
    ("到 Dcard 找 desk_tw77。", "account:desk_tw77"),
    ("Visit evil hyphen refunds full stop test in any browser.", "evil-refunds.test"),
    ("京东搜“某某退款代办”找第一家店。", "jd:某某退款代办"),
    ("打开抖音，长按复制这段：7.98 看看【某某小姐姐】 xYz12Ab9", "douyin:xYz12Ab9"),
    ("请把押金打进王女士的卡：工商银行 6212 0000 0100 1234 567。", "bank:6212000001001234567"),
    ("星宇通账号 desk_helper6，加了就聊。", "account:desk_helper6"),
    ("My handle on Rocketgram is desk.june4, say hi.", "account:desk.june4"),
    ("抖抖号是 deskkf5566，进直播间连麦处理。", "douyin:deskkf5566"),
    ("Ping desk_fix9 on the paper plane thing.", "telegram:desk_fix9"),
    ("把 evil 和 tui 用短横连上，后面跟 .test，贴进地址栏就到了。", "evil-tui.test"),
    ("急件請加微信 deskname，註明「退款」", "wechat:deskname"),
    ("我哋嘅 Line 係 desknames，即時覆。", "line:desknames"),
    ("視頻號「某某講堂」每晚九點開播，私信主播登記。", "wechat-channels:某某讲堂"),
    ("微博上有位“某某课代表”，私信她更快", "weibo:某某课代表"),
    ("微信搜索公众号：某某无忧，回复“提现”。", "wechat:某某无忧"),
    ("| 微信 | changfukefu |", "wechat:changfukefu"),
    ("## 微信\n\nlongname（备注退款）", "wechat:longname"),
    ("客服微信分两段：前半 desk ，后半 _help73 ，连起来搜索", "wechat:desk_help73"),
]  # fmt: skip
SILENT = [
    "头像有铅笔、鸭子、耳朵、小旗、钩子、勺子、镰刀、葫芦几种，打开设置即可更换。",
    "QQ 皮肤有红、黄、蓝、绿、白、黑六种；色环依次为黑棕红橙黄绿蓝。",
    "合同中甲方付款，乙方收款，丙方担保；甲乙丙丁戊己庚辛壬癸。",
    "生肖红包：鼠牛虎兔龙蛇马羊猴鸡狗猪，任选一款。",
    "一起玩儿就是了，三五好友，儿时旧事，思前想后。",
    "评级从 ⚀ 到 ⚅：⚀⚁⚂⚃⚄⚅",
    "May 16 07:07:02 2026; two to one, free for all",
    "先看短信，开头是四位数字，后面接两个字母，剩下三次机会，请勿拨打电话。",
    "海鲜市场的商户可以申请 T1 结算；小破站、绿泡泡都不是客服渠道。",
    "在本站搜 refund_status，可以找到说明；在账单里搜索订单号 ok_2024，备注“退款”的就是。",
    "Search for transfer_24 in the settings and add a note.",
    "价格为 ￥128.00，满 ￥200 减 ￥20，复制订单号即可。",
    *(offsets.SILENT_SAMPLES),
    *(new_ends.SILENT_SAMPLES),
]
PIECES = ["思灵灵", "鸡蛋、", "egg, ", "甲癸", "🀆", "won too ", "红黄", "四万", "May 1 "]


@rows(("text", "canonical"), DIGITS + ACCOUNTS)
def test_it_is_named(text, canonical):
    assert canonical in named(f"# 说明\n\n{text}\n")


@pytest.mark.parametrize("text", (*offsets.TOLD_SAMPLES, *new_ends.TOLD_SAMPLES))
def test_a_number_of_ours_to_be_changed_is_refused_by_reference_too(text):
    assert "HC126" in [finding.rule for finding in refused("docs/a.md", f"# 说明\n\n{text}\n")]


@rows("text", SILENT)
def test_ordinary_text_stays_silent(text):
    assert brief(judged(text)) == []
    assert "HC126" not in [finding.rule for finding in refused("docs/a.md", text)]


@pytest.mark.parametrize("piece", PIECES)
def test_hostile_repeats_take_linear_time(piece):
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    assert sum(1 for _ in views(text))
    assert time.process_time() - start < 5


def test_each_single_character_stands_for_ten_digits():
    assert all(len(row) == len(set(row)) == 10 for row in code_tables.SINGLE)


def test_signs_with_a_number_in_their_name():
    values = {"🀊": "4", "🀆": "0", "⚂": "3", "🂡": "1", "🁃": "24", "Ⅶ": "7", "🕒": "3", "🀄": ""}
    assert {sign: codewords.value(sign) for sign in values} == values


def test_characters_sound_like_one_digit_each():
    assert {sounds.BY_SOUND[char] for char in "灵凌零"} == {"0"}
    assert "吕" not in sounds.BY_SOUND


def test_counting_is_no_number():
    assert is_counting("1234567") and is_counting("0000000") and not is_counting("4000002397")
    assert number("1234567", "电话：", 3, 3) == ""
