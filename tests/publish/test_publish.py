"""Profiles, staging, theme patches and reserved names."""

from __future__ import annotations

import hashlib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from helpcenter.publish import theme
from helpcenter.publish.profile import Profile, ProfileError
from helpcenter.publish.reserved import is_reserved
from helpcenter.publish.stage import Stage

NAMES = yaml.safe_load((Path(__file__).parent / "reserved.yml").read_text("utf-8"))


@pytest.mark.parametrize("value", NAMES["reserved"])
def test_reserved(value):
    assert is_reserved(value)


@pytest.mark.parametrize("value", NAMES["ordinary"])
def test_not_reserved(value):
    assert not is_reserved(value)


def test_profile():
    assert Profile.from_environment({}) == Profile(False, False, date.today())
    env = {"HELPCENTER_PROFILE": "release", "SOURCE_DATE_EPOCH": "0"}
    assert Profile.from_environment(env) == Profile(True, False, date(1970, 1, 1))
    allowed = Profile.from_environment({"HELPCENTER_ALLOW_RESERVED": "1"})
    assert allowed.allow_reserved


@pytest.mark.parametrize("name", ["HELPCENTER_PROFILE", "SOURCE_DATE_EPOCH"])
def test_profile_refuses_what_it_does_not_know(name):
    with pytest.raises(ProfileError, match=name):
        Profile.from_environment({name: "nonsense"})


@pytest.fixture
def site(tmp_path):
    path = tmp_path / "site"
    path.mkdir()
    (path / "old").touch()
    return path


def leftovers(site):
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_commit_swaps(site):
    stage = Stage.begin(site)
    (stage.path / "new").touch()
    stage.commit()
    assert [p.name for p in site.iterdir()] == ["new"]
    assert leftovers(site) == []


def test_discard_leaves_the_site(site):
    stage = Stage.begin(site)
    (stage.path / "new").touch()
    stage.discard()
    assert [p.name for p in site.iterdir()] == ["old"]
    assert leftovers(site) == []


def test_first_build_has_no_old_site(tmp_path):
    stage = Stage.begin(tmp_path / "deep" / "site")
    stage.commit()
    assert (tmp_path / "deep" / "site").is_dir()


def test_failing_swap_puts_the_old_site_back(site):
    stage = Stage.begin(site)
    stage.path.rmdir()
    with pytest.raises(FileNotFoundError):
        stage.commit()
    assert [p.name for p in site.iterdir()] == ["old"]


def test_killed_in_the_middle_of_the_swap(site):
    site.rename(site.parent / ".site.old-999999999")
    (site.parent / ".site.stage-999999999").mkdir()
    Stage.begin(site).discard()
    assert [p.name for p in site.iterdir()] == ["old"]
    assert leftovers(site) == []


def test_a_site_behind_a_link_is_swapped_where_it_is(site, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(site)
    stage = Stage.begin(link)
    (stage.path / "new").touch()
    stage.commit()
    assert [p.name for p in link.iterdir()] == ["new"]


def copy_theme(target):
    scripts = Path(str(files("material"))) / "templates/assets/javascripts"
    for path in scripts.rglob("*.*"):
        copy = target / "assets/javascripts" / path.relative_to(scripts)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())


def test_every_patch_fits_the_pinned_theme(tmp_path):
    copy_theme(tmp_path)
    assert theme.finish(tmp_path) == []
    text = "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.js"))
    assert "https://unpkg" not in text
    assert "sourceMappingURL" not in text
    assert not list(tmp_path.rglob("*.map"))
    assert not list(tmp_path.rglob("lunr*"))
    assert [p for p in tmp_path.rglob("*") if p.is_dir() and not any(p.iterdir())] == []
    scripts = [hashlib.sha256(p.read_bytes()).hexdigest() for p in tmp_path.rglob("*.js")]
    assert theme.patched_hashes() == set(scripts)


def test_a_changed_theme_is_reported(tmp_path):
    copy_theme(tmp_path)
    for path in tmp_path.rglob("bundle.*.js"):
        path.write_text("changed", "utf-8")
    assert {f.rule for f in theme.finish(tmp_path)} == {"HC507"}
