"""Keys of a telephone that a sound presses, told by their two tones each (ITU-T Q.23, Q.24)."""

from __future__ import annotations

import io
import math
import wave
from array import array
from collections.abc import Iterator, Sequence
from itertools import groupby

from helpcenter.guard.matching.number_shapes import in_groups

_ROWS, _COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477, 1633)
"""Hertz of the low tone of each row of keys, and of the high tone of each column."""
_KEYS = ("123A", "456B", "789C", "*0#D")
_RATE = 8_000
"""Samples a second that are looked at, at most twice as many."""
_LONGEST = 40
"""Seconds of a sound that are heard."""
_FRAME = 0.02
"""Seconds of a piece; a key is pressed for two and more (Q.24: 40 ms)."""
_LEAST = 2
_QUIET = 300.0
"""Loudness, of 32768, below which nothing is heard."""
_SHARE = 0.7
"""How much of the loudness of a piece the two tones have."""
_APART = 12.0
"""How many times stronger one of them may be."""
_FEW = 7
"""Keys that a number has at least."""


def dialled(raw: bytes) -> Iterator[str]:
    """The number that the tones of a sound in WAV dial; nothing when it is another sound."""
    try:
        samples, rate = _samples(raw)
    except (wave.Error, EOFError, ValueError):
        return
    size = int(rate * _FRAME)
    pieces = (samples[at : at + size] for at in range(0, len(samples) - size + 1, max(size, 1)))
    heard = groupby(_key(piece, rate) for piece in pieces)
    keys = "".join(key for key, run in heard if len([*run]) >= _LEAST)
    digits = "".join(filter(str.isdigit, keys))
    if len(digits) >= _FEW:
        yield f"电话：{in_groups(digits) or digits}"


def _samples(raw: bytes) -> tuple[Sequence[int], float]:
    """The first channel in 16 bits, and how many samples a second it has.

    Raises:
        ValueError: it has as many bits as no telephone hears.
    """
    with wave.open(io.BytesIO(raw)) as sound:
        rate, width, channels = sound.getframerate(), sound.getsampwidth(), sound.getnchannels()
        data = sound.readframes(min(sound.getnframes(), _LONGEST * rate))
    if width not in (1, 2):
        raise ValueError(width)
    step = channels * max(1, rate // _RATE)
    if width == 1:
        return [(sample - 128) << 8 for sample in data[::step]], rate * channels / step
    return array("h", data[: len(data) // 2 * 2])[::step], rate * channels / step


def _key(piece: Sequence[int], rate: float) -> str:
    """The key whose two tones a piece of sound is; empty for any other sound."""
    loud = sum(sample * sample for sample in piece)
    if loud < _QUIET * _QUIET * len(piece):
        return ""
    low, high = ([_strength(piece, tone / rate) for tone in tones] for tones in (_ROWS, _COLUMNS))
    one, other = max(low), max(high)
    if 2 * (one + other) < _SHARE * loud * len(piece) or max(one, other) > _APART * min(one, other):
        return ""
    return _KEYS[low.index(one)][high.index(other)]


def _strength(piece: Sequence[int], cycles: float) -> float:
    """How strong a tone of so many cycles a sample is (Goertzel)."""
    factor = 2 * math.cos(2 * math.pi * cycles)
    last = before = 0.0
    for sample in piece:
        last, before = sample + factor * last - before, last
    return last * last + before * before - factor * last * before
