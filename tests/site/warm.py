"""A process that has read the sources once; each command of a test is a fork of it.

Nearly all of a refused build, and two thirds of a whole one, is judging sources that no test
changed. `mkdocs serve` remembers by content what it judged; here the same memory serves the
builds of many projects. The command itself runs as under `python -m`: in its folder, with its
environment, as a process of its own that ends as any other.

Run as `python -m tests.site.warm ADDRESS`: it goes on in the background until the last process
that asked has ended.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import socket
import sys
from contextlib import suppress
from pathlib import Path

from helpcenter.publish.profile import day_of_run
from helpcenter.search.sounds import syllable_lengths, variants
from helpcenter.source_rules import read_sources

IMPORTED = ("helpcenter.searching", "mkdocs.commands.serve", "mkdocs_static_i18n.plugin")
"""What every build needs."""


def serve(listener: socket.socket) -> list[str]:
    """Answer requests; returns in the fork that is to run a command, with its words."""
    listener.settimeout(1)
    askers: set[int] = set()
    while True:
        reap()
        try:
            connection = listener.accept()[0]
        except TimeoutError:
            if not any(map(alive, askers)):
                sys.exit()
            continue
        with connection, connection.makefile("rw") as talk:
            ask = json.loads(talk.readline())
            askers.add(ask["asker"])
            if "learn" in ask:
                learn(Path(ask["learn"]))
            elif os.fork() == 0:
                listener.close()
                if (pid := os.fork()) == 0:
                    return become(ask)
                report(pid, talk)


def report(pid: int, talk) -> None:
    """Tell the asker the process and, when it has ended, its exit code."""
    print(pid, file=talk, flush=True)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    print(code, file=talk, flush=True)
    os._exit(0)


def become(ask: dict) -> list[str]:
    """Take on folder, environment and output of a command."""
    os.chdir(ask["root"])
    os.environ.clear()
    os.environ.update(ask["env"])
    output = os.open(ask["output"], os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(output, stream)
    sys.path[0] = ask["root"]
    for folder in filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)):
        if (Path(folder) / "sitecustomize.py").exists():  # as Python does at its start
            sys.path.insert(0, folder)
            sys.modules.pop("sitecustomize", None)
            importlib.import_module("sitecustomize")
    return ask["command"]


def learn(root: Path) -> None:
    """Judge the sources of a project; what equals them need not be judged again."""
    read_sources(root, day_of_run(os.environ))
    gc.collect()
    gc.freeze()


def reap() -> None:
    """Forget the forks that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main(address: str) -> list[str]:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        if os.fork():  # whoever connects from now on is heard
            os._exit(0)
        for name in IMPORTED:
            importlib.import_module(name)
        syllable_lengths(), variants("")  # tables that hang on nothing, in every index
        return serve(listener)


if __name__ == "__main__":
    module, *arguments = main(sys.argv[1])
    sys.argv = [module, *arguments]
    sys.modules.pop(module, None)
    runpy.run_module(module, run_name="__main__", alter_sys=True)
