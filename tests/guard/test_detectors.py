"""Every detector finds its true samples, passes over its false ones, and stays linear."""

import time

import pytest
import tldextract
from tests.rows import rows

from helpcenter.guard.detectors import (
    accounts,
    display_names,
    emails,
    handles,
    hosts,
    loose_names,
    messengers,
    namesakes,
    passphrases,
    persons,
    phones,
    plain_names,
    rooms,
    sessions,
    short_codes,
    strangers,
    suffixes,
    urls,
    wallets,
)
from helpcenter.guard.detectors.behind import ROOM
from helpcenter.guard.detectors.cues import CUES
from helpcenter.guard.detectors.platforms import PLATFORMS

TABLES = {
    "accounts": accounts,
    "display names": display_names,
    "emails": emails,
    "handles": handles,
    "hosts": hosts,
    "loose names": loose_names,
    "messengers": messengers,
    "namesakes": namesakes,
    "plain names": plain_names,
    "passphrases": passphrases,
    "persons": persons,
    "phones": phones,
    "rooms": rooms,
    "sessions": sessions,
    "short_codes": short_codes,
    "strangers": strangers,
    "urls": urls,
    "wallets": wallets,
}
SAMPLES = [
    (table, sample)
    for table in TABLES.values()
    for sample in (*table.TRUE_SAMPLES, *table.FALSE_SAMPLES)
]
HOSTILE = [
    "a.", "a@", "@", "@a", "1 ", "1-", "+1", "00 ", "(4", "400 000 ", "//", "/\\", "https:", "://",
    "http://a", "x.com ", "a.b.com/", "a.测试", "微信 ", "QQ群 ", "aaaaaaa", "中", "a-", "[1]",
    "加V", "微信\nab_cd1\n", "QQ 12 ", "Skype: ", "400-(", "最后一位是5，4000001234 ",
    "会议号", "AnyDesk 1 ", "搜 ab_1", "find a1b2c ", "fu:/￥a", "口令：", "our handle is ",
    "星讯：ab_1 ", "On Foo find ab_1 ", "we're ab_1 ", "软件号", "named Aa Bb ",
    "她找 ab_c1 ", "a.b_c-d.", "微信搜“退中站”", "Google Aa Desk ",
    "支付宝搜“1234”", "personal account 1 ",
    "小破站", "T1aB", "account 1234 ", "转到",
    "okpay", "okpay-", "微信 okpaydesk ",
    "加微信abcde ", "quietdesk ", "find abcdef on line ", "on line under a.bcde ",
]  # fmt: skip
SIZE = 1_000_000
SECONDS = 1.0
"""For a megabyte and one detector."""
TIMES = 10
"""How much longer a loaded machine may take; a quadratic detector takes hours."""


@pytest.fixture(autouse=True)
def ours():
    """The brand and the account that samples are about."""
    token = namesakes.NAMES.set(namesakes.SAMPLED)
    yield
    namesakes.NAMES.reset(token)


@rows(("table", "sample"), SAMPLES, ids=lambda row: f"{row[0].__name__}: {row[1].text}")
def test_sample(table, sample):
    found = tuple(hit.canonical for hit in table.find(sample.text, 0, len(sample.text)))
    assert found == sample.canonical


@rows("table", TABLES.values(), ids=TABLES)
def test_each_table_has_samples_of_both_sorts(table):
    assert all(sample.canonical for sample in table.TRUE_SAMPLES)
    assert not any(sample.canonical for sample in table.FALSE_SAMPLES)
    assert table.TRUE_SAMPLES and table.FALSE_SAMPLES


def test_platform_names_are_known_by_host_or_word():
    assert all(platform.hosts or platform.words for platform in PLATFORMS)


@pytest.mark.parametrize("name", TABLES)
def test_hostile_repeats_take_linear_time(name):
    for piece in HOSTILE:
        text = piece * (SIZE // 20 // len(piece))
        start = time.process_time()
        for _ in TABLES[name].find(text, 0, len(text)):
            pass
        assert time.process_time() - start < TIMES * SECONDS / 20, piece


def test_a_megabyte_of_hostile_text_passes_all_detectors():
    text = "http://a.bc/" * (SIZE // 12)
    start = time.process_time()
    assert sum(1 for _ in urls.find(text, 0, len(text))) > 0
    assert time.process_time() - start < TIMES * SECONDS


@rows("cue", CUES, ids=[cue.platform for cue in CUES])
def test_the_account_of_each_sample_is_a_run_of_signs_of_accounts(cue):
    name = cue.true[1]
    assert name.isascii() and ROOM.search(name)


@pytest.mark.parametrize("words", range(0, 40, 5))
def test_an_account_is_found_behind_the_last_of_many_words(words):
    text = "微信 " * words + "微信：desk_k9，" + "微信 " * words
    assert [hit.canonical for hit in messengers.find(text, 0, len(text))] == ["wechat:desk_k9"]


def test_a_number_is_judged_by_what_stands_around_it_each_time():
    text = "400-000-0199，400-000-0199 元，OK-400-000-0199，400-000-0199"
    assert [hit.start for hit in phones.find(text, 0, len(text))] == [0, 44]


def test_top_level_names_are_those_that_the_package_itself_reads():
    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    names = {name.rpartition(".")[2] for name in extract.tlds}
    assert suffixes.top_level() == names | suffixes.RESERVED
    assert {"com", "cn", "中国"} <= suffixes.top_level()
