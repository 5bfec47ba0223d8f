"""Keys that a sound presses are heard; other sounds are silent."""

import io
import math
import wave

import pytest

from helpcenter.guard.files import dtmf
from helpcenter.guard.files.documents import contents

LOW, HIGH = (697, 770, 852, 941), (1209, 1336, 1477)
KEYS = ("123", "456", "789", "*0#")
TONES = {key: (LOW[row], HIGH[at]) for row, keys in enumerate(KEYS) for at, key in enumerate(keys)}


def sound(pieces, rate=8_000, width=2, channels=1, seconds=0.07):
    """A sound in WAV: of each piece the tones, then a pause."""
    out = bytearray()
    for heard in pieces:
        for at in range(int(rate * seconds * 2)):
            level = sum(0.4 * math.sin(2 * math.pi * tone * at / rate) for tone in heard)
            level *= at < rate * seconds
            sample = int(level * 32_000)
            one = (
                sample.to_bytes(2, "little", signed=True)
                if width == 2
                else bytes([(sample >> 8) + 128])
            )
            out += one * channels
    raw = io.BytesIO()
    with wave.open(raw, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(bytes(out))
    return raw.getvalue()


def pressed(keys):
    return [TONES[key] for key in keys]


@pytest.mark.parametrize(
    "form", [{}, {"rate": 44_100}, {"rate": 11_025, "width": 1}, {"rate": 16_000, "channels": 2}]
)
def test_a_number_is_heard(form):
    raw = sound(pressed("#4000006661"), **form)
    assert list(dtmf.dialled(raw)) == ["电话：400-000-6661"]
    assert "电话：400-000-6661" in contents("a.wav", raw).texts


@pytest.mark.parametrize(
    "raw",
    [
        sound(pressed("123")),
        sound([(440, 554), (494, 622), (523, 659), (587, 740)] * 3),
        sound([(697,)] * 9),
        sound([()] * 9),
        b"RIFF\0\0\0\0WAVE",
        b"",
    ],
    ids=["three keys", "a tune", "one tone", "nothing", "broken", "empty"],
)
def test_other_sounds_are_silent(raw):
    assert list(dtmf.dialled(raw)) == []
