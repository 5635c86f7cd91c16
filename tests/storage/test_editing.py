"""Single values changed by their path."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.answers import Answer, Practice
from soc2desk.domain.auditing import Remedy
from soc2desk.domain.cadences import Cadence
from soc2desk.domain.client_controls import RetiredControl
from soc2desk.domain.learning import Completion
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems, UsageProblem
from soc2desk.domain.project import Project, State, StateEntry
from soc2desk.domain.self_answers import Has, SelfAnswer
from soc2desk.domain.systems import System
from soc2desk.domain.vendors import Vendor
from soc2desk.storage.editing import set_values

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.catalogue import Catalogue

    Set = Callable[..., Project]

TODAY = date(2026, 11, 22)
ACME = Project(
    answers={"company": Answer("Acme")},
    people=(Person("dana", "Dana", start=date(2022, 3, 14)), Person("sam", "Sam")),
    vendors=(Vendor("cloud", "Boreal", subservice=True, method="carve_out"),),
    systems=(System("prod", "Production"),),
    control_states=(
        StateEntry("ACC", State.IN_PLACE, since=date(2026, 1, 1), confirmed_by="dana", confirmed_on=date(2026, 2, 1)),
    ),
)


@pytest.fixture
def change(catalogue: Catalogue) -> Set:
    """Set one value of Acme, or of the project given."""
    return lambda path, text, project=ACME: set_values(project, catalogue, [(path, text)], TODAY)


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("company", "No", "No"),
        ("company", "{braces} [and] # signs: all", "{braces} [and] # signs: all"),
        ("answers.company", "Acme Ltd.", "Acme Ltd."),
        ("password_min_length", " 14 ", 14),
        ("has_office", "no", False),
        ("review_period", "annual", Cadence.ANNUAL),
        ("categories", "privacy, availability", ("security", "availability", "privacy")),
        ("mfa_systems", "GitHub, Okta", ("GitHub", "Okta")),
        ("mfa_systems", "GitHub, the web; Okta", ("GitHub, the web", "Okta")),
        ("mfa_systems", "['A, B; C', D]", ("A, B; C", "D")),
        ("regulators", "none", None),
        ("prepared_by", "none", None),
    ],
)
def test_an_answer_is_set_by_its_question(change: Set, path: str, text: str, value: object) -> None:
    assert change(path, text).answers[path.removeprefix("answers.")] == Answer(value)


def test_the_rest_of_the_project_stays(change: Set) -> None:
    changed = change("company", "Other")
    assert changed == Project(
        answers={"company": Answer("Other")}, people=ACME.people, vendors=ACME.vendors, systems=ACME.systems,
        control_states=ACME.control_states,
    )  # fmt: skip


def test_an_empty_text_takes_an_answer_out(change: Set) -> None:
    assert change("company", "").answers == {}
    assert change("company", "  ").answers == {}


def test_an_answer_is_planned_in_one_go_or_step_by_step(change: Set) -> None:
    wanted = Answer(Cadence.ANNUAL, practice=Practice.PLANNED, start=date(2027, 2, 1))
    assert change("review_period", "{planned: annual, from: 2027-02-01}").answers["review_period"] == wanted
    begun = change("review_period.planned", "annual")
    assert change("review_period.from", "2027-02-01", begun).answers["review_period"] == wanted


def test_not_yet_can_be_set_and_a_value_replaces_it(change: Set) -> None:
    nobody = change("review_period", "not yet")
    assert nobody.answers["review_period"] == Answer(None, practice=Practice.NOT_YET)
    assert change("review_period", "annual", nobody).answers["review_period"] == Answer(Cadence.ANNUAL)


def test_setting_a_suggested_value_confirms_or_plans_it(change: Set) -> None:
    suggested = Project(answers={"review_period": Answer(Cadence.ANNUAL, confirmed=False)})
    assert change("review_period", "annual", suggested).answers["review_period"] == Answer(Cadence.ANNUAL)
    planned = change("review_period.planned", "annual", suggested).answers["review_period"]
    assert planned == Answer(Cadence.ANNUAL, practice=Practice.PLANNED)


def test_a_field_of_a_person_is_set_and_taken_out(change: Set) -> None:
    left = change("people.dana.end", "2027-01-31")
    assert left.person["dana"].end == date(2027, 1, 31)
    assert change("people.dana.end", "", left).person["dana"].end is None


def test_a_new_row_begins_with_its_name(change: Set) -> None:
    assert change("people.new-id.name", "New Person").people[-1] == Person("new-id", "New Person")


def test_a_whole_row_is_set_as_a_table_and_taken_out_by_nothing(change: Set) -> None:
    added = change("vendors.mail", "{name: Mailer, tier: low}")
    assert added.vendor["mail"] == Vendor("mail", "Mailer", tier="low")
    assert "mail" not in change("vendors.mail", "", added).vendor


def test_roles_owners_vendors_and_systems_are_set(change: Set) -> None:
    assert change("roles.it_lead.holder", "dana").roles == (RoleHolding("it_lead", holder="dana"),)
    assert change("owners.ACC-07.owner", "sam").owners == (Owning("ACC-07", owner="sam"),)
    assert change("vendors.cloud.tier", "critical").vendor["cloud"].tier == "critical"
    assert change("systems.prod.in_scope", "no").systems == (System("prod", "Production", in_scope=False),)


def test_expected_controls_are_parted_by_semicolons_only(change: Set) -> None:
    changed = change("vendors.cloud.expected_controls", "Doors, gates and rooms are locked; Disks are wiped")
    assert changed.vendor["cloud"].expected_controls == ("Doors, gates and rooms are locked", "Disks are wiped")


def test_the_last_field_of_a_role_taken_out_leaves_it_unheld(change: Set) -> None:
    held = change("roles.it_lead.holder", "dana")
    assert change("roles.it_lead.holder", "", held).roles == ()


def test_a_reason_for_a_criterion_is_set_though_its_id_holds_a_dot(change: Set) -> None:
    reason = change("not_relevant.P3.1", "We never collect it.")
    assert reason.not_relevant == {"P3.1": "We never collect it."}
    assert change("not_relevant.P3.1", "", reason).not_relevant == {}


def test_an_answer_of_the_self_check_takes_today_and_keeps_what_is_held(change: Set) -> None:
    said = change("self_check.BC.5.1", "{answer: yes, evidence: Rules, by: dana}")
    assert said.self_check == (SelfAnswer("BC.5.1", Has.YES, "Rules", "dana", TODAY),)
    again = change("self_check.BC.5.1.answer", "partly", said)
    assert again.self_check == (SelfAnswer("BC.5.1", Has.PARTLY, "Rules", "", TODAY),), "dana did not say this"
    assert change("self_check.BC.5.1.evidence", "A list", again).self_answer["BC.5.1"].evidence == "A list"
    assert change("self_check.BC.5.1", "", again).self_check == ()


def test_the_document_date_is_set(change: Set) -> None:
    assert change("document_date", "2026-12-01").document_date == date(2026, 12, 1)


@pytest.mark.parametrize("path", ["control_states.ACC-07", "control_states.ACC-07.state"])
def test_a_state_is_confirmed_today_by_nobody_named(change: Set, path: str) -> None:
    assert change(path, "planned").state_entry["ACC-07"] == StateEntry("ACC-07", State.PLANNED, confirmed_on=TODAY)


def test_a_changed_state_keeps_only_what_still_belongs_to_it(change: Set) -> None:
    assert change("control_states.ACC", "planned").state_entry["ACC"] == StateEntry(
        "ACC", State.PLANNED, confirmed_on=TODAY
    )
    assert change("control_states.ACC", "in_place").state_entry["ACC"] == StateEntry(
        "ACC", State.IN_PLACE, since=date(2026, 1, 1), confirmed_on=TODAY
    )


def test_a_state_that_nobody_confirms_holds_no_day(change: Set) -> None:
    assert change("control_states.ACC", "not_confirmed").state_entry["ACC"] == StateEntry("ACC", State.NOT_CONFIRMED)


def test_a_state_and_what_it_needs_are_set_in_one_go_in_any_order(catalogue: Catalogue) -> None:
    wanted = StateEntry(
        "PHY", State.RUN_BY_VENDOR, since=date(2024, 1, 1), vendor="cloud", confirmed_by="dana",
        confirmed_on=TODAY,
    )  # fmt: skip
    changes = [
        ("control_states.PHY.vendor", "cloud"),
        ("control_states.PHY.since", "2024-01-01"),
        ("control_states.PHY.confirmed_by", "dana"),
        ("control_states.PHY.confirmed_on", TODAY.isoformat()),
        ("control_states.PHY", "run_by_vendor"),
    ]
    for order in (changes, changes[::-1]):
        assert set_values(ACME, catalogue, order, TODAY).state_entry["PHY"] == wanted


def test_a_state_written_as_a_table_takes_today(change: Set) -> None:
    entry = change("control_states.PHY", "{state: does_not_apply, reason: No office.}").state_entry["PHY"]
    assert entry == StateEntry("PHY", State.DOES_NOT_APPLY, reason="No office.", confirmed_on=TODAY)


@pytest.mark.parametrize("day", ["2026-01-01", "2026-11-23", "2026-11-22 09:00", "yesterday"])
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("control_states.ACC.confirmed_on", "{day}"),
        ("control_states.PHY", "{{state: planned, confirmed_on: {day}}}"),
        ("self_check.BC.5.1.on", "{day}"),
        ("self_check.BC.5.1", "{{answer: yes, on: {day}}}"),
    ],
)
def test_what_is_said_now_bears_no_other_day_than_today(change: Set, path: str, text: str, day: str) -> None:
    with pytest.raises(UsageProblem, match="said today, 2026-11-22") as caught:
        change(path, text.format(day=day))
    assert caught.value.hint == "Leave the day out: today is taken."


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("completions.one.entered_on", "2026-01-01"),
        ("completions.one.on", "2026-01-01"),
        ("completions.one", "{person: dana, course: TRN-01, on: 2026-01-01, entered_on: 2026-01-01}"),
        ("walked_requests.ER-045.asked_on", "2026-01-01"),
        ("walked_requests.ER-045", "{ready: yes, asked_on: 2026-01-01}"),
        ("auditor_requests.one.confirmed_on", "2026-01-01"),
        ("listed_controls.one.confirmed_on", "2026-01-01"),
        ("listed_controls.one", "{number: 1, text: x, confirmed_on: 2026-01-01}"),
        ("control_wordings.ACC-07.text", "We look."),
        ("own_documents.isp.approved_on", "2026-01-01"),
        ("own_clauses.one.confirmed_on", "2026-01-01"),
        ("retired_controls.ACC-07.last_day", "2026-01-01"),
        ("client_answers.one.entered_on", "2026-01-01"),
        ("user_exports.one.rows", "0"),
        ("seen_in_lists.one", "{kind: changes, fault: x, item: y, settled_on: 2026-01-01}"),
        ("remedies.one.closed_on", "2026-01-01"),
        ("remedies.one", "{name: Mend it, closed_on: 2026-01-01}"),
        ("entry_days.risks.fire.rated_on", "{on: 2026-01-01}"),
        ("entry_days.risks.fire.rated_on.on", "2026-01-01"),
        ("entry_days.risks.fire.rated_on", ""),
    ],
)
def test_days_that_the_program_keeps_are_set_by_nobody(change: Set, path: str, text: str) -> None:
    with pytest.raises(UsageProblem, match="cannot be set") as caught:
        change(path, text)
    assert caught.value.where == path
    assert "soc2desk " in (caught.value.hint or ""), "it says which command keeps the day"


def test_a_course_entered_by_mistake_is_taken_out(change: Set) -> None:
    taken = replace(ACME, completions=(Completion("one", "dana", "TRN-01", date(2026, 9, 1)),))
    assert change("completions.one", "", taken).completions == ()


def test_what_is_to_be_mended_may_change_hands(change: Set) -> None:
    assert change("remedies.one", "{name: Mend it, owner: dana}").remedies[0].owner == "dana"


@pytest.mark.parametrize(
    ("field", "text", "who"),
    [("since", "2024-01-15", ""), ("confirmed_by", "sam", "sam"), ("since", "2026-01-01", None)],
)
def test_what_is_changed_of_a_state_was_said_today_and_not_by_whoever_confirmed_it_before(
    change: Set, field: str, text: str, who: str | None
) -> None:
    was = ACME.state_entry["ACC"]
    now = change(f"control_states.ACC.{field}", text).state_entry["ACC"]
    if who is None:
        assert now == was, "nothing was changed"
    else:
        assert (now.confirmed_on, now.confirmed_by) == (TODAY, who)
        same_day = change("control_states.ACC.since", "2024-02-01", replace(ACME, control_states=(now,)))
        assert same_day.state_entry["ACC"].confirmed_by == who, "they are still at it"


def test_what_was_mended_is_open_again_once_it_is_about_something_else(change: Set) -> None:
    was = replace(ACME, remedies=(Remedy("one", "Mend it", closed_on=date(2026, 2, 1)),))
    assert change("remedies.one.name", "Mend another", was).remedies == (Remedy("one", "Mend another"),)
    assert change("remedies.one.owner", "dana", was).remedies[0].closed_on == date(2026, 2, 1)


def test_what_is_changed_of_an_answer_of_the_self_check_was_said_today(change: Set) -> None:
    was = replace(ACME, self_check=(SelfAnswer("BC.5.1", Has.YES, "Rules", "dana", date(2026, 2, 1)),))
    now = change("self_check.BC.5.1.evidence", "Other rules", was).self_answer["BC.5.1"]
    assert now == SelfAnswer("BC.5.1", Has.YES, "Other rules", "", TODAY)
    assert change("company", "Acme II", was).self_check == was.self_check


def test_a_state_is_taken_out(change: Set) -> None:
    assert change("control_states.ACC", "").control_states == ()


@pytest.mark.parametrize(
    ("path", "text", "said", "advice"),
    [
        ("companny", "Acme", "There is no question or table 'companny'", "Did you mean company?"),
        ("peple.dana.end", "2027-01-01", "There is no question or table 'peple'", "Did you mean people?"),
        ("company.name", "Acme", "An answer has no field 'name'", "company=VALUE"),
        ("password_min_length", "twelve", "must be a whole number", "characters"),
        ("window_start", "2027-02-30", "no calendar has", None),
        ("review_period.from", "2027-02-01", "says from when, but not what", None),
        ("mfa_systems", ";", "an empty list", None),
        ("mfa_systems", "[a, [b]]", "takes one value, not a list", None),
        ("people.dana.end", "2021-01-01", "before start", None),
        ("people.dana.nmae", "Dana", "no field of a person", "Did you mean name?"),
        ("people.Zed.name", "Zed", "is no id", "lower-case"),
        ("people.dana", "Dana", "must be a table", None),
        ("people.dana.name", "", "people.dana has no name", None),
        ("people.new.title", "Boss", "people.new has no name", "Add name"),
        ("people.dana", "", 'names the person "dana"', None),
        ("roles.it_led.holder", "dana", "There is no role 'it_led'", "Did you mean it_lead?"),
        ("roles.it_lead.holder", "dna", 'names the person "dna"', "Did you mean dana?"),
        ("roles.it_lead", "dana", "must be a table", None),
        ("control_states.ACC", "done", 'cannot be "done"', "in_place"),
        ("control_states.ACC", "run_by_vendor", "needs a vendor", "Add vendor:"),
        ("control_states.ACC.from", "2027-01-01", "does not belong to the state in_place", None),
        ("control_states.ACC-07.from", "2027-01-01", "has no state", None),
        ("control_states.ACC-7", "planned", "There is no control or family 'ACC-7'", "Did you mean ACC-07?"),
        ("not_relevant.CC6.1", "Because", "never left out", None),
        ("vendors.cloud", "{name: [", "not well-formed YAML", None),
        ("document_date", "soon", "must be a date", None),
    ],
)
def test_what_a_file_could_not_hold_cannot_be_set(
    change: Set, path: str, text: str, said: str, advice: str | None
) -> None:
    with pytest.raises(ProjectProblem) as caught:
        change(path, text)
    assert said in caught.value.message
    assert (caught.value.where or "").startswith(path)
    assert advice is None or advice in (caught.value.hint or "")


@pytest.mark.parametrize("path", ["people", "people.", "not_relevant", "answers", "control_states."])
def test_a_table_alone_is_no_path(change: Set, path: str) -> None:
    with pytest.raises(UsageProblem, match="What of"):
        change(path, "x")


@pytest.mark.parametrize("path", ["approvals.POL-ACP.by", "approvals.POL-ACP", "approvals"])
def test_an_approval_cannot_be_set(change: Set, path: str) -> None:
    with pytest.raises(UsageProblem, match="cannot be set") as caught:
        change(path, "dana")
    assert "own command" in (caught.value.hint or "")


@pytest.mark.parametrize("path", ["edits.POL-ACP/scope.text", "edits.POL-ACP/scope", "edits"])
def test_a_wording_cannot_be_set(change: Set, path: str) -> None:
    with pytest.raises(UsageProblem, match="cannot be set") as caught:
        change(path, "Words.")
    assert "window" in (caught.value.hint or "")


def test_a_control_of_ones_own_is_set_field_by_field_and_leaves_nothing_behind(catalogue: Catalogue) -> None:
    fields = {
        "title": "T", "statement": "{{ company }}, too", "criteria": "P3.1, CC6.1", "cadence": "monthly",
        "nature": "manual", "evidence": "E",
    }  # fmt: skip
    own = [(f"own_controls.OWN-01.{name}", text) for name, text in fields.items()]
    state = [("control_states.OWN-01", "in_place"), ("owners.OWN-01.owner", "dana")]
    project = set_values(ACME, catalogue, [*own, *state], TODAY)
    assert project.own_control["OWN-01"].criteria == ("CC6.1", "P3.1")
    assert project.own_control["OWN-01"].statement == "{{ company }}, too"
    assert project.state_entry["OWN-01"].confirmed_on == TODAY
    assert set_values(project, catalogue, [("own_controls.OWN-01", "")], TODAY) == ACME


def test_several_wrong_values_are_each_reported_at_their_own_path(catalogue: Catalogue) -> None:
    changes = [("company", "Acme"), ("has_office", "perhaps"), ("people.dana.end", "soon")]
    with pytest.raises(SeveralProblems) as caught:
        set_values(ACME, catalogue, changes, TODAY)
    assert [problem.where for problem in caught.value.problems] == ["has_office", "people.dana.end"]


def test_a_window_is_moved_as_a_whole(catalogue: Catalogue) -> None:
    early = set_values(ACME, catalogue, [("window_start", "2027-01-01"), ("window_end", "2027-03-31")], TODAY)
    late = set_values(early, catalogue, [("window_start", "2028-01-01"), ("window_end", "2028-03-31")], TODAY)
    assert late.answers["window_start"].value == date(2028, 1, 1)
    with pytest.raises(Problem, match="before the window begins") as caught:
        set_values(early, catalogue, [("company", "B"), ("window_start", "2028-01-01")], TODAY)
    assert caught.value.where == "answers.window_end"


@pytest.mark.parametrize("text", ["\x00", "\ud800", "\x00 \x07"])
def test_a_text_of_unfit_characters_alone_counts_as_empty(change: Set, text: str) -> None:
    assert change("company", text).answers == {}


@pytest.mark.parametrize("path", ["control_states.ACC-07", "control_states.ACC-07.since", "control_states.ACC.since"])
def test_a_word_on_a_retired_control_or_its_family_is_refused_for_it_would_hide_that_it_was_in_place(
    path: str, change: Set
) -> None:
    gone = RetiredControl("ACC-07", date(2026, 11, 20), "Switched off", TODAY, "dana")
    ended = replace(ACME, retired_controls=(gone,))
    text = "2026-11-21" if path.endswith("since") else "planned"
    with pytest.raises(UsageProblem, match=r"ACC-07 is retired after 2026-11-20"):
        change(path, text, ended)
    assert change("control_states.PHY", "planned", ended).state_entry["PHY"].state is State.PLANNED
