"""What each disguise is called in a message, in both languages.

Every decoding, pocket and wording has a row here; a test keeps the tables consistent.
"""

from __future__ import annotations

import unicodedata

from helpcenter.guard.matching.fold import folded
from helpcenter.model import Text

NAMES: dict[str, Text] = {
    name: Text(zh, en)
    for name, zh, en in (
        ("look-alike", "形近字符", "look-alike letters"),
        ("entities", "字符引用", "character references"),
        ("escapes", "转义字符", "escapes"),
        ("percent", "百分号编码", "percent-encoding"),
        ("diagram entities", "图表中的字符引用", "character references of diagrams"),
        ("entities again", "两重字符引用", "character references, twice"),
        ("escapes again", "两重转义", "escapes, twice"),
        ("percent again", "两重百分号编码", "percent-encoding, twice"),
        ("joined", "被标记拆开", "split by markup"),
        ("visible", "夹有读者看不见的内容", "mixed with hidden text"),
        ("folded", "变体或隐形字符", "styled or invisible letters"),
        ("radio alphabet", "用单词报字母", "radio alphabet"),
        ("letters for words", "用单词报字母", "a word for each letter"),
        ("com", "拼写出的域名后缀", "ending in words"),
        ("www", "拼写出的 www", "www in words"),
        ("letter by letter", "逐字母拆开", "letter by letter"),
        ("spaced", "逐字空开", "spaces between the characters"),
        ("enumerated", "用顿号逐字隔开", "characters in a list"),
        ("corrected digits", "说错又改口", "told wrong and corrected"),
        ("digits so often", "“几拨几次”", "a digit so many times"),
        ("zhuyin", "用注音写的词", "words in Zhuyin"),
        ("other languages", "用别的语言写的数字", "digits in words of another language"),
        ("entities of the document", "文件自定的实体", "entities that the file defines"),
        (
            "labels in their order",
            "按引用次序念出的标签",
            "labels in the order in which they are named",
        ),
        ("circled at", "带圈的 a 当作 @", "a circled letter for @"),
        ("id of a heading", "标题的锚点", "the id of a heading"),
        ("groups as amounts", "像数量一样念出", "told as amounts"),
        ("digits of words", "“某某的一”", "each digit by a word that it stands in"),
        ("repeated digits", "“几个零”", "so many times a digit"),
        ("utf-7", "UTF-7", "UTF-7"),
        ("letters by number", "用序号代替字母", "letters by their numbers"),
        ("mailbox in parts", "邮箱分开写", "a mailbox in parts"),
        ("halves of a mailbox", "邮箱分成两段写", "a mailbox in two halves"),
        ("host in parts", "域名分开写", "a host in parts"),
        ("at", "用字代替 @", "a word for @"),
        ("at alone", "用字代替 @", "a word for @"),
        ("dot", "用字代替点号", "a word for the dot"),
        ("schemes", "拆开的网址开头", "a broken scheme"),
        ("signs", "用字代替符号", "words for symbols"),
        ("slashes", "拆开的网址", "spaces in a link"),
        ("octets", "念出来的 IP 地址", "a dictated IP address"),
        ("homophones", "谐音数字", "digits by sound"),
        ("homophones in English", "谐音数字", "digits by sound"),
        ("pictures for digits", "用图形比喻数字", "pictures for digits"),
        ("stems and branches", "用天干地支代替数字", "stems and branches for digits"),
        ("names of signs", "用牌面或骰子代替数字", "tiles, cards or dice for digits"),
        ("emoji names", "表情代码数字", "emoji names for digits"),
        ("icons of signs", "图标代码", "icons that show digits or letters"),
        ("icons of keys", "按键代码", "icons of number keys"),
        ("korean", "韩文数字", "Korean numerals"),
        ("keys", "逐键输入", "key by key"),
        ("dashes in Han", "当连字符用的汉字", "Chinese characters for dashes"),
        ("han digits", "汉字数字", "Chinese numerals"),
        ("digit words", "英文数字", "digits in words"),
        ("letter digits", "用字母代替数字", "letters for digits"),
        ("letters abroad", "用字母代替数字", "letters for digits"),
        ("digits in brackets", "括号里的数字", "digits in brackets"),
        ("odd gaps", "用符号隔开的数字", "odd characters between digits"),
        ("service number", "拆开的服务号码", "a service number taken apart"),
        ("keypad", "按键字母", "letters of the keypad"),
        ("short in Han", "汉字短号", "a short number in Chinese numerals"),
        ("single digits", "逐位拆开的数字", "digits one by one"),
        ("blocks", "拆到几行或几格", "split over lines or cells"),
        ("base64", "Base64", "Base64"),
        ("base32", "Base32", "Base32"),
        ("hex", "十六进制", "hexadecimal"),
        ("character codes", "字符编码", "character codes"),
        ("bits", "二进制", "binary"),
        ("protected mail", "邮箱防护编码", "mail protection code"),
        ("rot13", "ROT13", "ROT13"),
        ("reversed", "倒写", "written backwards"),
        ("right to left", "从右到左显示", "shown from right to left"),
        ("two attributes", "拆到两个属性", "split over two attributes"),
        ("parts of a mailbox", "用户名和域名分开写", "name and domain apart"),
        ("mailbox on two lines", "邮箱分在两行", "a mailbox on two lines"),
        ("tag characters", "隐形的标签字符", "invisible tag characters"),
        ("comment", "写在注释里", "in a comment"),
        ("octal", "八进制", "octal"),
        ("morse", "摩尔斯电码", "Morse code"),
        ("morse in words", "念出来的摩尔斯电码", "Morse code in words"),
        ("document in an attribute", "写在属性里的网页", "a page in an attribute"),
        ("uuencode", "uuencode 编码", "uuencode"),
        ("braille", "盲文", "Braille"),
        ("shifted letters", "字母移位", "shifted alphabet"),
        ("rot47", "ROT47", "ROT47"),
        ("declared quoted printable", "邮件编码（quoted-printable）", "quoted-printable"),
        ("quoted printable", "邮件编码（quoted-printable）", "quoted-printable"),
        ("quoted lines", "拆到几行引号里", "split over quoted lines"),
        ("mail word", "邮件标题编码", "encoded mail word"),
        ("base64 in pieces", "拆开的 Base64", "Base64 in pieces"),
        ("base64 upside down", "倒写的 Base64", "Base64 backwards"),
        ("base85", "Base85", "Base85"),
        ("base32 small", "小写 Base32", "Base32 in small letters"),
        ("dump", "十六进制转储", "hex dump"),
        ("folded line", "折行", "a folded line"),
        ("upside down", "倒转的字母", "letters upside down"),
        ("mixed number words", "中英数字混写", "number words of two languages"),
        ("dictated", "像报号一样分段念出", "dictated group by group"),
        ("folded property", "折行", "a folded line"),
        ("hex number", "十六进制数", "a number in hexadecimal"),
        ("broken link", "被换行拆开的链接", "a link broken by line ends"),
        ("spelled mailbox", "拼写出的邮箱", "a mailbox in words"),
        ("name and domain", "用户名和域名分开写", "name and domain apart"),
        ("sign between", "说明中间加 @", "told to put @ between"),
        ("mail provider", "只写邮箱服务商", "the provider in words"),
        ("at a provider", "只写邮箱服务商", "the provider in words"),
        ("ending apart", "后缀分开写", "the ending apart"),
        ("bang path", "用感叹号写的邮箱", "a mailbox as a way through hosts"),
        ("first dot for at", "用点代替 @ 的邮箱", "a mailbox with a dot for @"),
        ("code points", "Unicode 码位", "code points"),
        ("dictated address", "逐段念出", "dictated piece by piece"),
        ("table of names", "拆到表格", "split over a table"),
        ("drawn code", "用字符画出的码", "a code drawn with characters"),
        ("embedded file", "内嵌文件", "an embedded file"),
        ("instruction", "按文中说明拼出", "put together as the text says"),
        ("addition", "按文中说明补上", "with what the text says to add"),
        ("sum", "按算式算出", "with its sums worked out"),
        ("riddle", "解开文中的谜语", "with its riddle solved"),
        ("spoken by a program", "由程序念出", "spoken by a program"),
        ("quotes of a style", "样式里的引号", "quotation marks of a style"),
        ("signs for at and dot", "用图形代替 @ 和点", "pictures for @ and the dot"),
        ("split characters", "拆开的汉字", "characters taken apart"),
        ("layout", "排版后的样子", "as it is laid out"),
        ("program", "程序运行的结果", "what the program makes"),
    )
}
"""By the name of the decoding, pocket or wording."""


def named(disguise: str) -> Text:
    """The name of a disguise for a message."""
    return NAMES.get(disguise, Text(disguise, disguise))


def foreign_letters(text: str, most: int = 4) -> str:
    """The letters of `text` that only look like plain ones, with their code points and names.

    Args:
        text: as it stands in the file.
        most: how many different ones are named; an ellipsis stands for the rest.
    """
    seen = dict.fromkeys(c for c in text if not c.isascii() and _plain(c))
    names = [f"{c} U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in seen]
    return ", ".join([*names[:most], *(["…"] if len(names) > most else [])])


def _plain(char: str) -> bool:
    plain = folded(char)
    return plain.isascii() and plain.isalnum()
