"""A live site under audit: only its own host, within bounds, and seen with several eyes."""

from __future__ import annotations

import gzip
import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.live.server import dripping, endless, phones, redirect, searchers, serving

from helpcenter.cli import cli

ROOT = Path(__file__).parents[2]


def audit(url, *words):
    run = CliRunner().invoke(
        cli, ["audit", url, "--root", str(ROOT), "--lang", "en", "--format", "json",
              "--allow-private", *words],
    )  # fmt: skip
    findings = json.loads(run.stdout)["findings"] if run.stdout.startswith("{") else []
    return run, [(f["rule"], f["path"], f["canonical"]) for f in findings]


def page(body=""):
    return f"<!doctype html><title>x</title><p>正文</p>{body}"


def text(body):
    return lambda handler: handler.reply(200, body, kind="text/plain")


def packed(body):
    return lambda h: h.reply(200, gzip.compress(body.encode()), Content_Encoding="gzip")


FAKE = page("<p>a@evil.test</p>")
HIT = ("HC101", "index.html", "a@evil.test")


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"/": page()}, []),
        ({"/": FAKE}, [HIT]),
        ({"/": page('<a href="b/?x=1">b</a>'), "/b/?x=1": FAKE},
         [("HC101", "b/index~x_1.html", "a@evil.test")]),
        ({"/": page('<a href="https://evil.test/">b</a>')},
         [("HC101", "index.html", "https://evil.test/")]),
        ({"/": page(), "/robots.txt": "# a@evil.test"}, [("HC101", "robots.txt", "a@evil.test")]),
        ({"/": page(), "/sitemap.xml": "<urlset><loc>/deep/</loc></urlset>",
          "/deep/": FAKE},
         [("HC101", "deep/index.html", "a@evil.test")]),
        ({"/": page(), 404: FAKE}, [("HC101", "404.html", "a@evil.test")]),
        ({"/": page(), "/feed.xml": "<rss><title>a@evil.test</title></rss>"},
         [("HC101", "feed.xml", "a@evil.test")]),
        ({"/": page(), "/_headers": text("/*\n  Link: <https://evil.test/>")},
         [("HC101", "_headers", "https://evil.test/")]),
        ({"/": lambda h: h.reply(200, page(), Refresh="0; url=https://evil.test/")},
         [("HC101", "response/_headers", "https://evil.test/")]),
        ({"/": page('<link rel="stylesheet" href="/a.css">'), "/a.css": "a{background:url(/b.svg)}",
          "/b.svg": "<svg><text>a@evil.test</text></svg>"}, [("HC101", "b.svg", "a@evil.test")]),
        ({"/": page('<a href="/go">x</a>'), "/go": redirect("https://evil.test/in")},
         [("HC150", "/go", "https://evil.test/in")]),
        ({"/": page('<a href="/go">x</a>'), "/go": redirect("/there"), "/there": FAKE},
         [("HC101", "go.html", "a@evil.test")]),
        ({"/": page('<a href="/go">x</a>'), "/go": redirect("/go")}, [("HC152", "/go", "")]),
        ({"/": packed(FAKE)}, [HIT]),
        ({"/": lambda h: h.reply(200, b"x", Content_Encoding="br")}, [("HC152", "/", "")]),
        ({"/": lambda h: h.reply(200, page(), Content_Length="9999")}, [("HC152", "/", "")]),
        ({"/": lambda h: h.reply(200, gzip.compress(FAKE.encode())[:-9], Content_Encoding="gzip")},
         [("HC152", "/", "")]),
        ({"/": "文".encode("gbk")}, [("HC120", "index.html", "")]),
        ({}, [("HC152", "/", "")]),
        ({"/": phones(FAKE)}, [HIT, ("HC151", "/", "")]),
        ({"/": searchers(FAKE)}, [HIT, ("HC151", "/", "")]),
        ({"/": searchers(page(), FAKE)}, [HIT, ("HC151", "/", "")]),
        ({"/": phones(page("<script>location='/x'</script>"))}, [("HC151", "/", "")]),
        ({"/": lambda h: page(f'<p class="{time.monotonic()}">x</p>')}, []),
        ({"/": page('<script src="/a.js"></script>'), "/a.js": searchers("x('evil')", "x()")},
         [("HC151", "/a.js", "")]),
        ({"/": page('<a href="/a">x</a>'),
          "/a": phones(redirect("https://evil.test/"), page())},
         [("HC150", "/a", "https://evil.test/"), ("HC151", "/a", "")]),
    ],
)  # fmt: skip
def test_what_is_shown(answers, expected):
    with serving(answers) as (_, url):
        run, found = audit(url)
    assert sorted(found) == sorted(expected), run.output
    assert run.exit_code == bool(expected)


def test_the_finding_names_who_is_shown_it():
    with serving({"/": phones(FAKE)}) as (_, url):
        run, _ = audit(url)
    messages = [f["message"] for f in json.loads(run.stdout)["findings"]]
    assert any("(shown to: phone) a@evil.test is not" in message for message in messages)
    assert any("phone: shown something else: added “x a@evil.test”" in m for m in messages)


@pytest.mark.parametrize("answer", [dripping, endless])
def test_what_never_ends_is_one_finding(answer):
    started = time.monotonic()
    with serving({"/": page('<a href="/slow">x</a>'), "/slow": answer}) as (_, url):
        _, found = audit(url, "--timeout", "1")
    assert found == [("HC152", "/slow", "")]
    assert time.monotonic() - started < 30


