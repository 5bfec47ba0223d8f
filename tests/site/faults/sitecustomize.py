"""Loaded by Python at start when this folder is on PYTHONPATH: the disk is full after a while."""

import errno
import os
import sys

FREE = 20
written = 0


def full_disk(event: str, args: tuple) -> None:
    global written
    if event != "open" or ".stage-" not in str(args[0]):
        return
    if isinstance(args[1], str) and "w" in args[1]:
        written += 1
        if written > FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(args[0]))


sys.addaudithook(full_disk)
