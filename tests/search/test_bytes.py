"""What a search sends: numbers as text, files that belong together, scripts in one scope."""

from __future__ import annotations

import random

import pytest
from tests.search.quality import ROOT

from helpcenter.search.bundles import box_script, bundled
from helpcenter.search.modules import MODULES
from helpcenter.search.script import Script

pytestmark = pytest.mark.xdist_group("search")
BORDERS = [0, 1, 38, 39, 40, 77, 78, 1558, 1559, 1560, 1561, 60_878, 60_879, 99_999, 7]
OF_ADDRESSES = set('0123456789@.:/\\" ')
WRITTEN = """(() => {
  const { Writer } = searchModules["search/writing.js"];
  const { Numbers } = searchModules["search/numbers.js"];
  const writer = new Writer();
  for (const [kind, number] of pairs) writer.write(kind, number);
  const text = writer.closed();
  const reader = new Numbers(text);
  return { text, read: pairs.map(([kind]) => [kind, reader.number(kind)]) };
})()"""


@pytest.fixture(scope="module")
def script():
    return Script(ROOT)


def test_packed_numbers_come_back(script):
    module = "searchModules['search/postings.js']"
    assert script.run(f"{module}.unpack({module}.pack(numbers))", numbers=BORDERS) == BORDERS


def test_packed_numbers_look_like_no_address(script):
    module = "searchModules['search/postings.js']"
    packed = script.run(f"{module}.pack(numbers)", numbers=list(range(9_000)))
    assert not set(packed) & OF_ADDRESSES


@pytest.mark.parametrize("most", [1, 2, 5, 300, 70_000])
@pytest.mark.parametrize("count", [0, 1, 3000])
def test_coded_numbers_come_back_and_look_like_no_address(script, most, count):
    chance = random.Random(most)
    pairs = [[chance.randrange(4), min(chance.randrange(most), 5)] for _ in range(count)]
    pairs += [[9, chance.randrange(most)] for _ in range(count)] + [[0, n] for n in BORDERS]
    found = script.run(WRITTEN, pairs=pairs)
    assert found["read"] == pairs
    assert not set(found["text"]) & OF_ADDRESSES


def test_numbers_that_say_little_cost_little(script):
    rare = [[0, int(n % 50 == 0)] for n in range(5000)]  # 0.14 bits each
    assert len(script.run(WRITTEN, pairs=rare)["text"]) < 5000 * 0.16 / 6


MOVED = """(async () => {
  const { Engine } = searchModules["search/engine.js"];
  const asked = [];
  const read = async (path, version) => {
    asked.push([path, version ?? null]);
    const fresh = version ? again : early;
    if (path === "core.json") return { version: "b", lang: "zh", count: 0, shards: 2, brand: [],
      stop: "", meanings: "", oneWay: [], words: "", pairs: "", others: [], foreigns: 1 };
    return { version: fresh };
  };
  const state = await new Engine(read, () => $common).ready().then(() => "ready", String);
  return { state, asked };
})()"""


@pytest.mark.parametrize(
    ("early", "again", "state", "times"),
    [
        ("b", "", "ready", 2),
        ("a", "b", "ready", 3),  # the site was renewed between the two
        ("a", "a", "Error: two versions of the index", 3),
    ],
)
def test_files_of_two_versions_are_not_mixed(script, early, again, state, times):
    found = script.run(MOVED, early=early, again=again)
    assert found["state"] == state
    assert len(found["asked"]) == times


def test_modules_of_one_scope_share_no_name(tmp_path):
    folder = tmp_path / "search"
    folder.mkdir()
    box = 'import { f } from "./a.js";\nimport { g } from "./b.js";\nf(g);\n'
    (folder / "box.js").write_text(box)
    (folder / "a.js").write_text("const same = 1;\nexport function f() { return same; }\n")
    (folder / "b.js").write_text("export function g() { return same; }\nfunction same() {}\n")
    with pytest.raises(ValueError, match=r"same is declared in search/a\.js and in search/b\.js"):
        box_script(tmp_path)


def test_every_module_is_published_in_one_script():
    modules = ROOT / MODULES
    own = {f"search/{path.name}" for path in (modules / "search").glob("*.js")}
    assert own <= set(bundled(modules))
