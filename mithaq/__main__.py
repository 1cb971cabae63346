"""`python -m mithaq`, and the console script `mithaq`."""

from __future__ import annotations

import io
import sys

from mithaq.app.main import main


def run() -> None:
    """Run the command line and leave with its exit code; what it writes is UTF-8 with plain line ends, whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
