"""Ways in which a careless edit makes one language of a section wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from helpcenter.bilingual.negation import _STRONG
from helpcenter.bilingual.numbers import quantities
from helpcenter.bilingual.plain import take_apart

Mutation = Callable[[str, str, Random], str | None]
"""Wrong text from a section's text and language; None where there is nothing to spoil."""

_CALL = re.compile(r"\{\{ (?:ui|contact|reply_time|hours)\(\"(?P<key>[^\"]+)\"")
_STEP = re.compile(r"^(?:\d+\.|-) [^\n]*\n?", re.MULTILINE)
_WARNING = re.compile(r"^!!! [^\n]*\n(?:(?:    [^\n]*)?\n?)*", re.MULTILINE)
_KEYS = ("sign_in", "settings", "support-email", "urgent-phone", "phone", "email", "urgent")
_MARKUP = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]\([^()]*\)")
_WORDS = {"两": "三", "三": "五", "two": "four", "three": "five"}


def number(text, lang, random):
    words = take_apart(text, "").words
    found = [words[q.start : q.end] for q in quantities(words, lang) if "\ufffc" not in words]
    choices = [f for f in found if text.count(f) == 1 and not f.startswith(("a ", "an "))]
    for figure in choices:
        for old, new in _WORDS.items():
            if old in figure.lower():
                return text.replace(figure, figure.lower().replace(old, new))
    return None


def step(text, lang, random):
    found = list(_STEP.finditer(text))
    if len(found) < 2:
        return None
    match = random.choice(found)
    return text[: match.start()] + text[match.end() :]


def label(text, lang, random):
    found = list(_CALL.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    other = random.choice([key for key in _KEYS if key != match["key"]])
    return text[: match.start("key")] + other + text[match.end("key") :]


def warning(text, lang, random):
    match = _WARNING.search(text)
    return text[: match.start()] + text[match.end() :] if match else None


def prohibition(text, lang, random):
    marks = [match.span() for match in _MARKUP.finditer(text)]
    found = [
        match
        for match in _STRONG[lang].finditer(text)
        if not any(first <= match.start() < end for first, end in marks)
    ]
    if not found:
        return None
    match = random.choice(found)
    return text[: match.start()] + text[match.end() :].lstrip()


MUTATIONS: dict[str, Mutation] = {
    "number": number,
    "step": step,
    "label": label,
    "warning": warning,
    "prohibition": prohibition,
}
