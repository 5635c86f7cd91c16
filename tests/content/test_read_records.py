"""A record layout is read with its words, and refused where it would say in advance what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.conditions import Condition
from soc2desk.domain.problems import Problem, SeveralProblems
from tests.content.small_world import small_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from soc2desk.domain.catalogue import Catalogue

FIELD = "- {name: period, kind: text} => "
WORDS = "{period: {label: Period}} => "
LAYOUT = """- {name: period, kind: text, filled_from: period.id}
  - {name: result, kind: choice, choices: [good, bad], when: has_office}
  - {name: reason, kind: text, required_when: result == 'bad'}
  - name: lines
    kind: table
    columns:
    - {name: system, kind: text, filled_from: system.name}
    - {name: kept, kind: choice, choices: ['yes', 'no']}
  tool: company
  owed_by: [ACC-01]
  worksheet: yes"""
SAID = """
      period: {label: 'Period of {{ company }}'}
      result: {label: Result, choices: {good: Good, bad: Bad}}
      reason: {label: Reason, needed: Needed for a bad one}
      lines:
        label: Lines
        columns: {system: {label: System}, kept: {label: Kept, choices: {'yes': 'Yes', 'no': 'No'}}}"""


def read(folder: Path, fields: str = LAYOUT, said: str = SAID) -> Catalogue:
    return small_catalogue(folder, records__records=FIELD + fields, en__requests=WORDS + said)


def refused(folder: Path, fields: str = LAYOUT, said: str = SAID) -> list[str]:
    with pytest.raises((Problem, SeveralProblems)) as caught:
        read(folder, fields, said)
    problems = caught.value.problems if isinstance(caught.value, SeveralProblems) else (caught.value,)
    return [str(one) for one in problems]


def test_a_layout_has_its_fields_columns_and_choices_with_their_words(tmp_path: Path) -> None:
    (record,) = read(tmp_path).records
    period, result, reason, lines = record.fields
    assert (record.tool, record.owed_by, record.worksheet) == ("company", ("ACC-01",), True)
    assert (period.label, period.filled_from) == ("Period of {{ company }}", "period.id")
    assert (result.choices, result.choice_labels) == (("good", "bad"), ("Good", "Bad"))
    assert result.when == Condition("name", value="has_office")
    assert (reason.required_when.op, reason.needed) == ("==", "Needed for a bad one")
    assert [(one.name, one.label, one.choice_labels) for one in lines.columns] == [
        ("system", "System", ()),
        ("kept", "Kept", ("Yes", "No")),
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("filled_from: period.id", "filled_from: period.decision", "Nothing of the company is called period.decision"),
        ("kind: text, filled_from: period.id", "kind: signature, filled_from: role.lead", "never what was done"),
        ("kind: text, filled_from: period.id", "kind: date, filled_from: system.name", "never what was done"),
        ("kind: choice, choices: [good, bad]", "kind: boolean, filled_from: vendor.tier", "never what was done"),
        ("kind: text, filled_from: system.name", "kind: datetime, filled_from: period.due", "never what was done"),
        ("kind: text, filled_from: period.id", "kind: text, choices_from: nowhere.name", "nowhere.name"),
        ("choices: [good, bad]", "choices: [good, poor]", "The choices of result in access_review and their words"),
        ("choices: [good, bad], ", "", "a choice without choices"),
        ("choices: ['yes', 'no']", "choices: []", "a choice without choices"),
        ("{name: kept,", "{name: keep,", "The columns of lines in access_review and their words differ: keep, kept"),
        ("name: reason", "name: cause", "The fields of access_review and their words differ: cause, reason"),
        ("when: has_office", "when: has_ofice", "Did you mean has_office?"),
        ("required_when: result ==", "required_when: resul ==", "Did you mean result?"),
        (", required_when: result == 'bad'", "", "in a condition or in words, and not in both"),
        ("tool: company", "tool: compny", "Did you mean company?"),
        ("owed_by: [ACC-01]", "owed_by: [ACC-10]", "Did you mean ACC-01?"),
        ("kind: table", "kind: long_text", "has columns and is none"),
        ("kind: text, required_when", "kind: essay, required_when", "essay"),
    ],
)
def test_what_is_wrong_in_a_layout_is_told(before: str, after: str, said: str, tmp_path: Path) -> None:
    assert before in LAYOUT
    assert any(said in one for one in refused(tmp_path, LAYOUT.replace(before, after, 1)))


def test_a_name_in_its_words_that_no_question_provides_is_told(tmp_path: Path) -> None:
    (fault,) = refused(tmp_path, said=SAID.replace("{{ company }}", "{{ compny }}"))
    assert "Did you mean company?" in fault


def test_a_rule_is_template_text_too(tmp_path: Path) -> None:
    change = "rules: [every line decided] => rules: ['{% if has_ofice %}Every line{% endif %}']"
    with pytest.raises(Problem, match="has_ofice"):
        small_catalogue(tmp_path, en__requests=change)
