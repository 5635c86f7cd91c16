"""Candidate risks are ticked and taken over, never rated by the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from soc2desk.domain.risk_register import rated_risks
from tests.desktop.driving import click, focused, press

if TYPE_CHECKING:
    from soc2desk.desktop.rows.rows_section import RowsSection
    from soc2desk.desktop.window import MainWindow
    from soc2desk.domain.project import Project


def section(window: MainWindow, table: str = "risks") -> RowsSection:
    assert window.frame is not None
    assert window.frame.go(table)
    found: RowsSection = window.frame.page.sections[table]  # type: ignore[union-attr]
    return found


def project(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project.session.project


def test_only_the_table_of_risks_offers_candidates(brightwater: MainWindow) -> None:
    assert section(brightwater).choose.isVisible()
    assert not section(brightwater, "vendors").choose.isVisible()


def test_ticked_by_the_keyboard_they_arrive_as_rows_without_a_rating(brightwater: MainWindow) -> None:
    before = len(project(brightwater).risks)
    risks = section(brightwater)
    click(risks.choose)
    chosen = risks.candidates
    assert focused() is chosen.list
    assert not chosen.take.isEnabled()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert chosen.take.text() == "Take 2 risks"
    click(chosen.take)
    made = project(brightwater).risks[before:]
    assert [risk.candidate[:5] for risk in made] == ["RSK-C", "RSK-C"]
    assert {(risk.likelihood, risk.impact, risk.owner, risk.rated_on) for risk in made} == {(0, 0, "", None)}
    assert brightwater.project is not None
    assert len(rated_risks(brightwater.project.session.engagement)) == before
    assert not chosen.isVisible()
    assert risks.view.isVisible()


def test_taking_them_is_one_change_that_can_be_undone(brightwater: MainWindow) -> None:
    before = project(brightwater)
    risks = section(brightwater)
    click(risks.choose)
    press(Qt.Key.Key_Space)
    click(risks.candidates.take)
    assert project(brightwater) != before
    assert brightwater.project is not None
    brightwater.project.undo()
    assert project(brightwater) == before


def test_escape_leaves_everything_as_it_was(brightwater: MainWindow) -> None:
    before = project(brightwater)
    risks = section(brightwater)
    click(risks.choose)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Escape)
    assert not risks.candidates.isVisible()
    assert project(brightwater) == before


def test_the_current_candidate_is_told_with_the_companys_own_values(brightwater: MainWindow) -> None:
    risks = section(brightwater)
    click(risks.choose)
    told = []
    for line in range(risks.candidates.list.count()):
        risks.candidates.list.setCurrentRow(line)
        told.append(f"{risks.candidates.scenario.text()} {risks.candidates.sign.text()}")
    assert any("Brightwater Docket" in words for words in told)
    assert not any("{{" in words for words in told)
    assert len(set(told)) == len(told) > 20
