"""Where the `helpcenter` command begins: Ctrl-C is one line even while all else is still loaded."""

from __future__ import annotations

import sys


def main() -> None:
    """Load the command line and run it; exit code 130, as of a shell, when somebody stops it."""
    try:
        from helpcenter.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断 / Stopped.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
