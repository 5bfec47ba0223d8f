"""Payment targets near a word for paying: crypto wallets, bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpcenter.guard.matching.families import together
from helpcenter.guard.matching.hits import Hit, Sample
from helpcenter.guard.matching.needed import finder


@dataclass(frozen=True, slots=True)
class Chain:
    """One kind of wallet, as its addresses read."""

    name: str
    address: str


CHAINS: tuple[Chain, ...] = (
    Chain("tron", r"T(?=[A-Za-z0-9]{0,32}\d)[A-Za-z0-9]{32,35}"),
    Chain("ethereum", r"0x[0-9a-fA-F]{40}"),
    Chain("bitcoin", (
        r"bc1[a-z0-9]{25,60}"
        r"|[13](?=[A-Za-z0-9]{0,30}[A-Z])(?=[A-Za-z0-9]{0,30}[a-z])[A-Za-z0-9]{25,34}"
    )),
    Chain("ton", r"(?:EQ|UQ)[A-Za-z0-9_-]{46}"),
    Chain("dogecoin", r"D(?=[A-Za-z0-9]{0,30}\d)(?=[A-Za-z0-9]{0,30}[a-z])[A-Za-z0-9]{33}"),
    Chain("litecoin", r"ltc1[a-z0-9]{25,60}"
                      r"|L(?=[A-Za-z0-9]{0,30}\d)(?=[A-Za-z0-9]{0,30}[a-z])[A-Za-z0-9]{33}"),
)  # fmt: skip
_ADDRESS = re.compile(
    rf"(?<![\w+/=.-])(?:{'|'.join(f'(?P<{chain.name}>{chain.address})' for chain in CHAINS)})"
    r"(?![\w+/=-])"
)
_MONEY = re.compile(
    r"钱包|錢包|充值|转[到至入给账]|转币|提币|打[到至]|汇[到至]|收款|付款|地址|押金|保证金"
    r"|解冻金|USDT|USDC|TRC|ERC|BEP|BTC|ETH|TRX|泰达|比特币|以太坊|链上"
    r"|wallet|deposit|crypto|bitcoin|ethereum|tether|memo\b|\bsend\b|\bpay|transfer|address"
    r"|top[ -]up|\bnetwork\b|\bcoins?\b",
    re.IGNORECASE,
)
_REACH = 100
_NAMED = re.compile(
    r"(?<![\w@./-])[a-z0-9][a-z0-9-]{2,40}\.(?:eth|sol|bnb|ton|crypto|nft|wallet|bit)(?![\w(/.-])"
)
"""Names that wallets find an address by."""
_MOVED = re.compile(
    r"转[到至入给账]|轉[到至入給賬]|打[到至]|汇[到至]|充值?[到至]|USD[TC]|发放|收款"
    r"|\b(?:send|pay|transfer|deposit|top up)\b",
    re.IGNORECASE,
)
"""What is said of money on its way to such a name, near it."""
_CLOSE_BY = 40
_CLAUSE = re.compile(r"[。；;！!？?\n]")
_BANK = re.compile(
    r"(?:(?:[的张]|银行)卡|(?:转数快|轉數快|FPS|PayNow|PayID)[^。\n\d]{0,12}?"
    r"|[钱錢]包(?:[编編][号號]|[号號]|ID)|银行|銀行|[户戶]|[账帐賬帳][号號]|卡号|卡號"
    r"|转账?[到至入给]"
    r"|汇款?[到至入给]|匯款?[到至入給]|打款?[到至入给]|\b(?:account|beneficiary|IBAN|payee)\b"
    r"|\b(?:wire|send|pay|transfer)\b[^.\n]{0,16}\bto(?=\s[A-Z]{2}\d{2}\b))"
    r"[^。\n\d]{0,24}?(?P<account>[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?"
    r"|(?:\d{4}[ -]?){2,4}\d{2,4}|\d{12,20})(?![\w*]|[-.]\d)",
    re.IGNORECASE,
)
"""An account that money is to go to."""
_OWN = re.compile(
    r"(?:(?:个人|私人|本人|自己的?|私)(?:名下)?的?(?:[账帐]户|[账帐]号|银行卡|卡号?|户头?)"
    r"|\b(?:own|personal|private)\s(?:\w+\s)?account\b)[^。\n\d]{0,12}?"
    r"(?P<account>\d(?:[ -]?\d){7,18})(?![\w*]"
    r"|[-.]\d)",
    re.IGNORECASE,
)
"""The account of a person, which may be shorter."""
_TOLD = re.compile(
    r"[转轉][账帐賬帳存]?[到至入给給进進]|[转轉][账帐賬帳]?[^，。]{0,6}[到至进進]|[汇匯]|打款"
    r"|打[到进進給给入]|[转轉][数數]快|FPS|过数|過數|[户戶卡]收|对公|對公|转[钱錢]包"
    r"|付[款到至]|存[入到]|充值?[到至入]|收款[账帐賬帳卡]|安全[账帐賬帳户戶]|[监監]管"
    r"|[挪移搬转轉放](?:[到至入进進]|一[下部]|去)|(?:代管|保管|托管|託管|专用|專用|过渡|過渡"
    r"|保全)[账帐賬帳]?[户戶]"
    r"|transfer|wire|send|pay|deposit|\bmove\b|\bsafe account|holding account|escrow",
    re.IGNORECASE,
)
_SORTED = re.compile(
    r"\bsort code\b[^\n\d]{0,12}(?P<sort>\d\d[ -]?\d\d[ -]?\d\d)\b[^.\n\d]{0,30}?"
    r"(?P<account>\d{8}|\d{4}[ -]\d{4})(?![\w*]|[-.]\d)",
    re.IGNORECASE,
)
"""The two numbers of an account in the United Kingdom."""
_TAG = re.compile(
    r"(?<![\w$])(?P<account>\$(?=[A-Z0-9_-]{0,18}[a-z])[A-Za-z][A-Za-z0-9_-]{2,19})(?![\w$(])"
)
_CASH_APP = re.compile(r"\bcash\s?app\b", re.IGNORECASE)
"""Whose accounts begin with a dollar sign."""
_SAMPLE = re.compile(
    r"测试|示例|例如|样例|沙箱|虚拟|sandbox|\btest\b|example|dummy|e\.g\.", re.IGNORECASE
)
_OTHER = re.compile(
    r"流水|参考|參考|单号|單號|(?<![钱錢]包)[编編][号號]|订单|訂單|凭证|憑證|金额"
    r"|\b(?:reference|order|receipt|ticket|invoice)\b",
    re.IGNORECASE,
)
"""What else has as many digits."""
TRUE_SAMPLES = (
    Sample("Deposit (TRC-20): `TDesk1aDesk2bDesk3cDesk4dDesk5eXX`", ("tron:TDesk1aDesk2bDesk3cDesk4dDesk5eXX",)),
    Sample(f"USDT 转到 0x{'a1' * 20}", (f"ethereum:0x{'a1' * 20}",)),
    Sample("请把 USDT 转到 kf-desk.eth；send it to kf-desk.sol", ("name:kf-desk.eth", "name:kf-desk.sol")),
    Sample("BTC 钱包：bc1qdesk00000000000000000000000000000", ("bitcoin:bc1qdesk00000000000000000000000000000",)),
    Sample("把余额转到安全账户 6222 0000 1234 5678 901", ("bank:6222000012345678901",)),
    Sample("Wire the fee to her own account 012-345678-9", ("bank:0123456789",)),
    Sample("余额先挪进代管户：6217 0000 0000 0031 842", ("bank:6217000000000031842",)),
    Sample("請匯到保管戶，帳號 0000-0000-5527", ("bank:000000005527",)),
    Sample("转钱包，对方钱包编号 0021 0000 0000 4471", ("bank:0021000000004471",)),
    Sample("Wire it to GB00 DESK 0000 0000 0000 01.", ("bank:GB00DESK00000000000001",)),
    Sample("Cash App the same amount to $somedesk.", ("cashapp:$somedesk",)),
    Sample("Move it to a safe account: sort code 00-00-00, account 31926871.", ("bank:00000031926871",)),
    Sample("Transfer the fee to account GB00 DESK 0000 0000 0000 00", ("bank:GB00DESK00000000000000",)),
)  # fmt: skip
FALSE_SAMPLES = (
    Sample("合约 vault.sol 与 Token.sol 经过审计；不要把币转到 .eth 结尾的名字"),
    Sample("转账到银行卡（尾号 1234），单号 20260501123456789012"),
    Sample("Use the sandbox card 4111 1111 1111 1111"),
    Sample(f"sha256 {'a1' * 32}；commit {'b2' * 20}"),
    Sample("The key `TDesk1aDesk2bDesk3cDesk4dDesk5eXX` is random"),
    Sample("转账到银行后，请记下参考号 202405071234"),
    Sample("echo $HOME; in Cash App you pay $5"),
    Sample("Your sort code, 00-00-00, and account 31926871 are on the card."),
    Sample("转账到个人银行卡时核对后四位 3445"),
    Sample("转账到对方卡号，如 6222 **** **** 1234"),
)
together(_ADDRESS, _NAMED, _BANK, _OWN, _SORTED, _TAG, of="prose")


def find(text: str, start: int, end: int) -> Iterator[Hit]:
    """Yield the wallets and accounts of `text[start:end]` that money is to go to."""
    for match in finder(_ADDRESS)(text, start, end):
        around = text[max(start, match.start() - _REACH) : match.start()]
        behind = text[match.end() : min(match.end() + 40, end)]
        if _MONEY.search(around.rpartition("\n\n")[2]) or _MONEY.search(behind):
            yield _hit(f"{match.lastgroup}:{match[0]}", match, 0)
    for match in finder(_NAMED)(text, start, end):
        before = _CLAUSE.split(text[max(start, match.start() - _CLOSE_BY) : match.start()])[-1]
        behind = _CLAUSE.split(text[match.end() : match.end() + _CLOSE_BY])[0]
        if _MOVED.search(before) or _MOVED.search(behind):
            yield _hit(f"name:{match[0]}", match, 0)
    for match in (*finder(_BANK)(text, start, end), *finder(_OWN)(text, start, end)):
        first = max(start, match.start() - 60)
        first = max(first, text.rfind("\n", first, match.start()))
        said = text[first : match.start("account")]
        other = _OTHER.search(text, max(first, match.start("account") - 12), match.start("account"))
        if _TOLD.search(said) and not other and not _SAMPLE.search(said):
            number = re.sub(r"[ -]", "", match["account"])
            yield _hit(f"bank:{number.upper()}", match, "account")
    for match in finder(_TAG)(text, start, end):
        first, last = max(start, match.start() - _REACH), min(match.end() + 40, end)
        if _CASH_APP.search(text, first, last):
            yield _hit(f"cashapp:{match['account'].lower()}", match, "account")
    for match in finder(_SORTED)(text, start, end):
        said = text[max(start, match.start() - _REACH) : match.start()]
        if _TOLD.search(said) and not _SAMPLE.search(said):
            number = re.sub(r"[ -]", "", match["sort"] + match["account"])
            yield _hit(f"bank:{number}", match, "account")


def _hit(canonical: str, match: re.Match[str], group: int | str) -> Hit:
    return Hit("messenger", *match.span(group), canonical, match.end(group))
