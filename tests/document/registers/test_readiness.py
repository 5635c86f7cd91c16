"""The readiness report and the remediation list: levels without a sum, kinds of finding, who was asked when."""

from __future__ import annotations

from soc2desk.content.window_words import load_window_words
from soc2desk.document.registers.mending import PAGES, mended_at
from soc2desk.domain.project import Project
from soc2desk.domain.remedying import with_remedies
from tests.composed import after, catalogue, composed, document, of_sample, sample, table, words
from tests.entered import entered


def test_each_criterion_has_its_level_and_its_controls_by_level() -> None:
    rows = table(of_sample("brightwater"), "REG-RDY", "levels-security")
    assert rows["CC3.3"] | {"title": ""} == {
        "criterion": "CC3.3", "title": "", "level": "Approved", "level_not_shown": "0", "level_written": "0",
        "level_approved": "1", "level_operating": "0", "level_evidenced": "0",
    }  # fmt: skip
    assert "A1.2" in table(of_sample("brightwater"), "REG-RDY", "levels-availability")


def test_each_control_says_what_the_next_level_waits_for() -> None:
    made = after("brightwater", "control_states.ACC-07=not_confirmed")
    rows = table(made, "REG-RDY", "levels-controls")
    assert (rows["ACC-07"]["level"], rows["ACC-07"]["waits_for"]) == (
        "Not shown", "Somebody says whether it is in place",
    )  # fmt: skip
    assert rows["LOG-05"]["waits_for"] == "It is in place"


def test_a_finding_says_whether_an_auditor_would_write_it() -> None:
    made = after("brightwater", "systems.jira.mfa=no")
    assert table(made, "REG-RDY", "findings-high")["FD-19"]["finding_kind"] == "Exception"
    assert table(made, "REG-RDY", "findings-low")["FD-45"]["finding_kind"] == "Warning of ours"


def test_who_was_asked_when_stands_in_the_report_once_somebody_was() -> None:
    untouched = document(of_sample("brightwater"), "REG-RDY").blocks
    assert "readiness-review" not in {getattr(block, "id", "") for block in untouched}
    said = {"ready": "no", "asked_on": "2026-11-18", "owner": "dana-whitfield"}
    made = composed(entered(sample("brightwater"), {"walked_requests.ER-056": said}))
    row = table(made, "REG-RDY", "readiness-review")["dana-whitfield"]
    assert (row["last_asked"], row["ready_no"], row["ready_yes"]) == ("2026-11-18", "1", "0")


def test_the_remediation_list_is_a_paper_of_the_team_and_absent_while_empty() -> None:
    assert "REG-RMD" not in {one.id for one in of_sample("brightwater").documents}
    made = after("brightwater", "systems.jira.mfa=no")
    rows = with_remedies(made.engagement, made.findings)
    project = made.engagement.project
    listed = composed(Project(**{**vars_of(project), "remedies": rows}))
    paper = document(listed, "REG-RMD")
    assert paper.audience == "internal"
    assert "second factor" in words(paper)


def vars_of(project: Project) -> dict[str, object]:
    return {name: getattr(project, name) for name in Project.__dataclass_fields__}


def test_a_finding_is_mended_on_a_page_that_the_window_has_under_that_name() -> None:
    made = after("brightwater", "systems.jira.mfa=no", "control_states.ACC-07=not_confirmed")
    high = table(made, "REG-RDY", "findings-high")
    assert high["FD-19"]["place"] == "Systems: Jira"
    assert high["SD-04"]["place"] == "Controls and owners: Access and identity"
    titles = load_window_words("en")
    for page in set(PAGES.values()):
        assert catalogue().phrases[f"mended_at.{page}"] == titles[f"frame.page_title.{page}"]


def test_every_place_of_a_finding_is_said_in_words() -> None:
    made = of_sample("brightwater").engagement
    assert mended_at(made, "answers.window_end").startswith("The report: ")
    assert mended_at(made, "pages.training") == "Training"
    assert mended_at(made, "approvals.POL-ACP") == "Documents: POL-ACP"
    assert mended_at(made, "risks") == "Risks"
    assert mended_at(made, "roles.security_lead") == "People and roles: Security lead"
    assert mended_at(made, "criteria.CC1.2") == "Scope and criteria: CC1.2"
