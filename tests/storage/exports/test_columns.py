"""Lists as they come: in any encoding, parted by any sign, half broken, very long."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.problems import FileProblem, UsageProblem
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import survey
from soc2desk.storage.exports.days import Shape
from soc2desk.storage.exports.text_rows import MOST_OPEN, rows_of_text
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "Login,Name,Status,Last sign-in"
WORDS = f"{HEAD}\nzoe,Zoë Côté,Active,2027-01-31\nana,Ana Ruiz,Suspended,2027-02-01\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "users.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_every_encoding_and_separator_gives_the_same_accounts(tmp_path: Path, encoding: str, sign: str) -> None:
    found = list(accounts_in(survey(written(tmp_path, WORDS.replace(",", sign), encoding)), Doubts()))
    assert [(one.user, one.name, one.enabled) for one in found] == [
        ("zoe", "Zoë Côté", True),
        ("ana", "Ana Ruiz", False),
    ]


def test_an_encoding_that_had_to_be_guessed_is_not_sure(tmp_path: Path) -> None:
    assert not survey(written(tmp_path, WORDS, "cp1252")).layout.encoding_sure
    assert survey(written(tmp_path, WORDS, "utf-16")).layout.encoding_sure


def test_commas_inside_names_do_not_hide_the_semicolons(tmp_path: Path) -> None:
    text = "Login;Name;Role\na;Ruiz, Ana;x\nb;Third, Mae;y\n"
    assert survey(written(tmp_path, text)).layout.separator == ";"


def test_a_quotation_mark_that_is_never_closed_costs_its_row_and_no_other(tmp_path: Path) -> None:
    text = f'{HEAD}\na,"Ana,Active,\nb,Bo,Active,\nc,"Cy\nTwo",Active,\n'
    found = survey(written(tmp_path, text))
    assert [(row.line, row.fault) for row in found.broken] == [(2, "a quotation mark in it is never closed")]
    assert [row.cells[0] for row in found.good_rows()] == ["b", "c"]


def test_a_list_of_nothing_but_open_quotation_marks_is_told_row_by_row_and_soon(tmp_path: Path) -> None:
    rows = MOST_OPEN + 20
    found = survey(written(tmp_path, f"{HEAD}\n" + 'a,"Ana,Active,\n' * rows + "b,Bo,Active,\n"))
    assert (found.broken_count, found.rows) == (rows, 1)
    assert {row.fault for row in found.broken} == {"a quotation mark in it is never closed"}


def test_thousands_of_columns_of_one_name_are_told_apart(tmp_path: Path) -> None:
    found = survey(written(tmp_path, "user,status" + ",more" * 3_000 + "\na,Active" + ",x" * 3_000 + "\n"))
    assert found.layout.headings[2:4] == ("more", "more (2)")
    assert found.layout.headings[-1] == "more (3000)"
    assert found.layout.doubled == ("more",)


def test_an_inch_sign_in_plain_words_is_a_sign_like_any_other(tmp_path: Path) -> None:
    found = survey(written(tmp_path, f'{HEAD}\na,5" disk,Active,\nb,Bo,Active,\n'))
    assert (found.rows, found.broken_count) == (2, 0)


def test_rows_with_too_many_or_too_few_cells_are_told_with_their_lines(tmp_path: Path) -> None:
    found = survey(written(tmp_path, f"{HEAD}\na,Ana\nb,Bo,Active,2027-01-01,more\nc,Cy,Active,,\n"))
    assert [row.line for row in found.broken] == [2, 3]
    assert [row.cells[0] for row in found.good_rows()] == ["c"]


def test_headings_that_stand_twice_are_told_apart_and_empty_columns_are_told(tmp_path: Path) -> None:
    found = survey(written(tmp_path, "Login,Role,Role,Phone\na,x,y,\n"))
    assert found.layout.headings == ("Login", "Role", "Role (2)", "Phone")
    assert found.layout.doubled == ("Role",)
    assert found.empty == ("Phone",)
    assert found.guess["roles"].headings == ("Role", "Role (2)")


def test_days_in_an_order_that_nothing_tells_are_left_out_until_somebody_says(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}\na,Ana,Active,03/04/2027\nb,Bo,Active,05/05/2027\n")
    found, doubts = survey(path), Doubts()
    assert found.days["last_login"].is_ambiguous
    assert [str(one.last_login) for one in accounts_in(found, doubts)] == ["None", "2027-05-05"]
    assert doubts.days == 1
    said = [str(one.last_login) for one in accounts_in(found, Doubts(), Shape.MONTH_FIRST)]
    assert said == ["2027-03-04", "2027-05-05"]


def test_one_day_above_twelve_tells_the_order_of_all(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}\na,Ana,Active,03/04/2027\nb,Bo,Active,25/04/2027\n")
    assert [str(one.last_login) for one in accounts_in(survey(path), Doubts())] == ["2027-04-03", "2027-04-25"]


def test_words_of_a_status_that_nobody_knows_are_told(tmp_path: Path) -> None:
    doubts = Doubts()
    found = list(accounts_in(survey(written(tmp_path, f"{HEAD}\na,Ana,Frobnicated,\n")), doubts))
    assert found[0].can_sign_in
    assert doubts.words == {"Frobnicated": 1}


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,\n"])
def test_an_empty_file_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(FileProblem, match="nothing to read"):
        survey(written(tmp_path, text))


def test_a_list_without_a_login_says_what_to_name(tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="--column user="):
        survey(written(tmp_path, "Colour,Shape\nred,round\n"))


@pytest.mark.parametrize(
    "raw", [b"\xd0\xcf\x11\xe0" + bytes(400), b"PK\x03\x04" + bytes(400), b"\x89PNG\r\n\x00\x01" * 90]
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "users.csv"
    path.write_bytes(raw)
    with pytest.raises(FileProblem):
        survey(path)


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"), max_size=200),
    st.sampled_from([",", ";", "\t"]),
)
def test_no_text_at_all_stops_the_reader_and_no_line_is_counted_twice(text: str, sign: str) -> None:
    lines = text.splitlines(keepends=True)
    rows = list(rows_of_text(lines, sign))
    numbers = [row.line for row in rows]
    assert numbers == sorted(set(numbers))


def test_a_very_long_list_is_gone_through_row_by_row(tmp_path: Path) -> None:
    rows = 200_000 if IS_THOROUGH else 20_000
    path = tmp_path / "users.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{HEAD}\n")
        file.writelines(f"user{at},Person {at},Active,2027-01-{at % 28 + 1:02}\n" for at in range(rows))
    tracemalloc.start()
    found = survey(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.rows == rows
    assert most < 4_000_000  # bytes: the rows themselves would take far more


def test_a_column_named_control_beside_a_description_is_what_the_controls_are_called(tmp_path: Path) -> None:
    both = survey(written(tmp_path, "Ref,Control,Description\nAC-1,Leavers,Access ends in a day.\n"), "listed_controls")
    assert both.guess["title"].headings == ("Control",)
    assert both.guess["text"].headings == ("Description",)
    alone = survey(written(tmp_path, "Ref,Control\nAC-1,Access ends in a day.\n"), "listed_controls")
    assert alone.guess["text"].headings == ("Control",)
    assert "title" not in alone.guess
