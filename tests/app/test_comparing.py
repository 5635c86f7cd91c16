from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app import change_papers
from soc2desk.app.change_papers import write_change_papers
from soc2desk.app.comparing import (
    Held,
    change_notes,
    compare_places,
    compare_with,
    compare_with_now,
    earlier_states,
)
from soc2desk.app.desk import Desk, Source
from soc2desk.app.make_packet import Wishes, make_packet
from soc2desk.app.session import open_session
from soc2desk.app.transfer import new_project
from soc2desk.document.blocks import Table
from soc2desk.domain.changes import Subject
from soc2desk.domain.evidence import Evidence, Standing
from soc2desk.domain.problems import ProjectProblem, UsageProblem
from soc2desk.packet.change_letter import change_letter
from tests.composed import catalogue

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from soc2desk.domain.changes import Comparison

TODAY = date(2026, 11, 25)
CHANGES = {("answers", "access_review_period"): "semi_annual"}


def ended(steps: Generator[object, None, object]) -> object:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk with a project, a packet made of it, and a change made after."""
    made = Desk(tmp_path_factory.mktemp("workspace"), TODAY)
    vars(made)["catalogue"] = catalogue()
    folder = new_project(made, "acme", sample="brightwater")
    ended(make_packet(made, made.source("acme"), Wishes(made.workspace / "packets", ("html",), jobs=1)))
    session = open_session(made, folder)
    session.put(CHANGES, "twice a year")
    session.save()
    session.close()
    return made


def packet(desk: Desk, ending: str = ".zip") -> str:
    return str(desk.workspace / "packets" / f"brightwater-labs-inc-{TODAY.isoformat()}{ending}")


def clauses(found: Comparison) -> set[str]:
    return {one.id for one in found.changes if one.subject is Subject.CLAUSE}


def test_a_project_beside_its_earlier_packet_shows_the_clauses_that_changed_since(desk: Desk) -> None:
    found = compare_places(desk, packet(desk), "acme")
    assert "POL-ACP/access-review/review-all" in clauses(found)
    assert not found.has_answers
    assert [one.id for one in found.changes if one.subject is Subject.CONTROL] == ["ACC-07"]
    assert compare_places(desk, packet(desk, ""), "acme").changes == found.changes


def test_a_project_beside_its_back_up_shows_the_answer_too(desk: Desk) -> None:
    (state,) = earlier_states(desk.workspace / "acme")
    found = compare_places(desk, str(state.path), str(desk.workspace / "acme"))
    answers = [(one.id, one.before, one.after) for one in found.changes if one.subject is Subject.ANSWER]
    assert ("answers.access_review_period", "quarterly", "semi_annual") in answers
    assert "POL-ACP/access-review/review-all" in clauses(found)


def test_the_same_twice_has_no_change(desk: Desk) -> None:
    assert compare_places(desk, "acme", "acme").changes == ()
    assert compare_places(desk, packet(desk), packet(desk, "")).changes == ()


def test_answers_files_of_two_companies_are_compared_and_that_is_said(desk: Desk) -> None:
    found = compare_places(desk, str(desk.sample("tamarack")), "acme")
    assert found.other_company
    assert any("different companies" in note for note in change_notes(found, desk.catalogue.phrases))


def test_an_open_project_is_compared_as_it_stands_and_not_as_it_was_saved(desk: Desk) -> None:
    session = open_session(desk, desk.workspace / "acme")
    try:
        session.put({("owners", "END-01"): None}, "no owner of their own")
        found, held = compare_with_now(desk, packet(desk), session.source)
        assert [one.id for one in found.changes if one.subject is Subject.OWNER] == ["END-01"]
        assert held.contents is not None
    finally:
        session.close()


def test_what_is_neither_packet_nor_project_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"x")
    (tmp_path / "empty").mkdir()
    for where in (tmp_path / "photo.png", tmp_path / "empty"):
        with pytest.raises(ProjectProblem, match="neither a packet nor a project"):
            compare_places(desk, str(where), "acme")
    with pytest.raises((ProjectProblem, UsageProblem)):
        compare_places(desk, "acmee", "acme")
    (tmp_path / "project.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ProjectProblem):
        compare_places(desk, str(tmp_path / "project.json"), "acme")


def test_letter_and_redlines_stand_in_a_new_folder_and_nothing_is_written_over(desk: Desk, tmp_path: Path) -> None:
    found = compare_places(desk, packet(desk), "acme")
    made = [ended(write_change_papers(found, desk.catalogue.phrases, tmp_path, "Maple LLP")) for _ in range(2)]
    assert [folder.name for folder in made] == [  # type: ignore[attr-defined]
        "changes-2026-11-25-to-2026-11-25", "changes-2026-11-25-to-2026-11-25-2"
    ]  # fmt: skip
    files = [{p.relative_to(f).as_posix(): p.read_bytes() for p in f.rglob("*") if p.is_file()} for f in made]  # type: ignore[attr-defined]
    assert files[0] == files[1], "the same states give the same bytes"
    assert "redlines/POL-ACP-access-control-policy-redline.docx" in files[0]
    assert {name.rpartition(".")[2] for name in files[0]} == {"docx", "pdf"}


def test_papers_of_the_team_go_into_no_letter(desk: Desk, tmp_path: Path) -> None:
    found = compare_places(desk, packet(desk, "-internal"), "acme")
    with pytest.raises(ProjectProblem, match="papers of the team alone") as told:
        ended(write_change_papers(found, desk.catalogue.phrases, tmp_path / "letters"))
    assert told.value.hint
    assert not (tmp_path / "letters").exists()


def test_rejected_evidence_is_told_on_the_screen_and_in_no_letter(desk: Desk) -> None:
    project = desk.source("acme").project
    piece = Evidence("e-1", "List nobody should see", state=Standing.COLLECTED, by="dana-whitfield")
    rejected = replace(piece, state=Standing.REJECTED, reason="wrong system")
    for before, after in (((), (rejected,)), ((piece,), (rejected,)), ((rejected,), ())):
        old, new = (Source(replace(project, evidence=one), "acme") for one in (before, after))
        found = compare_with(desk, Held("old", source=old), Held("new", source=new))
        assert [one.id for one in found.changes if one.subject is Subject.EVIDENCE] == ["e-1"]
        letter = change_letter(found, desk.catalogue.phrases)
        rows = [row.id for block in letter.blocks if isinstance(block, Table) and block.id == "evidence"
                for row in block.rows]  # fmt: skip
        assert rows == []


def test_a_stop_in_the_middle_leaves_no_paper(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = compare_places(desk, packet(desk), "acme")
    steps = write_change_papers(found, desk.catalogue.phrases, tmp_path)
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []

    def full(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(change_papers, "draw", full)
    with pytest.raises(Exception, match="disk is full"):
        ended(write_change_papers(found, desk.catalogue.phrases, tmp_path))
    assert list(tmp_path.iterdir()) == []
