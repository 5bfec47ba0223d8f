"""Builds that several tests look at, made once."""

from __future__ import annotations

import shutil

import pytest
from tests.site.browser import chromium
from tests.site.project import LATER, TEST_COPY, Project, verify_all
from tests.site.server import serving


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """A preview of this repository with one page that has no English version."""
    project = Project(tmp_path_factory.mktemp("built") / "project")
    listed = "      - social-media-support\n"
    project.edit("docs/_data/categories.yml", listed, f"{listed}      - later\n")
    project.write("docs/contact/later.md", LATER)
    run = project.build()
    assert run.code == 0, run
    return project


@pytest.fixture(scope="session")
def copy(tmp_path_factory, built):
    """A function that gives a fresh copy of the built project."""

    def make():
        root = tmp_path_factory.mktemp("copy") / "project"
        shutil.copytree(built.root, root, symlinks=True)
        project = Project.__new__(Project)
        project.root = root
        return project

    return make


@pytest.fixture(scope="session")
def verified_site(copy):
    """The test copy of a release: every record verified on 20 November 2026."""
    project = copy()
    verify_all(project)
    (project.root / "docs/contact/later.md").unlink()
    run = project.build(**TEST_COPY)
    assert run.code == 0, run
    return project.site


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


@pytest.fixture(scope="session")
def verified_host(verified_site):
    """Address of the test copy of a release."""
    with serving(verified_site) as address:
        yield address


@pytest.fixture
def page(browser):
    """A tab of its own on a wide screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


@pytest.fixture
def project(copy):
    """A copy of the built project that one test may break."""
    return copy()
