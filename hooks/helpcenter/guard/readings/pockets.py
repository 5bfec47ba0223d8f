"""Pockets: texts encoded inside a text, which a program or an instruction decodes.

A pocket is read on its own, and again for pockets within it; findings in it are placed where the
pocket is in the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.guard import programs
from helpcenter.guard.detectors import mentions, networks
from helpcenter.guard.files import embedded, paintings, rtf, structured, subtitles
from helpcenter.guard.files.pictures import art
from helpcenter.guard.instructions import (
    additions,
    arithmetic,
    masks,
    offsets,
    riddles,
    strips,
    tallies,
)
from helpcenter.guard.instructions import followed as instructions
from helpcenter.guard.markup import rendering
from helpcenter.guard.matching import bounds
from helpcenter.guard.matching.fold import in_words
from helpcenter.guard.matching.needed import finder
from helpcenter.guard.numbers import (
    built_up,
    continued,
    far_parts,
    gathered,
    large_numbers,
    stated_numbers,
    usual_groups,
)
from helpcenter.guard.programs import snippets
from helpcenter.guard.readings import (
    columns,
    controls,
    diagrams,
    dictation,
    forms,
    headed,
    marked,
    named_parts,
    roles,
    standins,
    tables,
    wording,
)
from helpcenter.guard.readings.folds import Pocket, undone, unfolded


def pockets(text: str, path: str) -> Iterator[Pocket]:
    """Every pocket of a text."""
    yield from unfolded(text)
    yield from read(text, path)
    yield from worked_out(text, path)


def read(text: str, path: str) -> Iterator[Pocket]:
    """What a person makes of a text: of its sentences, its tables and its drawings."""
    text = in_words(text)
    yield from told(text)
    for start, end, inner in (*art(text), *embedded.grids(text), *paintings.drawn(text)):
        yield Pocket("drawn code", start, end, inner)
    for start, end, inner in instructions.carried_out(text, program=programs.is_program(path)):
        yield Pocket("instruction", start, end, inner)
    for start, end, inner in (
        *columns.columns(text),
        *headed.headed(text),
        *headed.lone(text),
        *controls.copied(text),
        *tables.below_heads(text, path),
        *tables.chosen(text, path),
        *forms.filled(text, path),
        *strips.labels(text),
        *standins.read(text),
        *marked.standing_out(text),
        *tallies.counted(text),
        *diagrams.ordered(text),
    ):
        yield Pocket("layout", start, end, inner)
    for start, end, inner in (*additions.added(text), *masks.filled(text)):
        yield Pocket("addition", start, end, inner)
    for start, end, inner in arithmetic.worked_out(text):
        yield Pocket("sum", start, end, inner)
    for start, end, inner in (
        *riddles.solved(text),
        *built_up.built_up(text),
        *far_parts.told(text),
        *continued.told(text),
        *large_numbers.told(text),
        *usual_groups.told(text),
        *stated_numbers.told(text),
        *gathered.told(text),
        *offsets.moved(text),
    ):
        yield Pocket("riddle", start, end, inner)


def worked_out(text: str, path: str) -> Iterator[Pocket]:
    """What a machine makes of a text: of its data, its styles and its programs."""
    for start, end, inner in embedded.files(text, path):
        yield Pocket("embedded file", start, end, inner)
    for start, end, inner in (
        *named_parts.put_together(text, path),
        *snippets.taken_in(text),
        *subtitles.spoken(text, path),
        *structured.formulas(text, path),
        *rtf.shown(text, path),
    ):
        yield Pocket("layout", start, end, inner)
    for start, end, inner in bounds.tried(rendering.drawn(text, path)):
        yield Pocket("layout", start, end, inner)
    for start, end, inner in programs.results(text, path):
        yield Pocket("program", start, end, inner)


def told(text: str) -> Iterator[Pocket]:
    """Addresses that a sentence takes apart."""
    text = in_words(text)
    yield from wording.said(text)
    for start, end, inner in (*dictation.dictated(text), *roles.told(text)):
        yield Pocket("dictated address", start, end, inner)


_DATA = ("data:image", "data:text", "data:application")


def of_pages(text: str, path: str) -> Iterator[Pocket]:
    """What a browser makes of a page, and accounts in cells and lines of their own.

    What only a person makes of sentences is read in the sources: pages would take too long.
    """
    yield from undone(text)
    said = in_words(text)
    if any(next(finder(words)(said), None) for words in (mentions.ANY, networks.WORDS)):
        for start, end, inner in (
            *columns.columns(said),
            *headed.headed(said),
            *headed.lone(said),
            *tables.below_heads(said, path),
        ):
            yield Pocket("layout", start, end, inner)
    if any(map(text.__contains__, _DATA)):
        for start, end, inner in embedded.files(text, path):
            yield Pocket("embedded file", start, end, inner)
    for start, end, inner in programs.of_page(text):
        yield Pocket("program", start, end, inner)
