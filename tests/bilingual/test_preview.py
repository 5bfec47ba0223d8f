"""What a save under `mkdocs serve` makes: what is in sight, then the rest, or findings alone."""

from __future__ import annotations

import logging
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from tests.bilingual.project import EPOCH, TODAY, Pages

from helpcenter.build import start
from helpcenter.model import Severity
from helpcenter.preview import saves as module
from helpcenter.preview import settings
from helpcenter.preview.saves import Preview
from helpcenter.preview.tabs import Tabs
from helpcenter.publish.profile import Profile
from helpcenter.publish.stage import Stage

PAGE = "fees/fees-overview"
ZH, EN = f"{PAGE}.md", f"{PAGE}.en.md"
STAMP = "00000000-00000000"
BODY = (ZH, "先问客服，再付款", "先问客服，晚些付款")
ALONE = [f"en {ZH}", f"zh {ZH}"]
BRAND = ("_data/brand.yml", "name: OKPay", "name: Renamed")
# one after another on one core: they share a preview
pytestmark = pytest.mark.xdist_group("preview")


class Saves:
    """A preview whose pages are made of nothing, and what each save came to."""

    def __init__(self, site, monkeypatch) -> None:
        self.site, self.made, self.fails = site, [], False
        self.texts = {path: site.text(path) for path in (ZH, EN, BRAND[0])}
        self.preview = Preview(logging.LoggerAdapter(logging.getLogger("mkdocs.test"), {}))
        self.preview.whole_build, self.preview.make_pages = self.everything, self.make
        monkeypatch.setattr(module, "write_search", lambda build, site: None)
        self.everything()

    def everything(self) -> None:
        self.made.append("whole")
        self.preview.begin(self.site.root)
        profile = Profile.from_environment({"SOURCE_DATE_EPOCH": str(EPOCH)})
        build, _ = start(
            self.site.root,
            None,
            profile,
            serving=True,
            before=self.preview.build,
            progress=self.preview.floor.watched,
        )
        self.preview.read(build)
        build.stage = Stage.begin(self.site.root / "site")
        self.preview.ready(build)

    def make(self, build, lang, names, changed, folder) -> None:
        if self.fails:
            raise KeyError("no such template")
        self.made += [f"{lang} {name}" for name in sorted(names)]
        (folder / f"{lang}.html").write_text("<p>" + build.articles[ZH].body[-1] + "</p>")

    def restore(self) -> None:
        """Save the files as they were at first, and wait for all that follows."""
        for path, text in self.texts.items():
            if self.site.text(path) != text:
                self.site.edit(path, self.site.text(path), text)
        self.preview.rebuild()
        self.preview.following.join()

    def begin_slowly(self, monkeypatch, *edit: str) -> Thread:
        """What follows a save whose whole build is under way until the next save."""
        started, build = Event(), self.everything

        def slow() -> None:
            if not started.is_set():
                started.set()
                assert self.preview.floor.saved_within(30)
            self.preview.floor.checkpoint()
            build()

        monkeypatch.setattr(self.preview, "whole_build", slow)
        self.made.clear()
        self.site.edit(*edit)
        self.preview.rebuild()
        assert started.wait(60)
        return self.preview.following

    def save(self, *edit: str) -> list[str]:
        """What is made at once, in no order of languages, and then what follows."""
        self.made.clear()
        self.site.edit(*edit)
        self.preview.rebuild()
        self.preview.following.join()
        at_once = [made for made in self.made if made != "whole"]
        return [*sorted(at_once), *self.made[len(at_once) :]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    pages = Pages(tmp_path_factory.mktemp("preview"))
    (pages.root / "site").mkdir()
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(module, "PAUSE", 0)
        yield Saves(pages, monkeypatch)


@pytest.fixture
def saves(kept):
    """A preview that each test leaves as it was."""
    yield kept
    kept.restore()


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (BODY, ALONE),
        ((EN, "\n  steps: ", f"\n  steps: {STAMP} # "), ALONE),
        ((EN, "\n  title: ", f"\n  title: {STAMP} # "), [ALONE[0], "whole"]),
        ((ZH, "review_by: 2027", "review_by: 2028"), ALONE),
        ((ZH, "title: ", "title: 新的"), [ALONE[1], "whole"]),
        (BRAND, ["whole"]),
    ],
    ids=lambda value: str(value[1:]),
)
def test_a_save_makes_what_it_concerns(saves, edit, made):
    assert saves.save(*edit) == made


