"""What the operating system refuses is said in the language of the reader."""

from __future__ import annotations

import errno
import os

import pytest

from helpcenter.model import Text
from helpcenter.system_errors import in_both_languages, reason_of


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        (errno.ENOENT, "没有这个文件", "no such file"),
        (errno.EACCES, "没有权限", "permission denied"),
        (errno.ENOSPC, "磁盘已满", "the disk is full"),
        (errno.ECONNREFUSED, "对方拒绝连接", "the connection was refused"),
    ],
)
def test_listed_errors_have_words_in_both_languages(code: int, zh: str, en: str) -> None:
    error = OSError(code, os.strerror(code), "/x")
    assert reason_of(error) == in_both_languages(os.strerror(code)) == Text(zh, en)


def test_other_errors_keep_their_words() -> None:
    assert reason_of(OSError(errno.EPIPE, "Broken pipe")) == Text("Broken pipe", "Broken pipe")
    assert reason_of(OSError("no number")) == Text("OSError", "OSError")
