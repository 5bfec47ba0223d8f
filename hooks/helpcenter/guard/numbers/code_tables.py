"""Tables of what conventionally stands for digits: pictures, rhymes, colours, tiles, keys by place.

The words of a table are listed by digit, from 0 to 9; a low line stands for a space in a word.
"""

from __future__ import annotations

PICTURES_ZH = (
    "鸡蛋 鸭蛋 鹅蛋 圆圈 圈圈 救生圈 轮胎 游泳圈 呼啦圈 甜甜圈 汤圆 皮球 足球",
    "铅笔 粉笔 毛笔 钢笔 棍子 木棍 棒子 小棒 筷子 竹竿 旗杆 电线杆 蜡烛 树干 火柴",
    "鸭子 小鸭子 小鸭 天鹅 大白鹅 小鹅 白鹅",
    "耳朵 小耳朵",
    "小旗 旗子 小旗子 红旗 小红旗 三角旗 旗帜 帆船 小帆船",
    "秤钩 称钩 钩子 鱼钩 衣钩 挂钩 弯钩 吊钩",
    "哨子 口哨 小哨子 豆芽 豆芽菜 烟斗",
    "镰刀 拐杖 拐棍 锄头",
    "葫芦 小葫芦 麻花 雪人 不倒翁 眼镜",
    "勺子 饭勺 汤勺 小勺 气球 蝌蚪",
)
PICTURES_EN = (
    "egg ball ring wheel donut doughnut hoop",
    "pencil candle stick wand pole",
    "swan duck",
    "ear moustache mustache",
    "sail sailboat flag chair",
    "hook",
    "whistle elephant cherry trunk",
    "cliff boomerang scythe sickle cane",
    "snowman hourglass spectacles glasses gourd",
    "balloon spoon lollipop tadpole",
)
"""What a digit looks like, as children learn it."""
EMOJI = ("🥚🍳⭕⚽🛞🍩", "✏📝🖊🕯📏", "🦆🦢", "👂", "⛵🚩", "🪝", "🍒🐘", "🪃", "⛄☃⏳🎱", "🎈🥄")
RHYMES_EN = (
    "hero",
    "bun gun",
    "shoe",
    "tree",
    "door",
    "hive",
    "sticks bricks",
    "heaven",
    "gate",
    "wine",
)
"""One is a bun, two is a shoe."""
COLOURS_EN = (
    "black",
    "brown",
    "red",
    "orange",
    "yellow",
    "green",
    "blue",
    "violet purple",
    "grey gray",
    "white",
)
"""The rings on resistors."""
MONTHS_EN = (
    "October",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
)
NOTES = ("休", "do 哆", "re 唻", "mi 咪", "fa 发", "so sol 嗦 唆", "la 啦", "ti si 西", "", "")
"""Notes of a scale, and the rest."""
ELEMENTS_EN = (
    "neon",
    "hydrogen",
    "helium",
    "lithium",
    "beryllium",
    "boron",
    "carbon",
    "nitrogen",
    "oxygen",
    "fluorine",
)
KEYS_ZH = (
    "底键 底部中间 最下面",
    "左上角 左上",
    "中上 上中",
    "右上角 右上",
    "左中 中左",
    "正中间 正中",
    "右中 中右",
    "左下角 左下",
    "中下 下中",
    "右下角 右下",
)
KEYS_EN = (
    "very_bottom",
    "top_left",
    "top_middle top_centre top_center",
    "top_right",
    "middle_left centre_left",
    "dead_centre dead_center very_middle",
    "middle_right centre_right",
    "bottom_left lower_left",
    "bottom_middle lower_middle bottom_centre",
    "bottom_right lower_right",
)
"""Keys of a telephone by their place."""
TILES_ZH = ("白板", *(f"{n}万 {n}筒 {n}条 {n}索 {n}饼" for n in "一二三四五六七八九"))
TILES_EN = ("white_dragon",)
SUITS = r"红桃|黑桃|梅花|方块|方片|红心|草花"
SUITS_EN = "hearts?|clubs?|spades?|diamonds?|bamboos?|circles?|dots?|characters?|coins?"
RANKS_EN = {
    word: str(digit % 10)
    for digit, words in enumerate(
        (
            "",
            "ace one",
            "deuce two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
        )
    )
    for word in words.split()
}
"""Cards and tiles, whose ten stands for nothing."""
SINGLE = (
    "癸甲乙丙丁戊己庚辛壬",
    "酉子丑寅卯辰巳午未申",
    "鸡鼠牛虎兔龙蛇马羊猴",
    "黑棕红橙黄绿蓝紫灰白",
    "氖氢氦锂铍硼碳氮氧氟",
)
"""Characters by digit: stems, branches, animals of the years, colours of resistors, elements."""
