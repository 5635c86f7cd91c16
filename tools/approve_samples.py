"""Records the approvals of the shipped samples anew, after a change of template text.

Run from the checkout: python -m tools.approve_samples 2026-11-16
The companies are invented, and so are their approvals; the day given is the day their sponsor approved.
"""

from __future__ import annotations

import sys
from datetime import date

from soc2desk.app.desk import Desk, open_desk
from soc2desk.packet.compose import compose

MARK = "\napprovals:"


def main() -> int:
    """Rewrite the approvals at the end of each sample."""
    day = date.fromisoformat(sys.argv[1])
    desk = open_desk()
    for name, path in desk.samples().items():
        text = path.read_text(encoding="utf-8").partition(MARK)[0].rstrip("\n") + "\n"
        path.write_text(text, encoding="utf-8")
        path.write_text(text + approvals_of(desk, name, day), encoding="utf-8")
    return 0


def approvals_of(desk: Desk, name: str, day: date) -> str:
    """Return the approvals section of one sample: its sponsor approves every document with its present text."""
    project = desk.answers_file(desk.sample(name)).project
    sponsor = project.role["executive_sponsor"].holder
    hashes = compose(desk.catalogue, project, day).hashes
    rows = (f"  {document}: {{by: {sponsor}, on: {day}, text: {text}}}\n" for document, text in hashes.items())
    return f"{MARK}\n" + "".join(rows)


if __name__ == "__main__":
    sys.exit(main())
