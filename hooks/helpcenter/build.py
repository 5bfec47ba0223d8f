"""State of one build of the site, shared by both languages: what was read, shown and found."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from helpcenter.bilingual.assemble import assemble, hard_front, templates
from helpcenter.bilingual.changes import marked
from helpcenter.bilingual.debt import at_release, blocking
from helpcenter.bilingual.history import History
from helpcenter.bilingual.navigation import navigation
from helpcenter.bilingual.state import PageState, SectionState
from helpcenter.bilingual.urls import alternates, chinese_name
from helpcenter.data.articles import Article
from helpcenter.data.records import Records
from helpcenter.facts.markdown import FactsExtension
from helpcenter.facts.page import PageFacts
from helpcenter.facts.render import Renderer
from helpcenter.guard.gates.fresh import Seen
from helpcenter.guard.gates.output_gate import audit
from helpcenter.guard.gates.waivers import waived
from helpcenter.guard.records.truth import Truth
from helpcenter.model import Finding, Lang, Progress, Severity, unwatched
from helpcenter.origins import origins
from helpcenter.publish import release
from helpcenter.publish.history import last_changes
from helpcenter.publish.profile import Profile
from helpcenter.publish.stage import Stage
from helpcenter.search.documents import Document
from helpcenter.source_rules import Sources, Wanted, read_sources


@dataclass(eq=False)
class Build:
    """State shared by the hook files during one build."""

    root: Path
    profile: Profile
    site_url: str
    """Address of the site's root, with a slash at its end."""
    records: Records
    nonce: str
    renderer: Renderer
    facts: FactsExtension
    serving: bool = False
    """Whether this is a preview, rebuilt after every save."""
    articles: Mapping[str, Article] = field(default_factory=dict)
    """Every page by its file name below docs/."""
    behind: Mapping[str, PageState] = field(default_factory=dict)
    """English pages that lag behind their Chinese original, by file name."""
    findings: list[Finding] = field(default_factory=list)
    lang: Lang = "zh"
    """Language of the pass under way."""
    stage: Stage | None = None
    warnings: Any = None
    """Counter of the builder's own warnings, for strict builds."""
    searched: dict[Lang, dict[str, Document]] = field(default_factory=lambda: {"zh": {}, "en": {}})
    """Documents of the search index, by language and article id."""
    changed: Mapping[str, date] = field(default_factory=dict)
    """Day of the last commit of each file."""
    templates: Any = None
    """The builder's Jinja environment, created by the first pass."""
    history: History | None = None
    """Of the Chinese pages; read when something is stale."""
    late_files: dict[str, str] = field(default_factory=dict)
    """Files of the second language that would have overwritten the first one's."""
    seen: Seen = field(default_factory=Seen)
    """What the guard has seen of the built pages; a rebuilt page repeats most of it."""
    _front: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def sources(self) -> frozenset[str]:
        """File names of all pages below docs/."""
        return frozenset(self.articles)

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """Chinese file name of each page, by its id; an English-only page has no such file."""
        return {article.id: chinese_name(article.path) for article in self.articles.values()}

    @property
    def errors(self) -> list[Finding]:
        """Findings that keep the site from being published."""
        return [f for f in self.findings if f.severity is Severity.ERROR]

    @property
    def noindex(self) -> bool:
        """Whether pages carry the sample notice and stay out of search engines."""
        return not self.profile.release or self.profile.allow_reserved

    def alternates(self, src: str) -> list[tuple[str, str]]:
        """(hreflang, absolute address) of the true translations of a page."""
        return alternates(src, self.sources, self.site_url)

    def words(self, key: str, lang: Lang, **values: object) -> str:
        """A text of the interface, its `{name}` places filled in.

        Raises:
            KeyError: the key is not in `interface.yml`.
        """
        text = self.records.interface[key][lang]
        return text.format(brand=self.records.brand.name, **values)

    def site_name(self, lang: Lang) -> str:
        """Name of the help center in `lang`."""
        return self.records.brand.site[lang].format(brand=self.records.brand.name)

    def navigation(self, lang: Lang) -> list[Any]:
        """The builder's `nav` setting in `lang`."""
        records, home = self.records, self.words("nav_home", lang)
        return navigation(records.categories, records.pages, self.sources, home, lang)

    def front_matter(self, src: str) -> dict[str, str]:
        """Title and description of a page with their facts filled in, for a template."""
        if src not in self._front:
            self._front[src] = self._filled(src)
        return self._front[src]

    def _filled(self, src: str) -> dict[str, str]:
        page, path = self.articles[src], f"docs/{src}"
        sources = dict.fromkeys(("title", "description"), page)
        if page.lang == "en" and (state := self.behind.get(src)):
            sources |= dict.fromkeys(hard_front(state), state.chinese)
        return {
            name: self.renderer.fill(getattr(source.meta, name), source.lang, path)
            for name, source in sources.items()
        }

    def begin_page(self, markdown: str, src: str) -> str:
        """The Markdown of a page, ready for the facts extension."""
        article = self.articles[src]
        self.facts.page = PageFacts(self.renderer, article.lang, f"docs/{src}", article.raw)
        page = self.behind.get(src)
        words, folder = partial(self.words, lang="en"), self.root / "overrides/bilingual"
        current = page and assemble(page, words, templates(folder), self._marked)
        if current:
            return self.facts.page.begin(current.text, current.chinese)
        return self.facts.page.begin(markdown)

    def _marked(self, page: PageState, section: SectionState) -> str:
        """The Chinese of a stale section with its changes since the stamp marked."""
        self.history = self.history or History.read(self.root)
        old = self.history.section(page.chinese.path, section.stamp.partition("-")[0])
        return marked(old, section.chinese) if old and section.chinese else ""

    def end_page(self) -> list[Finding]:
        """What was wrong with the facts of the page that Markdown has just finished."""
        return self.facts.page.finish() if self.facts.page else []

    def foresee(self) -> list[Finding]:
        """What the articles alone already forbid a release, found before anything is built."""
        for src, article in self.articles.items() if self.profile.release else ():
            self.begin_page(article.body, src)
            if self.facts.page:
                self.facts.page.foresee()
        return self.settle()

    def take(self, sources: Sources) -> None:
        """Use these pages from now on; their findings replace all earlier ones."""
        self.articles = {article.path: article for article in sources.articles}
        behind = [page for page in sources.pages if page.debt]
        self.behind = {page.english.path: page for page in behind if page.english}
        self.findings = list(sources.findings)

    def judge(
        self,
        site: Path,
        cleared: Collection[str] = (),
        *,
        whole: bool = True,
        progress: Progress = unwatched,
    ) -> None:
        """Check every byte of a built folder; findings name the source line that wrote it.

        Args:
            site: the folder, its marks still carrying the nonce.
            cleared: SHA-256 (hex) of files that need no check.
            whole: whether it is the whole site, so that an unused waiver is a finding.
            progress: reports each file.
        """
        truth = Truth.from_records(self.records)
        found = audit(site, truth, self.nonce, frozenset(cleared), self.seen, progress)
        found = waived(found, self.records, built=True, whole=whole)
        if found:
            self.findings += origins(self.root, self.sources).located(found)

    def settle(self) -> list[Finding]:
        """Everything that prevents publishing the site, including the release gate."""
        if self.profile.release:
            shown = self.renderer.shown
            self.findings += release.check(self.records, shown, self.site_url, self.profile)
            self.findings = blocking(self.findings)
            self.findings += at_release(list(self.behind.values()))
        return self.errors


