"""Hooks, templates and data files are followed to what they come to; ordinary ones are silent."""

import time

import pytest
from tests.guard.helpers import TRUTH, brief, judged, named
from tests.rows import rows

from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import related_files, results
from helpcenter.guard.readings.named_parts import put_together

HOOKS = [
    "class A:\n    u, h = 'fake', 'evil.test'\n    def __str__(self):\n        return f'{self.u}@{self.h}'\nx = str(A())",
    "P = {'a': 'ekaf'[::-1], 'b': 'evil'}\nx = '{a}@{b}.test'.format(**P)",
    "x = '%(a)s@%(b)s.test' % {'a': 'fake', 'b': 'evil'}",
    "from operator import itemgetter as pick\nx = '@'.join(pick(1, 0)(('evil.test', 'fake')))",
    "T = str.maketrans({'#': '@', '0': 'e'})\nx = 'fak0#evil.t0st'.translate(T)",
    "N = 0x66616b65406576696c2e74657374\nx = N.to_bytes((N.bit_length() + 7) // 8, 'big').decode()",
    "def f(v):\n    out = []\n    while v:\n        v, r = divmod(v, 128)\n        out.append(chr(r))\n    return ''.join(out)\nx = f(1765606) + 'e@evil.test'",
    "import itertools as i\nx = ''.join(i.chain.from_iterable(i.zip_longest('fk@vltst', 'aeei.e', fillvalue='')))[:4] + '@evil.test'",
    "class A:\n    name = 'fake'\n    @classmethod\n    def all(cls):\n        return cls.name + '@evil.test'\nx = A.all()",
    "class A:\n    def __init__(self, n):\n        self.n = n\n    @property\n    def all(self):\n        return f'{self.n}@evil.test'\nx = A('fake').all",
    "def parts():\n    yield 'fake'\n    yield from ('@', 'evil.test')\nx = ''.join(parts())",
    "def f(a, *, b='evil.test'):\n    return f'{a}@{b}'\nx = f(a='fake')",
    "import base64, importlib\nx = getattr(importlib.import_module('base64'), 'b32' + 'decode')('MZQWWZKAMV3GS3BOORSXG5A=').decode()",
    "from string import Template\nx = Template('$a@${b}.test').substitute(a='fake', b='evil')",
    "from functools import reduce\nx = reduce(lambda a, b: a + b, ['fake', '@', 'evil.test'])",
    "x = ''.join(w for w, n in sorted({'@evil.test': 2, 'fake': 1}.items(), key=lambda p: p[1]))",
    "import re\nx = re.sub(r'(\\w+)!(\\w+)', r'\\2@\\1.test', 'evil!fake')",
    "x = ''\nfor c in 'fakeXevil.test#':\n    if c == '#':\n        break\n    y = '@' if c == 'X' else c\n    x = globals()['x'] + y",
    "def f(k):\n    match k:\n        case 'a':\n            return 'fake'\n        case 'b' | 'c':\n            return '@'\n    return 'evil.test'\nx = ''.join(map(f, 'abd'))",
    "def f():\n    '''Fake@evil.test'''\nx = f.__doc__.lower()",
]  # fmt: skip
TEMPLATES = [
    "{% macro t(key) %}{{ {'a': 'fake@evil' ~ '.test'}[key] }}{% endmacro %}",
    "{% set ns = namespace(t='') %}{% for c in ['evil.test', '@', 'fake'] %}{% set ns.t = c ~ ns.t %}{% endfor %}{{ ns.t }}",
    "{% macro m(a, b='evil.test') %}{{ caller() }}@{{ b }}{% endmacro %}{% call m(1) %}fake{% endcall %}",
    "{% set x %}{% filter reverse %}tset.live@ekaf{% endfilter %}{% endset %}{{ x }}",
    "{{ '%(b)s@%(a)s' | format(a='evil.test', b='fake') }}{% if a %}{% endif %}",
    "{% with a = 'fake' %}{{ a }}{{ '@' if true }}{{ ['evil', 'test'] | join('.') }}{% endwith %}",
    "{% set r = [{'n': 2, 'v': '@evil.test'}, {'n': 1, 'v': 'fake'}] %}{{ r | sort(attribute='n') | map(attribute='v') | join }}",
    "{% for k, v in {'b': '@evil.test', 'a': 'fake'} | dictsort %}{{ v }}{% endfor %}",
    "{% include 'a.html' %}",
    "{% from 'b.html' import user %}{{ user }}@evil.test",
]
BESIDE = {
    "overrides/a.html": "{% set u = 'fake' %}{{ u }}@evil.test",
    "overrides/b.html": "{% set user = 'fake' %}",
}
SCRIPTS = [
    "e.t = ['fake', 'evil.test'].join(Array(2).join('@'))",
    "e.t = 'fa' + ''.padStart(1, 'k') + 'e' + '@evil.test'",
    "let n = 2076524148638015797514111356859252n, t = ''; while (n > 0n) { t = String.fromCharCode(Number(n % 256n)) + t; n /= 256n; } e.t = t",
    "const a = ['fake', 'x']; a[1] += '@evil.test'; a[1] = a[1].slice(1); e.t = a.join('')",
    "let u = ''; u ||= 'fake'; u &&= u + '@'; e.t = u + 'evil.test'",
    "class A { constructor(n) { this.n = n } get all() { return this.n + '@evil.test' } } e.t = new A('fake').all",
    "class A { static #u = 'fake'; all() { return `${A.u}@evil.test` } } e.t = new A().all()",
    "function* g() { yield 'fake'; yield* ['@', 'evil.test'] } e.t = [...g()].join('')",
    "const t = (s, ...v) => v.reverse().join(s[1]); e.t = t`${'evil.test'}@${'fake'}`",
    "const [, d, u] = /(\\w+)!(\\w+)/.exec('evil!fake'); e.t = u + '@' + d + '.test'",
    "e.t = 'evil!fake'.replace(/(\\w+)!(\\w+)/, '$2@$1.test')",
    "e.t = new TextDecoder().decode(Uint8Array.from([103, 96, 106, 100], n => n ^ 1)) + '@evil.test'",
    "const o = {...{u: 'fake'}, ['d']: 'evil.test'}; e.t = o.u + '@' + o.d",
]  # fmt: skip
DATA = [
    ("a.yml", "c:\n  mailbox: fake\n  provider: evil\n  suffix: test\n", "fake@evil.test"),
    ("a.yml", "b: &b {host: evil, zone: test}\nc:\n  <<: *b\n  user: fake\n", "fake@evil.test"),
    ("a.yml", 'o: "fake\\x40ev\\\n  il.test"\n', "fake@evil.test"),
    ("a.yml", "c: [fake, '@', evil, .test]\n", "fake@evil.test"),
    ("a.md", "---\ncontact:\n  user: fake\n  domain: evil.test\n---\n", "fake@evil.test"),
    ("a.json", '{"mail": {"userName": "fake"}, "mailHost": "evil.test"}', "fake@evil.test"),
    (
        "a.json",
        '{"protocol": "https", "subdomain": "kf", "domain": "evil", "tld": "test"}',
        "https://kf.evil.test",
    ),
    ("a.yml", "kefu: {channel: 微信, head: okpay_, tail: zx77}\n", "微信：okpay_zx77"),
    ("a.yml", "hotline:\n  - 400\n  - '000'\n  - 6518\n", "电话：400-000-6518"),
    ("a.json", '{"area": "400", "exchange": "000", "subscriber": "6518"}', "400-000-6518"),
    ("a.toml", '[mail]\nuser = "fake"\nserver = "evil.test"\n', "fake@evil.test"),
    ("a.toml", 'm = { user = "fake", domain = "evil", tld = "test" }\n', "fake@evil.test"),
    ("a.ini", "[mail]\nuser = fake\nserver = evil\nzone = test\n", "fake@evil.test"),
    ("a.csv", "id,user,domain\n1,fake,evil.test\n", "fake@evil.test"),
    ("a.html", '<a data-user="fake" data-domain="evil" data-tld="test">', "fake@evil.test"),
]
SILENT = [
    ("hooks/a.py", "U = ['B', 'KB']\ndef f(n):\n    for u in U[::-1]:\n        return '{:.1f} {}'.format(n / 1024, u)\n"),
    ("hooks/a.py", "M = dict(zip(range(1, 13), 'Jan Feb Mar'.split()))\nx = '%s %s %s' % ('01', M[3], '2024')\n"),
    ("hooks/a.py", "def mask(v):\n    return v[:3] + '*' * 4 + v[-4:]\nx = mask('138' + '0' * 8)\n"),
    ("hooks/a.py", "import logging\nlog = logging.getLogger('.'.join(('mkdocs', 'plugins', 'okpay')))\n"),
    ("hooks/a.py", "def on_page(html):\n    return html.replace('1000', '1,000').replace('colour', 'color')\n"),
    ("hooks/a.py", "x = 'WeChat ' + ' '.join(['official', 'account'])\n"),
    ("overrides/a.html", "{% for s in ['申请', '审核'] %}{{ loop.index ~ '. ' ~ s }}{% endfor %}"),
    ("overrides/a.html", "{% set r = {'USD': 7.1024} %}{% for c, v in r | dictsort %}{{ c }} {{ '%.4f' | format(v) }}{% endfor %}"),
    ("docs/a.js", "class A { constructor(n) { this.n = n } get d() { return `${this.n}.` } } e.t = new A(1).d"),
    ("docs/a.js", "e.t = n.textContent.replace(/[a-z]/g, c => c.toUpperCase()).replace(/\\s+/g, ' ')"),
    ("docs/a.yml", "d: &d {user: reader, suffix: pdf}\ne:\n  <<: *d\n  host: print\n"),
    ("docs/a.yml", "a: {area: '400', group: '000', unit: CNY}\nmail: {template: welcome, format: html}\n"),
    ("docs/a.yml", "order: {channel: 微信支付, prefix: order_, suffix: '01'}\nsizes:\n  - 400\n  - '000'\n  - 6518\n"),
    ("docs/a.toml", '[build]\nhost = "127.0.0.1"\nport = 8000\nname = "okpay"\nsuffix = "html"\n'),
    ("docs/a.ics", "BEGIN:VCALENDAR\r\nDESCRIPTION:维护期间无法提现\\, 请提前安排。维护后自动恢\r\n 复。\r\nEND:VCALENDAR\r\n"),
]  # fmt: skip
HOSTILE = [
    ("a.py", "x = [0] * 10**9\ny = b'a' * 10**9\nz = 'a'.center(10**9)\n"),
    ("a.py", "x = '{:>99999999}'.format(1) + '%99999999d' % 1 + f'{1:999999999}'\n"),
    ("a.py", "x = [a for a in range(5000) for b in range(5000) for c in range(5000)]\n"),
    ("a.py", "def f(n):\n    return f(n) + f(n)\ny = f('a') + 'b'\n"),
    ("a.py", "x = 'a' * 9000\ny = x.replace('', x)\nz = x.join(x)\nw = (1).to_bytes(10**9, 'big')\n"),
    ("a.py", "import re\nx = re.sub('(a*)*b', 'c', 'a' * 20000)\n"),
    ("a.html", "{% macro m(a) %}{{ m(a) }}{{ m(a) }}{% endmacro %}{{ m(1) }}"),
    ("a.html", "{% for a in range(999) %}{% for b in range(999) %}{% for c in range(999) %}{% endfor %}{% endfor %}{% endfor %}"),
    ("a.html", "{% set x = 'a' * 999999999 %}{{ 'a' | center(999999999) }}{{ [1] | batch(999999999, 'x') }}{{ [1] | slice(999999999) }}"),
]  # fmt: skip


