"""Where a sentence begins."""

from __future__ import annotations


def sentence_start(text: str, at: int, near: int, stops: str) -> int:
    """Where the sentence begins in which the sign at `at` stands, but nothing in front of `near`.

    `stops`: the signs that end the one before it; what counts as one differs with what is sought.
    """
    return max(near, *(text.rfind(sign, near, at) + 1 for sign in stops))
