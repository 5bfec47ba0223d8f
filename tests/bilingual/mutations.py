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
_STEP_NUMBER = re.compile(r"^[ \t]*[0-9]+[.)]", re.MULTILINE)
_STEP = re.compile(r"^(?:\d+\.|-) [^\n]*\n?", re.MULTILINE)
_WARNING = re.compile(r"^!!! [^\n]*\n(?:(?:    [^\n]*)?\n?)*", re.MULTILINE)
_KEYS = ("sign_in", "settings", "support-email", "urgent-phone", "phone", "email", "urgent")
_MARKUP = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]\([^()]*\)")
_SENTENCE = {
    "zh": re.compile("[^。！？；\n]+[。！？；]?"),
    "en": re.compile(r"[^\n]+?(?:[.!?;:](?=\s)|$)", re.MULTILINE),
}
_FIGURE = {
    "zh": re.compile("[二两三四五六七八九]"),
    "en": re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE),
}
_OTHERS = {"zh": "三四五六七八九", "en": ("three", "four", "five", "six", "seven", "eight", "nine")}


def number(text, lang, random):
    """Another figure in a quantity of the running text; numbers of steps are none."""
    words = take_apart(_STEP_NUMBER.sub("", text), "").words
    found = {words[q.start : q.end] for q in quantities(words, lang)}
    choices = sorted(figure for figure in found if text.count(figure) == 1)
    if not choices:
        return None
    figure = random.choice(choices)
    if old := re.search("[0-9]", figure):
        other = random.choice([d for d in "3456789" if d != old[0]])
    elif old := _FIGURE[lang].search(figure):
        other = random.choice([w for w in _OTHERS[lang] if w != old[0].lower()])
    else:
        return None
    return text.replace(figure, figure[: old.start()] + other + figure[old.end() :])


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


def sentence(text, lang, random):
    """A whole sentence that forbids, often beside a second one that stays."""
    found = [match for match in _SENTENCE[lang].finditer(text) if _forbids(match[0], lang)]
    if not found:
        return None
    match = random.choice(found)
    return text[: match.start()] + text[match.end() :]


def _forbids(text, lang):
    structured = text.lstrip().startswith(("#", "- ", "|", "!!!", *"123456789"))
    return not structured and _STRONG[lang].search(_MARKUP.sub("", text))


MUTATIONS: dict[str, Mutation] = {
    "number": number,
    "step": step,
    "label": label,
    "warning": warning,
    "prohibition": prohibition,
    "sentence": sentence,
}
