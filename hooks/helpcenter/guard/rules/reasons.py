"""Why a file was not read, or not to its end, as people say it.

Code that reads bytes gives a short reason in English, which also identifies the finding. Each form
of it has a row here; a test checks every reason that the guard can give.
"""

from __future__ import annotations

import re

from helpcenter.model import Text
from helpcenter.system_errors import in_both_languages

_REASONS: tuple[tuple[str, str, str], ...] = (
    (r"(> )?([\d,]+) bytes", "{0}{1} 字节", "{0}{1} bytes"),
    (r"(> )?([\d,]+) bytes unpacked", "解压后{0}{1} 字节", "{0}{1} bytes when unpacked"),
    (r"(> )?([\d,]+) px", "{0}{1} 像素", "{0}{1} pixels"),
    (r"(\d+)x(\d+)", "{0}×{1} 像素", "{0} by {1} pixels"),
    (r"(> )?([\d,]+) characters", "{0}{1} 个字符", "{0}{1} characters"),
    (r"(> )?(\d+) s", "读取时间{0}{1} 秒", "takes {0}{1} seconds"),
    (
        r"(> )(\d+) s / > (\d+) MB",
        "读取时间{0}{1} 秒，或内存{0}{2} MB",
        "takes {0}{1} seconds or {2} MB",
    ),
    (r"(> )?(\d+) folded texts", "内嵌的文字{0}{1} 段", "{0}{1} texts within it"),
    (r"(> )?(\d+) tokens of a program", "程序{0}{1} 个词", "a program of {0}{1} tokens"),
    (r"(> )?(\d+) steps of a program", "程序运行{0}{1} 步", "a program of {0}{1} steps"),
    ("a tangled program", "程序写得太绕", "a tangled program"),
    (r"(> )?(\d+) expressions", "表达式{0}{1} 个", "{0}{1} expressions"),
    (r"(> )?(\d+) instructions", "教读者改写的话{0}{1} 处", "{0}{1} instructions to readers"),
    (r"(> )?(\d+) places of a kind", "同一种内容{0}{1} 处", "{0}{1} places of one kind"),
    (r"(> )?(\d+) words for messengers", "聊天软件的名称{0}{1} 处", "{0}{1} names of messengers"),
    (r"(> )?(\d+) loose names", "像账号的名称{0}{1} 处", "{0}{1} names that may be accounts"),
    (r"(> )?(\d+) names to look up", "引号里的名称{0}{1} 处", "{0}{1} names to look up"),
    (r"(> )?(\d+) words for networks", "社交平台的名称{0}{1} 处", "{0}{1} names of networks"),
    (r"(> )?(\d+) styled elements", "带样式的元素{0}{1} 个", "{0}{1} styled elements"),
    (r"(> )?(\d+) elements", "元素{0}{1} 个", "{0}{1} elements"),
    (r"(> )?(\d+) frames", "动画{0}{1} 帧", "{0}{1} frames"),
    (r"(> )?(\d+) files in it", "里面的文件{0}{1} 个", "{0}{1} files within it"),
    (r"(> )?([\d,]+) members", "压缩包里的文件{0}{1} 个", "{0}{1} files in an archive"),
    (
        "a member that is not listed",
        "压缩包里有目录没列出的文件",
        "an archive that hides a file",
    ),
    ("archive in archive", "压缩包里层层套着压缩包", "archives within archives"),
    (r"(\S+) archive", "{0} 压缩包，本程序读不了", "{0} archives cannot be read"),
    ("encrypted PDF", "加密的 PDF", "an encrypted PDF"),
    (r"(> )?(\d+) strings", "PDF 里的字符串{0}{1} 个", "{0}{1} strings in a PDF"),
    ("streams", "PDF 里的数据解压后太大", "a PDF whose data are too large when unpacked"),
    (r"(\d+) pages", "共 {0} 页", "{0} pages"),
    (r"page of (\d+)x(\d+)", "一页有 {0}×{1} 像素", "a page of {0} by {1} pixels"),
    (r"SVG of ([\d,]+) bytes", "SVG 有 {0} 字节", "an SVG of {0} bytes"),
    (r"(\d+) rows, (\d+) formulas", "表格有 {0} 行、{1} 个公式", "{0} rows and {1} formulas"),
    (r"font (> )([\d,]+) bytes", "字体{0}{1} 字节", "a font of {0}{1} bytes"),
    (
        r"font with (> )([\d,]+) entries of a table",
        "字体的一张表{0}{1} 项",
        "a font with a table of {0}{1} entries",
    ),
    ("several fonts in WOFF2", "一个 WOFF2 里有几个字体", "several fonts in one WOFF2 file"),
    (r"font: (.*)", "字体损坏：{0}", "a broken font: {0}"),
    (r"the font draws (.*)", "字体把字符画成了别的：{0}", "the font draws {0}"),
    (
        r"characters of a font that become others: libraqm is missing here",
        "字体会把字符换成别的，这台机器缺少 libraqm，看不出来",
        "a font that turns characters into others: libraqm is missing here",
    ),
    (r"0x([0-9A-F]{2})", "字节 0x{0} 不是 UTF-8", "the byte 0x{0} is not UTF-8"),
    ("not gzip", "不是 gzip 压缩文件", "not a gzip file"),
    ("too large when unpacked", "解压后太大", "too large when unpacked"),
    (r"Error (-\d+) while decompressing data.*", "压缩数据损坏", "damaged gzip data"),
)
_FORMS = [(re.compile(form, re.DOTALL), zh, en) for form, zh, en in _REASONS]


def in_words(reason: str) -> Text:
    """A reason in both languages; one that a library gave in its own words stays as it is."""
    for form, zh, en in _FORMS:
        if match := form.fullmatch(reason):
            given = [part or "" for part in match.groups()]
            return Text(
                zh.format(*("超过 " if part == "> " else part for part in given)),
                en.format(*("more than " if part == "> " else part for part in given)),
            )
    return in_both_languages(reason)
