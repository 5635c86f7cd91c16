"""Writes the kept reports of six months anew: python -m tests.programme.rewrite. Read the difference first."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from soc2desk.app.desk import open_desk
from tests.golden.as_text import as_text
from tests.programme.six_months import live
from tests.programme.test_six_months import HERE, REPORT


def main() -> int:
    """Live through the six months and keep the report of each month's end."""
    with tempfile.TemporaryDirectory() as home:
        company = live(open_desk(Path(home) / "workspace"), Path(home) / "inbox")
    (HERE / "kept").mkdir(exist_ok=True)
    for day, seen in company.seen.items():
        report = next(one for one in seen.documents if one.id == REPORT)
        (HERE / "kept" / f"{day}.txt").write_text(as_text(report), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
