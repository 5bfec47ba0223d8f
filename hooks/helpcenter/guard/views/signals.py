"""Signals for letters: Morse code in dots and strokes or as it is called, and Braille."""

from __future__ import annotations

import re

from helpcenter.guard.matching.found import Row

_MORSE = dict(zip(
    [".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..", ".---", "-.-", ".-..", "--", "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-", "-.--", "--..", "-----", ".----", "..---", "...--", "....-", ".....", "-....", "--...", "---..", "----.", ".-.-.-", ".--.-.", "-....-", "-..-.", "---..."],
    "abcdefghijklmnopqrstuvwxyz0123456789.@-/:", strict=True))  # fmt: skip
_BRAILLE = dict(
    zip("⠁⠃⠉⠙⠑⠋⠛⠓⠊⠚⠅⠇⠍⠝⠕⠏⠟⠗⠎⠞⠥⠧⠺⠭⠽⠵⠲⠨⠈⠤", "abcdefghijklmnopqrstuvwxyz..@-", strict=True)
)
_SOUND = re.compile(r"(?P<short>[滴嘀点點短]|dit?)|[嗒哒答划劃长長]|dah")
"""Drip and drop, dot and stroke, long and short, di and dah."""
_CALLED = (
    r"(?:[滴嘀嗒哒答]{1,6}|[点點划劃]{1,6}|[长長短]{1,6}"
    r"|(?:dit?|dah)(?:-(?:dit?|dah)){0,5}(?![a-z]))"
)
_GAP = r"[ ,，、/|;；·.]{1,3}"


def _morse(match: re.Match[str]) -> str:
    symbols = re.sub("[·•]", ".", re.sub("[—–−_]", "-", match[0])).split()
    return "".join(_MORSE.get(symbol, "") for symbol in symbols if symbol not in "/|")


def _sounded(match: re.Match[str]) -> str:
    """The letters of groups of sounds."""
    groups = (_SOUND.finditer(group) for group in re.split(_GAP, match[0]))
    symbols = ("".join("." if sound["short"] else "-" for sound in group) for group in groups)
    return "".join(_MORSE.get(symbol, "") for symbol in symbols)


def _braille(match: re.Match[str]) -> str:
    out, numbers = "", False
    for symbol in match[0]:
        if symbol == "⠼":
            numbers = True
        elif letter := _BRAILLE.get(symbol):
            number = numbers and letter in "abcdefghij"
            out += str("jabcdefghi".index(letter)) if number else letter
        elif symbol.isascii():
            out += symbol.strip()
    return out


ROWS: tuple[Row, ...] = (
    ("morse", re.compile(r"(?<![.\-·—_\w])[.\-·•—–−_]{1,6}(?:[ /|]{1,3}[.\-·•—–−_]{1,6}(?![\w])){6,200}+"), _morse,
     ("....- ----- ----- ..... ----. ..... .----", "4005951"), "- - a", ("..", "--", "··", "——")),
    ("braille", re.compile(r"[\u2801-\u28ff](?:[ @._/:-]?[\u2801-\u28ff]){5,200}"), _braille, ("⠁⠃⠉⠙@⠑⠋.⠞⠑⠎⠞", "abcd@ef.test"), "⠁⠃", ()),
    ("morse in words", re.compile(rf"(?<![a-z]){_CALLED}(?:{_GAP}{_CALLED}){{5,60}}+"), _sounded,
     ("滴滴滴滴嗒 嗒嗒嗒嗒嗒 嗒嗒嗒嗒嗒 滴滴滴滴滴 嗒嗒嗒嗒滴 滴滴滴滴滴 滴嗒嗒嗒嗒", "4005951"), "滴，滴，滴", ("嗒", "哒", "滴答", "答答", "点划", "划点", "点点", "點劃", "劃點", "點點", "长短", "短长", "长长", "長短", "短長", "長長", "-dah", "dah-")),
)  # fmt: skip
