"""An owner finds on one sheet what carries the name, what is asked, and what to be able to answer."""

from __future__ import annotations

from soc2desk.document.blocks import Audience, Bullets, Heading, plain
from soc2desk.packet.plan import plan_files
from tests.composed import after, document, of_sample, table, words


def test_each_owner_has_a_sheet_and_nobody_else() -> None:
    made = of_sample("brightwater")
    owners = {names.owner for c, names in made.engagement.owners.items() if made.engagement.state[c].applies}
    sheets = [one for one in made.documents if one.kind == "sheet"]
    titles = {one.title for one in sheets}
    assert titles == {f"Owner's sheet: {made.engagement.person_name(owner)}" for owner in owners if owner}
    assert len(sheets) == len(titles) > 5


def test_all_controls_of_all_sheets_are_the_controls_that_apply() -> None:
    made = of_sample("tamarack")
    listed = [c for one in made.documents if one.kind == "sheet" for c in table(made, one.id, "controls")]
    assert sorted(listed) == sorted(one.id for one in made.engagement.controls if one.applies)


def test_the_three_questions_come_from_what_the_person_owns() -> None:
    made = of_sample("brightwater")
    sheet = next(one for one in made.documents if one.kind == "sheet")
    at = next(i for i, b in enumerate(sheet.blocks) if isinstance(b, Heading) and "Three questions" in plain(b.runs))
    asked = sheet.blocks[at + 1]
    assert isinstance(asked, Bullets)
    families = {c.partition("-")[0] for c in table(made, sheet.id, "controls")}
    known = {question for f in made.engagement.catalogue.families if f.id in families for question in f.asked}
    assert len(asked.items) == 3
    assert {plain(item.runs) for item in asked.items} <= known


def test_every_family_has_three_questions_for_its_owners() -> None:
    assert {len(family.asked) for family in of_sample("tamarack").engagement.catalogue.families} == {3}


def test_a_control_moves_to_another_sheet_with_its_owner() -> None:
    moved = after("brightwater", "owners.ACC-07.owner=helen-marchetti")
    sheet = next(one for one in moved.documents if one.title.endswith("Helen Marchetti"))
    assert "ACC-07" in table(moved, sheet.id, "controls")
    assert "ACC-07" in words(document(moved, sheet.id))


def test_the_sheets_stay_at_home() -> None:
    documents = of_sample("brightwater").documents
    assert all(one.audience is Audience.INTERNAL for one in documents if one.kind == "sheet")
    assert not [file for file in plan_files(documents, "auditor") if file.document.kind == "sheet"]
