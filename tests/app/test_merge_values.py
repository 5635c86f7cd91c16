"""What a person reads of two copies: names, headings, days and labels, and no id of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.app.merge_rows import told, told_ids
from soc2desk.app.merging import Side
from soc2desk.storage.row_shapes import ROW_SECTIONS
from tests.app.merge_story import handed_over, two_laptops
from tests.app.test_merging import TOBIAS, attached
from tests.composed import catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.app.merge_rows import Told
    from soc2desk.app.merging import Looked
    from tests.app.merge_story import Laptop


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Laptop, Laptop]:
    return two_laptops(handed_over(tmp_path / "begun"), tmp_path)


def say(laptop: Laptop, key: str, **values: object) -> str:
    return laptop.desk.window_words[key].format_map(values)


def in_words(laptop: Laptop, looked: Looked) -> tuple[Told, ...]:
    return told(laptop.desk, looked, lambda key, **values: say(laptop, key, **values))


def rows(laptop: Laptop, looked: Looked) -> dict[str, tuple[str, str]]:
    return {row.difference.path: (row.what, row.theirs) for row in in_words(laptop, looked)}


def test_labels_days_and_names_stand_for_what_the_file_holds(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ben.put({
        ("answers", "province"): "QC",
        ("control_states", "ACC-07"): {"state": "planned", "from": "2027-05-01", "confirmed_by": TOBIAS,
                                       "confirmed_on": "2027-01-10"},
        ("retests", "r-1"): {"name": "Late reviews", "how": "A log.", "shown_on": "2027-01-05"},
    })  # fmt: skip
    attached(ben, "users.csv", b"login\nkim\n")
    found = rows(ana, ana.look(ben.folder))
    assert found["answers.province"] == ("Where is the head office?", "Quebec")
    what, theirs = found["control_states.ACC-07"]
    assert what.startswith("ACC-07 ")
    assert theirs.splitlines() == [
        "Where it stands: Planned", "Planned from: 1 May 2027", "Confirmed by: Tobias Nystr\u00f6m",
        "Confirmed on: 10 January 2027",
    ]  # fmt: skip
    assert found["retests.r-1"][0] == "Late reviews"
    what, theirs = found["evidence.e-0001"]
    assert what == "users.csv, e-0001-er-045-users-csv.csv"
    assert "Attached on: 10 January 2027" in theirs


def test_what_still_names_a_row_is_told_by_its_name(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({("people", "sam"): {"name": "Sam Roy"}})
    ben.merge(ana.send())
    ana.put({("people", "sam"): None})
    ben.put({("owners", "ACC-07", "owner"): "sam"})
    looked = ana.look(ben.send())
    (row,) = (row for row in in_words(ana, looked) if row.difference.must_choose)
    assert "ACC-07 " in row.why
    assert row.why.endswith(": Owner.")


def test_rows_made_apart_under_one_id_are_told_by_their_names(laptops: tuple[Laptop, Laptop]) -> None:
    ana, ben = laptops
    ana.put({("vendors", "acme"): {"name": "Acme", "service": "mail"}})
    ben.put({("vendors", "acme"): {"name": "Acme Two", "service": "hosting"}})
    looked = ana.merge(ben.send(), side=Side.MINE)
    assert told_ids(ana.desk, looked, lambda key, **values: say(ana, key, **values)) == "Acme Two (acme-2)"


def test_every_field_of_every_table_has_a_heading_and_every_choice_its_words(laptops: tuple[Laptop, Laptop]) -> None:
    words = laptops[0].desk.window_words
    tables = {table.id: {column.id for column in table.columns} for table in catalogue().tables}
    fields = [
        (field, name) for section in ROW_SECTIONS for name, field in section.fields.items()
        if name not in tables.get(section.name, set())
    ]  # fmt: skip
    assert [name for _, name in fields if f"merge.field.{name}" not in words] == []
    choices = {str(one) for field, name in fields if name != "course" for one in field.choices}
    assert [one for one in sorted(choices) if f"merge.choice.{one}" not in words] == []
