"""WSGI layer of the preview: adds findings below each page and answers pages that poll."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from helpcenter.preview.saves import Preview
from helpcenter.preview.tabs import ADDRESS, answering
from helpcenter.report.overlay import App, with_panel, written

_SEEN = "helpcenter.seen"


def with_preview(app: App, preview: Preview) -> App:
    """`app`, with a panel in each page and automatic reload."""

    def footer(environ: dict[str, Any]) -> str:
        assert preview.build
        path, seen = environ["PATH_INFO"], environ[_SEEN]
        preview.tabs.asked(path)
        shown = seen if preview.tabs.look(path) == seen else "changed while it was read"
        script = written(
            preview.build.root / "overrides/bilingual", "reload.html", shown=shown, address=ADDRESS
        )
        return preview.panel(path) + script

    def looked(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[_SEEN] = preview.tabs.look(environ["PATH_INFO"])
        return with_panel(app, footer)(environ, start_response)

    return answering(looked, preview.tabs)
