"""Loaded by Python at start when this folder is on PYTHONPATH: faults of the machine.

FAULT="full disk": after a while nothing more can be written. FAULT="unreadable": one
article cannot be opened. FAULT="stall": after a while writing takes a minute. They work for
root too, who may read and write everything.
"""

import errno
import os
import sys
import time

FREE = 20
UNREADABLE = "call-support.md"
written = 0


def fault(event: str, args: tuple) -> None:
    global written
    if event != "open":
        return
    path, mode = os.fsdecode(args[0]) if isinstance(args[0], (str, bytes)) else "", args[1]
    if os.environ["FAULT"] == "unreadable" and path.endswith(f"/{UNREADABLE}"):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    if ".stage-" in path and "w" in str(mode):
        written += 1
        if os.environ["FAULT"] == "stall" and written == FREE:
            time.sleep(60)
        if os.environ["FAULT"] == "full disk" and written > FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


sys.addaudithook(fault)
