from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.make_packet import Wishes, make_packet
from soc2desk.app.packet_plan import PlannedTree, plan
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import UsageProblem
from tests.composed import DAY

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    desk = Desk(tmp_path / "workspace", DAY)
    opened = open_session(desk, new_project(desk, "tamarack", sample="tamarack"))
    yield opened
    opened.close()


def planned(session: Session, **wishes: object) -> PlannedTree:
    return plan(session, Wishes(Path("nowhere"), **wishes))  # type: ignore[arg-type]


@pytest.mark.parametrize("reader", ["auditor", "staff", "all", "internal"])
def test_as_many_files_are_made_as_were_planned(session: Session, tmp_path: Path, reader: str) -> None:
    out = tmp_path / "out"
    wishes = Wishes(out, ("html",), reader=reader, jobs=1)
    tree = plan(session, wishes)
    steps = make_packet(session.desk, session.source, wishes)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made = end.value
            break
    counts = [tree.files(), tree.files(internal=True)]
    assert [one.files for one in made] == [count for count in counts if count]


def test_internal_papers_stand_apart_and_only_the_team_and_the_auditors_packet_have_them(session: Session) -> None:
    tree = planned(session)
    apart = [document.id for folder in tree.folders if folder.internal for document in folder.documents]
    assert "REG-RDY" in apart
    assert tree.files(internal=True) > 0
    assert not any(folder.internal for folder in planned(session, reader="customer").folders)
    assert all(folder.internal for folder in planned(session, reader="internal").folders)


def test_a_document_that_suits_no_chosen_format_is_shown_without_files(session: Session) -> None:
    tree = planned(session, formats=("xlsx",))
    written = {document.id: document.formats for folder in tree.folders for document in folder.documents}
    assert written["POL-ACP"] == ()
    assert written["REG-MTX"] == ("xlsx",)
    assert planned(session, formats=()).files() == 0


def test_leaving_documents_out_counts_less_and_leaving_none_out_asks_for_everything(session: Session) -> None:
    tree = planned(session)
    assert tree.kept(()) == ()
    assert tree.kept({"POL-NOT-HERE"}) == ()
    kept = tree.kept({"POL-ACP"})
    assert "POL-ACP" not in kept
    assert "REG-MTX" in kept
    assert tree.files() - tree.files({"POL-ACP"}) == 2


def test_open_points_are_listed_only_where_the_readiness_report_is_made(session: Session) -> None:
    assert planned(session).lists_open_points()
    assert not planned(session).lists_open_points({"REG-RDY"})
    assert not planned(session, formats=("docx",)).lists_open_points()
    assert not planned(session, reader="staff").lists_open_points()


def test_an_unknown_format_is_refused(session: Session) -> None:
    with pytest.raises(UsageProblem, match="papyrus"):
        planned(session, formats=("papyrus",))
