"""Random fakes, disguised once or in chains, planted in our own articles, templates and data."""

from __future__ import annotations

import base64
import random
from pathlib import Path

from tests.guard.helpers import TRUTH

from helpcenter.data.sources import walk
from helpcenter.guard.carriers import refused
from helpcenter.guard.files import opened
from helpcenter.guard.judge import judge
from helpcenter.guard.scan import scan

ROOT = Path(__file__).parents[2]
ADDRESSES = (
    "refund{n}@help-desk.test",
    "400-000-{n:04}",
    "https://refund-{n}.test/a",
    "refund{n}-desk.test",
)
HAN = dict(zip("0123456789", "零一二三四五六七八九", strict=True))


def each(text, change):
    return "".join(map(change, text))


def mixed(chance, change):
    return lambda text, rnd: each(text, lambda c: change(c) if rnd.random() < chance else c)


def inside(text, rnd, piece):
    at = rnd.randrange(1, len(text) - 1)
    return text[:at] + piece + text[at:]


DISGUISES = {
    "references": mixed(0.5, lambda c: f"&#{ord(c)};"),
    "full width": mixed(0.7, lambda c: chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c),
    "zero width": mixed(0.4, lambda c: c + "\u200b"),
    "soft hyphens": mixed(0.4, lambda c: c + "\xad"),
    "bold": lambda text, rnd: inside(text, rnd, "**") + "**",
    "tags": lambda text, rnd: inside(text, rnd, "<b></b>"),
    "comment": lambda text, rnd: inside(text, rnd, "<!-- x -->"),
    "mathematical digits": lambda text, rnd: each(
        text, lambda c: chr(0x1D7CE + int(c)) if c.isdigit() and c.isascii() else c
    ),
    "Cyrillic": lambda text, rnd: text.translate(str.maketrans("aeopcx", "аеорсх")),
    "spelled": lambda text, rnd: text.replace("@", "艾特").replace(".test", "点test"),
    "brackets": lambda text, rnd: text.replace("@", " [at] ").replace(".test", " [dot] test"),
    "Han numerals": lambda text, rnd: each(
        text, lambda c: HAN.get(c, c) if text[0] == "4" else c
    ),
    "right to left": lambda text, rnd: f"\u202e{text[::-1]}\u202c",
    "base64": lambda text, rnd: base64.b64encode(text.encode()).decode(),
    "hexadecimal": lambda text, rnd: text.encode().hex(),
    "escapes": mixed(0.5, lambda c: f"\\u{ord(c):04x}" if ord(c) < 0xFFFF else c),
    "combining": mixed(0.6, lambda c: c + "\u0332" if c.isascii() and c.isalnum() else c),
}  # fmt: skip


def places():
    """Texts of our own to plant in, with their baseline."""
    paths = [f"docs/{path}" for path in walk(ROOT)[0] if path.endswith((".md", "ui.yml"))]
    paths += ["overrides/home.html", "overrides/partials/footer.html"]
    return [(path, (ROOT / path).read_text("utf-8")) for path in paths]


def found(path, text):
    file, code = opened(path, text)
    address = judge(file, scan(text, code, path), TRUTH)
    return {f.id for f in [*address, *refused(path, text)]}


def planted(text, piece, rnd):
    ends = [at for at, char in enumerate(text) if char == "\n"] or [len(text)]
    at = ends[rnd.randrange(len(ends) // 3, len(ends))]
    return f"{text[:at]}\n\n请联系 {piece} 办理\n{text[at:]}"


def missed(rounds, lengths, seed):
    rnd = random.Random(seed)
    texts = [(path, text, found(path, text)) for path, text in rnd.sample(places(), 12)]
    misses = []
    for number in range(rounds):
        path, text, known = texts[number % len(texts)]
        piece = rnd.choice(ADDRESSES).format(n=rnd.randrange(1000, 9999))
        chain = rnd.sample(sorted(DISGUISES), rnd.choice(lengths))
        plain = piece
        for name in chain:
            piece = DISGUISES[name](piece, rnd)
        if not found(path, planted(text, piece, rnd)) - known:
            misses.append((chain, plain, piece))
    return misses


def test_a_single_disguise_never_hides_a_fake():
    assert missed(150, [1], seed=4) == []


def test_chains_of_disguises_hardly_ever_do():
    misses = missed(500, [2, 3], seed=5)
    assert len(misses) <= 15, misses
