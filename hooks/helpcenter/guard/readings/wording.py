"""Addresses that a sentence spells in words, parts and separators alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.guard.detectors.not_accounts import ENDINGS
from helpcenter.guard.detectors.suffixes import COMMON, STRONG, top_level
from helpcenter.guard.matching.families import together
from helpcenter.guard.readings.folds import Fold, Pocket, sought
from helpcenter.guard.readings.notations import NOTATIONS
from helpcenter.patterns.words import one_of

_LOCAL = r"(?P<local>(?<![\w@.+-])[A-Za-z0-9][\w.+-]{1,40})"
_HOST = r"@?(?P<host>(?:[A-Za-z0-9][\w-]{0,40}\.){1,4}[A-Za-z]{2,12})(?![\w-])"
_SEP = r"[^\w@\n\u4e00-\u9fff]{0,4}(?:then\s(?:the\s)?|(?<=[\s,])the\s)?"
_AT = (
    r"(?:[aA]\s?[tT]|[aA]|@|艾特|爱特|愛特|艾忒|圈\s?[aA]|小老鼠|小蜗牛|at\s?符号|at\s?号"
    r"|arroba|在|花[aA]|ai\s?te|アットマーク|アット|골뱅이"
    r"|(?i:arr?obase|chiocciola|klammeraffe|apenstaartje|собака)"
    r"|then\s(?:the\s)?at\s(?:sign|symbol)|(?:the\s)?at\s(?:sign|symbol)|猴头|蜗牛|📧"
    r"|✉\ufe0f?|📩|＠)"
)
_DOT = (
    r"(?:[dD]\s?[oO]\s?[tT]|[dD]0[tT]|点儿?|點|dian|punto|ponto|punkt|point|句点|小数点"
    r"|ドット|(?i:point|точка)|full\s?stop|period|\.|。|·)"
)
PROVIDERS = {
    "qq": "qq.com", "腾讯": "qq.com", "163": "163.com", "网易": "163.com", "126": "126.com", "gmail": "gmail.com",
    "谷歌": "gmail.com", "google": "gmail.com", "outlook": "outlook.com", "hotmail": "hotmail.com", "微软": "outlook.com",
    "foxmail": "foxmail.com", "icloud": "icloud.com", "苹果": "icloud.com", "yahoo": "yahoo.com", "雅虎": "yahoo.com",
    "sina": "sina.com", "新浪": "sina.com", "sohu": "sohu.com", "搜狐": "sohu.com", "139": "139.com", "189": "189.cn",
    "proton": "proton.me", "protonmail": "protonmail.com", "aliyun": "aliyun.com", "阿里云": "aliyun.com", "yandex": "yandex.com",
}  # fmt: skip
_PROVIDER = rf"(?P<provider>{one_of(PROVIDERS)})"
_NAME = r"(?P<name>[A-Za-z0-9][\w.-]{4,29})(?![\w@-])"


_SURE = re.compile(
    r"艾特|爱特|愛特|艾忒|圈|鼠|蜗牛|符号|号|sign|symbol|(?i:arr?oba(?:se)?|chiocciola)"
    r"|(?i:klammeraffe|apenstaartje|собака)|花|アット|골뱅이|📧|✉|📩|＠"
    r"|material|猴头|email"
)
_WRAPPED = re.compile(
    r"[\[({（【<《「〔\"'“‘*_~:|]{1,2}\s?(?:a\s?t|@|在"
    r"|a(?=\s?[\])}）】]))\s?[\])}）】>》」〕\"'”’*_~:|]{1,2}",
    re.IGNORECASE,
)
_WEAK = re.compile(r"[-_.~*/|,]{0,2}\s?(?:a\s?t|在|ai\s?te)\s?[-_.~*/|,]{0,2}", re.IGNORECASE)
_WORD = re.compile(
    r"点|點"
    r"|(?<![A-Za-z])(?:d\s?[o0]\s?t|dian|punto|ponto|punkt|point|full\s?stop|period|ドット)"
    r"(?![A-Za-z])",
    re.IGNORECASE,
)
"""Symbols that are sure by themselves, between brackets, or only beside a stop in words."""


def _known(host: str) -> bool:
    return host.rpartition(".")[2].lower() in top_level()


def _spelled(match: re.Match[str]) -> str:
    """Both symbols, or one of them, in words or in brackets."""
    host = re.sub(
        rf"{_SEP}(?:(?<![A-Za-z0-9]){_DOT}(?![A-Za-z0-9])|[.。·点點]){_SEP}", ".", match["spelled"]
    )
    if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) or not _known(host):
        return ""
    word = match["at"].strip()
    if not _SURE.search(word) and not (
        _WRAPPED.fullmatch(word) or (_WEAK.fullmatch(word) and _WORD.search(match["spelled"]))
    ):
        return ""
    return f"{match['local'].rstrip('-_.')}@{host}"


_PICTURE = r"[\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
_NAME_BEFORE = re.compile(r"(?<![\w@.-])[A-Za-z0-9][\w.+-]{1,40}\s?\Z")


_ARROW = re.compile(r"[\u2190-\u21ff]\s")
"""A way through menus, or from one thing to another, is written with arrows and spaces."""
_MAIL = re.compile(r"邮|信箱|mail|@|艾特|write|写信|发到|发至", re.IGNORECASE)


def _pictured(match: re.Match[str]) -> str:
    """Pictures in the places of @ and the stop, between what makes a mailbox."""
    ending = match["tld"].lower()
    name = _NAME_BEFORE.search(match.string, max(0, match.start() - 50), match.start())
    if _ARROW.match(match[0]) and (
        match["tld"][0].isupper()  # a way through menus: Me → Logs → App
        or not _MAIL.search(match.string, max(0, match.start() - 90), match.end())
    ):
        return ""
    return f"{name[0].strip()}@{match['host']}.{ending}" if name and ending in COMMON else ""


_RELATION = re.compile(
    r"后缀|域名|主机|服务器|domain|host|server|suffix|@|\bat\b|[|,;\t]", re.IGNORECASE
)


_PARTS = re.compile(
    r"@|域|服务器|后缀|后面|主机|艾特|圈a|小老鼠|\bdomain\b|\bhost\b|\bserver\b|\bat\b",
    re.IGNORECASE,
)


def _two_parts(match: re.Match[str]) -> str:
    between = match.string[match.end("local") : match.start("host")]
    if not _RELATION.search(between) or "](" in between or match["local"].endswith("."):
        return ""
    return f"{match['local']}@{match['host']}" if _known(match["host"]) else ""


def _provider(match: re.Match[str]) -> str:
    name, provider = match["name"].strip(".-"), match["provider"].lower()
    file = ENDINGS.search(name) is not None  # and names of programs, `Node.js`
    if not re.search(r"[\d_.]", name) or file or _known(name) or name.lower() in PROVIDERS:
        return ""
    return f"{name}@{PROVIDERS[provider]}"


_ARTICLE = re.compile(r"\b(?:the|an?)\s\Z")


def _ending(match: re.Match[str]) -> str:
    ending = match["tld"].lower()
    said = match[0][: match.start("tld") - match.start()]
    if ending not in STRONG and _ARTICLE.search(said):  # “followed by the shop number”
        return ""
    believed = ending in COMMON or said.endswith(".")
    return f"{match['host']}.{ending}" if believed and _known(f"x.{ending}") else ""


_ENDED = re.compile(
    r"后缀|后面|再加|加上|再输入|结尾|末尾|ending|suffix|extension|followed|\+|加\s?[\"“'‘「]?\."
)


def _codes(match: re.Match[str]) -> str:
    return "".join(chr(int(code, 16)) for code in re.findall(r"[0-9A-Fa-f]{4,6}", match[0]))


WORDINGS: tuple[Fold, ...] = (
    Fold("spelled mailbox", re.compile(
        rf"{_LOCAL}(?P<at>{_SEP}(?:(?<![A-Za-z]){_AT}(?![A-Za-z]){_SEP}"
            r"|:(?:material-)?(?:at|email)(?:-outline)?:\s?))"
        rf"(?P<spelled>[A-Za-z0-9][\w-]{{0,40}}(?:{_SEP}(?:(?<![A-Za-z0-9]){_DOT}(?![A-Za-z0-9])"
            rf"|[.。·点點]){_SEP}[A-Za-z0-9][\w-]{{0,40}}){{1,4}})"),
        _spelled, ('desk "at" host "dot" test', "desk@host.test"), "look at this dot on it"),
    Fold("signs for at and dot", re.compile(
        rf"{_PICTURE}\s?(?P<host>[A-Za-z0-9][\w-]{{1,40}}(?:\.[\w-]{{1,40}}){{0,3}})\s?(?:"
            rf"{_PICTURE}"
            rf"|\.)\s?(?P<tld>[A-Za-z]{{2,12}})(?![\w@.-])"),
        _pictured, ("邮箱 kf🐭host-a🔴test", "kf@host-a.test"), "first 🎉 second 🎉 third"),
    Fold("name and domain", re.compile(
        r"(?:前缀|用户名|账号名?|邮箱名|名称|收件人|mailbox|local part|user(?:name)?|name"
            rf"|account|prefix)\W{{0,3}}(?:名|部分|是|为|叫|is|:|：|=){{0,2}}\W{{0,3}}{_LOCAL}"
        rf"[^A-Za-z0-9@\n]{{1,20}}(?:(?:and|the|with|on|at|its|domain|host|server|is|suffix"
            rf"|部分)[^A-Za-z0-9@\n]{{1,12}}){{0,6}}{_HOST}", re.IGNORECASE),
        _two_parts, ("邮箱前缀 desk，后缀 host.test", "desk@host.test"), "用户名 desk，打开页面"),
    Fold("mailbox in parts", re.compile(
        r"(?:邮箱|邮件|信箱|邮址|收件人|用户名|前缀|e-?mail|mailbox|write to"
            rf"|user(?:name)?)[^\n@A-Za-z0-9]{{0,8}}(?:(?:is|the|for|at|are)\s"
            rf"|[\"“'‘「\s:：]){{0,4}}{_LOCAL}(?P<between>[^\n]{{1,24}}?)(?<![\w@.-]){_HOST}"
            rf"(?P<behind>[^\n。]{{0,16}})", re.IGNORECASE),
        lambda m: f"{m['local']}@{m['host']}" if _PARTS.search(m["between"] + " " + m["behind"]) and _known(m["host"]) else "",
        ("收件人填 desk，服务器填 host.test", "desk@host.test"), "邮箱 desk 与 host.test"),
    Fold("halves of a mailbox", re.compile(
        r"(?:邮箱|信箱|邮件|邮址|收件人|@\s?(?:的?前|之前|左))(?:名称?|用户名?|前缀|账号|帐号|地址|号"
            r"|前?半?段|前半|部分|面|边|是|为|填|写|\W){0,4}"
        rf"(?<![\w@.]){_LOCAL}(?:[^\w@]"
            rf"|[。，、；\s]){{1,8}}(?:(?:邮箱|信箱)?"
            r"(?:后半?段|后半|后缀|域名?|主机名?|服务器|服务商)"
            rf"|@\s?(?:的?后|之后|右))(?:名|部分|段|面|边|是|为|填|写|[^\w@]){{0,5}}{_HOST}"),
        lambda m: f"{m['local']}@{m['host']}" if _known(m["host"]) else "",
        ("邮箱名：desk\n\n邮箱后缀：host.test", "desk@host.test"), "邮箱 desk，网址 host.test", ("后", "域", "主机", "服务", "右")),
    Fold("host in parts", re.compile(
        r"(?<![\w@.-])(?P<host>[A-Za-z0-9][A-Za-z0-9-]{2,40})[\"”’」\s]{0,2}(?:和|与|跟|、"
            r"|and)[\"“‘「\s]{0,2}(?P<tld>[a-z]{2,12})[\"”’」\s]{0,2}(?:之间|中间)?\s?(?:用|加上?|以"
            r"|by|with)\s?(?:一个|a )?[\"“‘「]?(?:点|\.|dot|小数点|圆点)"),
        lambda m: f"{m['host']}.{m['tld']}" if _known(f"x.{m['tld']}") else "", ("把 desk-host 和 test 用点连起来", "desk-host.test"), "甲 abc 和 def 用逗号"),
    Fold("ending apart", re.compile(
        r"(?<![\w@.-])(?P<host>[A-Za-z0-9][A-Za-z0-9-]{2,40})[\"”’」\s]{0,2}(?:在前|打头|放前面?"
            r"|[写排站]前面?"
            r"|领头)[，,、；和\s]{0,3}[\"“‘「]{0,2}\.?(?P<tld>[a-z]{2,12})[\"”’」\s]{0,2}(?:在后"
            r"|殿后|收尾|[放写排站]后面?)[^。\n]{0,12}?(?:点|\.)"),
        lambda m: f"{m['host']}.{m['tld']}" if m["tld"] in COMMON else "", ("desk-host 在前，test 在后，中间一点", "desk-host.test"), "甲 abc 在前，乙在后"),
    Fold("ending apart", re.compile(
        r"(?:前面|前半[段截]?|前段|头上?|开头)(?:是|为"
            r"|写)\s?[\"“‘「]{0,2}(?P<host>[A-Za-z0-9][A-Za-z0-9-]{2,40})[\"”’」]{0,2}[，,；;]\s?(?:"
            r"尾巴"
            r"|后面|后半[段截]?|后段|结尾)(?:是|为"
            r"|写)\s?[\"“‘「]{0,2}\.?(?P<tld>[a-z]{2,12})[\"”’」]{0,2}[，,；;][^。\n]{0,8}?(?:点|\.)"),
        lambda m: f"{m['host']}.{m['tld']}" if m["tld"] in COMMON else "", ("前面是 desk-host，尾巴是 test，中间用点隔开", "desk-host.test"), "前面是 abc，后面是空格"),
    Fold("sign between", re.compile(
        rf"(?:@|艾特|at sign|\bat\b)[^\n]{{0,20}}?(?:between|betwixt)\s{_LOCAL}\s?(?:and|&"
            rf"|,)\s?{_HOST}"
        rf"|(?:在|把|将)?\s?(?P<l2>[A-Za-z0-9][\w.+-]{{1,40}})\s?(?:与|和|跟|、|，|,|\s)\s?"
            rf"(?P<h2>(?:[A-Za-z0-9][\w-]{{0,40}}\.){{1,4}}[A-Za-z]{{2,12}})[^\n@a-z]{{0,16}}"
        r"(?:之间|中间|空格|空白|连接处|两者)[^\n]{0,10}(?:@|艾特|圈a)", re.IGNORECASE),
        lambda m: f"{m['local'] or m['l2']}@{m['host'] or m['h2']}", ("在 desk 与 host.test 之间加上@", "desk@host.test"),
        "在 a 与 b 之间加空格", ("@", "艾特", "圈a", "at")),
    Fold("mail provider", re.compile(
        rf"{_PROVIDER}\s?(?:邮箱|邮件|信箱|e?-?mail|mailbox|account|address)?(?:号码?|账号|地址"
            rf"|前缀|名)?[\s:：是为=|-]{{0,3}}(?:is\s|address\s){{0,2}}{_NAME}"
        r"(?<=(?P<how>.))", re.IGNORECASE),
        lambda m: _provider(m) if re.search(r"箱|mail|[:：]|\bis\b", m[0], re.IGNORECASE) else "",
        ("QQ邮箱：10000471", "10000471@qq.com"), "QQ 10000471", ("qq", "QQ", "163", "126", "mail", "ail", "邮", "look", "loud", "ahoo", "139", "189")),
    Fold("at a provider", re.compile(
        rf"{_NAME}\s?(?:的|at|在|@|\(at\)|艾特)\s?{_PROVIDER}(?:\s?(?:邮箱|信箱|mail|点|dot|\.)"
            r"|[\s。，,;.]|$)", re.IGNORECASE),
        _provider, ("write to desk71 at gmail", "desk71@gmail.com"), "look at google", ("的", "at", "AT", "在", "艾特")),
    Fold("ending apart", re.compile(
        r"(?<![\w@.-])(?P<host>[A-Za-z0-9][a-z0-9-]{3,40})(?![\w.@-])[\"”’」》】\s]{0,3}"
            r"[^\w\n]{0,3}(?:后缀"
            r"|后面|后|再加|再输入|加上?|结尾|末尾|域名|is|with|the|an?|ending|suffix|extension|"
        r"followed|by|then|plus|and|add|\+|是|为|输入|跟|接|填|点"
            r"|[\s，,。\"“”'‘’「」：:]){1,14}\.?(?<=[.\s\"“'‘「：:是为加点+上])(?P<tld>[a-z]{2,8})"
            r"(?![\w.@-])"
        r"(?=[^\n]{0,40})"),
        lambda m: ending if (ending := _ending(m)) and _ENDED.search(m[0]) else "",
        ("域名是 desk-host，后缀 .test", "desk-host.test"), "the name is long, with the test; the date followed by the shop",
        hint=_ENDED),
    *NOTATIONS,
    Fold("code points", re.compile(r"(?:[Uu]\+[0-9A-Fa-f]{4,6}[\s,;]{0,2}){5,}"), _codes,
            ("U+0061 U+0040 U+0062 U+002E U+0074 U+0076", "a@b.tv"), "U+0041 U+0042", ("U+", "u+")),
    Fold("table of names", re.compile(
        r"(?:用户|账号|前缀|user|name|account|mailbox"
            r"|local)[^\n|,;\t]{0,12}[|,;\t][^\n]{0,20}(?:域名|后缀|主机|domain|host|server"
            r"|provider)[^\n]{0,40}\n"
        r"(?:[ \t]*\|?[-:| \t]{3,}\n)?[ \t]*\|?[ \t]*(?P<local>[\w.+-]{2,40})[ \t]*[|,;\t][ \t]*"
            r"@?(?P<host>(?:[\w-]{1,40}\.){1,4}[A-Za-z]{2,12})(?![\w-])", re.IGNORECASE),
        _two_parts, ("name,domain\ndesk,host.test", "desk@host.test"), "name,domain\n", ("\n",)),
)  # fmt: skip
together(*(fold.pattern for fold in WORDINGS))


def said(text: str) -> Iterator[Pocket]:
    """Each address that the text takes apart, and the span of the words for it."""
    return sought(WORDINGS, text)
