"""The page's modules, run in Python: folding, stems, slips, packing, snippets, shards."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
import yaml
from tests.rows import rows
from tests.search.corpus import generated, originals
from tests.search.quality import ROOT, engines, files, load

from helpcenter.commands.search import WHYS, show, sites_of
from helpcenter.search.core import without_compounds
from helpcenter.search.documents import sections
from helpcenter.search.engine import Engine
from helpcenter.search.index import build_index
from helpcenter.search.script import Script, common_characters
from helpcenter.search.shapes import LIKENESSES, groups_of_parts
from helpcenter.search.sounds import (
    POLYPHONES,
    attested_readings,
    other_readings,
    syllable_lengths,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))
SMALL = 150
pytestmark = pytest.mark.xdist_group("search")


@pytest.fixture(scope="module")
def script():
    return Script(ROOT)


@pytest.mark.parametrize("case", CASES["stems"], ids=str)
def test_words_of_one_stem(script, case):
    code = "words.map(searchModules['search/text.js'].stem)"
    assert len(set(script.run(code, words=case))) == 1


@pytest.mark.parametrize("case", CASES["edits"], ids=str)
def test_edits(script, case):
    a, b, wanted = case
    assert script.run("searchModules['search/typo.js'].edits(a, b, 3)", a=a, b=b) == wanted


def test_one_slip_is_one_edit(script):
    chance = random.Random(5)
    words = ["".join(chance.choices("ab", k=chance.randrange(7))) for _ in range(90)]
    code = """words.flatMap((a) => words.filter((b) => {
      const { edits, isOneSlip } = searchModules["search/typo.js"];
      return isOneSlip(a, b) !== (edits(a, b, 1) === 1);
    }).map((b) => [a, b]))"""
    assert script.run(code, words=words) == []


@rows("case", CASES["finds"], ids=lambda case: case["q"])
def test_ways_of_typing(case):
    found = engines()[case.get("lang", "zh")].search(case["q"])
    assert case["id"] in [hit.id for hit in found[:3]]


@rows("query", [*CASES["nothing"], *CASES["theirs"]])
def test_nothing_is_found(query):
    assert engines()["zh"].search(query) == []


@pytest.mark.parametrize("query", CASES["ours"])
def test_names_of_others_beside_our_business(query):
    assert engines()["zh"].search(query)


def test_every_prefix_of_a_title_keeps_answering():
    for title, wanted in CASES["halfway"].items():
        for end in range(1, len(title) + 1):
            found = [hit.id for hit in engines()["zh"].search(title[:end])]
            assert found, title[:end]
            assert end < 0.7 * len(title) or wanted in found[:3], title[:end]


LOADING = """(async () => {
  const parts = [];
  const read = async (path) => (parts.push(path), JSON.parse(files[path]));
  const { Engine } = searchModules["search/engine.js"];
  const { FIRST_FILES } = searchModules["search/files.js"];
  await new Engine(read, () => $common).search(query);
  return parts.filter((path) => !path.includes("/") && !FIRST_FILES.includes(path)).sort();
})()"""


@pytest.mark.parametrize("case", CASES["loads"], ids=lambda case: case["q"])
def test_only_tables_that_matter_are_loaded(script, case):
    found = script.run(LOADING, files=files("zh"), query=case["q"])
    assert found == [f"{part}.json" for part in case["parts"]]


def test_what_was_loaded_before_changes_no_result(script):
    queries = [*(case["q"] for case in CASES["loads"]), "提xian", "mony 提"]
    code = """(async () => {
      const { Engine } = searchModules["search/engine.js"];
      const fresh = () => new Engine(async (path) => JSON.parse(files[path]), () => $common);
      const used = fresh();
      for (const query of queries) await used.search(query);
      const differing = [];
      for (const query of queries) {
        const [first, again] = [await fresh().search(query), await used.search(query)];
        if (JSON.stringify(first) !== JSON.stringify(again)) differing.push(query);
      }
      return differing;
    })()"""
    assert script.run(code, files=files("zh"), queries=queries) == []


def test_snippets_show_the_match_without_invisible_characters():
    hit = engines()["zh"].search("提现没到账")[0]
    assert "提现" in hit.snippet and "\u200b" not in hit.snippet


@pytest.mark.parametrize("case", CASES["opens"], ids=lambda case: case["q"])
def test_where_a_result_opens(case):
    hits = engines()[case.get("lang", "zh")].search(case["q"])
    assert [hit.anchor for hit in hits if hit.id == case["id"]] == [case["anchor"]]


SNIPPET = """(() => {
  const { bestSection, marksOf } = searchModules["search/snippet.js"];
  const reasons = terms.map((term) => ({ term, word: term, score: 1 }));
  const marks = marksOf(reasons, { core: { stop: ["没", "了"], meanings: [] } });
  const article = { title: "", description: "答案。", sections: [["a", "", text]] };
  const { parts } = bestSection(article, marks, lang);
  const texts = (some) => some.map((part) => part.text);
  return [texts(parts).join(""), texts(parts.filter((part) => part.hit))];
})()"""


@pytest.mark.parametrize("case", CASES["snippets"], ids=lambda case: case["name"])
def test_snippets(script, case):
    given = {name: case[name] for name in ("lang", "text", "terms")}
    assert script.run(SNIPPET, **given) == [case["shown"], case["hits"]]


def test_anchors_exist():
    for lang in ("zh", "en"):
        documents = {item.id: item for item in originals(lang)[0]}
        for query in (q for q in load("development") if q.lang == lang):
            for hit in engines()[lang].search(query.text):
                assert hit.anchor in {"", *(s.anchor for s in documents[hit.id].sections)}


def test_readings_cover_the_common_characters():
    table = syllable_lengths()
    assert sum(map(int, re.findall(r"\d+", table))) == 3755
    assert len(common_characters()) == 3755
    assert other_readings("重") == "重chong"  # the order of the characters tells zhong


def test_only_living_readings_count_and_their_list_is_fresh():
    assert "hua" not in other_readings("找")
    assert POLYPHONES.read_text("utf-8") == attested_readings() + "\n"


def test_the_list_of_characters_that_look_alike_is_fresh():
    assert LIKENESSES.read_text("utf-8") == " ".join(groups_of_parts()) + "\n"


def test_the_command_line_names_every_way_a_word_is_reached(script):
    weights = script.run("Object.keys(searchModules['search/slots.js'].WEIGHT)")
    assert set(WHYS) == {*weights, "wording"}


def test_the_command_line_says_what_is_not_ours(capsys):
    for lang, said in (
        ("zh", "支付宝（别家的名字或别的行业） | 客服热线"),
        ("en", "支付宝 (another company's"),
    ):
        show(engines()["zh"], "支付宝客服热线", lang)
        assert said in capsys.readouterr().out


@pytest.mark.parametrize("query", ["ti xian", "tixian", "where is my money", "提现", "OKPay 限额"])
def test_letters_alone_are_tried_on_both_sites(query):
    assert sites_of(query) == (("zh",) if re.search("[\u4e00-\u9fff]", query) else ("zh", "en"))


@pytest.mark.parametrize(
    ("group", "left"),
    [
        (["客服", "人工", "人工客服", "客服人员"], ["客服", "人工", "客服人员"]),
        (["人工客服", "客服", "人工"], ["人工客服", "客服", "人工"]),
        (["phone", "number", "phone number", "phonenumber"], ["phone", "number", "phonenumber"]),
        (["手机号", "手机", "号"], ["手机号", "手机", "号"]),
        (["卡", "提", "提卡", "转卡"], ["卡", "提", "转卡"]),
        (["打", "打了", "了打了", "了了"], ["打", "了了"]),
    ],
)
def test_what_other_phrases_of_a_group_make_is_left_out(group, left):
    assert without_compounds([group, ["转卡", "卡号"]], {"号"}, ["了"]) == [left, ["转卡", "卡号"]]


def test_sections_leave_addresses_and_badges_out():
    html = (
        "<p>打 <a data-contact='x'>+1 202</a> 或<b>写</b>信 <i data-search-exclude>示例</i> 。</p>"
        "<h2 id='a'>标题<a class='headerlink'>¶</a></h2><ul><li>甲</li><li>乙</li></ul>"
    )
    first, second = sections(html, {})
    assert first.text == "打 … 或写信。"
    assert sections(html, {"x": "热线"})[0].text == "打热线或写信。"
    assert (second.anchor, second.heading, second.text) == ("a", "标题", "甲\n乙")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_shards_change_no_result(lang):
    sources, words = originals(lang)
    documents = generated(sources, SMALL, lang)
    whole, parts = (_engine(documents, words, lang, shards) for shards in (1, 64))
    sets = [*load("development"), *load("after_tuning")]
    queries = [query.text for query in sets if query.lang == lang]
    queries += ["提", "tix", "ti xian", "txwdz", "withdrawl", "wit", documents[5].title]
    for query in (*queries, *reversed(queries[:20])):
        assert parts.search(query) == whole.search(query), query


def _engine(documents, words, lang, shards):
    script = Script(ROOT)
    index = build_index(documents, words, lang, script, shards)
    assert ("terms" in json.loads(index["core.json"])) == (shards == 1)
    return Engine(script, index)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_many_queries_are_answered_as_one_by_one(lang):
    queries = [query.text for query in load("development") if query.lang == lang][:40]
    single = [[hit.id for hit in engines()[lang].search(query, 5)] for query in queries]
    assert engines()[lang].found(queries, 5) == single
