"""Starts soc2desk: `python -m soc2desk` and the command `soc2desk`."""

from __future__ import annotations

import sys

from soc2desk.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
