"""Entry point of `helpcenter`: Ctrl-C prints one line even while modules are still loading."""

from __future__ import annotations

import sys


def main() -> None:
    """Load and run the command line; exit code 130, as in a shell, when interrupted."""
    try:
        from helpcenter.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\n已中断 / Stopped.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
