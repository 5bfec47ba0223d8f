"""What a program says to people is read as people read it; its code is not."""

from tests.guard.helpers import named
from tests.rows import rows

from helpcenter.guard.readings.prose import prose_of

SAID = [
    ("a.py", 'show("发邮件到 fake#evil.test，把 # 换成 @")\n'),
    ("a.py", 'show("""\n客服邮箱：fake#evil.test\n（把 # 换成 @）\n""")\n'),
    ("a.py", 'show("客服邮箱：fake#evil.test")\nn = 1\nshow("（把 # 换成 @）")\n'),
    ("a.py", "# 客服邮箱：fake#evil.test，把 # 换成 @\nn = 1\n"),
    ("a.js", "show(`客服邮箱：fake#evil.test\n把 # 换成 @ ${n}`);\n"),
    ("a.js", 'show("客服邮箱：fake#evil.test", "把 # 换成 @");\n'),
    ("a.js", "const a = /[\"']/.test(n); show('客服邮箱：fake#evil.test，把 # 换成 @');\n"),
    ("a.js", 'if (/"/.test(n)) return /`/g; show("客服邮箱：fake#evil.test，把 # 换成 @");\n'),
    ("a.html", "<!-- 客服邮箱：fake#evil.test，把 # 换成 @ --><p>{{ page.title }}</p>\n"),
    ("a.svg", "<svg><text>客服邮箱：fake#evil.test，把 # 换成 @</text></svg>\n"),
]


@rows(("path", "text"), SAID)
def test_instructions_in_the_texts_of_a_program_are_carried_out(path, text):
    assert "fake@evil.test" in named(text, path)


def test_code_is_no_prose_and_every_text_knows_its_place():
    program = "a = f('x', \"y\")  # z\n\n\nif b:\n    c = '''d\ne'''\n"
    prose = prose_of(program, "a.py")
    assert prose.text == " 'x' \"y\" # z\n\n'''d\ne'''"
    for text in ("'x'", '"y"', "# z", "'''d\ne'''"):
        start = prose.text.index(text)
        first, last = prose.raw(start, start + len(text))
        assert program[first:last] == text
