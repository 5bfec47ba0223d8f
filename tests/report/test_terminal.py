"""What a terminal shows: colours, a bar that goes away, columns of Chinese, the end of Ctrl-C."""

import errno
import io
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from helpcenter import cli
from helpcenter.commands import progress
from helpcenter.guard.gates.inventory import Row
from helpcenter.model import Text
from helpcenter.report import inventory
from helpcenter.report.text import columns, padded

ROOT = Path(__file__).parents[2]
WRONG = "---\ntitle: 甲\n---\n\n请写信到 desk@refund-now.test。\n"
LABEL = Text("检查文章", "checking pages")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("terminal")
    shutil.copytree(ROOT / "docs" / "_data", root / "docs" / "_data")
    (root / "docs" / "a.md").write_text(WRONG, "utf-8")
    return root


def command(*words):
    return [sys.executable, "-m", "helpcenter.cli", *map(str, words)]


def on_terminal(words, **env):
    """What a terminal is sent, and the exit code."""
    ours, theirs = pty.openpty()
    return said_by(words, ours, theirs, **env)


def in_a_pipe(words):
    """What a pipe is sent, and the exit code."""
    return said_by(words, *os.pipe())


def said_by(words, ours, theirs, **env):
    """What a command sends to `theirs`, read from `ours`; it is a copy of this process, since the
    guard's patterns take longer to make than the command takes."""
    if (child := os.fork()) == 0:
        try:
            code = run_in_copy(words, theirs, env)
        finally:
            os._exit(code)
    os.close(theirs)
    out = b""
    while piece := _read(ours):
        out += piece
    os.close(ours)
    return out.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def run_in_copy(words, theirs, env):
    for number in (0, 1, 2):
        os.dup2(theirs, number)
    os.environ.pop("NO_COLOR", None)
    os.environ.update(env)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(n, "rw"[n > 0], buffering=1) for n in (0, 1, 2))
    sys.argv = ["helpcenter", *map(str, words)]
    try:
        cli.main()
    except SystemExit as end:
        return end.code
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _read(descriptor):
    try:
        return os.read(descriptor, 4096)
    except OSError as error:  # how Linux says that nobody writes any more
        assert error.errno == errno.EIO
        return b""


def test_colours_are_for_terminals_that_want_them(project):
    words = ("--root", project, "--lang", "zh", "check", project / "docs" / "a.md")
    shown, code = on_terminal(words)
    assert code == 1 and "\x1b[31mHC101\x1b[0m" in shown
    assert "\x1b[3" not in on_terminal(words, NO_COLOR="1")[0]
    piped, code = in_a_pipe(words)
    assert code == 1 and "HC101" in piped and "\x1b" not in piped


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("stops", [10, 4])
def test_the_bar_goes_when_the_work_ends_or_is_broken_off(monkeypatch, stops):
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr(progress, "EVERY", -1)
    monkeypatch.setattr(sys, "stderr", Terminal())
    done = []
    walk = progress.watched("zh")(range(10), LABEL)
    for number in walk:
        done.append(number)
        if number == stops:
            walk.close()
    shown = sys.stderr.getvalue()
    assert done == list(range(min(stops + 1, 10)))
    assert "检查文章 [" in shown and " 30%" in shown
    assert shown.endswith("\r\x1b[K") and "\n" not in shown


def test_quick_work_and_pipes_have_no_bar(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert list(progress.watched("zh")(range(10), LABEL)) == list(range(10))
    assert sys.stderr.getvalue() == ""
    monkeypatch.setattr(progress, "PATIENCE", -1)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert list(progress.watched("zh")(range(10), LABEL)) == list(range(10))
    assert sys.stderr.getvalue() == ""


@pytest.mark.parametrize("room", [20, 30, 40, 60, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_bar_fits_into_its_line(room, lang):
    for done in (0, 1, 49, 99):
        line = progress.bar(LABEL[lang], done, 100, room)
        assert columns(line) < room and line.endswith(f"{done:3}%")


def test_columns_of_chinese():
    assert [columns(text) for text in ("", "ab", "中文", "a中，b", "e\u0301")] == [0, 2, 4, 6, 1]
    assert padded("中", 4) + "|" == "中  |"


def test_the_inventory_is_aligned_in_both_languages():
    rows = [
        Row("email", "a@b.test", "", "x.html:1", ("x.html",)),
        Row("phone", "+15550100", "contacts/support-phone", "y.html:1", ("x.html", "y.html")),
    ]
    for lang in ("zh", "en"):
        lines = inventory.table(rows, lang).splitlines()[1:]
        assert len({columns(line[: line.index(".html:") - 1]) for line in lines}) == 1, lines


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_closed_pipe_and_ctrl_c_are_no_traceback(project, lang):
    line = " ".join(command("--root", project, "--lang", lang, "explain", "HC310"))
    piped = subprocess.run(
        f"{line} | head -c 1", shell=True, capture_output=True, text=True, check=False
    )
    assert piped.stderr == ""
    broken = (
        "import sys; from helpcenter import cli, source_rules\n"
        "from helpcenter.commands import check\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "check.source_findings = stop\n"
        f"sys.argv = ['helpcenter', '--root', {str(project)!r}, '--lang', {lang!r}, 'check']\n"
        "cli.main()"
    )
    stopped = subprocess.run(
        [sys.executable, "-c", broken], capture_output=True, text=True, check=False
    )
    assert (stopped.returncode, stopped.stdout) == (130, "")
    assert stopped.stderr.strip() == {"zh": "已中断。", "en": "Stopped."}[lang]


def test_ctrl_c_while_the_command_is_loaded_is_one_line():
    stopped = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'click': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from helpcenter.entry import main\n"
        "main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", stopped], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "\n已中断 / Stopped.\n")
    entry = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert 'helpcenter = "helpcenter.entry:main"' in entry


@pytest.mark.parametrize("after", [0.05, 0.1, 0.2, 0.4])
def test_ctrl_c_at_any_time_leaves_no_traceback(project, after):
    started = [sys.executable, "-m", "helpcenter.entry", "--root", str(project), "check"]
    with subprocess.Popen(
        started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        time.sleep(after)
        run.send_signal(signal.SIGINT)
        told = run.communicate(timeout=60)[1]
    assert "Traceback" not in told or "helpcenter" not in told  # Python itself may not be up yet
