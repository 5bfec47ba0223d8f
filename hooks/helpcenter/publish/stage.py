"""Build aside, then swap: a failed build never touches the published folder."""

from __future__ import annotations

import atexit
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from helpcenter.publish import csp


@dataclass(frozen=True, slots=True)
class Stage:
    """A folder beside `site` that takes its place when the build is whole."""

    site: Path
    path: Path

    @classmethod
    def begin(cls, site: Path) -> Stage:
        """Prepare an empty stage on the same file system as `site`.

        Leftovers of killed builds are cleaned up first: a site that was moved aside is
        put back when nothing has taken its place.

        Raises:
            OSError: the folder beside `site` cannot be written.
        """
        site = site.resolve()
        site.parent.mkdir(parents=True, exist_ok=True)
        _recover(site)
        path = site.parent / f".{site.name}.stage-{os.getpid()}"
        path.mkdir()
        stage = cls(site, path)
        atexit.register(stage.discard)
        return stage

    def commit(self, *, protect: bool = False) -> None:
        """Replace the site by the stage; on any failure the old site is restored.

        With `protect`, each page gets its content security policy first, after every other
        change of its bytes.
        """
        if protect:
            csp.finish(self.path)
        old = self.site.parent / f".{self.site.name}.old-{os.getpid()}"
        had_site = self.site.exists()
        if had_site:
            self.site.rename(old)
        try:
            self.path.rename(self.site)
        except BaseException:
            if had_site and not self.site.exists():
                old.rename(self.site)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def merge(self, *, whole: bool = False) -> list[str]:
        """Replace files of the site one by one by those of the stage.

        No file is missing meanwhile. With `whole`, files that the stage lacks go afterwards.

        Returns:
            The files (POSIX paths below the site) that came, went or have other bytes.
        """
        made, had = _files(self.path), _files(self.site)
        changed = [name for name in sorted(made) if name not in had or self._differs(name)]
        for name in changed:
            old = self._published(name)
            old.parent.mkdir(parents=True, exist_ok=True)
            Path(self.path, name).replace(old)
        gone = sorted(had - made) if whole else []
        for name in gone:
            self._published(name).unlink(missing_ok=True)
        return changed + gone

    def drop_unchanged(self) -> None:
        """Remove the files that the site has with the same bytes."""
        for name in _files(self.path) & _files(self.site):
            if not self._differs(name):
                Path(self.path, name).unlink()

    def _differs(self, name: str) -> bool:
        return Path(self.path, name).read_bytes() != self._published(name).read_bytes()

    def _published(self, name: str) -> Path:
        return Path(self.site, name)

    def discard(self) -> None:
        """Remove the stage; does nothing after `commit`. Also runs when the process ends."""
        atexit.unregister(self.discard)
        shutil.rmtree(self.path, ignore_errors=True)


def _files(folder: Path) -> set[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in paths}


def _recover(site: Path) -> None:
    for old in sorted(site.parent.glob(f".{site.name}.old-*")):
        if site.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(site)
    for stage in site.parent.glob(f".{site.name}.stage-*"):
        if not _alive(stage.name.rpartition("-")[2]):
            shutil.rmtree(stage, ignore_errors=True)


def _alive(pid: str) -> bool:
    """Whether another process with this number runs, so its stage is in use."""
    if not pid.isdecimal() or int(pid) == os.getpid():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
