"""Redirect pages at old addresses, which lead to where the article is now."""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from helpcenter.build import Build
from helpcenter.pages.site import site_view


def redirect_files(build: Build, render: Callable[..., str]) -> dict[str, str]:
    """Files of the pass under way for each redirect of `addresses.yml`, by path in the site.

    `render` fills the template redirect.html.
    """
    prefix = "" if build.lang == "zh" else f"{build.lang}/"
    view = site_view(build)
    return {
        f"{prefix}{old}index.html": render(
            hc=view,
            url=posixpath.relpath(f"/{new}", f"/{old}") + "/",
            canonical=f"{build.site_url}{prefix}{new}",
        )
        for old, new in build.records.addresses.redirects.items()
    }
