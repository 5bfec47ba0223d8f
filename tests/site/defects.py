"""The defects of the plain stack, each as a check that lists what is wrong.

Every check is silent on our site and speaks on the plain stack's build of the same
articles; defects whose mend is a refusal are in `REFUSALS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from tests.site.pages import SITE_URL, Site, by_class, language_of, words

HAN = re.compile(r"[\u4e00-\u9fff]")
FALLBACK = "en/contact/later/"


def html_lang(site: Site) -> Iterator[str]:
    """`<html lang>` is zh-CN or en."""
    for url in site.urls():
        wanted = "en" if url.startswith("en/") else "zh-CN"
        if (found := re.findall(r'<html\b[^>]*\blang="([^"]*)"', site.html(url))) != [wanted]:
            yield f"{url}: {found}"


def english_plurals(site: Site) -> Iterator[str]:
    """2. A stemmed index hides the plural that readers type."""
    index = site.folder / "search/search_index.json"  # ours has none: stems on both sides
    if (
        index.exists()
        and "stemmer" in site.search("search/search_index.json")["config"]["pipeline"]
    ):
        yield index.name


def not_found_page(site: Site) -> Iterator[str]:
    """3. The root 404 page is that of the last language."""
    root = site.page("404.html")
    if root.get("lang") != "zh-CN":
        yield f"404.html is {root.get('lang')}"
    if not {"zh-CN", "en"} <= {e.get("lang") for e in root.iter() if e.get("lang")}:
        yield "404.html speaks one language"
    if not (site.folder / "en/404.html").exists():
        yield "no en/404.html"


def fallback_page(site: Site) -> Iterator[str]:
    """4. A page without translation pretends to be one."""
    page = site.page(FALLBACK)
    article = next(page.iter("article"))
    if language_of(page, article) != "zh-CN":
        yield "Chinese is marked as English"
    if site.head_links(FALLBACK, "canonical") != [(None, f"{SITE_URL}contact/later/")]:
        yield "the canonical address is not the Chinese page"
    if not any(
        e.get("name") == "robots" and "noindex" in e.get("content", "") for e in page.iter("meta")
    ):
        yield "no noindex"
    if [code for code, _ in site.head_links(FALLBACK, "alternate") if code]:
        yield "claims translations"
    if f"{SITE_URL}{FALLBACK}" in site.text("sitemap.xml"):
        yield "is in the sitemap"
    if "hasn't been translated yet" not in words(page):
        yield "no notice"


def hreflang(site: Site) -> Iterator[str]:
    """5. Language links are relative, false, or lack x-default."""
    for url in ("", "en/", "contact/call-support/", "en/contact/call-support/"):
        links = dict(site.head_links(url, "alternate"))
        if set(links) != {"zh-CN", "en", "x-default"}:
            yield f"{url}: {sorted(map(str, links))}"
        for href in links.values():
            target = urlsplit(urljoin(SITE_URL + url, href)).path.lstrip("/")
            if not href.startswith(SITE_URL) or not (site.folder / target / "index.html").exists():
                yield f"{url}: {href}"


def one_way_claim(site: Site) -> Iterator[str]:
    """4, 5. A page of one language announces no translation."""
    for code, href in site.head_links("contact/later/", "alternate"):
        yield f"{code}: {href}"


def mixed_index(site: Site) -> Iterator[str]:
    """7. One index for both languages; hits leave /en/."""
    for entry in _searched(site, ""):
        if entry.get("url", entry.get("location", "")).startswith("en/"):
            yield str(entry)
    english = list(_searched(site, "en/"))
    if not english:
        yield "no English index"
    elif any(HAN.search(entry["title"]) for entry in english):
        yield "Chinese titles in the English index"


def _searched(site: Site, root: str) -> Iterator[dict]:
    """What the index of a language shows: ours is a file an article, the plain one is one file."""
    folder = site.folder / root / "search"
    if (folder / "search_index.json").exists():
        yield from site.search(f"{root}search/search_index.json")["docs"]
    for path in sorted(folder.glob("articles/*.json")):
        yield site.search(path.relative_to(site.folder).as_posix())


def navigation_titles(site: Site) -> Iterator[str]:
    """8. A missing translation of a navigation title is silent."""
    for element in by_class(site.page("en/contact/call-support/"), "md-nav__title"):
        if HAN.search(words(element)):
            yield words(element)


def admonition_title(site: Site) -> Iterator[str]:
    """11. "Note" stands above a Chinese note, also where Chinese stands in for English."""
    for url in ("contact/later/", "en/contact/later/"):
        for element in by_class(site.page(url), "admonition-title"):
            if not HAN.search(words(element)):
                yield f"{url}: {words(element)}"


def english_home(site: Site) -> Iterator[str]:
    """12. The English home is not known to be a home: its title differs in form."""
    titles = [words(next(site.page(url).iter("title"))) for url in ("", "en/")]
    if any("-" in title or "–" in title for title in titles):
        yield str(titles)


def glossary_in_chinese(site: Site) -> Iterator[str]:
    """14. Abbreviations do not match inside running Chinese."""
    if not list(site.page("contact/later/").iter("abbr")):
        yield "no tooltip for 身份验证"


def stray_requests(site: Site) -> Iterator[str]:
    """10. The theme asks each alternate for a sitemap, and other hosts for scripts."""
    for script in site.folder.glob("assets/javascripts/bundle*.js"):
        for text in ('"link[rel=alternate]"', "https://unpkg.com"):
            if text in script.read_text("utf-8"):
                yield text


def language_switch(site: Site) -> Iterator[str]:
    """10. The language switch leads to the same page, and a script keeps the anchor."""
    links = by_class(site.page("contact/call-support/"), "hc-language")
    if [link.get("href") for link in links] != ["../../en/contact/call-support/"]:
        yield "no link to the same page"


def heading_ids(site: Site) -> Iterator[str]:
    """13. Chinese headings become `_1`, `_2`."""
    for url in site.urls():
        for found in re.findall(r"<h[23]\b[^>]*\bid=[\"']?(_\d+)\b", site.html(url)):
            yield f"{url}#{found}"


CHECKS: tuple[Callable[[Site], Iterator[str]], ...] = (
    html_lang,
    english_plurals,
    not_found_page,
    fallback_page,
    hreflang,
    one_way_claim,
    mixed_index,
    navigation_titles,
    admonition_title,
    english_home,
    glossary_in_chinese,
    stray_requests,
    language_switch,
    heading_ids,
)
