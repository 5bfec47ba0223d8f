"""Which rule speaks about which text; silence is asserted too."""

from pathlib import Path

from tests.guard.helpers import TRUTH, brief, judged
from tests.rows import rows

from helpcenter.guard import rules
from helpcenter.guard.records.truth import Official, Truth


@rows(
    ("text", "expected"),
    [
        ("请访问 https://evil.test/x", [("HC101", "https://evil.test/x")]),
        ("support@okpay.example", [("HC102", "support@okpay.example")]),
        ("Support@OKPAY.example", [("HC102", "support@okpay.example")]),
        ("support+cn@okpay.example", [("HC103", "support+cn@okpay.example")]),
        ("old@okpay.example", [("HC105", "old@okpay.example")]),
        ("(202) 555-0100", [("HC102", "+12025550100")]),
        ("https://OKPAY.example:443/a", [("HC102", "https://okpay.example/a")]),
        ("http://okpay.example/a", [("HC103", "http://okpay.example/a")]),
        ("https://okpay.example:8443/", [("HC103", "https://okpay.example:8443/")]),
        ("https://a@okpay.example/", [("HC103", "https://okpay.example/")]),
        ("https://okpay.example@evil.test/", [("HC101", "https://evil.test/")]),
        ("https://okpay.example&#64;evil.test/", [("HC101", "https://evil.test/")]),
        ("https://okpay.example/?to=https%3A%2F%2Fevil.test", [("HC101", "https://evil.test/")]),
        ("https://evil.test/?to=https://b.test/", [("HC101", "https://evil.test/?to=https://b.test/")]),
        ("https://evil.test/?a=1&amp;b=2", [("HC101", "https://evil.test/?a=1&b=2")]),
        ("m.okpay.example", [("HC103", "m.okpay.example")]),
        ("okpay.example", [("HC102", "okpay.example")]),
        ("关注 X @okpay_demo", [("HC102", "x:@okpay_demo")]),
        ("https://twitter.com/okpay_demo", [("HC102", "x:@okpay_demo")]),
        ("https://x.com/okpay_dem0", [("HC103", "x:@okpay_dem0")]),
        ("mailto:support@okpay.example?cc=b@evil.test",
         [("HC102", "support@okpay.example"), ("HC101", "b@evil.test")]),
        ("[外站](https://listed.test/page)", []),
        ("https://listed.test/other", [("HC101", "https://listed.test/other")]),
        ("https://whole.test/any/page", []),
        ("whole.test/any", []),
        ("https://code.test/us/help/edit/main/a.md?x=1#y", []),
        ("https://code.test/us/helpers", [("HC101", "https://code.test/us/helpers")]),
        ("https://code.test/us/help/../evil", [("HC101", "https://code.test/us/help/../evil")]),
        ("https://code.test/us/help/%2e%2e/evil", [("HC101", "https://code.test/us/help/../evil")]),
        ("https://code.test:81/us/help/a", [("HC101", "https://code.test:81/us/help/a")]),
        ("https://root.test/", []),
        ("https://root.test/any", [("HC101", "https://root.test/any")]),
        ("{{ contact(\"support-email\") }} 与 {{ ui(\"sign_in\") }}", []),
        ("`okpay-kefu.top`", [("HC103", "okpay-kefu.top")]),
        ("`session.me.id`", []),
        ("a@evil.test 再写 a@evil.test", [("HC101", "a@evil.test")]),
    ],
)  # fmt: skip
def test_markdown(text, expected):
    assert brief(judged(text)) == expected


def test_impostors_are_known_by_address_and_by_host():
    class Fake:
        def __init__(self, kind, value):
            self.kind, self.value = kind, value

    from helpcenter.data.models.trust import ImpostorKind as Kind

    fakes = [Fake(Kind.EMAIL, "A@fake.test"), Fake(Kind.URL, "https://bad.test/")]
    truth = Truth.of([], [], impostors=fakes)
    found = brief(judged("a@fake.test https://bad.test/x b@fake.test", truth=truth))
    assert [rule for rule, _ in found] == ["HC104", "HC104", "HC101"]


def test_machine_places_need_no_mark_but_must_be_ours():
    assert brief(judged("site_url: https://okpay.example/", "mkdocs.yml")) == []
    assert brief(judged("site_url: https://evil.test/", "mkdocs.yml")) == [
        ("HC101", "https://evil.test/")
    ]
    canonical = '<link rel="canonical" href="https://okpay.example/a">'
    assert brief(judged(canonical, "a/index.html")) == []
    assert brief(judged(canonical.replace("canonical", "next"), "a/index.html")) == [
        ("HC102", "https://okpay.example/a")
    ]


def test_names_of_vocabularies_are_no_addresses_but_text_is():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M400 000 1234"/></svg>'
    assert judged(svg, "a.svg") == []
    assert brief(judged("<p>http://www.w3.org/2000/svg</p>", "a.html")) == [
        ("HC101", "http://www.w3.org/2000/svg")
    ]


def test_every_rule_is_documented_in_both_languages():
    import importlib

    for name in sorted(path.stem for path in Path(rules.__file__).parent.glob("hc*.py")):
        module = importlib.import_module(f"{rules.__name__}.{name}")
        assert name.upper() == module.CODE
        assert "Bad / 错" in module.__doc__ and "Good / 对" in module.__doc__


def test_a_label_and_a_mark_name_the_same_record():
    assert TRUTH.marks["support-email"] is TRUTH.marks["contacts/support-email"]
    assert isinstance(TRUTH.marks["website"], Official)