def test_a_site_without_end_is_bounded():
    def more(handler):
        return page(f'<a href="{handler.path}x/">next</a>')

    class Pages(dict):
        def get(self, path, default=None):
            return more if isinstance(path, str) and path.strip("/x") == "" else default

    with serving(Pages()) as (server, url):
        run, found = audit(url, "--max-pages", "30")
    assert found == [("HC152", "/", "")] and "30 addresses" in run.output
    assert len(server.asked) <= 30 * 3


def test_only_the_own_host_is_asked():
    with (
        serving({"/": page()}) as (other, elsewhere),
        serving({"/": page(f'<a href="{elsewhere}">x</a><img src="//localhost:1/x.png">')}) as (
            _,
            url,
        ),
    ):
        audit(url)
    assert other.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/", "http://localhost:9/", "http://10.0.0.1/", "http://[::1]/",
        "http://169.254.169.254/latest/", "http://0x7f000001/", "http://[::ffff:127.0.0.1]/",
        "http://192.0.2.1/", "http://100.64.0.1/", "http://[fd00::1]/", "http://no.such.invalid/",
        "http://", "http://a@127.0.0.1/", "https://exa mple/",
    ],
)  # fmt: skip
def test_private_machines_are_not_asked(url):
    run = CliRunner().invoke(cli, ["audit", url, "--root", str(ROOT), "--lang", "en"])
    assert run.exit_code == 2 and run.stdout == ""
    assert len(run.stderr.strip().splitlines()) == 1


def test_a_name_that_changes_its_machine_is_not_followed(monkeypatch):
    import socket

    from helpcenter.live import place

    answers = iter(["93.184.215.14", "127.0.0.1"])

    def resolve(host, port, **more):
        name = next(answers, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (name, port))]

    monkeypatch.setattr(place.socket, "getaddrinfo", resolve)
    with serving({"/": page()}) as (server, _):
        assert place.machines("site.test", server.server_port, False) == ["93.184.215.14"]
        with pytest.raises(place.RefusedHost):
            place.machines("site.test", server.server_port, False)
    assert server.asked == []


def test_the_connected_machine_is_looked_at_again():
    from helpcenter.live import fetch, place

    with serving({"/": page()}) as (server, url):
        connection = fetch._Connection(
            place.Place.of(url), "127.0.0.1", fetch.Limits(), private=False
        )
        with pytest.raises(place.RefusedHost):
            connection.connect()
    assert server.asked == []


def test_tampering_since_a_saved_inventory(tmp_path):
    saved = tmp_path / "saved/inventory.json"
    answers = {"/": page('<a href="b.html">b</a>'), "/b.html": page()}
    with serving(answers) as (_, url):
        assert audit(url, "--inventory", str(saved))[0].exit_code == 0
        assert audit(url, "--against", str(saved))[0].exit_code == 0
        answers["/b.html"] = FAKE
        run, _ = audit(url, "--against", str(saved))
    assert run.exit_code == 1
    assert "+ email  a@evil.test  unlisted  b.html:1:" in run.stderr


def test_a_folder_is_compared_with_its_live_site_without_the_page_for_missing_ones(tmp_path):
    saved, folder = tmp_path / "saved.json", tmp_path / "site"
    folder.mkdir()
    both = {"index.html": FAKE, "404.html": page("<p>a@evil.test b@evil.test</p>")}
    (folder / "en").mkdir()
    for name, content in both.items():
        (folder / name).write_text(content, "utf-8")
        (folder / "en" / "404.html").write_text(content, "utf-8")
    command = ["audit", str(folder), "--root", str(ROOT), "--lang", "en", "--inventory", str(saved)]
    assert CliRunner().invoke(cli, command).exit_code == 1
    answers = {"/": both["index.html"]}
    with serving(answers) as (_, url):
        assert "Nothing changed" in audit(url, "--against", str(saved))[0].stderr
        answers[404] = both["404.html"]
        assert "Nothing changed" in audit(url, "--against", str(saved))[0].stderr
        answers[404] = page("<p>c@evil.test</p>")
        tampered = audit(url, "--against", str(saved))[0].stderr
        answers["/"] = page()
        gone = audit(url, "--against", str(saved))[0].stderr
    assert "+ email  c@evil.test" in tampered and "\n- " not in tampered
    assert "- email  a@evil.test" in gone


CERTIFICATE = Path(__file__).parent / "loopback.pem"
"""Signed by itself, for 127.0.0.1; with its key, which guards nothing."""


def test_a_certificate_that_nobody_vouches_for_is_one_clear_line(monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    with serving({"/": FAKE}, certificate=CERTIFICATE) as (server, url):
        run, found = audit(url)
    assert run.exit_code == 1
    assert [(rule, path) for rule, path, _ in found] == [("HC152", "/")]
    message = json.loads(run.stdout)["findings"][0]["message"]
    assert "self-signed certificate" in message and "SSL_CERT_FILE" in message
    assert server.asked == []


def test_a_root_of_ones_own_is_named_by_the_environment(monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving({"/": FAKE}, certificate=CERTIFICATE) as (_, url):
        assert audit(url)[1] == [HIT]
