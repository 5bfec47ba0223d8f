"""What is made of a text comes in the same order in every process, whatever its hashes are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from helpcenter.guard.readings.pockets import pockets

HOOKS = Path(__file__).resolve().parents[2] / "hooks"
TEXT = """
写信到 help-93#okpay-kefu!net（把“#”换成“@”，把“!”换成“.”，把“-”去掉）

电话 400 <s>111</s> 000 <span style="text-decoration: line-through">22</span> 0199

<ruby>汇<rt>huì</rt></ruby><del>款</del>
"""
PROGRAM = """
import sys
from helpcenter.guard.readings.pockets import pockets
print(*pockets(sys.argv[1], "docs/a.md"), sep="\\n")
"""


def test_the_order_does_not_depend_on_the_process() -> None:
    told = ["".join(f"{pocket}\n" for pocket in pockets(TEXT, "docs/a.md"))]
    for seed in "123":
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HOOKS)}
        command = [sys.executable, "-c", PROGRAM, TEXT]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        told.append(done.stdout)
    assert told[0].count("instruction") > 2 and "layout" in told[0]
    assert len(set(told)) == 1
