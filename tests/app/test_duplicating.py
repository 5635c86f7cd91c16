from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import Desk
from soc2desk.app.duplicating import PREPARED_BY, Fate, as_new_client, carrying, duplicate, fate
from soc2desk.app.transfer import new_project
from soc2desk.domain.answers import Answer, Practice
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.project import Project
from soc2desk.domain.questions import Belongs
from soc2desk.storage.projects import create
from soc2desk.storage.row_shapes import ROW_SECTIONS
from tests.composed import DAY, SAMPLES, catalogue, changed, composed, sample
from tests.drawn import png

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, DAY)


def test_the_firm_keeps_its_name_and_colour() -> None:
    mine = changed(sample("tamarack"), "prepared_by=Atelier Conseil", "accent_color=#123456")
    answers = as_new_client(mine, catalogue()).answers
    assert answers["prepared_by"] == Answer("Atelier Conseil")
    assert answers["accent_color"] == Answer("#123456")


def test_a_client_that_prepares_its_own_papers_does_not_prepare_those_of_another() -> None:
    own = changed(sample("tamarack"), "company=Tamarack Gauge Co.", "prepared_by=tamarack gauge co.")
    assert "prepared_by" not in as_new_client(own, catalogue()).answers


@pytest.mark.parametrize(
    "line",
    [
        "Tamarack Gauge - in confidence",
        "© Tamarack  Gauge Co",
        "www.tamarackgauge.example",
        "Papers of Sluicewatch, in confidence",
    ],
)
def test_a_line_that_names_the_client_without_its_legal_form_or_by_its_service_stays_behind(line: str) -> None:
    said = ("company=Tamarack Gauge Co.", "service=Sluicewatch", "prepared_by=Atelier Conseil")
    pattern = changed(sample("tamarack"), *said, f"footer_line={line}")
    new = as_new_client(pattern, catalogue()).answers
    assert "footer_line" not in new
    assert new["prepared_by"] == Answer("Atelier Conseil")


def test_a_word_that_only_begins_like_the_client_names_nobody() -> None:
    said = ("company=Conse Inc.", "prepared_by=Atelier Conseil", "footer_line=Company Co.")
    pattern = changed(sample("tamarack"), *said)
    new = as_new_client(pattern, catalogue()).answers
    assert {"prepared_by", "footer_line"} <= set(new)


def test_numbers_and_rhythms_are_suggested_and_never_confirmed() -> None:
    answers = as_new_client(changed(sample("tamarack"), "recheck_count=7"), catalogue()).answers
    assert answers["recheck_count"] == Answer(7, confirmed=False)
    firm = {"prepared_by", "accent_color"}
    assert [name for name, answer in answers.items() if answer.confirmed and name not in firm] == []
    assert len(answers) > 15


def test_a_number_that_nobody_is_suggested_is_not_suggested_here_either() -> None:
    assert catalogue().questions["customer_notice_hours"].suggest is None
    assert "customer_notice_hours" in sample("tamarack").answers
    assert "customer_notice_hours" not in as_new_client(sample("tamarack"), catalogue()).answers


def test_what_the_client_does_not_do_yet_is_not_said_of_the_new_one() -> None:
    planned = Answer(9, practice=Practice.PLANNED, start=DAY)
    not_yet = Answer(None, practice=Practice.NOT_YET)
    pattern = Project(answers={"recheck_count": planned, "training_due_days": not_yet})
    assert as_new_client(pattern, catalogue()).answers == {"recheck_count": Answer(9, confirmed=False)}


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_of_one_client_appears_in_the_other(name: str, desk: Desk) -> None:
    pattern = sample(name)
    raw = (duplicate(desk, new_project(desk, "old", sample=name), "New one") / "project.json").read_text("utf-8")
    texts = [a.value for q, a in pattern.answers.items() if isinstance(a.value, str) and q != "prepared_by"]
    private = {text for text in texts if " " in text}
    private |= {row.name for row in (*pattern.people, *pattern.vendors, *pattern.systems)}
    private |= {row.id for row in (*pattern.people, *pattern.vendors)}
    assert [text for text in private if f'"{text}"' in raw] == []
    made = desk.source("new-one").project
    assert made == Project(answers=made.answers)


