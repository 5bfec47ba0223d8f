"""Making .venv: which Python is taken, what is said when none will do, when it is made anew."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FAKE = """#!/bin/sh
case "$*" in
    *"import ensurepip"*) exit {ensurepip} ;;
    *"version_info[:2]"*) echo {version} ;;
    *"version_info <"*) exit {old} ;;
    *) echo "$*" >> calls; exit 1 ;;
esac
"""


def fake_python(folder: Path, version: str, *, ensurepip: bool = True) -> Path:
    """A program that answers as a Python of that version would, and fails to make anything."""
    python = folder / "my python"
    old = int(int(version.partition(".")[2]) < 11)
    python.write_text(FAKE.format(version=version, old=old, ensurepip=int(not ensurepip)))
    python.chmod(0o755)
    return python


def make_venv(folder: Path, python: Path) -> subprocess.CompletedProcess[str]:
    command = ["sh", str(ROOT / ".ci" / "venv.sh"), str(python)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_missing_ensurepip_names_the_package_in_one_line(tmp_path: Path) -> None:
    result = make_venv(tmp_path, fake_python(tmp_path, "3.12", ensurepip=False))
    assert result.returncode == 1
    assert "apt install python3.12-venv" in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_old_python_is_refused_in_one_line(tmp_path: Path) -> None:
    result = make_venv(tmp_path, fake_python(tmp_path, "3.10"))
    assert result.returncode == 1
    assert "3.11 or newer is needed (found 3.10)" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_python_is_one_line(tmp_path: Path) -> None:
    result = make_venv(tmp_path, tmp_path / "nowhere")
    assert result.returncode == 1
    assert result.stderr.startswith("Python 3.11 or newer is needed: ")
    assert result.stderr.count("\n") == 1


def test_failed_install_leaves_no_stamp(tmp_path: Path) -> None:
    result = make_venv(tmp_path, fake_python(tmp_path, "3.12"))
    assert result.returncode == 1
    assert (tmp_path / "calls").read_text() == "-m venv --clear .venv\n"
    assert not (tmp_path / ".venv" / ".lock").exists()


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A project in a folder with a space in its name, whose .venv looks finished."""
    project = tmp_path / "a project"
    (project / ".venv" / "bin").mkdir(parents=True)
    (project / ".ci").mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock", ".ci/venv.sh"):
        shutil.copyfile(ROOT / name, project / name)
        os.utime(project / name, (1000, 1000))
    fake_python(project / ".venv" / "bin", "3.12").rename(project / ".venv" / "bin" / "python")
    for stamp, time in ((".lock", 2000), (".ready", 3000)):
        (project / ".venv" / stamp).write_text(f"{project.resolve()}\n")
        os.utime(project / ".venv" / stamp, (time, time))
    return project


def planned(project: Path) -> str:
    """What `make env` would run."""
    command = ["make", "--no-print-directory", "-n", "env"]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("MAKE")}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_second_run_does_nothing(ready: Path) -> None:
    assert "Nothing to be done" in planned(ready)


def test_changed_lock_makes_it_anew(ready: Path) -> None:
    os.utime(ready / "requirements.lock", (5000, 5000))
    assert ".ci/venv.sh" in planned(ready)


def test_changed_project_only_installs_ours(ready: Path) -> None:
    os.utime(ready / "pyproject.toml", (5000, 5000))
    assert "--editable ." in planned(ready)
    assert ".ci/venv.sh" not in planned(ready)


def test_moved_folder_makes_it_anew(ready: Path) -> None:
    moved = ready.rename(ready.with_name("elsewhere"))
    assert ".ci/venv.sh" in planned(moved)


def test_vanished_python_makes_it_anew(ready: Path) -> None:
    (ready / ".venv" / "bin" / "python").unlink()
    assert ".ci/venv.sh" in planned(ready)
