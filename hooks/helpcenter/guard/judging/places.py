"""Places of addresses for machines: tables of file and place → what is allowed.

At such a place an address of ours needs no mark; it still must equal a record. Names that
only look like addresses (XML namespaces, schema ids) are no addresses at these places.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from helpcenter.guard.markup.html import Markup

RECORD_FILES = frozenset({"docs/_data/contacts.yml", "docs/_data/domains.yml"})
"""Where retired addresses stay on file."""
ALL = frozenset({"email", "phone", "url", "social", "messenger"})
URL = frozenset({"url"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a file an address stands."""

    element: str = ""
    """Name of the tag that holds it, or of the one just before the text."""
    attribute: str = ""
    """Empty: in text."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """All attributes of that tag, decoded."""


@dataclass(frozen=True, slots=True)
class Place:
    """One kind of machine place; an empty field allows anything."""

    files: str
    element: str = ""
    attribute: str = ""
    when: tuple[str, frozenset[str]] | None = None
    """An attribute of the element, one of whose words must be in the set."""
    kinds: frozenset[str] = URL

    def holds(self, path: str, spot: Spot, kind: str) -> bool:
        """Whether an address of `kind` at `spot` of the file `path` is at this place."""
        if kind not in self.kinds or not fnmatchcase(path, self.files):
            return False
        if self.element and (self.element, self.attribute) != (spot.element, spot.attribute):
            return False
        if self.when is None:
            return True
        return not self.when[1].isdisjoint(spot.attributes.get(self.when[0], "").lower().split())


_RELATIONS = frozenset({"canonical", "alternate", "icon", "manifest", "license", "search", "home"})
_CARDS = frozenset({"og:url", "og:image", "twitter:image", "twitter:url"})

MACHINE: tuple[Place, ...] = (
    Place("*.html", "link", "href", ("rel", _RELATIONS)),
    Place("*.html", "meta", "content", ("property", _CARDS)),
    Place("*.html", "meta", "content", ("name", _CARDS)),
    Place("*.html", "script", "", ("type", frozenset({"application/ld+json"})), ALL),
    Place("*.html", "script", "", ("type", frozenset({"application/json"}))),
    Place("*sitemap*.xml*", "loc"),
    Place("*sitemap*.xml*", "xhtml:link", "href"),
    Place("*feed*.xml"),
    Place("*robots.txt"),
    Place("*search/*.js*", kinds=ALL),
    Place("*_headers"),
    Place("CNAME"),
    Place("*llms*.txt", kinds=ALL),
    Place("*.well-known/*", kinds=ALL),
    Place("mkdocs.yml"),
    Place(".github/*", kinds=ALL),
    Place("docs/_data/*.yml", kinds=ALL),
)
"""Where an official address may stand without a mark, in built and in source files."""

NAMESPACES = frozenset(
    {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1999/xlink",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2005/Atom",
        "http://www.sitemaps.org/schemas/sitemap/0.9",
        "http://www.google.com/schemas/sitemap-image/1.1",
        "http://www.inkscape.org/namespaces/inkscape",
        "https://json-schema.org/draft/2020-12/schema",
        "https://schema.org/",
        "http://schema.org/",
    }
)
"""Names that nobody opens; an address anywhere else."""
_NAMESPACE_ATTRIBUTES = ("itemtype", "vocab")
_GEOMETRY = frozenset({"d", "points", "viewbox", "transform", "values", "path"})
_NO_SHAPE = re.compile(r"://|@|[a-z0-9-]\.[a-z]{2}|[\u3400-\u9fff]|[a-z]:[^;]", re.IGNORECASE)
"""What no path, place or turn is made of: an animation's values may be links and words."""
_DRAWN = frozenset(
    {"svg", "g", "path", "polygon", "polyline", "use", "mask", "pattern", "symbol", "clippath"}
    | {"lineargradient", "radialgradient", "animate", "animatemotion", "animatetransform"}
)


def is_machine_place(path: str, spot: Spot, kind: str) -> bool:
    """Whether an official address may stand here without a mark."""
    return any(place.holds(path, spot, kind) for place in MACHINE)


def is_namespace(path: str, spot: Spot, canonical: str) -> bool:
    """Whether this is the name of a vocabulary at a place for such names."""
    if canonical not in NAMESPACES:
        return False
    if spot.attribute:
        return spot.attribute.startswith("xmlns") or spot.attribute in _NAMESPACE_ATTRIBUTES
    return spot.element in ("script", "style") or not path.endswith(
        (".html", ".htm", ".md", ".xml", ".svg", ".txt")
    )


def is_geometry(spot: Spot) -> bool:
    """Digits of drawings and checksums, which no reader sees as text."""
    if spot.attribute not in _GEOMETRY or spot.element not in _DRAWN:
        return spot.attribute == "integrity"
    return not _NO_SHAPE.search(spot.attributes.get(spot.attribute, ""))


def spot_of(markup: Markup, offset: int) -> Spot:
    """Where in the markup the character at `offset` stands."""
    index = markup.before(offset)
    if index < 0:
        return Spot()
    tag = markup.tags[index]
    attributes = markup.attributes(tag)
    values: dict[str, str] = {}
    for attribute in attributes:
        values.setdefault(attribute.name, attribute.text)
    if offset >= tag.end:
        return Spot("" if tag.closing else tag.name, "", values)
    name = next((a.name for a in attributes if a.start <= offset < a.end), "")
    return Spot(tag.name, name or "?", values)