def test_open_pages_come_first(saves):
    saves.preview.tabs.asked("/en/fees/fees-overview/")
    assert saves.save(*BRAND) == [f"en {ZH}", "whole"]
    saves.preview.tabs = type(saves.preview.tabs)(saves.preview.tabs.look)


def errors(saves) -> list[str]:
    return [f.rule for f in saves.preview.findings if f.severity is Severity.ERROR]


def test_errors_make_nothing_and_their_end_makes_the_page_alone(saves):
    assert saves.save(ZH, BODY[1], f"{BODY[1]}{{{{ nonsense() }}}}") == []
    assert errors(saves) == ["HC202"]
    assert saves.save(ZH, "{{ nonsense() }}", "") == ALONE
    assert errors(saves) == []


def test_a_save_breaks_off_the_whole_build_and_is_shown_before_it(saves, monkeypatch):
    first = saves.begin_slowly(monkeypatch, ZH, "title: ", "title: 更")
    assert saves.save(ZH, "title: ", "title: 再") == [ALONE[1], "whole"]
    first.join()
    assert saves.made.count("whole") == 1


def test_a_save_that_fails_still_has_the_whole_build_made_that_it_broke_off(saves, monkeypatch):
    def gone(*given, **more):
        raise FileNotFoundError(2, "gone again", "docs/a.md")

    first = saves.begin_slowly(monkeypatch, ZH, "title: ", "title: 又")
    with monkeypatch.context() as broken:
        broken.setattr(module, "read_sources", gone)
        saves.preview.rebuild()
    first.join()
    saves.preview.following.join()
    assert saves.made.count("whole") == 1
    assert not saves.preview.is_behind()


def test_what_is_saved_while_nobody_watches_is_noticed(saves):
    assert not saves.preview.is_behind()
    saves.site.edit(ZH, "title: ", "title: 晚")
    assert saves.preview.is_behind()
    saves.preview.rebuild()
    saves.preview.following.join()
    assert not saves.preview.is_behind()


def test_pages_in_sight_that_cannot_be_made_say_why_in_one_line(saves, caplog, monkeypatch):
    monkeypatch.setattr(saves, "fails", True)
    assert saves.save(ZH, BODY[1], f"{BODY[1]}了") == ["whole"]
    lines = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(lines) == 1 and "KeyError: 'no such template'" in lines[0]
    assert "slower" in lines[0] and "\n" not in lines[0]


def test_settings_that_the_other_language_left_otherwise_serve_the_next_build(site):
    builds = [start(site.root, "", Profile(False, False, TODAY))[0] for _ in range(3)]
    for number, build in enumerate(builds):
        build.templates = number
    config = SimpleNamespace(
        extra={}, theme={}, plugins={"i18n": SimpleNamespace()}, markdown_extensions=["admonition"]
    )
    config.markdown_extensions.append(builds[1].facts)  # English still stands at the first build
    builds[2].templates = None
    settings.go_on(config, builds[2], builds[0], "en", site.root)
    assert config.markdown_extensions == ["admonition", builds[2].facts]
    assert config.extra["helpcenter"] is builds[2] and builds[2].templates == 0
    assert (config.theme["language"], builds[2].lang, config.site_dir) == (
        "en",
        "en",
        str(site.root),
    )
    assert [next(iter(item)) for item in config.nav[:1]] == ["Home"]


def test_a_page_loaded_anew_is_open_and_one_that_was_left_is_not(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("helpcenter.preview.tabs.time.monotonic", lambda: now[0])
    tabs = Tabs(str)
    for page in ("stays/", "goes/"):
        tabs.asked(page)
    now[0] += 5
    tabs.asked("stays/")
    for page in ("stays/", "goes/"):
        tabs.closed(page)  # of the page before, told late
    assert tabs.open() == ["stays/"]
