"""Why a file was not read to its end is said in both languages, whatever the reason is."""

from __future__ import annotations

import ast
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.guard.helpers import TRUTH

from helpcenter.guard.gates.source import check_bytes
from helpcenter.guard.matching.effort import MAX_BYTES
from helpcenter.guard.rules.reasons import in_words

GUARD = Path(__file__).parents[2] / "hooks/helpcenter/guard"
TELLING = {"TooMuch": 0, "Broken": 0, "BadGzipFile": 0, "OSError": 0, "meet": 0, "few": 2}
"""What gives a reason, and the place of its argument."""
NAMES = r"SVG|PDF|WOFF2|MB|gzip|libraqm"


def given(node: ast.expr) -> str | None:
    """A reason, with 7 for whatever is filled in; None where it is made elsewhere."""
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return "".join(p.value if isinstance(p, ast.Constant) else "7" for p in parts)
        case ast.Subscript(value=said):  # a long one is cut
            return given(said)
    return None


def reasons() -> Iterator[str]:
    for path in GUARD.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", None) or getattr(call.func, "id", "")
            at = TELLING.get(name, 99)
            if len(call.args) > at and (said := given(call.args[at])):
                yield f"> 7 {said}" if name == "few" else said
    yield "> 7 instructions"  # what `few` counts when it is not told


REASONS = sorted({said for said in reasons() if said != "> 7 7"})


def test_every_reason_is_looked_at() -> None:
    assert len(REASONS) > 30


@pytest.mark.parametrize("reason", REASONS)
def test_a_reason_is_chinese_in_chinese(reason: str) -> None:
    said = in_words(reason)
    assert re.search("[\u4e00-\u9fff]", said.zh)
    assert not re.search(rf"(?!{NAMES})\b[A-Za-z]{{2,}}", re.sub(NAMES, "", said.zh))
    assert ">" not in said.zh + said.en


def test_words_of_a_library_stay() -> None:
    assert in_words("ValueError: odd").zh == "ValueError: odd"


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("docs/a.txt", b"a \xff\xfe\xfd", "字节 0xFF 不是 UTF-8"),
        ("docs/a.txt.gz", b"plain", "不是 gzip 压缩文件"),
        ("docs/a.txt.gz", gzip.compress(b"")[:10] + b"\xff" * 40, "压缩数据损坏"),
    ],
)
def test_why_a_text_was_not_read_is_chinese_too(name: str, raw: bytes, said: str) -> None:
    messages = [f.message.zh for f in check_bytes(name, raw, TRUTH) if f.rule == "HC120"]
    assert messages == [f"无法作为 UTF-8 文本检查：{said}"]


def test_a_finding_says_it_so() -> None:
    (finding,) = check_bytes("docs/a.md", b" " * (MAX_BYTES + 1), TRUTH)
    assert finding.found == "30,000,001 bytes"
    assert finding.message.zh == "无法完整检查：30,000,001 字节"
