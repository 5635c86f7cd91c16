from __future__ import annotations

from dataclasses import replace

from soc2desk.domain.changes import Change, Comparison, Fact, Facts, How, Subject
from soc2desk.domain.contents import Contents
from soc2desk.packet.compare import State, compare, state_of_packet
from tests.packet.lined import clause, columns, contents, document, heading, row, words

A, B = heading("POL-X/a", "Reviews", "1"), heading("POL-X/b", "Removals", "2")
ONE = clause("POL-X/a/one", "Owners review accounts every quarter.", "1.1")
TWO = clause("POL-X/a/two", "What was found is mended.", "1.2")
THREE = clause("POL-X/b/three", "Leavers lose access the same day.", "2.1")
BASE = contents(document("POL-X", A, ONE, TWO, B, THREE))


def compared(old: Contents, new: Contents) -> Comparison:
    return compare(state_of_packet(old), state_of_packet(new))


def told(old: Contents, new: Contents) -> list[tuple[Subject, How, str]]:
    return [(one.subject, one.how, one.id) for one in compared(old, new).changes]


def only(old: Contents, new: Contents) -> Change:
    (change,) = compared(old, new).changes
    return change


def test_equal_packets_have_no_change() -> None:
    assert told(BASE, BASE) == []
    assert compared(BASE, BASE).changed_documents == ()


def test_a_reworded_clause_is_told_with_its_words() -> None:
    reworded = replace(ONE, texts=("Owners review accounts twice a year.",))
    one = only(BASE, contents(document("POL-X", A, reworded, TWO, B, THREE)))
    assert (one.subject, one.how, one.id) == (Subject.CLAUSE, How.REWORDED, "POL-X/a/one")
    assert [(stretch.text, stretch.fate.value) for stretch in one.words][1:] == [
        ("every quarter.", "removed"), ("twice a year.", "added")
    ]  # fmt: skip


def test_a_clause_in_another_section_or_document_is_moved_and_not_taken_out_and_put_in() -> None:
    there = replace(TWO, number="2.1")
    down = replace(THREE, number="2.2")
    found = told(BASE, contents(document("POL-X", A, ONE, B, there, down)))
    assert (Subject.CLAUSE, How.MOVED, "POL-X/a/two") in found
    assert (Subject.CLAUSE, How.RENUMBERED, "POL-X/b/three") in found
    old = contents(document("POL-X", A, ONE, TWO, B, THREE), document("POL-Y", heading("POL-Y/a", "Other")))
    new = contents(document("POL-X", A, ONE, B, THREE), document("POL-Y", heading("POL-Y/a", "Other"), TWO))
    assert told(old, new) == [(Subject.CLAUSE, How.MOVED, "POL-X/a/two")]


def test_a_clause_that_changes_places_with_another_is_moved() -> None:
    new = contents(document("POL-X", A, replace(TWO, number="1.1"), replace(ONE, number="1.2"), B, THREE))
    hows = [how for _, how, _ in told(BASE, new)]
    assert sorted(hows) == [How.MOVED, How.RENUMBERED]


def test_two_clauses_with_one_number_are_never_taken_for_each_other() -> None:
    other = clause("POL-X/a/other", "Owners review accounts every quarter.", "1.1")
    found = told(BASE, contents(document("POL-X", A, other, TWO, B, THREE)))
    assert found == [
        (Subject.CLAUSE, How.REMOVED, "POL-X/a/one"), (Subject.CLAUSE, How.ADDED, "POL-X/a/other")
    ]  # fmt: skip


def test_a_clause_put_in_renumbers_the_others_without_another_word() -> None:
    new = contents(document("POL-X", A, clause("POL-X/a/new", "New.", "1.1"), replace(ONE, number="1.2"),
                            replace(TWO, number="1.3"), B, THREE))  # fmt: skip
    counted = compared(BASE, new).counted
    assert counted == {(Subject.CLAUSE, How.ADDED): 1, (Subject.CLAUSE, How.RENUMBERED): 2}


