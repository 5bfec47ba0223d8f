"""Content security policy of every page: nothing from elsewhere, nothing inline unnamed.

The theme's three small inline scripts differ with the depth of a page, so each page's
final bytes are hashed (CSP Level 3, section 8.3). `frame-ancestors` has no effect in a
meta element (section 3.3), so the same policy is also written as header files.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
DATA_BLOCK = re.compile(r'\b(?:src=|type="application/json")')
CHARSET = '<meta charset="utf-8">'
BASE = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "object-src 'none'",
)
HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
)
# File name: its first line, then the form of each header. Netlify and Cloudflare Pages read
# `_headers` by themselves; nginx includes its file in a server block, Apache in a virtual host.
FORMS = {
    "_headers": ("/*\n", "  {}: {}\n"),
    "_headers.nginx": ("", 'add_header {} "{}" always;\n'),
    "_headers.apache": ("", 'Header always set {} "{}"\n'),
}


def finish(site: Path) -> None:
    """Write the policy into every page of `site`, and the header files beside them."""
    seen: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        hashes = _hashes(page)
        seen.update(hashes)
        meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(hashes)}">'
        path.write_text(page.replace(CHARSET, CHARSET + meta, 1), "utf-8")
    for name, (start, line) in FORMS.items():
        headers = _headers(sorted(seen))
        text = start + "".join(line.format(*header) for header in headers)
        (site / name).write_text(text, "utf-8")


def _policy(hashes: list[str]) -> str:
    return "; ".join(BASE).format(hashes="".join(hashes))


def _hashes(page: str) -> list[str]:
    bodies = [m["body"] for m in SCRIPT.finditer(page) if not DATA_BLOCK.search(m["attributes"])]
    return [f" 'sha256-{_digest(body)}'" for body in dict.fromkeys(bodies)]


def _digest(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def _headers(hashes: list[str]) -> list[tuple[str, str]]:
    """Name and value of each header.

    One policy for all pages names the scripts of all of them (a handful: they differ by depth);
    each page's own policy narrows that to its own.
    """
    policy = f"{_policy(hashes)}; frame-ancestors 'none'"
    return [("Content-Security-Policy", policy), *HEADERS]
