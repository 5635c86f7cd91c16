"""Conditions decide yes, no, or not yet: an answer nobody gave never counts as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soc2desk.domain.conditions import ALWAYS, NOT_KNOWN, Condition, decide, names_in

NAMES = ("office", "staff", "scope")


def name(word: str) -> Condition:
    return Condition("name", value=word)


def constant(value: object) -> Condition:
    return Condition("constant", value=value)  # type: ignore[arg-type]


def no(inner: Condition) -> Condition:
    return Condition("not", (inner,))


def both(*parts: Condition) -> Condition:
    return Condition("and", parts)


def either(*parts: Condition) -> Condition:
    return Condition("or", parts)


leaves = st.sampled_from(NAMES).map(name) | st.booleans().map(constant)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(no),
        st.tuples(inner, inner).map(lambda two: both(*two)),
        st.tuples(inner, inner).map(lambda two: either(*two)),
    ),
    max_leaves=8,
)
answers = st.fixed_dictionaries(dict.fromkeys(NAMES, st.sampled_from((True, False, NOT_KNOWN))))
full_answers = st.fixed_dictionaries(dict.fromkeys(NAMES, st.booleans()))


@given(conditions, conditions, answers)
def test_not_both_is_not_the_one_or_not_the_other(a: Condition, b: Condition, known: dict[str, bool]) -> None:
    assert decide(no(both(a, b)), known) is decide(either(no(a), no(b)), known)
    assert decide(no(either(a, b)), known) is decide(both(no(a), no(b)), known)


@given(conditions, conditions, answers)
def test_the_order_of_parts_decides_nothing(a: Condition, b: Condition, known: dict[str, bool]) -> None:
    assert decide(both(a, b), known) is decide(both(b, a), known)
    assert decide(either(a, b), known) is decide(either(b, a), known)


@given(conditions, answers)
def test_not_twice_is_the_same_again(a: Condition, known: dict[str, bool]) -> None:
    assert decide(no(no(a)), known) is decide(a, known)


@given(conditions, answers, full_answers)
def test_what_is_decided_stays_decided_when_more_is_answered(
    a: Condition, known: dict[str, bool], later: dict[str, bool]
) -> None:
    before = decide(a, known)
    after = decide(a, {name: later[name] if known[name] is NOT_KNOWN else known[name] for name in NAMES})
    assert before in {None, after}


@given(conditions, full_answers)
def test_with_every_answer_given_something_is_always_decided(a: Condition, known: dict[str, bool]) -> None:
    assert decide(a, known) is not None


@given(conditions)
def test_every_name_a_condition_needs_is_listed(a: Condition) -> None:
    known = dict.fromkeys(names_in(a), True)
    assert decide(a, known) in {True, False}


@pytest.mark.parametrize("op", ["==", "!=", "<", "<=", ">", ">=", "in", "not in"])
@pytest.mark.parametrize("other", [constant("x"), constant(3), constant(None), name("size")])
def test_a_comparison_with_what_nobody_answered_stays_open(op: str, other: Condition) -> None:
    assert decide(Condition(op, (name("size"), other)), {"size": NOT_KNOWN}) is None  # type: ignore[arg-type]


def test_not_of_what_nobody_answered_stays_open() -> None:
    assert decide(no(name("office")), {"office": NOT_KNOWN}) is None


def test_one_decisive_part_outweighs_an_open_one() -> None:
    known = {"office": NOT_KNOWN, "staff": False, "scope": True}
    assert decide(both(name("office"), name("staff")), known) is False
    assert decide(either(name("office"), name("scope")), known) is True


def test_an_open_part_keeps_open_what_the_others_do_not_decide() -> None:
    known = {"office": NOT_KNOWN, "staff": False, "scope": True}
    for order in ((name("office"), name("scope")), (name("scope"), name("office"))):
        assert decide(both(*order), known) is None
    for order in ((name("office"), name("staff")), (name("staff"), name("office"))):
        assert decide(either(*order), known) is None


@pytest.mark.parametrize(
    ("value", "op", "other", "expected"),
    [
        ("qc", "==", "qc", True),
        ("qc", "!=", "qc", False),
        (2, "<=", 2, True),
        (3, "<", 3, False),
        (None, "==", "qc", False),
        (None, "!=", "qc", True),
        ("big", ">", 3, False),
    ],
)
def test_values_are_compared_as_they_read(value: object, op: str, other: object, expected: bool) -> None:  # noqa: FBT001
    assert decide(Condition(op, (name("x"), constant(other))), {"x": value}) is expected  # type: ignore[arg-type,dict-item]


def test_a_word_is_looked_for_among_the_words_of_a_list_not_inside_another_word() -> None:
    chosen = Condition("in", (constant("privacy"), name("categories")))
    assert decide(chosen, {"categories": ("security", "privacy")}) is True
    assert decide(chosen, {"categories": ("security",)}) is False
    assert decide(chosen, {"categories": "privacy of customers"}) is False


def test_a_name_that_does_not_exist_is_a_fault_and_no_answer() -> None:
    with pytest.raises(KeyError):
        decide(name("offcie"), {"office": True})


def test_always_is_true_whatever_is_answered() -> None:
    assert decide(ALWAYS, {}) is True
