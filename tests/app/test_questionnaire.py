"""A client who has no program is asked with a file, and the answers come back without a word of theirs lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from soc2desk.app.answers_plan import plan_answers
from soc2desk.app.answers_proposed import Fate
from soc2desk.app.answers_taking import LABEL, puts_of, still_as_answered
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.domain.question_codes import code_of, places_by_code
from soc2desk.storage.codec import project_to_plain
from tests.app.asked_clients import (
    DAY,
    EVERY_KIND,
    PEOPLE,
    SIGNER,
    answered_word,
    answered_workbook,
    answering,
    asked,
    client,
)
from tests.app.filled_questionnaires import changed_word, fill_word, fill_word_row, fill_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.answers_proposed import AnswersPlan
    from soc2desk.app.session import Session

FILL = {"a.docx": answered_word, "a.xlsx": answered_workbook}


def taken(session: Session, plan: AnswersPlan) -> None:
    session.put(puts_of(session, plan, plan.usual), LABEL)


def told(plan: AnswersPlan) -> dict[str, str]:
    return {one.label: one.message for one in plan.unread}


@pytest.mark.parametrize("name", FILL)
def test_an_answer_of_every_kind_comes_back_and_is_shown_before_it_is_taken(tmp_path: Path, name: str) -> None:
    session = answering(tmp_path)
    file = FILL[name](asked(session, tmp_path / name))
    plan = plan_answers(session, file)
    assert plan.unread == ()
    assert (plan.signer, plan.person, plan.is_signed) == ("Maya Brandt", "maya-brandt", True)
    assert session.plain.get("answers", {}) == {}
    assert {one.fate for one in plan.to_take} == {Fate.NEW}
    taken(session, plan)
    assert dict(session.plain["answers"]) == EVERY_KIND
    assert dict(session.plain["people"]) == SIGNER | PEOPLE
    assert plan_answers(session, file).to_take == ()


@pytest.mark.parametrize("name", FILL)
def test_taking_is_one_step_that_can_be_undone_and_says_which_file_and_which_day(tmp_path: Path, name: str) -> None:
    session = answering(tmp_path)
    before = dict(session.plain)
    taken(session, plan_answers(session, FILL[name](asked(session, tmp_path / name))))
    (source,) = session.project.client_answers
    assert (source.file, source.filled_in_by, source.person, source.entered_on) == (
        name, "Maya Brandt", "maya-brandt", DAY,
    )  # fmt: skip
    assert len(list(still_as_answered(session.plain, source))) == len(source.places) == len(EVERY_KIND) + len(PEOPLE)
    saved = project_to_plain(session.project, session.desk.catalogue)
    assert len(list(still_as_answered(saved, source))) == len(source.places), "a sheet is made from what is saved"
    session.put({("answers", "company"): "Another Inc."}, "Company")
    assert "answers.company" not in still_as_answered(session.plain, source)
    session.undo()
    assert session.undo() == LABEL
    assert dict(session.plain) == before


@pytest.mark.parametrize("signer", ["", "The CEO", "Nobody Known"])
def test_answers_that_no_known_person_signed_are_suggestions_and_no_promise(tmp_path: Path, signer: str) -> None:
    session = client(tmp_path)
    plan = plan_answers(session, answered_word(asked(session, tmp_path / "a.docx"), signer))
    assert not plan.is_signed
    assert signer in plan.note
    taken(session, plan)
    answers = session.project.answers
    assert not answers["company"].confirmed
    assert not answers["access_review_period"].confirmed
    # Nothing that says "from this day" is taken from nobody.
    assert "separate_admin_accounts" not in answers
    assert len([one for one in plan.unread if "promise" in one.message]) == 2


@pytest.mark.parametrize("name", FILL)
def test_an_answer_that_was_changed_here_meanwhile_is_a_clash_and_waits_for_a_person(tmp_path: Path, name: str) -> None:
    session = answering(tmp_path)
    file = FILL[name](asked(session, tmp_path / name))
    session.put({("answers", "province"): "ON", ("answers", "has_office"): "no"}, "Here")
    plan = plan_answers(session, file)
    fates = {one.place: one.fate for one in plan.proposals}
    assert fates["answers.province"] is Fate.CLASH
    assert fates["answers.has_office"] is Fate.SAME
    (clash,) = [one for one in plan.proposals if one.fate is Fate.CLASH]
    assert (clash.before, clash.after) == ("Ontario", "Quebec")
    taken(session, plan)
    assert session.plain["answers"]["province"] == "ON"
    session.put(puts_of(session, plan, {"answers.province"}), LABEL)
    assert session.plain["answers"]["province"] == "QC"


def test_what_says_two_things_or_cannot_be_read_is_told_with_its_place_and_not_taken(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.xlsx")
    fill_workbook(
        file,
        {
            "answers.window_start": "03/04/2027",
            "answers.customer_notice_hours": "2 days",
            "answers.access_removal_limit": "soon",
            "answers.access_review_period": "sometimes",
            "answers.time_limited_elevation": ("Yes", "We do not do this yet"),
            "answers.separate_admin_accounts": ("Yes", "We do this today", "2027-03-01"),
            "answers.has_office": "perhaps",
            "answers.data_kinds/health": "a bit",
            "answers.company": "Northpier",
        },
    )
    plan = plan_answers(session, file)
    assert [one.place for one in plan.proposals] == ["answers.company"]
    said = "\n".join(f"{one.where}: {one.message}" for one in plan.unread)
    assert len(plan.unread) == 8
    for words in (
        "two ways",
        "is asked in hours",
        "length of time",
        "none of the choices",
        "says not yet",
        "yes or no",
    ):
        assert words in said
    assert all(one.where.startswith("Questions, C") for one in plan.unread)


def test_both_boxes_ticked_are_told_as_both_and_a_word_beside_them_counts(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "company")
    fill_word(file, {}, {"answers.has_office": ("Yes", "No")})
    changed_word(file, lambda text: text.replace(">Choose one<", ">Alberta<", 1))
    plan = plan_answers(session, file)
    assert told(plan) == {"Is there an office?": "This says both yes and no. Leave one of the two."}
    assert [one.after for one in plan.proposals] == ["Alberta, not confirmed"]


def test_an_answer_that_the_other_answers_make_idle_is_told(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.xlsx")
    fill_workbook(file, {"answers.uses_hosting_provider": "No", "answers.cloud_provider": "Boreal Cloud"})
    plan = plan_answers(session, file)
    assert [one.place for one in plan.proposals] == ["answers.uses_hosting_provider"]
    assert "only if" in told(plan)["Which provider runs the data centre?"]


def test_a_questionnaire_of_another_client_or_packet_is_refused_in_a_sentence(tmp_path: Path) -> None:
    mine, other = client(tmp_path / "a", "Northpier"), client(tmp_path / "b", "Lakeside")
    file = answered_word(asked(other, tmp_path / "a.docx"))
    with pytest.raises(FileProblem, match="was made for Lakeside"):
        plan_answers(mine, file)
    same_name = client(tmp_path / "c", "Northpier")
    same_name.put({("answers", "company"): "Another Northpier Ltd."}, "Company")
    with pytest.raises(FileProblem, match="Another Northpier Ltd"):
        plan_answers(same_name, asked_of(mine, tmp_path / "n.docx", "Northpier Freight Inc."))


def test_a_client_that_was_renamed_since_is_still_the_client(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked_of(session, tmp_path / "a.docx", "Northpier Freight Inc.")
    session.put({("answers", "company"): "Northpier Logistics Inc."}, "Company")
    assert plan_answers(session, file).client == "Northpier Freight Inc."


def asked_of(session: Session, file: Path, company: str) -> Path:
    session.put({("answers", "company"): company}, "Company")
    return asked(session, file)


def test_lines_are_found_by_their_bookmark_or_their_code_alone_whatever_their_order(tmp_path: Path) -> None:
    import re

    session = client(tmp_path)
    whole = answered_word(asked(session, tmp_path / "a.docx"))
    expected = plan_answers(session, whole)

    def without_tags(text: str) -> str:
        return re.sub(r"<w:tag [^>]*/>", "", text)

    def without_marks(text: str) -> str:
        return re.sub(r"<w:bookmark(Start|End)[^>]*/>", "", text)

    def without_codes(text: str) -> str:
        return re.sub(r">[A-Z2-9]{5}<", "><", without_tags(text))

    def turned(text: str) -> str:
        """The lines of the first table of questions the other way round."""
        begin = text.index("<w:tr>", text.index("How to answer"))
        end = text.index("</w:tbl>", begin)
        head, *lines = text[begin:end].split("<w:tr>")[1:]
        return text[:begin] + "<w:tr>" + head + "".join(f"<w:tr>{line}" for line in reversed(lines)) + text[end:]

    for change in (without_tags, without_marks, lambda text: without_marks(without_tags(text)), without_codes, turned):
        file = tmp_path / "b.docx"
        file.write_bytes(whole.read_bytes())
        changed_word(file, change)
        found = plan_answers(session, file)
        assert {one.place: one.after for one in found.proposals} == {one.place: one.after for one in expected.proposals}


def test_a_line_whose_marks_name_two_questions_is_told(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = answered_word(asked(session, tmp_path / "a.docx"))
    changed_word(file, lambda text: text.replace(code_of("answers.company"), code_of("answers.service"), 1))
    assert "marks of this line" in told(plan_answers(session, file))["What is the company called?"]


def test_what_a_word_processor_makes_of_quotes_and_dashes_is_no_change(tmp_path: Path) -> None:
    session = client(tmp_path)
    words = 'Map of "live" trucks - it\'s quick...'
    session.put({("answers", "service_summary"): words}, "Here")
    file = asked(session, tmp_path / "a.docx", "service", every=True)
    fill_word(file, {"answers.service_summary": "Map of \u201clive\u201d trucks \u2013 it\u2019s quick\u2026"})
    assert plan_answers(session, file).to_take == ()


def test_what_is_answered_is_asked_again_only_when_all_is_asked_and_comes_back_the_same(tmp_path: Path) -> None:
    session = answering(tmp_path)
    taken(session, plan_answers(session, answered_word(asked(session, tmp_path / "a.docx"))))
    for name in ("b.docx", "b.xlsx"):
        plan = plan_answers(session, asked(session, tmp_path / name, every=True))
        assert (plan.to_take, plan.unread) == ((), ())
        # What stands printed in it was read as it stands here, "not yet" and days from which included.
        assert {one.place for one in plan.proposals} >= {f"answers.{name}" for name in EVERY_KIND}
    session.put({("answers", "has_contractors"): "no", ("answers", "time_zone"): "America/Toronto"}, "Here")
    with pytest.raises(ProjectProblem, match="Nothing is open"):
        asked(session, tmp_path / "c.docx", "company")


def test_words_beside_a_prompt_that_was_left_standing_are_the_answer(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "service")
    prompts = iter(["Write here Northpier Tracking and Freight", "Drivers and brokersWrite here"])
    words = {"answers.service": next(prompts), "answers.service_users": next(prompts)}
    fill_word(file, words)
    found = {one.place: one.after for one in plan_answers(session, file).proposals}
    assert found == {
        "answers.service": "Northpier Tracking and Freight, not confirmed",
        "answers.service_users": "Drivers and brokers, not confirmed",
    }


def test_what_word_writes_into_a_space_that_was_emptied_is_no_answer(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "company", "service")
    words = {
        "answers.service": "Click or tap here to enter text.",
        "answers.province": "Choisissez un \u00e9l\u00e9ment.",
    }
    fill_word(file, {**words, "head.signer": "Click or tap here to enter text."})
    plan = plan_answers(session, file)
    assert (plan.proposals, plan.unread, plan.signer) == ((), (), "")
    with pytest.raises(FileProblem, match="OpenDocument"):
        plan_answers(session, file.rename(tmp_path / "a.odt"))


def test_a_question_that_is_not_asked_any_more_is_told(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.xlsx", "company")
    book = openpyxl.load_workbook(file)
    book["Questions"].append(["ZZZZZ-YYYYY", "A question of long ago", "Yes"])
    book.save(file)
    assert "No question here has the code ZZZZZ" in told(plan_answers(session, file))["A question of long ago"]


def test_who_signed_and_cannot_be_taken_as_a_person_confirms_nothing(tmp_path: Path) -> None:
    session = client(tmp_path)
    file = answered_workbook(asked(session, tmp_path / "a.xlsx"), "Dana Whitfield")
    book = openpyxl.load_workbook(file)
    book["People"]["F2"] = "2018-01-01"  # gone before she came
    book.save(file)
    plan = plan_answers(session, file)
    assert not plan.is_signed
    assert "Dana Whitfield" in told(plan)
    taken(session, plan)
    assert not session.project.answers["company"].confirmed


def test_an_empty_questionnaire_changes_nothing_and_is_the_same_each_time(tmp_path: Path) -> None:
    session = client(tmp_path)
    for name in ("a.docx", "a.xlsx"):
        file = asked(session, tmp_path / name, "company", "people")
        assert file.read_bytes() == asked(session, tmp_path / f"b{file.suffix}", "company", "people").read_bytes()
        plan = plan_answers(session, file)
        assert (plan.proposals, plan.unread) == ((), ())


def test_every_question_choice_and_role_has_a_code_of_its_own(tmp_path: Path) -> None:
    from soc2desk.app.asking import every_place

    session = client(tmp_path)
    places = set(every_place(session.engagement, session.plain))
    assert len(places_by_code(places)) == len(places)


@pytest.mark.parametrize("words", ["n/a", "N.A.", "-", "\u2013", "TBD", "sans objet"])
def test_words_that_say_there_is_no_answer_are_told_and_are_no_answer(tmp_path: Path, words: str) -> None:
    session = client(tmp_path)
    file = asked(session, tmp_path / "a.docx", "company", "people")
    fill_word(file, {"answers.company": words, "answers.time_zone": words, "answers.province": words})
    fill_word_row(file, "people", ("Eve Roy", words, words), (words, "", ""))
    plan = plan_answers(session, file)
    assert [(one.place, one.after) for one in plan.proposals] == [("people.eve-roy", "Name: Eve Roy")]
    said = [(one.label, one.message) for one in plan.unread]
    assert [label for label, _ in said] == [
        "Eve Roy", words,
        "What is the company called?", "Where is the head office?", "Which time zone do your dates use?",
    ]  # fmt: skip
    assert all("no answer" in message for _, message in said)
    assert "Job title, E-mail" in said[0][1]
