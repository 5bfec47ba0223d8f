"""Commands of a project: as new processes, or as forks of the warm one (see `warm`)."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from tests.site.once import once

ROOT = Path(__file__).resolve().parents[2]


class Warm:
    """A warm process of a test run, whichever worker started it."""

    def __init__(self, base: Path, name: str, env: Mapping[str, str]) -> None:
        """`base` is the folder that all workers of the run share, `name` one in it."""
        self.base = base
        self.name = name
        self.env = dict(env)

    @property
    def address(self) -> str:
        return str(once(self.base, self.name, self._start) / "door")

    def _start(self, folder: Path) -> None:
        folder.mkdir()
        path = os.pathsep.join([str(ROOT), str(ROOT / "hooks")])
        with (folder / "log").open("wb") as log:
            subprocess.run(
                [sys.executable, "-m", "tests.site.warm", str(folder / "door")],
                env={**self.env, "PYTHONPATH": path},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=True,
            )

    def learn(self, root: Path) -> None:
        """Let it judge the sources at `root`; commands given meanwhile wait.

        It remembers one state of each file and of the records, the last that it learned.
        """
        self._ask({"learn": str(root)}).close()

    def start(self, root: Path, command: tuple[str, ...], env: Mapping[str, str]) -> Fork:
        """Run `python -m` with the words of `command` in the folder `root`."""
        with NamedTemporaryFile(dir=Path(self.address).parent, delete=False) as output:
            pass
        ask = {"root": str(root), "command": command, "env": dict(env), "output": output.name}
        return Fork(self._ask(ask), Path(output.name))

    def _ask(self, ask: Mapping[str, object]) -> socket.socket:
        door = socket.socket(socket.AF_UNIX)
        door.connect(self.address)
        door.sendall(json.dumps({"asker": os.getpid(), **ask}).encode() + b"\n")
        return door


class Fork:
    """A running command, with what tests use of `subprocess.Popen`."""

    def __init__(self, door: socket.socket, output: Path) -> None:
        self.returncode: int | None = None
        self._door = door
        self._answers = door.makefile()
        self._output = output
        self.pid = int(self._answers.readline())

    def so_far(self) -> str:
        """What it has printed until now."""
        return self._output.read_text("utf-8", "replace")

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def poll(self) -> int | None:
        return self._wait(0)

    def communicate(self, timeout: float) -> tuple[str, None]:
        """All it printed, when it has ended; killed after `timeout` seconds."""
        if self._wait(timeout) is None:
            os.kill(self.pid, signal.SIGKILL)
            raise subprocess.TimeoutExpired("fork", timeout, self._output.read_bytes())
        text = self._output.read_text("utf-8")
        self._output.unlink()
        return text, None

    def _wait(self, seconds: float) -> int | None:
        if self.returncode is None:
            ready, _, _ = select.select([self._door], [], [], seconds)
            if ready:
                self.returncode = int(self._answers.readline())
                self._answers.close()
                self._door.close()
        return self.returncode
