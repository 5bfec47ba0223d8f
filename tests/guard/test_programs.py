"""Scripts that build an address step by step are worked out; within bounds, whatever they do."""

import pytest
from tests.guard.helpers import named

from helpcenter.guard.matching import bounds
from helpcenter.guard.programs import results
from helpcenter.guard.programs.operators import MAX_TEXT

STEPS = [
    "for (const c of 'tset.live@ekaf') s = c + s; e.t = s",
    "let s = ''; for (let i = 13; i >= 0; i--) s += 'tset.live@ekaf'[i]; write(s)",
    "let s = '', i = 14; while (i--) s += 'tset.live@ekaf'[i]; write(s)",
    "function d(a, k) { var s = ''; for (var i = 0; i < a.length; i++) { s += String.fromCharCode(a[i] ^ k); } return s } e.t = d([97, 102, 108, 98], 7) + '@evil.test'",
    "let s = ''; for (const c of 'fakeXevil.test') { if (c === 'X') s += '@'; else s += c } e.t = s",
    "const out = []; 'fake,@,evil.test'.split(',').forEach(c => { out.push(c) }); write(out.join(''))",
    "e.t = ['test', '.', 'evil', '@', 'fake'].reduceRight((a, b) => a + b)",
    "const o = {b: '@', c: 'evil.test', a: 'fake'}; e.t = Object.keys(o).sort().map(k => o[k]).join('')",
    "e.t = Object.values({3: 'evil.test', 1: 'fake', 2: '@'}).join('')",
    "e.t = Object.entries({b: '@evil.test', a: 'fake'}).sort(([a], [b]) => a < b ? -1 : 1).map(([k, v]) => v).join('')",
    "e.t = [[2, '@evil.test'], [1, 'fake']].sort((a, b) => a[0] - b[0]).map(p => p[1]).join('')",
    "e.t = [...'gblfAfwjm/uftu'].map(c => String.fromCharCode(c.charCodeAt(0) - 1)).join('')",
    "e.t = Array.from({length: 14}, (_, i) => 'tset.live@ekaf'[13 - i]).join('')",
    "const {u, d} = {u: 'fake', d: 'evil.test'}; e.t = `${u}@${d}`",
    "const [u, , d] = 'fake|x|evil.test'.split('|'); e.t = u + '@' + d",
    "const m = new Map([['a', 'fake'], ['b', '@evil.test']]); e.t = m.get('a') + m.get('b')",
    "const f = (...parts) => parts.join(''); e.t = f('fake', '@', 'evil.test')",
    "(function (a, b) { document.write(a + '@' + b) })('fake', 'evil.test')",
    "e.t = String.fromCharCode.apply(null, [102, 97, 107, 101, 64]) + 'evil.test'",
    "e.t = new URL('https://okpay.example/?q=fake%40evil.test').searchParams.get('q')",
    "e.t = Function('return \"fake@\" + \"evil.test\"')()",
    "var p = ['evil.test', 'fake']; (function (a) { a.push(a.shift()) })(p); e.t = p[0] + '@' + p[1]",
    "e.t = '66616b65406576696c2e74657374'.replace(/../g, h => String.fromCharCode('0x' + h))",
    "e.t = String.raw`fake${'@'}evil.test`",
]  # fmt: skip
PAGES = [
    "<b id=s><!--fake|evil.test--></b><script>d = document.getElementById('s'); d.t = d.firstChild.data.replace('|', '@')</script>",
    "<b id=s data-mail-user=fake title=evil.test></b><script>d = document.querySelector('#s'); d.t = d.dataset.mailUser + '@' + d.title</script>",
    "<b data-u=fake data-at='@evil.test' onclick='go(this.dataset.u + this.dataset.at)'>x</b>",
    "<input name=fake value='evil.test' onfocus='t = event.target; go(`${t.name}@${t.value}`)'>",
    "<b class=s>tset.live@ekaf</b><script>d = document.querySelector('.s'); d.t = d.textContent.split('').reverse().join('')</script>",
]


@pytest.mark.parametrize("text", STEPS)
def test_steps_are_run(text):
    assert "fake@evil.test" in named(text, "a.js")


@pytest.mark.parametrize("text", PAGES)
def test_elements_that_a_script_reads_are_known(text):
    made = [text for _, _, text in results(text, "a.html")]
    assert "fake@evil.test" in made


ENDLESS = [
    ("let s = 'a'; while (true) { s += s } write(s)", ""),
    ("let s = ''; for (let i = 0; i < 1e9; i++) s += 'x'; write(s)", ""),
    ("function f(n) { let s = ''; for (const c of 'abcdef') { s += f(n) + f(n) } return s } e.t = f('a') + 'b'", "> 200000 steps of a program"),
    ("const a = []; for (const c of 'x'.repeat(9000)) a.push(a); e.t = a.join('') + 'b'", ""),
    ("e.t = Array(1e9).fill('a').join('') + 'b'; e.u = 9 ** 9 ** 9 + 'a'", ""),
    ("for (;;) {} for (const x of) {} while () ; const { = 1; [..., x] => a + 'b'", ""),
    ("x => { return [...'a'].map(" * 60, "a tangled program"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ENDLESS)
def test_programs_without_end_are_bounded_and_say_so(text, said):
    with bounds.watched() as met:
        made = list(results(text, "a.js"))
    assert all(len(value) <= MAX_TEXT for _, _, value in made)
    assert list(met) == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("x = '{1}@{0}'.format('evil.test', 'fake')", "fake@evil.test"),
        ("x = '{}@{}'.format('fake', 'evil.test')", "fake@evil.test"),
        ("x = '{}@evil.test{}{5}'.format('fake')", "fake@evil.test"),
        ("x = 'fake@%s%s' % 'evil.test'", "fake@evil.test"),
    ],
)
def test_places_in_a_text_are_filled_by_number_and_without_what_is_missing(text, made):
    assert made in named(text, "hooks/a.py")


PATTERN = "import re\nP = re.compile('fake' + '@evil.' + 'test')\n"


@pytest.mark.parametrize(
    "shown",
    [
        "show(P.pattern)",
        "show(P)",
        "show(f'<p>{P.pattern}</p>')",
        "show(getattr(P, 'pattern')[::1])",
    ],
)
def test_a_pattern_of_python_is_read_where_it_is_shown(shown):
    assert [made for *_, made in results(PATTERN, "a.py")] == []
    assert "fake@evil.test" in " ".join(made for *_, made in results(PATTERN + shown, "a.py"))


def test_what_stands_between_walls_is_told_once_with_what_is_around_it():
    made = [text for *_, text in results("show('a@' + x + f'evil.{y}test' + z)", "a.py")]
    assert [text for text in made if len(text) > 1] == ["a@\ufffcevil.\ufffctest\ufffc"]
