"""Renders a call as escaped HTML through a template, or as plain text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from helpcenter.data.records import Records
from helpcenter.facts.expressions import Call, find, parse
from helpcenter.facts.format import day
from helpcenter.facts.functions import require_plain, resolve
from helpcenter.facts.pieces import pieces
from helpcenter.facts.view import View
from helpcenter.model import Lang


class Renderer:
    """Renders calls for all pages of one build; the same call is rendered once a language.

    Attributes:
        records: the single source of all values.
        shown: key of each record whose value a reader sees (or misses, when it is
            retired), with the pages concerned. The release gate reads it.
    """

    def __init__(
        self, records: Records, templates: Path, nonce: str, *, badge_all: bool = False
    ) -> None:
        """`templates` is `overrides/facts`; `nonce` ends each mark until the output is checked.

        With `badge_all` verified values carry the sample badge too, for the test release
        that is allowed to use reserved names.
        """
        self.records = records
        self.shown: dict[str, set[str]] = {}
        self._nonce = nonce
        self._badge_all = badge_all
        self._done: dict[tuple[Call, Lang, bool], tuple[Markup, set[str]]] = {}
        self._environment = _environment(templates)

    def render(self, call: Call, lang: Lang, page_path: str) -> Markup:
        """The HTML of `call` for the page `page_path`.

        Raises:
            Refused: for an unknown function, argument or record.
        """
        return self._render(call, lang, page_path, plain=False)

    def plain(self, call: Call, lang: Lang, page_path: str) -> str:
        """The value of `call` as text without markup and badge; not escaped.

        Raises:
            Refused: also for a function that has no such form.
        """
        return self._render(call, lang, page_path, plain=True).unescape()

    def fill(self, text: str, lang: Lang, page_path: str) -> str:
        """`text` of front matter with each expression replaced by its plain value.

        Raises:
            Refused: for the first expression that is refused.
        """
        found = find(text)
        if found.refused:
            raise found.refused[0]
        parts, last = [], 0
        for expression in found.expressions:
            value = self.plain(parse(expression.source), lang, page_path)
            parts += [text[last : expression.start], value]
            last = expression.end
        return "".join([*parts, text[last:]])

    def _render(self, call: Call, lang: Lang, page_path: str, *, plain: bool) -> Markup:
        key = (call, lang, plain)
        if key not in self._done:
            self._done[key] = self._evaluate(call, lang, plain=plain)
        html, seen = self._done[key]
        for record in seen:
            self.shown.setdefault(record, set()).add(page_path)
        return html

    def _evaluate(self, call: Call, lang: Lang, *, plain: bool) -> tuple[Markup, set[str]]:
        function, arguments = resolve(call, self.records)
        if plain:
            require_plain(call)
        view = View(self.records, lang, self._nonce, self._badge_all)
        values = function.run(view, **arguments)
        template = self._environment.get_template("plain.html" if plain else function.template)
        html = template.render(values, t=view.t, day=lambda value: day(value, lang))
        return Markup(html.strip()), view.seen


@lru_cache(maxsize=2)
def _environment(templates: Path) -> SandboxedEnvironment:
    """Compiles a template again only when its file has changed."""
    environment = SandboxedEnvironment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["pieces"] = pieces
    return environment
