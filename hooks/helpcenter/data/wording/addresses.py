"""Mailboxes, hosts, URLs, phones and account names."""

from __future__ import annotations

ADDRESSES: dict[str, tuple[str, str, str]] = {
    "bad_email": (
        "HC213",
        "邮箱“{found}”写法不对；应为 名字@域名，名字只含小写字母、数字和 . _ + -。",
        "“{found}” is not a mailbox; write name@host, the name in small letters, digits and "
        ". _ + -.",
    ),
    "not_lower_case": (
        "HC213",
        "“{found}”里有大写字母；请写成 {lower}。",
        "“{found}” has capital letters; write {lower}.",
    ),
    "bad_host": (
        "HC213",
        "域名“{found}”写法不对；应为完整域名，至少两段，只含字母、数字和连字符，"
        "不带协议、端口、路径或末尾的点。",
        "“{found}” is not a host name; write the full name of at least two parts in letters, "
        "digits and hyphens, without scheme, port, path or final dot.",
    ),
    "host_not_ascii": (
        "HC213",
        "域名“{found}”含非 ASCII 字符；请写它的 ASCII 形式：{ascii}。",
        "“{found}” has characters outside ASCII; write its ASCII form: {ascii}.",
    ),
    "mixed_scripts": (
        "HC213",
        "“{found}”混用了不同文字的字母（“{part}”：{scripts}），看起来像别的地址；"
        "请用键盘重新输入。",
        "“{found}” mixes letters of different scripts (“{part}”: {scripts}) and can pass for "
        "another address; type it again by hand.",
    ),
    "url_not_https": (
        "HC213",
        "网址“{found}”必须以 https:// 开头。",
        "“{found}” must start with https://.",
    ),
    "url_with_user_or_port": (
        "HC213",
        "网址“{found}”不能带用户名（@）或端口（:）。",
        "“{found}” must not hold a user name (@) or a port (:).",
    ),
    "bad_url": (
        "HC213",
        "网址“{found}”含有不允许的字符；非 ASCII 字符和空格请先编码。",
        "“{found}” holds characters that a URL may not; encode spaces and non-ASCII ones.",
    ),
    "bad_handle": (
        "HC213",
        "账号名“{found}”写法不对；应为 2 到 64 个字母、数字、. _ -，开头可有 @。",
        "“{found}” is not an account name; write 2 to 64 letters, digits, . _ -, with or "
        "without @.",
    ),
    "bad_phone": (
        "HC213",
        "电话“{found}”看不懂；请写 E.164：+、国家代码、号码，中间不留空格。",
        "“{found}” is not a phone number; write E.164: +, country code and number without spaces.",
    ),
    "impossible_phone": (
        "HC213",
        "电话“{found}”不可能存在：位数与该国号码规则不符。",
        "“{found}” is not a possible phone number: wrong length for its country.",
    ),
    "phone_not_e164": (
        "HC213",
        "电话“{found}”请写成 E.164：{e164}。",
        "Write “{found}” as E.164: {e164}.",
    ),
}
"""Rule, Chinese and English sentence of each problem code."""
