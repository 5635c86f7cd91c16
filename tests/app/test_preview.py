"""The text beside the answers: of now, with what just changed marked, and the same as the packet's."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.preview import Preview, changed_places, document_pdf, shown_for
from soc2desk.app.session import Session, open_session
from soc2desk.app.transfer import new_project
from soc2desk.domain.problems import FileProblem, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMPANY = ("answers", "company")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, date(2026, 11, 25))


@pytest.fixture
def session(desk: Desk) -> Iterator[Session]:
    one = open_session(desk, new_project(desk, "brightwater", sample="brightwater"))
    yield one
    one.close()


@pytest.fixture
def preview(session: Session) -> Preview:
    one = Preview(session)
    one.settle()
    return one


def marked(page: str) -> list[str]:
    return re.findall(r'<span class="changed"[^>]*>(.*?)</span>', page)


def put(session: Session, preview: Preview, path: tuple[str, ...], value: object) -> None:
    session.put({path: value}, "answer")  # type: ignore[dict-item]
    preview.take()


def test_a_change_shows_at_once_and_the_same_once_everything_is_composed(session: Session, preview: Preview) -> None:
    put(session, preview, COMPANY, "Acme <b>")
    quick = preview.html("POL-ACP")
    assert "Acme &lt;b&gt;" in set(marked(quick))
    preview.settle()
    assert preview.html("POL-ACP") == quick


def test_nothing_is_marked_before_a_change_nor_after_it_is_taken_back(session: Session, preview: Preview) -> None:
    assert marked(preview.html("POL-ACP")) == []
    put(session, preview, COMPANY, "Acme")
    session.undo()
    preview.take()
    assert marked(preview.html("POL-ACP")) == []


def test_marks_stay_while_one_answer_is_typed_and_go_with_a_change_elsewhere(
    session: Session, preview: Preview
) -> None:
    for name in ("A", "Ac", "Acme"):
        put(session, preview, COMPANY, name)
        preview.settle()
        assert name in marked(preview.html("POL-ACP"))
    put(session, preview, ("answers", "access_review_period"), "monthly")
    found = marked(preview.html("POL-ACP"))
    assert found
    assert "Acme" not in found


def test_a_register_follows_once_everything_is_composed(session: Session, preview: Preview) -> None:
    put(session, preview, ("people", "dana-whitfield", "name"), "Dana Renamed")
    assert "Dana Whitfield" in preview.html("REG-PPL")
    preview.settle()
    assert any("Dana Renamed" in words for words in marked(preview.html("REG-PPL")))


def test_a_document_nobody_makes_is_empty(session: Session, preview: Preview) -> None:
    assert preview.html("POL-NONE") == ""
    assert document_pdf(preview.composition, session.source, "POL-NONE") == b""


def test_the_pages_are_a_pdf_of_the_document(session: Session, preview: Preview) -> None:
    assert document_pdf(preview.composition, session.source, "POL-ACP").startswith(b"%PDF-")


def test_a_logo_that_cannot_be_read_keeps_the_pages_from_being_drawn(session: Session, preview: Preview) -> None:
    put(session, preview, ("answers", "logo"), "gone.png")
    with pytest.raises(FileProblem):
        document_pdf(preview.settle(), session.source, "POL-ACP")


def test_a_page_shows_the_document_of_its_first_question_that_has_one(preview: Preview) -> None:
    shown = shown_for(preview, "pages.access")
    assert shown is not None
    assert shown.document == "POL-ACP"
    assert shown_for(preview, "pages.packet") is None
    assert shown_for(preview, "answers.nothing") is None


def test_what_changed_is_told_by_place() -> None:
    before = {"answers": {"a": "1", "b": ["x"]}, "day": "today"}
    after = {"answers": {"a": "2", "b": ["x"], "c": "3"}, "people": {"dana": {"name": "D"}}}
    assert changed_places(before, after) == {"answers.a", "answers.c", "people.dana", "day"}  # type: ignore[arg-type]


def test_a_template_that_does_not_parse_is_told_and_the_last_text_stays(
    session: Session, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> object:
        message = "The template is not closed."
        raise Problem(message, where="policy.md, line 4")

    last = preview.composition
    session.put({COMPANY: "Acme"}, "answer")
    monkeypatch.setattr("soc2desk.app.session.compose", broken)
    for _ in range(2):
        with pytest.raises(Problem, match="not closed"):
            preview.settle()
    assert preview.composition is last
