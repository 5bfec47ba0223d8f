"""Where a source file is published, and which language it is in.

Suffix structure: `contact/call-support.md` is Chinese and lands at
`contact/call-support/`; `contact/call-support.en.md` lands at `en/contact/call-support/`.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from helpcenter.model import HTML_LANG, LANGS, Lang

ENGLISH_SUFFIX = ".en.md"


def language(src: str) -> Lang:
    """Language of the Markdown file `src` (POSIX path below docs/)."""
    return "en" if src.endswith(ENGLISH_SUFFIX) else "zh"


def chinese_name(src: str) -> str:
    """The Chinese file of the pair that `src` belongs to."""
    return src.removesuffix(ENGLISH_SUFFIX) + ".md" if language(src) == "en" else src


def counterpart(src: str) -> str:
    """The file of the same page in the other language."""
    if language(src) == "en":
        return chinese_name(src)
    return src.removesuffix(".md") + ENGLISH_SUFFIX


def page_url(src: str, lang: Lang) -> str:
    """Address below the site root of the page made from `src` for readers of `lang`."""
    path = PurePosixPath(chinese_name(src)).with_suffix("")
    folder = path.parent if path.name == "index" else path
    base = "" if str(folder) == "." else f"{folder}/"
    return base if lang == "zh" else f"en/{base}"


def alternates(src: str, sources: frozenset[str], site_url: str) -> list[tuple[str, str]]:
    """(hreflang, absolute address) of a page that truly exists in both languages.

    Empty for a page of one language: a fallback is not a translation, so it must
    not be announced as one. `x-default` is the Chinese page. Source: Google Search
    Central, "Localized versions of your pages": absolute, reciprocal, self-listing.
    """
    if counterpart(src) not in sources or chinese_name(src) not in sources:
        return []
    links = [(HTML_LANG[lang], site_url + page_url(src, lang)) for lang in LANGS]
    return [*links, ("x-default", site_url + page_url(src, "zh"))]
