"""All forms of output, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from helpcenter.model import Finding, Lang, sort_key
from helpcenter.report import github, jsonout, sarif, text

FORMATS: dict[str, Callable[[Sequence[Finding], Lang], str]] = {
    "text": text.render,
    "json": jsonout.render,
    "github": github.render,
    "sarif": sarif.render,
}


def render(findings: Sequence[Finding], form: str, lang: Lang, colour: bool = False) -> str:
    """The findings, most dangerous first, in the form named `form`.

    Args:
        findings: in any order.
        form: a key of `FORMATS`.
        lang: language of the messages.
        colour: whether the text form may use terminal colours.
    """
    ordered = sorted(findings, key=sort_key)
    plain = form != "text"
    shown = FORMATS[form](ordered, lang) if plain else text.render(ordered, lang, colour)
    return shown.encode(errors="backslashreplace").decode()  # names of files may be any bytes
