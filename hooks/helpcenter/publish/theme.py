"""The pinned theme's files as we publish them: patched where they would harm, pruned.

Material ships source maps, thirty word-stemming files and three habits we refuse:
it asks every `link[rel=alternate]` for a sitemap, it loads two scripts from a CDN,
and its word cutter drops the last word of a Chinese query. Each patch names the exact
text of the pinned version; when the theme changes, HC507 asks for a fresh look.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
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
WORKER = "assets/javascripts/workers/search.*.min.js"
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
        WORKER,
        "for(let o=s+1;o<t.length;o++)t.slice(s,o)in e",
        "for(let o=s+1;o<=t.length;o++)t.slice(s,o)in e",
        "drops the last word of a Chinese query",
    ),
    Patch(
        WORKER,
        "n[a]&&a<t.length-1&&",
        "n[a]&&a<t.length&&",
        "drops the last character of a Chinese query",
    ),
)
PRUNED = ("assets/**/*.map", "assets/javascripts/lunr/**/*")
SOURCE_MAP = "\n//# sourceMappingURL="


def finish(site: Path) -> list[Finding]:
    """Patch and prune the theme's files in the built folder `site`."""
    findings = [finding for patch in PATCHES for finding in _apply(site, patch)]
    for script in site.glob("assets/javascripts/**/*.min.js"):
        text = script.read_text("utf-8")
        script.write_text(text.partition(SOURCE_MAP)[0], "utf-8")
    for pattern in PRUNED:
        for path in sorted(site.glob(pattern), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    return findings


def patched_hashes(site: Path) -> frozenset[str]:
    """SHA-256 of the files that `finish` changed, for the guard's list of cleared files."""
    scripts = site.glob("assets/javascripts/**/*.min.js")
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in scripts)


def _apply(site: Path, patch: Patch) -> Iterator[Finding]:
    for path in site.glob(patch.glob):
        text = path.read_text("utf-8")
        if text.count(patch.old) == 1:
            path.write_text(text.replace(patch.old, patch.new), "utf-8")
            return
    yield Finding(
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
