"""Builds that several tests look at, made once."""

from __future__ import annotations

import os
import shutil

import pytest
from tests.site.browser import chromium
from tests.site.command import Warm
from tests.site.once import once
from tests.site.operator import (
    announce,
    choose_where_issues_go,
    expire_all_but_the_form,
    move_below_a_path,
)
from tests.site.project import LATER, LINKS, TEST_COPY, Project, environment, verify_all
from tests.site.server import serving


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """The folder that all workers of this run share."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session", autouse=True)
def warm(base):
    """Commands of projects are forks of a warm process; it starts with the first of them."""
    Project.warm = Warm(base, "warm", environment())
    yield Project.warm
    Project.warm = None


@pytest.fixture(scope="session")
def built(base, warm):
    """A preview of this repository with one page that has no English version."""

    def make(folder):
        project = Project(folder)
        listed = "      - social-media-support\n"
        project.edit("docs/_data/categories.yml", listed, f"{listed}      - later\n")
        project.write("docs/contact/later.md", LATER)
        project.edit("docs/_data/links.yml", "links:", f"links:{LINKS}")
        warm.learn(folder)
        run = project.build()
        assert run.code == 0, run

    return Project.at(once(base, "built", make))


@pytest.fixture(scope="session")
def chosen(base, built):
    """A preview as an operator may have it, see `operator`: one build for what does not meet."""

    def make(folder):
        project = built.copied(folder)
        announce(project)
        choose_where_issues_go(project)
        expire_all_but_the_form(project)
        move_below_a_path(project)
        run = project.build()
        assert run.code == 0, run

    return Project.at(once(base, "chosen", make))


@pytest.fixture(scope="session")
def verified_build(base, built):
    """The test copy of a release: every record verified on 20 November 2026.

    Other records make every source new to the guard, so its copies have a warm process too.
    """
    warm = Warm(base, "warm-verified", environment())

    def make(folder):
        shutil.copytree(built.root, folder, symlinks=True)
        project = Project.at(folder)
        verify_all(project)
        (folder / "docs/contact/later.md").unlink()
        project.warm = warm
        warm.learn(folder)
        run = project.build(**TEST_COPY)
        assert run.code == 0, run

    project = Project.at(once(base, "verified", make))
    project.warm = warm
    return project


@pytest.fixture(scope="session")
def verified_site(verified_build):
    """What the test copy of a release publishes."""
    return verified_build.site


@pytest.fixture(scope="session")
def copy(tmp_path_factory, built):
    """A function that gives a fresh copy of `built`, for several tests."""
    return lambda: built.copied(tmp_path_factory.mktemp("copy") / "project")


@pytest.fixture(scope="session")
def browser(chromium_path):
    """One Chromium for all tests of a worker."""
    with chromium(chromium_path) as browser:
        yield browser


@pytest.fixture(scope="session")
def host(built):
    """Address of the built preview."""
    with serving(built.site) as address:
        yield address


@pytest.fixture
def context(browser):
    """A profile of its own on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


@pytest.fixture
def page(context):
    """A tab of its own on a wide screen."""
    return context.new_page()


@pytest.fixture
def project(built, tmp_path):
    """A copy of the built project that one test may break; it goes when the test has passed."""
    return built.copied(tmp_path / "project")
