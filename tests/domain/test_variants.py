from __future__ import annotations

import pytest

from soc2desk.domain.variants import CODE, ClassKey, Lots, Variant, name_key

KEY = ClassKey("gone-but-not-out", "Group B", "seven green bicycles")


def test_a_class_has_a_code_that_its_words_give_and_that_tells_nothing_of_them() -> None:
    assert CODE.fullmatch(KEY.code)
    assert KEY.code == ClassKey("gone-but-not-out", "Group B", "seven green bicycles").code
    assert KEY.code != ClassKey("gone-but-not-out", "Group B", "seven green bicycle").code
    assert "bicycles" not in KEY.code.casefold()


def test_each_student_of_a_class_has_a_variant_however_the_name_is_typed() -> None:
    zoe = Variant(KEY.exercise, "Zoë  Martin", KEY.code)
    assert zoe.number == Variant(KEY.exercise, "zoe martin", KEY.code.lower()).number
    students = [f"Student {number}" for number in range(200)]
    assert len({Variant(KEY.exercise, name, KEY.code).number for name in students}) == 200
    assert zoe.number != Variant(KEY.exercise, "Zoë Martin").number


@pytest.mark.parametrize(("one", "other"), [("\u30ac\u30aa", "\u30ab\u30aa"), ("\u0915\u0915", "\u0915\u094d\u0915")])
def test_two_names_that_differ_by_a_letter_of_their_script_are_two_students(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana Silva", "Ana\u200b Silva"), ("\u0639\u0644\u06cc", "\u0639\u064e\u0644\u06cc"), ("Jose", "Jose\u0301")],
)
def test_accents_points_and_signs_that_nobody_sees_make_no_other_student(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_draws_come_out_the_same_each_time_and_reach_every_option() -> None:
    lots = Variant(KEY.exercise, "Zoë Martin", KEY.code).lots
    assert lots == Variant(KEY.exercise, "Zoë Martin", KEY.code).lots
    assert lots.some("leavers", "abcdef", 2) == lots.some("leavers", "abcdef", 2)
    assert len(set(lots.some("leavers", "abcdef", 9))) == 6
    assert {Lots(str(seed)).pick("one", "abc") for seed in range(40)} == set("abc")
    assert {Lots(str(seed)).number("day", 3, 5) for seed in range(40)} == {3, 4, 5}
