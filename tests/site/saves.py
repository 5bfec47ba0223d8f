"""Every kind of save that a writer makes: what is written, and what its page shows then."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.site.project import LATER


@dataclass(frozen=True, slots=True)
class Save:
    """Files written one after the other, as an editor does."""

    kind: str
    page: str
    """Address below the site's root of the page that is open."""
    sign: str
    """HTML that the page shows afterwards, and not before."""
    files: tuple[tuple[str, str, str], ...]
    """Path below the root, what is replaced, and by what; an empty text is the whole file."""
    gone: bool = False
    """Whether it is the other way round: the sign is no longer shown."""

    def write(self, root: Path) -> None:
        for path, old, new in self.files:
            file = root / path
            if new is GONE:
                file.unlink()
                continue
            text = file.read_text("utf-8") if old else ""
            assert old in text, f"{old!r} is not in {path}"
            file.write_text(text.replace(old, new, 1) if old else new, "utf-8")

    def undo(self, root: Path) -> None:
        """Write what was there before."""
        for path, old, new in reversed(self.files):
            if old:
                file = root / path
                file.write_text(file.read_text("utf-8").replace(new, old, 1), "utf-8")


GONE = "(deleted)"
NEWEST = LATER.replace("以后再翻译的一页", "刚写好的一页")
CALL = "docs/contact/call-support"
LISTED = "      - social-media-support\n"
SAVES = (
    Save(
        "text",
        "contact/call-support/",
        "改过的一段。",
        ((f"{CALL}.md", "\n## ", "\n改过的一段。\n\n## "),),
    ),
    Save(
        "English text",
        "en/contact/call-support/",
        "A new line.",
        ((f"{CALL}.en.md", "\n## ", "\nA new line.\n\n## "),),
    ),
    Save(
        "title",
        "contact/call-support/",
        "改过的标题",
        ((f"{CALL}.md", "title: ", "title: 改过的标题"),),
    ),
    Save(
        "title, seen from elsewhere",
        "contact/live-chat/",
        "又改的标题",
        ((f"{CALL}.md", "title: ", "title: 又改的标题"),),
    ),
    Save(
        "description",
        "contact/",
        "改过的说明",
        ((f"{CALL}.md", "description: ", "description: 改过的说明，"),),
    ),
    Save(
        "fee",
        "fees/fees-overview/",
        "0.75%",
        (("docs/_data/fees.yml", "percent: 0.5", "percent: 0.75"),),
    ),
    Save(
        "contact",
        "contact/write-support-email/",
        "helpers@okpay.example",
        (("docs/_data/contacts.yml", "support@okpay.example", "helpers@okpay.example"),),
    ),
    Save(
        "limit",
        "limits/limits-overview/",
        "1,200",
        (("docs/_data/limits.yml", "single: 1000", "single: 1200"),),
    ),
    Save("brand", "", "Renamed", (("docs/_data/brand.yml", "name: OKPay", "name: Renamed"),)),
    Save(
        "template",
        "contact/call-support/",
        "改过的模板",
        (("overrides/main.html", "{% block content %}", "{% block content %}<p>改过的模板</p>"),),
    ),
    Save(
        "template of a fact",
        "contact/call-support/",
        "hc-changed",
        (("overrides/facts/table.html", 'class="', 'class="hc-changed '),),
    ),
    Save(
        "settings",
        "contact/call-support/",
        "navigation.footer",
        (("mkdocs.yml", "    - navigation.top", "    - navigation.top\n    - navigation.footer"),),
    ),
    Save(
        "new article",
        "contact/",
        "刚写好的一页",
        (
            ("docs/contact/newest.md", "", NEWEST),
            ("docs/_data/categories.yml", LISTED, f"{LISTED}      - newest\n"),
        ),
    ),
    Save(
        "deleted article",
        "contact/",
        "刚写好的一页",
        (("docs/contact/newest.md", "", GONE),),
        gone=True,
    ),
)
