"""Chromium as the tests start it, and what a page must never do in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

PATIENCE = 60_000
"""Milliseconds for what is waited for without saying how long."""
expect.set_options(timeout=20_000)  # a machine that does much else is slow, not wrong
BAR = "WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup"
"""Parts of Chromium's own address bar, for which it loads two pages more with every window."""
AROUND = (
    "AimEnabled,LensOverlay,MediaRouter,OptimizationHints,NetworkTimeServiceQuerying,"
    "PreconnectToSearch,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,"
    "PaintHolding,AvoidCorsURLLoaderRestartOnRedirect,ThirdPartyStoragePartitioning,"
    "HttpsUpgrades,HttpsFirstBalancedModeAutoEnable"
)
"""What Playwright switches off: Chromium heeds only the last list of features, which is ours."""
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"),
    f"--disable-features={BAR},{AROUND}",
)


@contextmanager
def chromium(path: Path) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=list(FLAGS))
        browser.on("context", lambda context: context.set_default_timeout(PATIENCE))
        yield browser
        browser.close()


def watch(page: Page, host: str) -> list[str]:
    """A list that fills with requests to others, failures, errors and policy violations."""
    seen: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(host) else seen.append(f"to {r.url}"))
    page.on("response", lambda r: None if r.status == 200 else seen.append(f"{r.status} {r.url}"))
    page.on("requestfailed", lambda r: None if left(r) else seen.append(f"failed {r.url}"))
    page.on("pageerror", lambda e: seen.append(f"error {e}"))
    page.on("console", lambda m: seen.append(m.text) if m.type == "error" else None)
    return seen


def left(request: Request) -> bool:
    """Whether a request ended only because the page that made it was left."""
    return request.failure == "net::ERR_ABORTED"