def test_documents_come_go_and_are_renamed() -> None:
    old = contents(document("POL-X", title="Old name"), document("POL-Y"))
    new = contents(document("POL-X", title="New name"), document("POL-Z"))
    assert told(old, new) == [
        (Subject.DOCUMENT, How.RENAMED, "POL-X"),
        (Subject.DOCUMENT, How.REMOVED, "POL-Y"),
        (Subject.DOCUMENT, How.ADDED, "POL-Z"),
    ]


def test_a_choice_of_documents_took_none_away() -> None:
    old = contents(document("POL-X", A, ONE), document("POL-Y", clause("POL-Y/a/one", "Hers.")))
    new = replace(contents(document("POL-X", A, ONE)), is_part=True)
    assert told(old, new) == []
    assert compared(old, new).only_common


def test_the_text_of_a_section_and_its_heading_are_told_apart() -> None:
    old = contents(document("POL-X", A, words("We look at accounts.")))
    new = contents(document("POL-X", replace(A, texts=("Access reviews",)), words("We look at all accounts.")))
    assert told(old, new) == [
        (Subject.SECTION, How.RENAMED, "POL-X/a"), (Subject.SECTION, How.REWORDED, "POL-X/a")
    ]  # fmt: skip


def test_the_day_that_a_packet_bears_itself_is_no_change() -> None:
    old = contents(document("POL-X", A, words("As of 2026-11-20, all is listed.")))
    new = contents(document("POL-X", A, words("As of 2027-01-05, all is listed.")), date="2027-01-05")
    assert told(old, new) == []


def test_controls_owners_and_lines_of_registers_are_read_from_what_is_printed() -> None:
    head = columns("matrix", "title", "state", "owner", "frequency")

    def matrix(*rows: tuple[str, str, str]) -> Contents:
        lines = (
            row("matrix", name, title="Access review", state=state, owner=owner, frequency="yearly")
            for name, state, owner in rows
        )
        return contents(document("REG-MTX", head, *lines, kind="register"))

    old = matrix(("ACC-07", "In place", "Dana"), ("ACC-08", "In place", "Dana"), ("ACC-09", "In place", "Dana"))
    new = matrix(("ACC-07", "Run by a vendor", "Dana"), ("ACC-08", "In place", "Ines"), ("ACC-10", "In place", "Noah"))
    assert told(old, new) == [
        (Subject.CONTROL, How.CHANGED, "ACC-07"),
        (Subject.CONTROL, How.REMOVED, "ACC-09"),
        (Subject.CONTROL, How.ADDED, "ACC-10"),
        (Subject.OWNER, How.CHANGED, "ACC-08"),
    ]
    assert compared(old, new).changed_documents == ("REG-MTX",)


def test_other_lines_of_registers_are_told_without_their_clause_numbers() -> None:
    old = contents(document("REG-V", columns("v", "name", "clause"), row("v", "boreal", name="Boreal", clause="1.1")))
    new = contents(document("REG-V", columns("v", "name", "clause"), row("v", "boreal", name="Boreal", clause="1.2")))
    assert told(old, new) == []
    new = contents(document("REG-V", columns("v", "name", "clause"), row("v", "boreal", name="Borealis", clause="1.1")))
    assert told(old, new) == [(Subject.REGISTER, How.CHANGED, "REG-V/v/boreal")]


def test_two_companies_are_compared_and_that_is_said() -> None:
    found = compared(BASE, replace(BASE, company="Other Ltd."))
    assert found.other_company
    assert not compared(BASE, replace(BASE, company="ACME")).other_company


def test_answers_are_compared_where_both_sides_have_them() -> None:
    old = State(BASE, Facts(answers={"answers.company": Fact("Company", "Acme")}))
    new = State(BASE, Facts(answers={"answers.company": Fact("Company", "Acme Inc.")}))
    (change,) = compare(old, new).changes
    assert (change.subject, change.before, change.after) == (Subject.ANSWER, "Acme", "Acme Inc.")
    assert compare(state_of_packet(BASE), new).changes == ()
