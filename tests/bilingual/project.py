"""Pages that a test may change, with or without git.

They are kept in pages/, each section stamped, so that writing an article breaks no test;
the records are those of this repository.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from helpcenter import cli
from helpcenter.bilingual import addresses
from helpcenter.bilingual.state import PageState, page_pairs, page_state
from helpcenter.data.articles import load_articles
from helpcenter.data.load import load
from helpcenter.data.models.addresses import AddressesFile
from helpcenter.guard.gates.asset_lock import read_lock, write_lock

ROOT = Path(__file__).resolve().parents[2]
PAGES = Path(__file__).parent / "pages"
TODAY = date(2026, 11, 23)
EPOCH = 1795392000
"""TODAY as SOURCE_DATE_EPOCH."""


def page_states(root, terms) -> list[PageState]:
    """The state of every Chinese page of a project."""
    pairs = page_pairs(load_articles(root, TODAY)[0])
    return [page_state(chinese, english, terms) for chinese, english in pairs]


class Pages:
    """The pages of a project; commands run in this process."""

    def __init__(self, root: Path, pages: Path = PAGES) -> None:
        """`pages` may also be docs/ itself."""
        self.root = root
        shutil.copytree(pages, root / "docs", ignore=shutil.ignore_patterns("_data"))
        shutil.copytree(ROOT / "docs/_data", root / "docs/_data")
        for folder in ("facts", "bilingual"):
            shutil.copytree(ROOT / "overrides" / folder, root / "overrides" / folder)
        shutil.copy(ROOT / "mkdocs.yml", root)
        known = read_lock(ROOT).values()
        write_lock(root, [entry for entry in known if (root / entry.path).exists()])
        self._publish()

    def _publish(self) -> None:
        """Only the pages that are here were ever published."""
        file = self.root / addresses.FILE
        text = re.sub(r"^  - .*\n", "", file.read_text("utf-8"), flags=re.MULTILINE)
        records = AddressesFile(published=[], redirects={})
        chinese = [path.relative_to(self.root / "docs").as_posix() for path in self.chinese]
        listed = addresses.listed(text, records, addresses.page_addresses(chinese))
        file.write_text(
            re.sub(r"redirects:.*", "redirects: {}\n", listed, flags=re.DOTALL), "utf-8"
        )

    @property
    def chinese(self) -> list[Path]:
        """Files of the Chinese pages."""
        pages = sorted((self.root / "docs").rglob("*.md"))
        return [path for path in pages if not path.name.endswith(".en.md")]

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / "docs" / path
        text = file.read_bytes().decode()
        assert text.count(old) >= 1, f"{path} lacks {old!r}"
        file.write_bytes(text.replace(old, new, 1).encode())

    def text(self, path: str) -> str:
        return (self.root / "docs" / path).read_bytes().decode()

    def run(self, *words: str, lang: str = "en"):
        environment = {"SOURCE_DATE_EPOCH": str(EPOCH)}
        arguments = ["--root", str(self.root), "--lang", lang, *words]
        return CliRunner(env=environment).invoke(cli.cli, arguments, catch_exceptions=False)

    def pages(self):
        records = load(self.root, TODAY).records
        assert records
        return page_states(self.root, records.terms)

    def states(self, name: str) -> dict[str, str]:
        page = next(p for p in self.pages() if p.chinese.path == f"{name}.md")
        return {s.id: "hard" if s.hard else s.state.value for s in page.sections}

    def behind(self) -> dict[str, str]:
        """Every section that is not fresh, as page#id."""
        return {
            f"{p.chinese.path.removesuffix('.md')}#{s.id}": "hard" if s.hard else s.state.value
            for p in self.pages()
            for s in p.sections
            if s.behind
        }

    def git(self, *words: str, day: str = "2026-11-01") -> str:
        stamp = f"{day}T12:00:00+00:00"
        environment = {
            **os.environ,
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        who = ("-c", "user.name=Writer", "-c", "user.email=writer@example.org")
        done = subprocess.run(
            ["git", *who, *words], cwd=self.root, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self, message: str, day: str = "2026-11-01") -> None:
        if not (self.root / ".git").exists():
            self.git("init", "-q", "-b", "main")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, day=day)