def start(
    root: Path,
    site_url: str | None,
    profile: Profile,
    wanted: Wanted | None = None,
    *,
    serving: bool = False,
    progress: Progress = unwatched,
    before: Build | None = None,
) -> tuple[Build | None, list[Finding]]:
    """Read everything and prepare a build; None when the records cannot be used.

    With `wanted`, only those files are judged: for what publishes nothing. What the guard saw
    of a build `before` still counts if the same addresses are ours.
    """
    sources = read_sources(root, profile.today, wanted, serving=serving, progress=progress)
    if (records := sources.records) is None:
        return None, sources.findings
    build = prepared(root, site_url, profile, records, before)
    build.serving, build.changed = serving, last_changes(root)
    build.take(sources)
    return build, sources.findings


def prepared(
    root: Path, site_url: str | None, profile: Profile, records: Records, before: Build | None
) -> Build:
    """A build of these records that has no pages yet; `before` as for `start`."""
    nonce = before.nonce if before else secrets.token_hex(8)
    known = before and Truth.from_records(before.records) == Truth.from_records(records)
    renderer = Renderer(records, root / "overrides/facts", nonce, badge_all=profile.allow_reserved)
    return Build(
        root=root,
        profile=profile,
        site_url=(site_url or "").rstrip("/") + "/",
        records=records,
        nonce=nonce,
        renderer=renderer,
        facts=FactsExtension(),
        seen=before.seen if before and known else Seen(),
    )
