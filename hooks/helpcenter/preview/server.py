"""What the preview's server adds: findings below each page, and answers to pages that ask."""

from __future__ import annotations

from helpcenter.preview.saves import Preview
from helpcenter.preview.tabs import ADDRESS, App, answering
from helpcenter.report.overlay import with_panel, written


def with_preview(app: App, preview: Preview) -> App:
    """`app`, its pages with their panel, and up to date by themselves."""

    def footer(path: str) -> str:
        assert preview.build
        shown = preview.tabs.look(path)
        preview.tabs.asked(path)
        templates = preview.build.root / "overrides/bilingual"
        return preview.panel(path) + written(templates, "reload.html", shown=shown, address=ADDRESS)

    return answering(with_panel(app, footer), preview.tabs)
