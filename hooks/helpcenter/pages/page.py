"""`hc` in the template of one page."""

from __future__ import annotations

from helpcenter.bilingual.assemble import hard_front
from helpcenter.bilingual.urls import chinese_name, page_url
from helpcenter.bilingual.writing.review import overdue
from helpcenter.build import Build
from helpcenter.data.articles import Article
from helpcenter.data.models.article import ArticleMeta
from helpcenter.facts.format import day
from helpcenter.model import HTML_LANG, Lang
from helpcenter.pages.parts import CategoryView, LinkView
from helpcenter.pages.site import SiteView

MOST_RELATED = 5


class PageView(SiteView):
    """`hc` in the template of one page."""

    def __init__(self, build: Build, src: str, lang: Lang) -> None:
        super().__init__(build, lang)
        self.src = src
        self.article: Article = build.articles[src]
        self.title = build.front_matter(src)["title"]
        self.fallback = self.article.lang != lang
        """The page has no translation and shows Chinese on an English page."""
        self.content_lang = HTML_LANG[self.article.lang]
        self.noindex = build.noindex or self.fallback
        self.canonical = build.site_url + page_url(src, self.article.lang)
        self.alternates = [] if self.fallback else build.alternates(src)
        self.is_home = chinese_name(src) == "index.md"

    @property
    def path(self) -> str:
        """Page under which shown records are noted."""
        return f"docs/{self.src}"

    @property
    def is_emergency(self) -> bool:
        """Whether this is the emergency page, which the strip on top of all others links to."""
        link = self.emergency
        return link is not None and link.url == page_url(chinese_name(self.src), self.lang)

    @property
    def switch_url(self) -> str:
        """The same page in the other language, or that language's home."""
        if chinese_name(self.src) in self.build.sources:
            return page_url(self.src, self.other)
        return page_url("index.md", self.other)

    @property
    def meta(self) -> ArticleMeta | None:
        """Front matter of an article; None for the home and category pages."""
        meta = self.article.meta
        return meta if isinstance(meta, ArticleMeta) else None

    @property
    def review_by(self) -> str:
        """Day of the next review, in the page's words."""
        return day(self.meta.review_by, self.lang) if self.meta else ""

    @property
    def overdue(self) -> bool:
        """The day of the next review has passed."""
        return overdue(self.article, self.build.profile.today)

    @property
    def title_lang(self) -> str:
        """Language of the title when it differs from that of the text."""
        state = self.build.behind.get(self.src)
        return HTML_LANG["zh"] if state and "title" in hard_front(state) else ""

    @property
    def updated(self) -> str:
        """Day of the last change, in the page's words; empty where there is no history."""
        changed = self.build.changed.get(f"docs/{self.src}")
        return day(changed, self.lang) if changed else ""

    @property
    def as_of(self) -> str:
        """Day that a printed page is dated with: its last change, or that of the build."""
        return self.updated or super().as_of

    @property
    def verified(self) -> str:
        """When the facts shown on this page were last confirmed."""
        records, shown = self.build.records, self.build.renderer.shown
        keys = [key for key, pages in shown.items() if self.path in pages]
        proofs = [records.record(key).verified for key in keys]
        if not all(proofs):
            return self.t("unverified_line")
        dates = [proof.on for proof in proofs if proof]
        return self.t("verified_line", date=day(min(dates), self.lang)) if dates else ""

    @property
    def related(self) -> list[LinkView]:
        """Up to five related articles, leaving out unwritten ones."""
        return self.links(self.meta.related)[:MOST_RELATED] if self.meta else []

    @property
    def category(self) -> str | None:
        """Id of the category that the page belongs to."""
        return self.article.meta.category

    @property
    def shelf(self) -> CategoryView | None:
        """The category whose folder holds this page; None for pages next to the home page."""
        return next((c for c in self.categories if c.id == self.article.category), None)


def view(build: Build, src: str) -> PageView:
    """`hc` for the page made from `src` in the pass under way."""
    return PageView(build, src, build.lang)
