"""Printed pages: everything unfolded, dark ink on white paper, the official host and the day."""

from __future__ import annotations

import pypdfium2
import pytest
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.build]
SCHEMES = ["light", "dark"]
SCREEN_ONLY = (
    *("有帮助吗", "相关文章", "本页内容"),
    *("Wasthishelpful", "Relatedarticles", "Onthispage"),
)


def paper(browser: Browser, url: str, scheme: str, scripts: bool = True) -> pypdfium2.PdfDocument:
    context = browser.new_context(color_scheme=scheme, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(url, wait_until="load")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    context.close()
    return document


def text_of(document: pypdfium2.PdfDocument) -> str:
    pages = (document[i].get_textpage().get_text_bounded() for i in range(len(document)))
    return "".join("".join(text.split()) for text in pages)


@pytest.mark.parametrize("scripts", [True, False])
def test_folded_answers_are_printed(browser, host, scripts):
    text = text_of(paper(browser, f"{host}contact/later/", "light", scripts))
    assert "折叠的回答" in text


@pytest.mark.parametrize(
    ("path", "host_line", "dated"),
    [
        ("emergency/", "本站官方网址：help.okpay.example", "这张纸上的内容更新于"),
        ("en/emergency/", "Officialaddressofthissite:help.okpay.example", "Thisprintoutisasof"),
    ],
)
def test_host_and_day_are_printed(browser, host, path, host_line, dated):
    text = text_of(paper(browser, host + path, "light"))
    assert host_line in text
    assert dated in text
    assert "2026" in text.partition(dated)[2][:40]
    for screen_only in SCREEN_ONLY:
        assert screen_only not in text


@pytest.mark.parametrize("path", ["emergency/", "en/emergency/"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_emergency_list_fits_on_one_sheet_in_either_scheme(browser, host, scheme, path):
    document = paper(browser, host + path, scheme)
    assert len(document) <= 2  # both sides
    for number in range(len(document)):
        grey = document[number].render(scale=0.5).to_pil().convert("L")
        counts = grey.histogram()
        assert sum(counts[200:]) / sum(counts) > 0.85  # mostly white: no dark panels
