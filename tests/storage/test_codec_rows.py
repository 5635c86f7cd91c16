"""Rows as they are read from a file, and what is refused in them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.controls import Nature, OwnControl
from soc2desk.domain.people import Owning, Person, RoleHolding
from soc2desk.domain.project import Approval, Edit, State, StateEntry
from soc2desk.domain.risks import Risk
from soc2desk.domain.systems import System
from soc2desk.domain.vendors import Vendor

if TYPE_CHECKING:
    from collections.abc import Callable

    from soc2desk.domain.problems import Problem
    from soc2desk.domain.project import Project

    Read = Callable[[str], Project]
    Refused = Callable[[str], list[Problem]]

DANA = "people:\n  dana: {name: Dana Whitfield}\n"
CLOUD = "vendors:\n  cloud: {name: Boreal Cloud}\n"
DIGEST = "ab" * 32
OWN = "title: T, statement: S, criteria: [P3.1, CC6.1], cadence: monthly, nature: manual, evidence: E"
EDIT = f"text: Words., replaced: {DIGEST}, on: 2026-10-20"


def test_a_person_keeps_every_field(read: Read) -> None:
    [person] = read(
        "people:\n  dana: {name: Dana, title: Director, email: d@x.example, start: 2022-03-14, end: 2026-01-31, "
        "absent_from: 2025-01-01, absent_until: 2025-02-01, moved_on: 2024-05-01, "
        "reviewed_on: 2024-06-01, contractor: yes, note: n}"
    ).people
    assert person == Person(
        "dana", "Dana", "Director", "d@x.example", date(2022, 3, 14), date(2026, 1, 31), date(2025, 1, 1),
        date(2025, 2, 1), date(2024, 5, 1), date(2024, 6, 1), contractor=True, note="n",
    )  # fmt: skip


def test_rows_keep_the_order_in_which_they_were_written(read: Read) -> None:
    people = read("people:\n  zoe: {name: Z}\n  ann: {name: A}\n  max: {name: M}").people
    assert [person.id for person in people] == ["zoe", "ann", "max"]


def test_roles_vendors_systems_and_owners_point_to_rows(read: Read) -> None:
    project = read(
        f"{DANA}roles: {{it_lead: {{holder: dana}}, security_lead: {{backup: dana}}}}\n"
        "vendors: {cloud: {name: Boreal, tier: critical, subservice: yes, method: carve_out, owner: dana, "
        "expected_controls: [Doors are locked], last_review: 2026-05-12}}\n"
        "systems: {prod: {name: Production, owner: dana, in_scope: no, mfa: yes, vendor: cloud}}\n"
        "owners: {ACC-07: {owner: dana, reviewer: dana}}"
    )
    assert project.roles == (RoleHolding("it_lead", holder="dana"), RoleHolding("security_lead", backup="dana"))
    assert project.vendors == (
        Vendor(
            "cloud", "Boreal", tier="critical", subservice=True, method="carve_out", owner="dana",
            expected_controls=("Doors are locked",), last_review=date(2026, 5, 12),
        ),
    )  # fmt: skip
    assert project.systems == (System("prod", "Production", owner="dana", in_scope=False, mfa=True, vendor="cloud"),)
    assert project.owners == (Owning("ACC-07", owner="dana", reviewer="dana"),)


def test_a_role_with_nobody_written_beside_it_is_not_held(read: Read) -> None:
    assert read("roles: {it_lead: {holder: , backup: }}").roles == ()


def test_states_are_read_for_controls_and_families(read: Read) -> None:
    project = read(
        f"{DANA}{CLOUD}control_states:\n"
        "  ACC: {state: in_place, since: 2026-01-15, confirmed_by: dana, confirmed_on: 2026-10-02}\n"
        "  ACC-07: {state: planned, from: 2027-02-15}\n"
        "  PHY-02: {state: run_by_vendor, vendor: cloud, since: 2024-01-01}\n"
        "  PHY: {state: does_not_apply, reason: No office.}\n"
        "  ACC-01: {state: not_confirmed}\n"
    )
    assert project.control_states == (
        StateEntry("ACC", State.IN_PLACE, since=date(2026, 1, 15), confirmed_by="dana", confirmed_on=date(2026, 10, 2)),
        StateEntry("ACC-07", State.PLANNED, start=date(2027, 2, 15)),
        StateEntry("PHY-02", State.RUN_BY_VENDOR, vendor="cloud", since=date(2024, 1, 1)),
        StateEntry("PHY", State.DOES_NOT_APPLY, reason="No office."),
        StateEntry("ACC-01", State.NOT_CONFIRMED),
    )
    assert all(isinstance(entry.state, State) for entry in project.control_states)


def test_an_approval_and_a_reason_are_read(read: Read) -> None:
    approvals = f"approvals: {{POL-ACP: {{by: dana, on: 2026-10-20, text: {DIGEST}}}}}\n"
    project = read(f"{DANA}{approvals}not_relevant: {{P3.1: Never asked.}}")
    assert project.approvals == (Approval("POL-ACP", "dana", date(2026, 10, 20), DIGEST),)
    assert project.not_relevant == {"P3.1": "Never asked."}


def test_a_control_of_ones_own_is_read_and_known_to_states_and_owners(read: Read) -> None:
    project = read(
        f"{DANA}own_controls: {{OWN-01: {{{OWN}}}, OWN-117: {{{OWN}, owner: it_lead}}}}\n"
        "control_states: {OWN-01: {state: in_place}, OWN: {state: planned}}\nowners: {OWN-117: {owner: dana}}"
    )
    first = OwnControl("OWN-01", "T", "S", ("CC6.1", "P3.1"), Cadence.MONTHLY, Nature.MANUAL, "E")
    assert project.own_control["OWN-01"] == first
    assert isinstance(project.own_controls[0].cadence, Cadence)
    assert isinstance(project.own_controls[0].nature, Nature)
    assert project.own_control["OWN-117"].owner == "it_lead"
    assert [entry.id for entry in project.control_states] == ["OWN-01", "OWN"]
    assert project.owning["OWN-117"].owner == "dana"


def test_a_wording_is_read_also_of_a_section_that_no_document_has(read: Read) -> None:
    project = read(f"{DANA}edits: {{POL-ACP/scope: {{{EDIT}, by: dana}}, POL-OLD/gone: {{{EDIT}}}}}")
    assert project.edit["POL-ACP/scope"] == Edit("POL-ACP/scope", "Words.", DIGEST, date(2026, 10, 20), "dana")
    assert project.edit["POL-OLD/gone"].by == ""


@pytest.mark.parametrize(
    ("written", "said", "advice"),
    [
        ("people: {dana: {nmae: Dana, name: D}}", "people.dana.nmae is no field of a person", "Did you mean name?"),
        ("people: {dana: {title: Boss}}", "people.dana has no name", "Add name"),
        ("people: {dana: }", "people.dana has no name", "Add name"),
        ("people: {dana: Dana}", "must be a table of names and values; a single value", None),
        ("people: [dana]", "people must be a table of names and values; a list", None),
        ("people: {dana: {name: [a]}}", "people.dana.name takes one value", None),
        ("people: {Dana: {name: D}}", "people.Dana is no id a row can have", "lower-case"),
        ("people: {dana whitfield: {name: D}}", "is no id", "dana-whitfield"),
        ("people: {dana_w: {name: D}}", "is no id", None),
        ("people: {'-dana': {name: D}}", "is no id", None),
        ("people: {renée: {name: D}}", "is no id", "a to z"),
        (f"people: {{{'a' * 61}: {{name: D}}}}", "is no id", "at most 60"),
        (
            "people: {dana: {name: D, start: 2027-01-02, end: 2027-01-01}}",
            "people.dana.end is 2027-01-01, before",
            None,
        ),
        ("people: {dana: {name: D, absent_from: 2027-01-02, absent_until: 2027-01-01}}", "absent_until is", None),
        ("people: {dana: {name: D, end: soon}}", "people.dana.end must be a date", None),
        ("people: {dana: {name: D, contractor: perhaps}}", "contractor must be yes or no", None),
        (f"{DANA}roles: {{it_led: {{holder: dana}}}}", "There is no role 'it_led'", "Did you mean it_lead?"),
        (f"{DANA}roles: {{it_lead: {{holder: dna}}}}", 'names the person "dna"', "Did you mean dana?"),
        ("roles: {it_lead: {holder: zed}}", 'names the person "zed"', "Add a row to people first."),
        (f"{DANA}owners: {{ACC-7: {{owner: dana}}}}", "There is no control 'ACC-7'", "Did you mean ACC-07?"),
        (f"{DANA}owners: {{acc-07: {{owner: dana}}}}", "There is no control 'acc-07'", "Did you mean ACC-07?"),
        (f"{DANA}owners: {{ACC: {{owner: dana}}}}", "There is no control 'ACC'", None),
        ("owners: {ACC-07: {owner: zed}}", 'owners.ACC-07.owner names the person "zed"', None),
        ("vendors: {cloud: {name: B, tier: high}}", 'tier cannot be "high"', "critical, important, low"),
        (
            "vendors: {cloud: {name: B, method: carve_out}}",
            "belongs to a subservice organization only",
            "subservice: yes",
        ),
        ("vendors: {cloud: {name: B, subservice: yes, method: carve-out}}", "method cannot be", "carve_out?"),
        ("vendors: {cloud: {name: B, owner: zed}}", 'names the person "zed"', None),
        ("vendors: {cloud: {name: B, expected_controls: Doors}}", "takes a list", None),
        ("systems: {prod: {name: P, vendor: zed}}", 'names the vendor "zed"', "Add a row to vendors first."),
        ("systems: {prod: {name: P, owner: zed}}", 'names the person "zed"', None),
        ("control_states: {XYZ-01: {state: in_place}}", "There is no control or family 'XYZ-01'", None),
        ("control_states: {ACC: in_place}", "must be a table", None),
        ("control_states: {ACC: {since: 2026-01-01}}", "control_states.ACC has no state", None),
        ("control_states: {ACC: {state: done}}", 'state cannot be "done"', "in_place"),
        (
            "control_states: {ACC: {state: planned, since: 2026-01-01}}",
            "since does not belong to the state planned",
            "from",
        ),
        ("control_states: {ACC: {state: in_place, from: 2026-01-01}}", "from does not belong", "since"),
        ("control_states: {ACC: {state: in_place, reason: Because}}", "reason does not belong", None),
        ("control_states: {ACC: {state: run_by_vendor}}", "needs a vendor", "Add vendor:"),
        ("control_states: {ACC: {state: run_by_vendor, vendor: zed}}", 'names the vendor "zed"', None),
        ("control_states: {ACC: {state: does_not_apply}}", "needs a reason", "Add reason:"),
        ("control_states: {ACC: {state: not_confirmed, confirmed_on: 2026-01-01}}", "does not belong", "Leave every"),
        ("control_states: {ACC: {state: in_place, confirmed_by: zed}}", 'names the person "zed"', None),
        ("not_relevant: {P3.2: Because}", "There is no criterion 'P3.2'", "Did you mean P3.1?"),
        ("not_relevant: {CC6.1: Because}", "never left out", None),
        ("not_relevant: {P3.1: [a]}", "takes one value", None),
        (f"approvals: {{POL-ACP: {{by: zed, on: 2026-01-01, text: {DIGEST}}}}}", 'names the person "zed"', None),
        (f"{DANA}approvals: {{POL-XYZ: {{by: dana, on: 2026-01-01, text: {DIGEST}}}}}", "There is no document", None),
        (f"{DANA}approvals: {{POL-ACP: {{by: dana, text: {DIGEST}}}}}", "has no on", None),
        ("own_controls: {OWN-1: {title: T}}", "must be an id such as OWN-01", "OWN-02"),
        (f"own_controls: {{ACC-07: {{{OWN}}}}}", "must be an id such as OWN-01", None),
        ("own_controls: {OWN-01: }", "OWN-01 has no title", "Add title"),
        (f"own_controls: {{OWN-01: {{{OWN}, owner: it_led}}}}", 'owner cannot be "it_led"', "Did you mean it_lead?"),
        (f"own_controls: {{OWN-01: {{{OWN.replace('P3.1', 'P9.9')}}}}}", 'criteria cannot be "P9.9"', None),
        (f"own_controls: {{OWN-01: {{{OWN.replace('[P3.1, CC6.1]', 'P3.1')}}}}}", "takes a list", None),
        (f"own_controls: {{OWN-01: {{{OWN.replace('monthly', 'often')}}}}}", 'cadence cannot be "often"', "monthly"),
        ("control_states: {OWN-01: {state: in_place}}", "There is no control or family 'OWN-01'", None),
        (f"edits: {{POL-ACP: {{{EDIT}}}}}", "must be the id of a section", "POL-ACP/scope"),
        (f"edits: {{POL-ACP/scope: {{{EDIT}, by: zed}}}}", 'names the person "zed"', None),
        ("edits: {POL-ACP/scope: {text: Words.}}", "has no replaced", None),
        ("edits: {POL-ACP/scope: }", "has no text", None),
        (f"{DANA}approvals: {{POL-ACP: {{by: dana, on: 2026-01-01, text: abc}}}}", "must be a SHA-256", None),
        (
            f"{DANA}approvals: {{POL-ACP: {{by: dana, on: 2026-01-01, decided_on: 2026-01-02, text: {DIGEST}}}}}",
            "on is 2026-01-01, before decided_on",
            None,
        ),
    ],
)
def test_a_wrong_row_is_refused_with_advice(refused: Refused, written: str, said: str, advice: str | None) -> None:
    problems = refused(written)
    assert said in problems[0].message
    assert (problems[0].where or "").startswith("acme.yaml, line ")
    assert advice is None or advice in (problems[0].hint or "")


def test_two_rows_with_one_id_in_different_letters_are_refused(refused: Refused) -> None:
    messages = [problem.message for problem in refused("people:\n  dana: {name: D}\n  Dana: {name: E}")]
    assert any("one id in different letters" in message for message in messages)


def test_a_person_in_a_faulty_row_is_still_known_to_others(refused: Refused) -> None:
    [problem] = refused("people: {dana: {name: D, end: soon}}\nroles: {it_lead: {holder: dana}}")
    assert "people.dana.end" in problem.message


def test_a_line_is_named_for_a_field_inside_a_row(refused: Refused) -> None:
    [problem] = refused("people:\n  dana:\n    name: Dana\n    end: soon")
    assert problem.where == "acme.yaml, line 5"


# ---- the tables behind registers ------------------------------------------------------------------

SAM = "people:\n  dana: {name: Dana}\n  sam: {name: Sam}\n"


def test_a_risk_keeps_every_field(read: Read) -> None:
    [risk] = read(
        f"{SAM}risks:\n  one: {{name: One, candidate: RSK-C01, description: D, kind: fraud, owner: dana, likelihood: "
        "4, impact: 5, rated_on: 2026-09-14, controls: [ACC-07, ACC-01], treatment: accept, action: A, "
        "due: 2026-12-01, residual_likelihood: 2, residual_impact: 5, reviewed_on: 2026-10-01, accepted_by: sam, "
        "accepted_on: 2026-10-02}"
    ).risks
    assert risk == Risk(
        "one", "One", "RSK-C01", "D", "fraud", "dana", 4, 5, date(2026, 9, 14), ("ACC-01", "ACC-07"), "accept", "A",
        date(2026, 12, 1), 2, 5, date(2026, 10, 1), "sam", date(2026, 10, 2),
    )  # fmt: skip
    assert (risk.score, risk.residual_score) == (20, 10)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("likelihood: 6", 'likelihood cannot be "6"'),
        ("impact: 0", 'impact cannot be "0"'),
        ("likelihood: high", 'likelihood cannot be "high"'),
        ("likelihood: 2, residual_likelihood: 3", "residual_likelihood is 3, above likelihood, which is 2"),
        ("owner: kim", 'names the person "kim"'),
        ("accepted_by: kim", 'names the person "kim"'),
        ("candidate: RSK-C99", 'candidate cannot be "RSK-C99"'),
        ("controls: [ACC-99]", 'controls cannot be "ACC-99"'),
        ("treatment: ignore", 'treatment cannot be "ignore"'),
        ("rated_on: soon", "rated_on must be a date"),
    ],
)
def test_what_a_risk_cannot_hold_is_refused(refused: Refused, row: str, message: str) -> None:
    [problem] = refused(f"{SAM}risks:\n  one: {{name: One, {row}}}")
    assert message in problem.message


def test_nobody_approves_an_own_exception(refused: Refused) -> None:
    [problem] = refused(f"{SAM}exceptions:\n  one: {{name: One, requested_by: dana, approved_by: dana}}")
    assert problem.message == "exceptions.one.approved_by is the person who asked for it."


@pytest.mark.parametrize("later", ["ends_on", "closed_on"])
def test_an_exception_cannot_be_over_before_it_was_approved(refused: Refused, later: str) -> None:
    [problem] = refused(f"exceptions:\n  one: {{name: One, approved_on: 2026-10-02, {later}: 2026-10-01}}")
    assert f"{later} is 2026-10-01, before approved_on" in problem.message


def test_an_exception_names_a_document_there_is(refused: Refused) -> None:
    [problem] = refused("exceptions:\n  one: {name: One, document: POL-XYZ}")
    assert 'document cannot be "POL-XYZ"' in problem.message


@pytest.mark.parametrize("table", ["access_rights", "service_accounts"])
def test_rights_and_service_accounts_point_to_a_system_there_is(read: Read, refused: Refused, table: str) -> None:
    known = f"systems:\n  prod: {{name: Production}}\n{table}:\n  one: {{name: One, system: prod}}"
    assert getattr(read(known), table)[0].system == "prod"
    [problem] = refused(f"{table}:\n  one: {{name: One, system: prod}}")
    assert 'names the system "prod", and systems has no such row' in problem.message


def test_a_report_of_a_vendor_does_not_end_before_it_begins(refused: Refused) -> None:
    [problem] = refused("vendors:\n  a: {name: A, report_from: 2026-03-31, report_until: 2025-04-01}")
    assert "report_until is 2025-04-01, before report_from" in problem.message


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("BC.5.9: {answer: yes}", "There is no baseline item 'BC.5.9'."),
        ("BC.5.1: {answer: maybe}", "maybe"),
        ("BC.5.1: {evidence: A list}", "has no answer"),
        ("BC.5.1: {answer: no, reason: Because}", "belongs to the answer not_applicable"),
        ("BC.5.1: {answer: yes, by: nobody}", "nobody"),
        ("BC.5.1: {answer: yes, on: soon}", "soon"),
    ],
)
def test_an_answer_of_the_self_check_that_does_not_fit_is_refused(
    refused: Callable[[str], list[Problem]], row: str, message: str
) -> None:
    (problem,) = refused(f"self_check:\n  {row}\n")
    assert message in str(problem)
