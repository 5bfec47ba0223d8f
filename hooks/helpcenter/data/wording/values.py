"""Keys and values of the wrong kind."""

from __future__ import annotations

VALUES: dict[str, tuple[str, str, str]] = {
    "unknown_key": (
        "HC212",
        "不认识的键“{found}”；这里可以写：{allowed}。",
        "Unknown key “{found}”; allowed here: {allowed}.",
    ),
    "missing_key": (
        "HC214",
        "“{parent}”缺少必填的键“{key}”。",
        "“{parent}” lacks the required key “{key}”.",
    ),
    "missing_top_key": (
        "HC214",
        "最外层缺少必填的键“{key}”。",
        "The required key “{key}” is missing at the top level.",
    ),
    "top_not_mapping": (
        "HC213",
        "整个文件应为“键: 值”的映射。",
        "The whole file must be a mapping of “key: value” lines.",
    ),
    "empty_value": (
        "HC213",
        "“{key}”没有写值；应为{zh}。",
        "“{key}” has no value; it must be {en}.",
    ),
    "wrong_type": (
        "HC213",
        "“{key}”的值“{found}”类型不对；应为{zh}。",
        "“{key}” has a value of the wrong type, “{found}”; it must be {en}.",
    ),
    "not_a_choice": (
        "HC213",
        "“{key}”的值“{found}”不在可选之列；可选：{allowed}。",
        "“{found}” is not a choice for “{key}”; choose from: {allowed}.",
    ),
    "text_too_long": (
        "HC213",
        "“{key}”太长；最多 {limit} 个字符或项。",
        "“{key}” is too long; at most {limit} characters or items.",
    ),
    "list_too_short": (
        "HC213",
        "“{key}”太少；至少要 {limit} 项。",
        "“{key}” is too short; it needs at least {limit}.",
    ),
    "out_of_range": (
        "HC213",
        "“{key}”的值“{found}”超出范围；应为 {zh}。",
        "“{key}” is out of range: “{found}”; it must be {en}.",
    ),
    "bad_value": (
        "HC213",
        "“{key}”的值“{found}”不合要求（{reason}）。",
        "“{key}” has an unusable value “{found}” ({reason}).",
    ),
    "bad_key": (
        "HC213",
        "名字“{found}”不合规则；只用小写字母、数字、连字符和下划线，以字母开头，至多 60 个字符。",
        "Name “{found}” breaks the rule: small letters, digits, hyphens and underscores, a letter "
        "first, at most 60 characters.",
    ),
    "bad_clock": (
        "HC213",
        '时刻“{found}”看不懂；请写 24 小时制的 HH:MM，例如 "09:00"，最晚 "24:00"。',
        '“{found}” is not a time of day; write HH:MM from "00:00" to "24:00".',
    ),
    "bad_page_address": (
        "HC213",
        "“{found}”不是页面地址；请写成 fees/fees-overview/ 的样子，不带域名，以 / 结尾。",
        "“{found}” is not the address of a page; write it like fees/fees-overview/, without host.",
    ),
    "bad_stamp": (
        "HC401",
        "翻译标记“{found}”不对；不要手写，请运行 helpcenter stamp。",
        "“{found}” is not a stamp; do not write one by hand, run helpcenter stamp.",
    ),
    "bad_colour": (
        "HC213",
        '颜色“{found}”看不懂；请写 # 加六位小写十六进制数，例如 "#1a5fb4"。',
        '“{found}” is not a colour; write # and six small hexadecimal digits, as "#1a5fb4".',
    ),
    "bad_short_number": (
        "HC213",
        "短号码“{found}”看不懂；请写 3 到 6 位数字，并加引号。",
        "“{found}” is not a short number; write 3 to 6 digits in quotes.",
    ),
    "bad_date": (
        "HC213",
        "日期“{found}”不存在或写法不对；请写 YYYY-MM-DD，不加引号，例如 2026-11-23。",
        "“{found}” is not a day of the calendar; write YYYY-MM-DD without quotes, as 2026-11-23.",
    ),
    "bad_moment": (
        "HC213",
        "时间“{found}”看不懂；请写带时区的时间，不加引号，例如 2026-11-23T09:00:00+08:00。",
        "“{found}” is not a point in time; write it with its offset and without quotes, "
        "as 2026-11-23T09:00:00+08:00.",
    ),
    "time_without_zone": (
        "HC213",
        "时间“{found}”没有时区；请在末尾加上，例如 +08:00。",
        "“{found}” has no time zone; add one, such as +08:00.",
    ),
    "not_a_number": (
        "HC213",
        "“{key}”的值“{found}”不是数字；请写不加引号的数字，例如 2.5，不写逗号、单位或百分号。",
        "“{found}” is not a number; write “{key}” as digits without quotes, commas or units, "
        "as 2.5.",
    ),
    "bad_duration": (
        "HC213",
        "时长“{found}”看不懂；请写数字加单位 minutes、hours、days 或 business_days，"
        "例如 48 hours。",
        "“{found}” is not a length of time; write a number and minutes, hours, days or "
        "business_days, such as 48 hours.",
    ),
    "longest_under_usual": (
        "HC213",
        "最长时间“{found}”比通常时间还短；请核对 usual 和 longest。",
        "The longest time “{found}” is shorter than the usual one; check usual and longest.",
    ),
    "bad_zone": (
        "HC213",
        "时区“{found}”不存在；请写 IANA 时区名，例如 Asia/Shanghai。",
        "There is no time zone “{found}”; write an IANA name such as Asia/Shanghai.",
    ),
    "bad_currency": (
        "HC213",
        "货币“{found}”不存在；请写 ISO 4217 代码，例如 HKD、CNY。",
        "There is no currency “{found}”; write an ISO 4217 code such as HKD or CNY.",
    ),
}
"""Rule, Chinese and English sentence of each problem code."""