@rows("text", HOOKS)
def test_a_hook_is_followed(text):
    assert "fake@evil.test" in [value.lower() for _, value in brief(judged(text, "hooks/a.py"))]


@pytest.mark.parametrize("text", TEMPLATES)
def test_a_template_is_followed_with_what_it_includes(text, tmp_path):
    for path, inner in BESIDE.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(inner, "utf-8")
    more = related_files.texts(tmp_path, "overrides/main.html", text.encode())
    found = check_bytes("overrides/main.html", text.encode(), TRUTH, more)
    assert "fake@evil.test" in {finding.canonical for finding in found}


def test_a_template_is_followed_with_the_extra_settings(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("extra: {a: {u: fake}, d: [evil, test]}\n", "utf-8")
    for text in (
        "{{ config.extra.a.u }}@{{ config.extra.d | join('.') }}",
        "{% set e = config.extra %}{% for u in e.a.values() %}{{ u }}@{{ e.d[0] }}.{{ e.d[1] }}{% endfor %}",
    ):
        more = related_files.texts(tmp_path, "overrides/a.html", text.encode())
        found = check_bytes("overrides/a.html", text.encode(), TRUTH, more)
        assert "fake@evil.test" in {finding.canonical for finding in found}


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_script_is_followed(text):
    assert "fake@evil.test" in named(text, "docs/a.js")


@rows(("path", "text", "made"), DATA)
def test_parts_under_names_are_put_together(path, text, made):
    assert made in [value for _, _, value in put_together(text, path)]


@rows(("path", "text"), SILENT)
def test_ordinary_programs_and_data_are_silent(path, text):
    found = check_bytes(path, text.encode(), TRUTH)
    assert [(f.rule, f.canonical) for f in found if f.rule in ("HC101", "HC102", "HC103")] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("hooks/a.py", "def f(html):\n    return html.replace('01' * 2 + '00'[2:], str(90 + 9) + '77')\n"),
        ("hooks/a.py", "import re\nP = re.compile('0{1}100')\ndef f(html):\n    return P.sub('99' '77', html)\n"),
        ("hooks/a.py", "import re\ndef f(html):\n    return re.sub(r'01(\\d\\d)', lambda m: str(int(m[1]) + 99) + '77', html)\n"),
        ("hooks/a.py", "def f(html):\n    return '9977'.join(html.split('0100'))\n"),
        ("overrides/a.html", "{{ page.content | replace('0100', '9977') }}"),
        ("docs/a.js", "n.innerHTML = n.innerHTML.replace(/0100/g, m => '99' + '77')"),
    ],
)  # fmt: skip
def test_a_change_to_an_address_of_ours_is_found(path, text):
    changed = text.replace("'01' * 2 + '00'[2:]", "'01' + '00'")
    found = check_bytes(path, changed.encode(), TRUTH)
    assert "+12025559977" in {finding.canonical for finding in found}


def test_no_half_of_a_folded_line_is_judged():
    text = (
        "BEGIN:VCALENDAR\r\nORGANIZER:mailto:supp\r\n ort@okpay.exa\r\n mple\r\nEND:VCALENDAR\r\n"
    )
    assert brief(judged(text, "docs/a.ics")) == [("HC102", "support@okpay.example")]


@pytest.mark.parametrize(("path", "text"), HOSTILE)
def test_hostile_programs_are_bounded(path, text):
    begun = time.monotonic()
    with bounds.watched():
        made = list(results(text, path))
    assert sum(len(value) for _, _, value in made) < 500_000
    assert time.monotonic() - begun < 60


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 100_000, "{a: " * 100_000, "a: &a [*a]\n"])
def test_deep_data_is_read_so_far_and_no_further(text):
    assert list(put_together(text, "a.yml")) == []


def test_a_map_that_merges_others_many_times_is_read_once():
    rows = [f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 4)}], k: 1}}" for i in range(1, 60)]
    assert list(put_together("\n".join(["a0: &a0 {u: x}", *rows]), "a.yml")) == []
