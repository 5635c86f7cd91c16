"""Starts soc2desk: `python -m soc2desk` and the command `soc2desk`. Alone it opens the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from soc2desk.cli.main import main as run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from soc2desk.cli.main import Show


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window, and return the exit code."""
    return run(arguments, _window)


def _window() -> Show:
    # Loaded only now: no command needs Qt, and one may be used where Qt is missing.
    from soc2desk.desktop.start import run as show  # noqa: PLC0415

    return show


if __name__ == "__main__":
    sys.exit(main())
