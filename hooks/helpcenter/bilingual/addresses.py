"""HC411 lost address / 丢失的网址.

Readers bookmark pages, and banks, forums and search engines link to them. An address that was once
published (`_data/addresses.yml`) must stay a page or redirect to one. `helpcenter rename`
keeps both lists; `helpcenter fix` adds the addresses of new pages.
发布过的网址要么一直有页面，要么跳转到新的页面。

Bad / 错: `git mv fees-overview.md overview.md` alone
错: 只运行了 `git mv fees-overview.md overview.md`
Good / 对: `helpcenter rename fees/fees-overview fees/overview`
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from helpcenter.bilingual.urls import page_url
from helpcenter.data.models.addresses import AddressesFile
from helpcenter.data.problems import did_you_mean
from helpcenter.model import Finding, Position, Severity, Text

FILE = "docs/_data/addresses.yml"


def page_addresses(chinese: Collection[str]) -> list[str]:
    """Addresses of the Chinese pages (files below docs/), sorted; the home page is left out."""
    return sorted(filter(None, (page_url(path, "zh") for path in chinese)))


def check(addresses: AddressesFile, chinese: Collection[str], text: str) -> Iterator[Finding]:
    """HC411: lost addresses, redirects to nowhere or over a page, pages not yet listed.

    Args:
        addresses: the record file.
        chinese: Chinese pages that exist.
        text: the record file as written, for positions.
    """
    pages = page_addresses(chinese)
    for address in addresses.published:
        if address not in pages and address not in addresses.redirects:
            message = Text(f"网址 {address} 没有页面了", f"the address {address} leads nowhere now")
            near = did_you_mean(address, pages)
            zh, en = "在 redirects 里写明去向", "say under redirects where it has gone"
            hint = Text(f"{zh}；{near.zh}", f"{en}. {near.en}") if near.en else Text(zh, en)
            yield _finding(text, address, message, hint)
    for old, new in addresses.redirects.items():
        if new not in pages:
            message = Text(
                f"跳转的去处 {new} 不存在", f"the redirect leads to {new}, which is no page"
            )
            yield _finding(text, old, message, did_you_mean(new, pages))
        if old in pages:
            message = Text(f"{old} 有页面，不能跳转", f"{old} is a page and cannot be a redirect")
            yield _finding(text, old, message, Text("删去这条跳转", "remove the redirect"))
    for address in pages:
        if address not in addresses.published:
            message = Text(f"{address} 还没有登记", f"{address} is not listed yet")
            hint = Text("运行 helpcenter fix", "run `helpcenter fix`")
            yield _finding(text, address, message, hint, warn=True)


def _finding(text: str, address: str, message: Text, hint: Text, *, warn: bool = False) -> Finding:
    offset = max(text.find(address), 0)
    return Finding(
        rule="HC411",
        path=FILE,
        message=message,
        position=Position.at(text, offset),
        severity=Severity.WARNING if warn else Severity.ERROR,
        kind="address",
        found=address,
        suggestion=hint,
    )


def listed(text: str, addresses: AddressesFile, new: Collection[str]) -> str:
    """The record file with `new` addresses added to the list of published ones, sorted."""
    missing = [address for address in new if address not in addresses.published]
    if not missing:
        return text
    every = sorted([*addresses.published, *missing])
    head, _, rest = text.partition("published:")
    tail = "".join(
        line for line in rest.splitlines(keepends=True)[1:] if not line.lstrip().startswith("- ")
    )
    return f"{head}published:\n" + "".join(f"  - {item}\n" for item in every) + tail
