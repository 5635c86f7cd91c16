"""Every company that conditions can tell apart."""

from __future__ import annotations

from soc2desk.lint.companies import SCOPE, companies
from soc2desk.reading.expressions import parse_condition
from tests.lint.broken import shipped


def _of(*conditions: str) -> list[dict[str, object]]:
    return [dict(one) for one in companies([parse_condition(one, "here") for one in conditions], shipped())]


def test_every_scope_report_and_set_is_there_once() -> None:
    found = _of()
    assert len(found) == 16 * 2 * 2
    assert len({tuple(str(one[name]) for name in sorted(SCOPE)) for one in found}) == len(found)
    assert all("security" in one["categories"] for one in found)  # type: ignore[operator]


def test_yes_and_no_and_what_follows_from_them() -> None:
    found = _of("fully_remote", "small_firm")
    assert {(one["has_office"], one["fully_remote"], one["small_firm"]) for one in found} == {
        (office, not office, small) for office in (True, False) for small in (True, False)
    }
    assert {(one["report_type"], one["type_2"]) for one in found} == {("type_1", False), ("type_2", True)}


def test_a_hidden_question_has_no_answer() -> None:
    for one in _of("privacy_role == 'processor'"):
        if not one["handles_personal_information"] and one["privacy_role"] is not None:
            assert "privacy" in one["categories"]  # type: ignore[operator]
    assert {one["privacy_role"] for one in _of("privacy_role == 'both'")} >= {"processor", "controller", "both", None}


def test_lists_hold_every_set_of_what_is_compared() -> None:
    assert {one["data_kinds"] for one in _of("'health' in data_kinds")} == {(), ("health",)}


def test_an_optional_answer_may_be_none() -> None:
    found = {one["merge_rule"] for one in _of("merge_rule")}
    assert None in found
    assert len(found) > 1


def test_a_company_is_told_in_words() -> None:
    one = next(companies((), shipped()))
    assert one.told(SCOPE) == "categories: security, control_set: lean, report_type: type_1"
