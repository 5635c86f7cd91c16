from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.driving import Run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """Return a project with a Type I report of 30 September 2025."""
    monkeypatch.setenv("SOC2DESK_HOME", str(tmp_path / "workspace"))
    assert run("new", "acme", "--sample", "tamarack").code == 0
    assert run("set", "acme", "report_type=type_1", "report_date=2025-09-30").code == 0
    return tmp_path / "workspace" / "acme"


def test_a_project_goes_on_and_back(acme: Path, run: Run, tmp_path: Path) -> None:
    exceptions = tmp_path / "exceptions.csv"
    exceptions.write_text("exception,controls\nTwo reviews were late,ACC-07\n", encoding="utf-8")
    ran = run("roll-forward", "acme", "--issued", "2025-10-31", "--exceptions", exceptions)
    assert (ran.code, ran.err) == (0, "")
    assert "The next window is 2025-10-01 to 2026-03-31." in ran.out
    assert "1 exception to be shown again" in ran.out
    assert (acme / "earlier" / "2025-09-30" / "project.json").is_file()
    assert run("compare", acme / "earlier" / "2025-09-30", "acme").code == 1
    assert run("roll-forward", "acme", "--back", "2025-09-30").code == 0
    assert run("compare", acme / "earlier" / "2025-09-30", "acme").code == 0


def test_a_window_can_be_given(acme: Path, run: Run) -> None:
    ran = run("roll-forward", "acme", "--issued", "2025-10-31", "--window", "2026-01-01..2026-12-31", "--quiet")
    assert (ran.code, ran.out) == (0, "")
    assert '"2026-12-31"' in (acme / "project.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "code", "why"),
    [
        ((), 2, "Say either --issued DATE or --back PERIOD"),
        (("--issued", "2025-10-31", "--back", "x"), 2, "Say either"),
        (("--issued", "yesterday"), 2, "no date"),
        (("--issued", "2025-10-31", "--window", "2026"), 2, "no window"),
        (("--issued", "2190-01-01"), 4, "still to come"),
        (("--issued", "2025-09-01"), 4, "cannot speak of days up to"),
        (("--back", "2020-01-01"), 4, "no kept period"),
        (("--issued", "2025-10-31", "--exceptions", "nowhere.csv"), 5, "not there"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    acme: Path, run: Run, given: tuple[str, ...], code: int, why: str
) -> None:
    before = (acme / "project.json").read_bytes()
    ran = run("roll-forward", "acme", *given)
    assert ran.code == code
    assert why in ran.err
    assert (acme / "project.json").read_bytes() == before
    assert not (acme / "earlier").exists()
