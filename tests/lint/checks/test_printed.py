"""Values print in forms that fit them."""

from __future__ import annotations

import pytest

from tests.lint.broken import at, seen, with_control, written


@pytest.mark.parametrize(
    "value",
    [
        "has_office",
        "type_2",
        "small_firm",
        "logo",
        "service | each",
        "password_min_length | adjective",
        "access_review_period | amount",
        "access_removal_limit | amount",
        "service | listed",
        "access_review_period | listed",
    ],
)
def test_a_form_that_does_not_fit_is_named(value: str) -> None:
    (fault,) = seen("printed", written("## @one One", "", f"Words {{{{ {value} }}}}."))
    assert fault.where == at(14)


@pytest.mark.parametrize(
    "value",
    [
        "access_review_period | each | capital",
        "cadence_acc_07 | noun",
        "password_min_length | amount",
        "password_min_length",
        "mfa_systems | listed",
        "data_kinds",
        "service | capital",
        "privacy_role",
        "access_removal_limit",
    ],
)
def test_a_form_that_fits_is_left_alone(value: str) -> None:
    assert seen("printed", written("## @one One", "", f"Words {{{{ {value} }}}}.")) == ()


def test_a_field_of_a_row_is_plain_words() -> None:
    lines = ("{% for s in systems %}", "- {{ s.name | listed }} {{ s.owner | capital }}", "{% endfor %}")
    assert [fault.where for fault in seen("printed", written(*lines))] == [at(13)]


def test_a_statement_is_looked_at_too() -> None:
    (fault,) = seen("printed", with_control("ACC-07", statement="Access is {{ has_office }}."))
    assert fault.where.startswith("resources/words/en/controls.yaml, line ")
