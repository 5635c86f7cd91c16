"""People and vendors: who is shown to whom."""

from __future__ import annotations

from tests.composed import after, catalogue, document, of_sample, table, words


def test_every_role_has_its_holder_and_an_empty_one_says_nobody() -> None:
    roles = table(of_sample("brightwater"), "REG-PPL", "roles")
    assert set(roles) == {role.id for role in catalogue().roles}
    assert (roles["it_lead"]["holder"], roles["it_lead"]["backup"]) == ("Dana Whitfield", "Marc-Olivier Gagnon")
    assert table(after("brightwater", "roles.it_lead="), "REG-PPL", "roles")["it_lead"]["holder"] == "nobody named"


def test_a_firm_without_an_oversight_body_says_none_and_names_no_subordinate() -> None:
    row = table(of_sample("tamarack"), "REG-PPL", "roles")["oversight_body"]
    assert row["holder"].startswith("None;")
    assert row["backup"] == ""


def test_only_people_behind_controls_are_shown_to_the_auditor() -> None:
    made = of_sample("brightwater")
    people = table(made, "REG-PPL", "people")
    assert len(people) < len(made.engagement.project.people)
    assert "chloe-lafreniere" not in people
    assert "Bjørn Åsen" not in words(document(made, "REG-PPL"))


def test_a_leaver_who_still_owns_controls_is_shown_with_the_last_day() -> None:
    row = table(after("brightwater", "people.dana-whitfield.end=2026-11-06"), "REG-PPL", "people")["dana-whitfield"]
    assert row["end"] == "2026-11-06"
    assert int(row["owned"]) > 0


def test_the_counts_of_owned_controls_add_up_to_the_matrix() -> None:
    made = of_sample("brightwater")
    owned = sum(int(row["owned"]) for row in table(made, "REG-PPL", "people").values())
    assert owned == len(table(made, "REG-MTX", "matrix"))


def test_subservice_organizations_stand_apart_with_what_is_expected_of_them() -> None:
    made = of_sample("brightwater")
    subservice, others = table(made, "REG-SUB", "subservice"), table(made, "REG-SUB", "vendors")
    assert set(subservice) == {"boreal-cloud", "granite-vault"}
    assert "Physical access to the data centres" in subservice["boreal-cloud"]["expected"]
    assert subservice["boreal-cloud"]["method"] == "Carve-out"
    assert len(subservice) + len(others) == 14
