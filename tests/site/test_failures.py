"""Whatever goes wrong, the published site stays whole and one line says why."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.build
FAULTS = Path(__file__).parent / "faults"
ARTICLE = "docs/contact/call-support.md"


def broken_yaml(project):
    project.write("docs/_data/contacts.yml", "contacts: [\n")
    return "docs/_data/contacts.yml:", "HC210"


def broken_expression(project):
    project.edit(ARTICLE, "## ", "{{ contact('nobody') }}\n\n## ")
    return ARTICLE, "HC202"


def broken_jinja(project):
    project.edit(ARTICLE, "## ", "{% for x in y %}\n\n## ")
    return ARTICLE, "HC203"


def broken_template(project):
    project.write("overrides/partials/article.html", "{% if %}")
    return ("HC506",)


def dangling_symlink(project):
    (project.root / "docs/contact/gone.md").symlink_to("nowhere.md")
    return "docs/contact/gone.md", "HC404"


def symlink_out_of_docs(project):
    outside = project.write("outside.md", "secret")
    (project.root / "docs/contact/leak.md").symlink_to(outside)
    return "docs/contact/leak.md", "HC404"


def linked_folder_out_of_docs(project):
    (project.root / "docs/leak").symlink_to("/etc")
    return "docs/leak", "HC404"


def huge_article(project):
    project.write("docs/contact/huge.md", "长" * 1_700_000)
    return "docs/contact/huge.md", "HC403"


def null_byte(project):
    project.write("docs/contact/null.md", b"---\ntitle: a\n---\na\x00b\n")
    return "docs/contact/null.md:4:2", "HC402"


def invalid_utf8(project):
    project.write("docs/contact/bytes.md", b"---\ntitle: a\n---\n\xff\xfe\xfd\n")
    return "docs/contact/bytes.md", "HC402"


def utf16(project):
    project.write("docs/contact/wide.md", "---\ntitle: 标题\n---\n".encode("utf-16"))
    return "docs/contact/wide.md", "HC402"


def folder_named_like_a_page(project):
    (project.root / "docs/contact/folder.md").mkdir()
    return "docs/contact/folder.md", "HC405"


def name_that_vanishes(project):
    project.write("docs/contact/node.js.md", "正文")
    return "docs/contact/node.js.md", "HC301"


def unknown_profile(project):
    return ("HELPCENTER_PROFILE=nonsense",)


def unlisted_address(project):
    project.edit(ARTICLE, "## ", "请写信到 desk@refund-now.test。\n\n## ")
    return ARTICLE, "HC101", "desk@refund-now.test"


def unlisted_address_in_a_template(project):
    project.edit("overrides/partials/footer.html", "<footer", "<p>desk@refund-now.test</p><footer")
    return "overrides/partials/footer.html", "HC101"


def dead_link(project):
    project.edit(ARTICLE, "## ", "[没有](no-such-page.md)\n\n## ")
    return ("no-such-page.md",)


CASES = [
    value for value in list(globals().values()) if getattr(value, "__module__", "") == __name__
]


@pytest.mark.parametrize("breakage", CASES, ids=lambda case: case.__name__)
def test_the_old_site_stays(project, breakage):
    before = project.fingerprint()
    expected = breakage(project)
    env = {"HELPCENTER_PROFILE": "nonsense"} if breakage is unknown_profile else {}
    run = project.build(**env)
    assert run.code != 0, run
    assert "Traceback" not in run.output, run
    for text in expected:
        assert text in run.output, run
    assert project.fingerprint() == before
    assert project.leftovers() == []


def test_full_disk(project):
    before = project.fingerprint()
    run = project.run("mkdocs", "build", PYTHONPATH=str(FAULTS), FAULT="full disk")
    assert run.code != 0, run
    assert "No space left on device" in run.output
    assert "Traceback" not in run.output, run
    assert (project.fingerprint(), project.leftovers()) == (before, [])


def test_interrupted(project):
    before = project.fingerprint()
    process = project.start("mkdocs", "build", PYTHONPATH=str(FAULTS), FAULT="stall")
    deadline = time.monotonic() + 60  # it stalls, or a slow test would find it done
    while not list(project.root.glob(".site.stage-*/**/*.*")):
        assert process.poll() is None and time.monotonic() < deadline, process
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in output, output
    assert (project.fingerprint(), project.leftovers()) == (before, [])


def test_unreadable_file(project):
    before = project.fingerprint()
    run = project.build(PYTHONPATH=str(FAULTS), FAULT="unreadable")
    assert run.code != 0
    assert "call-support.md" in run.output and "HC402" in run.output, run
    assert "Traceback" not in run.output, run
    assert (project.fingerprint(), project.leftovers()) == (before, [])


def test_a_new_process_builds_the_same(project):
    """One that remembers nothing, as on a writer's machine; the other builds of tests are forks."""
    before = project.fingerprint()
    shutil.rmtree(project.site)
    project.cold = True
    run = project.build()
    assert run.code == 0, run
    assert project.fingerprint() == before


def test_make_build_is_the_same_build():
    makefile = Path(__file__).parents[2]
    shown = subprocess.run(
        ["make", "-n", "build"], cwd=makefile, capture_output=True, text=True, check=True
    )
    assert "mkdocs build --strict" in shown.stdout
