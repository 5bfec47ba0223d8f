"""The pinned theme's files as we publish them: patched where they would harm, pruned.

Material ships source maps, thirty word-stemming files, a search worker that we replace, and habits
we refuse: it requests a sitemap for every `link[rel=alternate]`, loads two scripts from a CDN and a
search index on every view, and trusts `?q=`. Each patch names the exact text of the pinned version;
when the theme changes, HC507 asks for a review.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from importlib.resources import files
from pathlib import Path

from helpcenter.model import Finding, Text


@dataclass(frozen=True, slots=True)
class Patch:
    """Replace `old`, which must occur exactly once in the file matching `glob`."""

    glob: str
    old: str
    new: str
    reason: str


BUNDLE = "assets/javascripts/bundle.*.min.js"
PATCHES = (
    Patch(
        BUNDLE,
        '"link[rel=alternate]"',
        '"link[rel=never]"',
        "would request <alternate>/sitemap.xml on every view",
    ),
    Patch(
        BUNDLE,
        '_t("https://unpkg.com/resize-observer-polyfill")',
        "$(void 0)",
        "would load a script from another host",
    ),
    Patch(
        BUNDLE,
        '_t("https://unpkg.com/mermaid@11/dist/mermaid.min.js")',
        "$(void 0)",
        "would load a script from another host",
    ),
    Patch(
        BUNDLE,
        'location.protocol==="file:"?_t(`${new URL("search/search_index.js",Or.base)}`)'
        '.pipe(m(()=>__index),Z(1)):ze(new URL("search/search_index.json",Or.base))',
        '$({config:{lang:[],separator:"[\\\\s]+",pipeline:[]},docs:[]})',
        "would load a whole index on every view; our worker brings its own",
    ),
    Patch(
        BUNDLE,
        "Mn(e,t=new Worker(e))",
        "Mn(e,t=(window.helpcenter=window.helpcenter||{}).searchWorker="
        "helpcenter.startWorker?helpcenter.startWorker(e):new Worker(e))",
        "keeps the search worker to itself; our box warms it up and asks how it is, and a copy"
        " opened from disk has none",
    ),
    Patch(
        BUNDLE,
        '{at("drawer",!1),at("search",!1)}',
        '{at("drawer",!1)}',
        "would close a search that has come back with the address of a section",
    ),
    Patch(
        BUNDLE,
        'r.has("q")&&',
        "!1&&",
        "would put any text of a link into the search box",
    ),
    Patch(
        BUNDLE,
        's.searchParams.set("h",',
        "(words=>s.words=words)(",
        "would send words that the reader typed to the server, in the address of a hit",
    ),
    Patch(
        BUNDLE,
        'href:`${s}`,class:"md-search-result__link"',
        'href:`${s}`,"data-hc-words":s.words,class:"md-search-result__link"',
        "our box hands the words on when the hit is followed",
    ),
    Patch(
        BUNDLE,
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))',
        "$((window.helpcenter||{}).words).pipe(g(Boolean))",
        "would mark on a page whatever a link says, an address too",
    ),
    Patch(
        BUNDLE,
        'xi(o.config)(n.searchParams.get("h"))',
        "xi(o.config)(n)",
        "the words are the box's, see above",
    ),
)
PRUNED = (
    "assets/**/*.map",
    "assets/stylesheets/parts/*",
    "assets/javascripts/offline/*",
    "assets/javascripts/offline",
    "assets/javascripts/lunr/**/*",
    "assets/javascripts/lunr",
    "assets/javascripts/workers/**/*",
    "assets/javascripts/workers",
)
"""Files that nothing uses; folders left empty go too."""
PRUNED_FOLDERS = {"lunr", "workers"}
SOURCE_MAP = "\n//# sourceMappingURL="


def finish(site: Path) -> list[Finding]:
    """Patch and prune the theme's files in the built folder `site`."""
    findings = [_misfit(patch) for patch in PATCHES if not _fits(site, patch)]
    for name in _scripts(_package()):
        path = site / name
        if path.is_file():
            path.write_text(_patched(name, path.read_text("utf-8")), "utf-8")
    for pattern in PRUNED:
        for path in sorted(site.glob(pattern), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    return findings


def patched_hashes() -> frozenset[str]:
    """SHA-256 of the installed theme's scripts as `finish` leaves them.

    The guard clears theme files by hash; these are the ones that we change.
    """
    package = _package()
    texts = (_patched(name, (package / name).read_text("utf-8")) for name in _scripts(package))
    return frozenset(hashlib.sha256(text.encode()).hexdigest() for text in texts)


def _package() -> Path:
    return Path(str(files("material"))) / "templates"


def _scripts(folder: Path) -> list[str]:
    found = folder.glob("assets/javascripts/**/*.min.js")
    return [
        path.relative_to(folder).as_posix()
        for path in found
        if not PRUNED_FOLDERS & set(path.parts)
    ]


def _patched(name: str, text: str) -> str:
    for patch in PATCHES:
        if fnmatchcase(name, patch.glob):
            text = text.replace(patch.old, patch.new)
    return text.partition(SOURCE_MAP)[0]


def _fits(site: Path, patch: Patch) -> bool:
    texts = [path.read_text("utf-8") for path in site.glob(patch.glob)]
    return len(texts) == 1 and texts[0].count(patch.old) == 1


def _misfit(patch: Patch) -> Finding:
    return Finding(
        rule="HC507",
        path=patch.glob,
        kind="theme",
        found=patch.old,
        message=Text(
            f"主题文件的补丁不再适用（{patch.reason}）",
            f"a patch of the theme no longer fits ({patch.reason})",
        ),
        suggestion=Text(
            "检查 hooks/helpcenter/publish/theme.py 与所锁定的主题版本",
            "check hooks/helpcenter/publish/theme.py against the pinned theme version",
        ),
    )
