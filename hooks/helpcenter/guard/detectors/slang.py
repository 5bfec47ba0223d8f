"""Table of nicknames of messengers and networks: “the bird app”, 小破站.

An account must come after such a word or, in English, before it.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["social", "messenger"]
SLANG: dict[tuple[str, Kind], tuple[str, ...]] = {
    ("wechat", "messenger"): ("绿色泡泡", "小绿泡", "小绿书", "green bubble app", "green chat app", "green chat bubble app", "green bubble chat app"),
    ("qq", "messenger"): ("小企鹅", "企鹅号", "鹅厂", "penguin app", "penguin messenger"),
    ("telegram", "messenger"): ("小飞机", "纸飞机", "paper plane app", "paper airplane app", "plane app", "blue plane", "paper plane", "paper airplane"),
    ("whatsapp", "messenger"): ("绿电话", "瓦萨普", "沃茨艾普", "瓦茨艾普", "green phone app"),
    ("dingtalk", "messenger"): ("叮叮", "盯盯", "订订", "丁钉", "盯钉", "钉上"),
    ("feishu", "messenger"): ("飞叔", "非书", "飞输", "飞舒", "飛舒"),
    ("alipay", "messenger"): ("某付宝", "zfb", "ZFB", "支付保", "支付堡", "支富宝", "知付宝", "之付宝", "枝付宝", "吱付宝"),
    ("weibo", "social"): ("大眼仔", "渣浪", "围脖", "wb", "WB", "为博", "唯博", "喂博", "维博", "威博", "薇博", "微勃", "围博"),
    ("bilibili", "social"): ("小破站", "破站", "哔站", "阿B", "逼站", "比站", "币站", "B战", "B占"),
    ("xiaohongshu", "social"): ("小红薯", "小地瓜", "某红书", "某薯", "little red book", "red book app", "RedNote", "rednote", "小红叔", "小红树", "小洪书", "小宏书", "小虹书", "小鸿书", "小荭书"),
    ("douyin", "social"): ("小音符", "某抖", "D音", "抖抖", "快抖", "抖阴", "抖因", "抖英", "豆音", "逗音", "兜音", "抖🎵", "抖in"),
    ("kuaishou", "social"): ("快S", "某快", "块手", "筷手", "快首", "快守", "kuai手"),
    ("zhihu", "social"): ("某乎", "逼乎", "之乎", "知呼", "知户", "支乎", "织乎", "芝乎", "吱乎", "知🐯", "知虎"),
    ("douban", "social"): ("某瓣",),
    ("tieba", "social"): ("某吧",),
    ("xianyu", "social"): ("海鲜市场", "海鲜", "小黄鱼", "黄鱼", "某鱼", "闲🐟", "咸🐟", "鱼塘", "贤鱼", "闲渔", "衔鱼", "闲于", "闲yu", "xian鱼"),
    ("taobao", "social"): ("某宝", "桃宝", "🍑宝", "万能的某宝", "淘宝店铺", "淘宝店", "tb店"),
    ("jd", "social"): ("狗东", "某东", "京东店铺"),
    ("pinduoduo", "social"): ("拼夕夕", "并夕夕", "拼多多店铺"),
    ("x", "social"): ("推特", "小蓝鸟", "蓝鸟", "推上", "bird app", "bird site", "birdsite", "blue bird app", "Twttr"),
    ("facebook", "social"): ("非死不可", "面书", "脸谱网", "臉書", "book of faces", "big blue app"),
    ("instagram", "social"): ("照片墙", "ins上", "the gram", "the Gram", "the 'gram", "the ’gram"),
    ("tiktok", "social"): ("国际版抖音", "海外抖音", "海外版抖音", "clock app", "TikTok", "Tik Tok"),
    ("snapchat", "social"): ("色拉布", "ghost app", "yellow ghost app", "snap me", "Snap me", "snap us"),
    ("youtube", "social"): ("油管", "油土鳖", "Y2B", "YouTube"),
    ("reddit", "social"): ("红迪",),
    ("linkedin", "social"): ("领英", "LinkedIn"),
    ("steam", "social"): ("蒸汽平台", "小黑盒"),
}  # fmt: skip
"""By network and sort."""
_LIKE = ("thing", "messenger", "network", "program", "service")
"""What else people call an app: `the paper plane thing`."""
_ORDINARY = frozenset({"小绿书", "海鲜", "wb", "WB", "推上", "鱼塘", "破站", "黄鱼", "小黄鱼", "叮叮", "盯盯", "钉上", "推特", "领英", "LinkedIn", "YouTube", "TikTok", "阿B", "小黑盒", "ghost app", "clock app", "快首", "之乎", "知户", "币站", "B占", "为博", "非书", "订订", "豆音", "小红叔", "小红树"})  # fmt: skip
"""Words that mean other things too: an account only where a mark says that it is one."""


def _variants(words: tuple[str, ...]) -> list[str]:
    """Phrases that end in “app”, with the other words for one."""
    stems = [word.removesuffix("app") for word in words if word.endswith(" app")]
    return [stem + like for stem in stems for like in _LIKE if f"{stem}app" not in _ORDINARY]


_SAID = {network: (*words, *_variants(words)) for network, words in SLANG.items()}
"""The same with the other words for an app."""


def rows() -> list[tuple[str, Kind, tuple[str, ...], bool]]:
    """Network, sort, words, and whether they are ordinary words."""
    made: list[tuple[str, Kind, tuple[str, ...], bool]] = []
    for (name, kind), words in _SAID.items():
        for ordinary in (False, True):
            chosen = tuple(word for word in words if (word in _ORDINARY) is ordinary)
            made += [(name, kind, chosen, ordinary)] if chosen else []
    return made


ENGLISH = {
    word.lower(): name
    for (name, _), words in _SAID.items()
    for word in words
    if word.isascii() and (" " in word or len(word) > 7)
}
"""The phrases, which stand behind an account in English: `ping desk_7 on the bird app`."""
