"""Programs of three languages make one mailbox, each with another thing of its language."""

from tests.rows import rows

from helpcenter.guard.programs import results

MAIL = "fake@evil.test"
SCRIPTS = [
    "class A { constructor(u) { this.u = u } toString() { return this.u + '@evil.test' } } e.t = `${new A('fake')}`",
    "const {a: {b: u}, c: [d]} = {a: {b: 'fake'}, c: ['evil.test']}; e.t = u + '@' + d",
    "const {u = 'fake', d = 'evil.test'} = {}; e.t = `${u}@${d}`",
    "const f = (u = 'fake', d = 'evil.test') => `${u}@${d}`; e.t = f()",
    "function f(u, d = 'evil.test') { return u + '@' + d } e.t = f('fake')",
    "e.t = ((a) => (b) => a + '@' + b)('fake')('evil.test')",
    "const c = f => g => x => f(g(x)); e.t = c(x => x + '.test')(x => x + '@evil')('fake')",
    "const m = new Map([['fake', 1], ['evil.test', 2]]); let s = []; m.forEach((v, k) => s.push(k)); e.t = s.join('@')",
    "const p = new URLSearchParams(); p.append('u', 'fake'); p.append('d', 'evil.test'); e.t = p.get('u') + '@' + p.get('d')",
    "const f = new FormData(); f.append('u', 'fake'); e.t = f.get('u') + '@evil.test'",
    'const v = new DataView(new ArrayBuffer(14)); [102,97,107,101,64,101,118,105,108,46,116,101,115,116].forEach((b, i) => v.setUint8(i, b)); e.t = new TextDecoder().decode(v)',
    "e.append('fake', '@', 'evil.test')",
    "document.write('fake'); document.write('@evil.test')",
    "e.append('fake'); e.append('@'); e.append('evil.test')",
    "new Promise(r => r('fake')).then(u => { e.t = u + '@evil.test' })",
    "e.t = ['fake', , 'evil.test'].filter(Boolean).join('@')",
    "var _0x1 = ['evil.test', 'fake']; var _0x2 = function (i) { i = i - 0x10; return _0x1[i] }; e.t = _0x2('0x11') + '@' + _0x2('0x10')",
    "customElements.define('x-y', class extends HTMLElement { connectedCallback() { this.textContent = this.u() + '@evil.test' } u() { return 'fake' } })",
    "const u = Symbol('fake'); e.t = u.description + '@evil.test'",
    "globalThis.u = 'fake'; window.d = 'evil.test'; e.t = u + '@' + d",
    "const x = {u: 'fake', d: 'evil.test'}; Object.defineProperty(x, 'm', {get() { return this.u + '@' + this.d }}); e.t = x.m",
    "const f = function () { return [].slice.call(arguments).join('') }; e.t = f('fake', '@', 'evil.test')",
    "const f = (a, b) => a + '@' + b; e.t = f.bind(null, 'fake')('evil.test')",
    "const f = (a, b) => a + '@' + b; e.t = f.call(null, 'fake', 'evil.test')",
    "const f = (a, b) => a + '@' + b; e.t = f.apply(null, ['fake', 'evil.test'])",
]  # fmt: skip
PYTHON = [
    "from typing import NamedTuple\nclass P(NamedTuple):\n    u: str\n    d: str = 'evil.test'\nx = '{0.u}@{0.d}'.format(P('fake'))",
    "def f(*a, **k):\n    return '@'.join([*a, *k.values()])\nx = f('fake', d='evil.test')",
    "a, *b = 'fake', 'evil', 'test'\nx = a + '@' + '.'.join(b)",
    "class A:\n    def __init__(self, u):\n        self.u = u\n    def __str__(self):\n        return self.u + '@evil.test'\nx = str(A('fake'))",
    "class A:\n    u = 'fake'\n    def __format__(self, spec):\n        return self.u + '@' + spec\nx = format(A(), 'evil.test')",
    "class A:\n    def __call__(self, u):\n        return u + '@evil.test'\nx = A()('fake')",
    "class A:\n    def __getattr__(self, n):\n        return n + '@evil.test'\nx = A().fake",
    "class A:\n    def __getitem__(self, n):\n        return n + '@evil.test'\nx = A()['fake']",
    "class A(dict):\n    def __missing__(self, n):\n        return n + '@evil.test'\nx = A()['fake']",
    "class A:\n    def __add__(self, o):\n        return 'fake@' + o\nx = A() + 'evil.test'",
    "x = '@'.join(sorted(['fake', 'evil.test'], key=len))",
    "x = (lambda u: lambda d: u + '@' + d)('fake')('evil.test')",
    "import re\nm = re.match(r'(?P<d>\\S+) (?P<u>\\w+)', 'evil.test fake')\nx = m['u'] + '@' + m.group('d')",
    "from itertools import cycle\nx = ''.join(chr(a ^ b) for a, b in zip([103, 99, 106, 103, 65, 103, 119, 107, 109, 44, 117, 103, 114, 118], cycle([1, 2])))",
    "P = ('fake', 'evil.test')\nmatch P:\n    case (u, d):\n        x = u + '@' + d",
    "match {'u': 'fake'}:\n    case {'u': u}:\n        x = u + '@evil.test'",
    "def deco(f):\n    def w():\n        return f() + '@evil.test'\n    return w\n@deco\ndef m():\n    return 'fake'\nx = m()",
    "class A:\n    u = 'fake'\nclass B(A):\n    def m(self):\n        return self.u + '@evil.test'\nx = B().m()",
    "import io\nb = io.StringIO()\nb.write('fake')\nb.write('@evil.test')\nx = b.getvalue()",
    "import builtins\nx = builtins.chr(102) + 'ake@evil.test'",
    "import os\nos.environ['U'] = 'fake'\nx = os.environ['U'] + '@evil.test'",
    "import os\nos.environ['U'] = 'fake'\nx = os.getenv('U') + '@evil.test'",
    "import os\nx = os.path.expandvars('fake') + '@evil.test'",
]  # fmt: skip
TEMPLATES = [
    "{{ '{}@{}'.format('fake','evil.test') }}",
    "{{ dict(u='fake').u }}@evil.test",
    "{{ joiner('@') and 'fake@evil.test' }}",
    '{{ [\'fake\',\'evil.test\']|tojson|replace(\'", "\',\'@\') }}',
    "{{ [102,97]|map('string')|join and 'fake@evil.test' }}",
    "{{ lipsum and 'fake' ~ '@evil.test' }}",
    "{{ [{'n':'fake'},{'n':'evil.test'}]|join('@', attribute='n') }}",
]  # fmt: skip


def made(text, path):
    return [value for _, _, value in results(text, path)]


@rows("text", SCRIPTS)
def test_scripts(text):
    assert any(MAIL in value for value in made(text, "a.js"))


@rows("text", PYTHON)
def test_python(text):
    assert any(MAIL in value for value in made(text, "a.py"))


@rows("text", TEMPLATES)
def test_templates(text):
    assert any(MAIL in value for value in made(text, "overrides/a.html"))
