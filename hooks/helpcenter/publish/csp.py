"""Content security policy of every page: nothing from elsewhere, nothing inline unnamed.

The theme's three small inline scripts differ with the depth of a page, so each page's
final bytes are hashed (CSP Level 3, section 8.3). `frame-ancestors` has no effect in a
meta element (section 3.3), so the same policy is also written as a header file.
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


def finish(site: Path) -> None:
    """Write the policy into every page of `site`, and the header file beside them."""
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        policy = "; ".join(BASE).format(hashes="".join(_hashes(page)))
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        path.write_text(page.replace(CHARSET, CHARSET + meta, 1), "utf-8")
    (site / "_headers").write_text(_headers(), "utf-8")


def _hashes(page: str) -> list[str]:
    bodies = [m["body"] for m in SCRIPT.finditer(page) if not DATA_BLOCK.search(m["attributes"])]
    return [f" 'sha256-{_digest(body)}'" for body in dict.fromkeys(bodies)]


def _digest(body: str) -> str:
    return base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()


def _headers() -> str:
    """`_headers` as Netlify and Cloudflare Pages read it; other hosts copy its lines.

    The script hashes stand in each page's own policy; both policies must allow a script,
    so the header leaves scripts to the page.
    """
    rules = [rule for rule in BASE if not rule.startswith(("default-src", "script-src"))]
    policy = "; ".join([*rules, "frame-ancestors 'none'"])
    headers = (("Content-Security-Policy", policy), *HEADERS)
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in headers)
