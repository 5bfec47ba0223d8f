"""`hc` in every template: language, words, contacts, notices, links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urlsplit

from helpcenter.bilingual.navigation import offered, written
from helpcenter.bilingual.urls import counterpart, language, page_url
from helpcenter.build import Build
from helpcenter.data.models.contacts import Channel
from helpcenter.data.models.notices import Audience
from helpcenter.facts.expressions import Call
from helpcenter.facts.format import day, inside
from helpcenter.model import HTML_LANG, LANGS, Lang
from helpcenter.pages.colours import lighten, mix
from helpcenter.pages.parts import CategoryView, LinkView, NoticeView, WayView

MOST_POPULAR = 8


class SiteView:
    """`hc` in every template."""

    def __init__(self, build: Build, lang: Lang) -> None:
        self.build = build
        self.lang: Lang = lang
        self.html_lang = HTML_LANG[lang]
        self.other: Lang = "en" if lang == "zh" else "zh"
        self.root = page_url("index.md", lang)
        """Address of this language's home below the site root."""
        self.noindex = build.noindex
        self.brand = build.records.brand
        self.languages = [(code, HTML_LANG[code]) for code in LANGS]

    def t(self, key: str, lang: Lang | None = None, **values: object) -> str:
        """A text of the interface, in the page's language unless `lang` is given."""
        return self.build.words(key, lang or self.lang, **values)

    def site_name(self, lang: Lang | None = None) -> str:
        """Name of the help center."""
        return self.build.site_name(lang or self.lang)

    def fact(self, name: str, *args: str, lang: Lang | None = None) -> str:
        """A rendered fact, as `{{ name(args) }}` in an article."""
        call = Call(name, args)
        return self.build.renderer.render(call, lang or self.lang, self.path)

    def shade(self, name: str, other: str, share: int) -> str:
        """The brand's colour `name` with `share` percent of `other`."""
        return mix(getattr(self.brand.colours, name), other, share)

    def bright(self, name: str, lightness: int) -> str:
        """The brand's colour `name`, light enough for text on a dark page."""
        return lighten(getattr(self.brand.colours, name), lightness)

    @property
    def as_of(self) -> str:
        """Day that a printed page is dated with: its last change, or that of the build."""
        return day(self.build.profile.today, self.lang)

    @property
    def path(self) -> str:
        """Page under which shown records are noted."""
        return f"({self.lang})"

    @property
    def host(self) -> tuple[str, str] | None:
        """Record key and name of the host of this help center; None if it is not ours."""
        own = urlsplit(self.build.site_url).hostname
        for name, domain in self.build.records.domains.items():
            if domain.host == own:
                key = f"domains/{name}"
                self.build.renderer.shown.setdefault(key, set()).add(self.path)
                return key, domain.host
        return None

    @property
    def demo_notice(self) -> str:
        """The notice of a demo site; empty for a real one."""
        notice = self.brand.demo_notice
        return notice[self.lang].format(brand=self.brand.name) if notice else ""

    @property
    def ways(self) -> list[WayView]:
        """The contact block: channels that are not retired, in the order of the records."""
        return self.ways_in(self.lang)

    def ways_in(self, lang: Lang) -> list[WayView]:
        """The contact block with labels in `lang`."""
        records = self.build.records
        kept = [
            (i, records.contacts[i]) for i in records.channels if not records.contacts[i].retired
        ]
        return [WayView(i, c.label[lang], c.channel is Channel.URGENT) for i, c in kept]

    @property
    def feedback(self) -> WayView | None:
        """The contact that takes feedback, with the kind of its address as its label."""
        records = self.build.records
        contact = records.contacts[records.feedback] if records.feedback else None
        if contact is None or contact.retired:
            return None
        return WayView(records.feedback or "", contact.kind.value, urgent=False)

    @property
    def has_samples(self) -> bool:
        """Whether a contact of the block is sample data."""
        records = self.build.records
        return any(records.state(f"contacts/{way.id}") == "sample" for way in self.ways)

    @property
    def hub(self) -> LinkView | None:
        """The article with all ways to reach us: the first of the first category."""
        first = next(iter(self.categories), None)
        return first.articles[0] if first else None

    @property
    def never_ask(self) -> str:
        """What we never ask for, within one sentence."""
        comma = "、" if self.lang == "zh" else "; "
        labels = [item.label[self.lang] for item in self.build.records.security.never_ask.values()]
        return comma.join(map(inside, labels))

    @property
    def notices(self) -> list[NoticeView]:
        """Emergency notices for compromised records first, then announcements not yet over."""
        return [*self._compromised(), *self._announcements()]

    def _compromised(self) -> Iterator[NoticeView]:
        for key, contact in self.build.records.contacts.items():
            if contact.compromised:
                label = contact.label[self.lang]
                text = self.t("compromised_notice", label=label)
                yield NoticeView(f"compromised-{key}", text, "critical")

    def _announcements(self) -> Iterator[NoticeView]:
        today = self.build.profile.today
        now = datetime(today.year, today.month, today.day, tzinfo=UTC)
        for key, item in self.build.records.announcements.items():
            if (item.end is None or item.end > now) and self._concerns(item.audience):
                brand, who = self.brand.name, item.audience.who
                yield NoticeView(
                    id=key,
                    text=item.text[self.lang].format(brand=brand),
                    severity=item.severity.value,
                    begun=item.start <= now,
                    who=who[self.lang].format(brand=brand) if who else "",
                    start=item.start.isoformat(),
                    end=item.end.isoformat() if item.end else "",
                )

    def _concerns(self, audience: Audience) -> bool:
        """Whether it concerns this page's readers; a template that is no page has no category."""
        languages, categories = audience.languages, audience.categories
        return self.lang in (languages or LANGS) and (not categories or self.category in categories)

    @property
    def category(self) -> str | None:
        """Id of the category that the page belongs to."""
        return None

    @property
    def categories(self) -> list[CategoryView]:
        """Categories in order, those without a written article left out."""
        return _categories(self.build, self.lang)

    @property
    def popular(self) -> list[LinkView]:
        """Articles offered first, those not yet written left out."""
        return self.links(self.build.records.popular)[:MOST_POPULAR]

    @property
    def emergency(self) -> LinkView | None:
        """The page for a stolen account or a scam in progress, linked from every page."""
        return next(iter(self.links(self.build.records.pages[:1])), None)

    @property
    def others(self) -> list[LinkView]:
        """Pages outside the categories, such as the one about this help center."""
        return self.links(self.build.records.pages[1:])

    @property
    def examples(self) -> list[str]:
        """Questions that show how to search."""
        return [example[self.lang] for example in self.build.records.examples]

    @property
    def sitemap(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """(address, alternates) of every page in its own language; no fallbacks."""
        build = self.build
        return [
            (build.site_url + page_url(src, language(src)), build.alternates(src))
            for src in sorted(build.sources)
        ]

    def links(self, ids: list[str]) -> list[LinkView]:
        """Links to articles by id, those that readers of this language do not have left out."""
        by_id = self.build.paths
        found = [by_id[name] for name in ids if name in by_id]
        return [self.link(src) for src in found if offered(src, self.build.sources, self.lang)]

    def link(self, src: str) -> LinkView:
        """Link to the page of the Chinese file `src`, titled in this language if it can be."""
        return _link(self.build, src, self.lang)


@lru_cache(maxsize=len(LANGS))  # asked for by every page of a pass
def _categories(build: Build, lang: Lang) -> list[CategoryView]:
    views = []
    for key, category in build.records.categories.items():
        links = [_link(build, src, lang) for src in written(key, category, build.sources, lang)]
        if links:
            url = page_url(f"{key}/index.md", lang)
            title, text = category.title[lang], category.description[lang]
            views.append(CategoryView(key, title, text, category.icon, url, links))
    return views


def _link(build: Build, src: str, lang: Lang) -> LinkView:
    english = counterpart(src)
    own = english if lang == "en" and english in build.articles else src
    words = build.front_matter(own)
    foreign = HTML_LANG["zh"] if language(own) != lang else None
    return LinkView(words["title"], page_url(src, lang), words["description"], foreign)


def site_view(build: Build) -> SiteView:
    """`hc` for a template that is no page."""
    return SiteView(build, build.lang)
