"""What a save under `mkdocs serve` makes: its pages alone, everything, or nothing but findings."""

from __future__ import annotations

import logging

import pytest
from tests.bilingual.project import EPOCH, Pages

from helpcenter.build import start
from helpcenter.preview import Preview
from helpcenter.publish.profile import Profile
from helpcenter.publish.stage import Stage

PAGE = "fees/fees-overview"
ZH, EN = f"{PAGE}.md", f"{PAGE}.en.md"
STAMP = "00000000-00000000"
BODY = (ZH, "先问客服，再付款", "先问客服，晚些付款")


class Saves:
    """A preview whose pages are made of nothing, and what each save came to."""

    def __init__(self, site) -> None:
        self.site, self.made, self.fails = site, [], False
        self.preview = Preview(logging.LoggerAdapter(logging.getLogger("mkdocs.test"), {}))
        self.everything()
        self.made.clear()

    def everything(self) -> None:
        self.made.append("whole")
        self.preview.begin(self.site.root)
        profile = Profile.from_environment({"SOURCE_DATE_EPOCH": str(EPOCH)})
        self.build, _ = start(self.site.root, None, profile, serving=True)
        self.build.stage = Stage(self.site.root / "site", self.site.root / "stage")
        self.preview.ready(self.build)

    def make(self, build, lang, names, folder) -> None:
        if self.fails:
            raise KeyError("no such template")
        self.made += [f"{lang} {name}" for name in sorted(names)]
        (folder / f"{lang}.html").write_text("<p>" + build.articles[ZH].body[-1] + "</p>")

    def save(self, *edit: str) -> list[str]:
        self.made.clear()
        self.site.edit(*edit)
        self.preview.rebuild(self.everything, self.make)
        return list(self.made)


@pytest.fixture(scope="module")
def saves(tmp_path_factory):
    pages = Pages(tmp_path_factory.mktemp("preview"))
    (pages.root / "site").mkdir()
    return Saves(pages)


ALONE = [f"zh {ZH}", f"en {ZH}"]


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (BODY, ALONE),
        ((EN, "\n  steps: ", f"\n  steps: {STAMP} # "), ALONE),
        ((EN, "\n  title: ", f"\n  title: {STAMP} # "), ["whole"]),
        ((ZH, "review_by: 2027", "review_by: 2028"), ALONE),
        ((ZH, "title: ", "title: 新的"), ["whole"]),
        (("_data/brand.yml", "name: OKPay", "name: Renamed"), ["whole"]),
    ],
    ids=lambda value: str(value[1:]),
)
def test_a_save_makes_what_it_concerns(saves, edit, made):
    assert saves.save(*edit) == made


def test_errors_make_nothing_and_their_end_makes_the_page_alone(saves):
    assert saves.save(ZH, BODY[2], f"{BODY[2]}{{{{ nonsense() }}}}") == []
    assert [finding.rule for finding in saves.build.errors] == ["HC202"]
    assert saves.save(ZH, "{{ nonsense() }}", "") == ALONE
    assert saves.build.errors == []


def test_a_page_that_cannot_be_made_alone_says_why_in_one_line(saves, caplog, monkeypatch):
    monkeypatch.setattr(saves, "fails", True)
    assert saves.save(ZH, BODY[2], f"{BODY[2]}了") == ["whole"]
    lines = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(lines) == 1 and "KeyError: 'no such template'" in lines[0]
    assert "slower" in lines[0] and "\n" not in lines[0]