def test_a_new_client_can_be_worked_on_at_once(desk: Desk) -> None:
    folder = duplicate(desk, new_project(desk, "old", sample="brightwater"), "Éclair & Co.")
    assert folder == desk.workspace / "eclair-co"
    made = composed(desk.source("eclair-co").project)
    assert made.unconfirmed
    assert made.engagement.answer_text("company") == ""


def test_the_pattern_stays_as_it_is_and_a_taken_name_is_refused(desk: Desk) -> None:
    old = new_project(desk, "old", sample="tamarack")
    before = (old / "project.json").read_bytes()
    for name in ("old", "  ", "con"):
        with pytest.raises(ProjectProblem):
            duplicate(desk, old, name)
    with pytest.raises(ProjectProblem):
        duplicate(desk, desk.workspace / "gone", "new")
    assert (old / "project.json").read_bytes() == before
    assert [path.name for path in desk.workspace.iterdir()] == ["old"]


def test_a_footer_with_the_name_of_the_client_in_it_stays_with_the_client() -> None:
    mine = changed(sample("tamarack"), "company=Tamarack Gauge Co.", "footer_line=For TAMARACK  gauge co. alone")
    assert "footer_line" not in as_new_client(mine, catalogue()).answers
    assert "footer_line" in as_new_client(changed(mine, "footer_line=Atelier Conseil"), catalogue()).answers


@pytest.mark.parametrize(("by", "goes"), [("Atelier Conseil", ["firm-logo.png"]), ("Acme Ltd", [])])
def test_the_logo_of_the_firm_goes_along_and_that_of_the_client_stays(by: str, goes: list[str], desk: Desk) -> None:
    both = {"company": Answer("Acme Ltd"), PREPARED_BY: Answer(by)}
    pictures = {"logo": png(40, 40), "firm_logo": png(60, 30)}
    old = create(desk.workspace, "old", Project(answers=both), catalogue(), pictures)
    made = duplicate(desk, old, "new")
    assert [path.name for path in made.glob("*.png")] == goes
    assert ("firm_logo" in desk.source("new").project.answers) is bool(goes)
    (old / "firm-logo.png").unlink()
    assert "firm_logo" not in desk.source(duplicate(desk, old, "third").name).project.answers


def test_what_is_kept_suggested_and_cleared_is_told_before_anything_is_made(desk: Desk) -> None:
    old = new_project(desk, "old", sample="tamarack")
    pattern = desk.source("old").project
    told = carrying(desk, old)
    made = as_new_client(pattern, catalogue()).answers
    assert {one.question for one in told.of(Fate.KEPT)} == {name for name, one in made.items() if one.confirmed}
    assert {one.question for one in told.of(Fate.SUGGESTED)} == {n for n, one in made.items() if not one.confirmed}
    assert {one.question for one in told.answers} == pattern.answers.keys()
    company = next(one for one in told.answers if one.question == "company")
    assert (company.fate, company.value) == (Fate.CLEARED, "Tamarack Gauge Co.")
    review = next(one for one in told.answers if one.question == "access_review_period")
    assert (review.fate, review.value) == (Fate.SUGGESTED, "Every quarter")
    assert told.rows["people"] == len(pattern.people)
    assert "entry_days" not in told.rows
    assert [path.name for path in desk.workspace.iterdir()] == ["old"]


def test_whose_an_answer_is_stands_in_the_data_and_texts_of_a_client_are_its_own() -> None:
    firm = {question.id for question in catalogue().questions.values() if fate(question) is Fate.KEPT}
    look = {"document_look", "document_font", "accent_color", "second_color", "draft_mark"}
    assert firm == {*look, "prepared_by", "firm_logo", "footer_line"}
    for question in catalogue().questions.values():
        if question.kind in {"text", "long_text", "list", "date", "yes_no", "many"} and question.id not in firm:
            assert fate(question) is Fate.CLEARED, question.id
    usual = catalogue().questions["recheck_count"]
    assert fate(usual) is Fate.SUGGESTED
    for unsaid in (replace(usual, suggest=None), replace(usual, belongs=None)):
        assert fate(unsaid) is Fate.CLEARED
    assert {section.belongs for section in ROW_SECTIONS} == {Belongs.CLIENT}
