"""A yes or no of the company changes what its papers say, and never leaves a hole where words were."""

from __future__ import annotations

from dataclasses import replace

import pytest

from soc2desk.document.blocks import Audience, Mark
from soc2desk.document.walk import runs_in
from tests.composed import Composition, after, document, of_sample, words

FLIPS = {
    "has_office": ("clinique-erable", "has_office=no"),
    "fully_remote": ("tamarack", "has_office=yes"),
    "runs_own_equipment": ("clinique-erable", "runs_own_equipment=yes"),
    "has_contractors": ("clinique-erable", "has_contractors=no"),
    "develops_software": ("clinique-erable", "develops_software=no"),
    "multi_tenant": ("clinique-erable", "multi_tenant=no"),
    "uses_hosting_provider": (
        "clinique-erable",
        "uses_hosting_provider=no",
        "control_states.PHY-02={state: does_not_apply, reason: We host it ourselves.}",
    ),
    "handles_personal_information": ("brightwater", "handles_personal_information=no"),
    "quebec_law_applies": ("clinique-erable", "quebec_law_applies=no"),
    "pipeda_applies": ("clinique-erable", "pipeda_applies=no"),
    "small_firm": ("tamarack", "people.third={name: Mae Third, start: 2026-01-05}"),
    "one_person": ("tamarack", "people.tobias-nystrom={name: Tobias Nyström, start: 2021-03-01, end: 2026-06-30}"),
    "time_limited_elevation": ("brightwater", "time_limited_elevation=no"),
    "separate_admin_accounts": ("brightwater", "separate_admin_accounts=no"),
    "log_review_style": ("clinique-erable", "log_review_style=logs"),
    "runs_on_more_than_one_zone": ("clinique-erable", "runs_on_more_than_one_zone=no"),
    "oversight_body": ("brightwater", "oversight_body=none"),
    "privacy_role": ("clinique-erable", "privacy_role=controller"),
}


def bodies(made: Composition) -> dict[str, str]:
    """Return the text of each document that leaves the team, its cover apart."""
    outside = (one for one in made.documents if one.audience is not Audience.INTERNAL)
    return {one.id: words(replace(one, cover=())) for one in outside}


@pytest.mark.parametrize("flag", FLIPS)
def test_at_least_three_documents_differ(flag: str) -> None:
    name, *changes = FLIPS[flag]
    before, later = of_sample(name), after(name, *changes)
    assert before.engagement.names.known[flag] != later.engagement.names.known[flag]
    old, new = bodies(before), bodies(later)
    differing = {doc_id for doc_id in old.keys() | new.keys() if old.get(doc_id) != new.get(doc_id)}
    assert len(differing) >= 3, differing


@pytest.mark.parametrize("flag", FLIPS)
def test_no_question_that_no_longer_matters_is_printed_as_an_open_phrase(flag: str) -> None:
    made = after(*FLIPS[flag])
    hidden = {name for name, stated in made.engagement.names.stated.items() if stated.hidden}
    printed = {name for one in made.documents for run in runs_in(one.blocks) for name in run.names}
    assert not hidden & printed


@pytest.mark.parametrize("flag", FLIPS)
def test_only_a_question_that_the_flip_brought_up_is_open(flag: str) -> None:
    name, *changes = FLIPS[flag]
    made = after(name, *changes)
    was_hidden = {n for n, stated in of_sample(name).engagement.names.stated.items() if stated.hidden}
    open_now = {
        name
        for one in made.documents
        for run in runs_in(one.blocks)
        if run.mark in {Mark.OPEN, Mark.SUGGESTED}
        for name in run.names
    }
    assert open_now <= was_hidden


@pytest.mark.parametrize(
    ("change", "gone"),
    [
        ("has_office=no", ("badge", "signs of entry", "door and visitor")),
        ("has_contractors=no", ("contractors included", "for a contractor")),
        ("develops_software=no", ("deployment keys", "releasing code")),
        ("multi_tenant=no", ("another customer", "of brightwater docket are kept apart")),
        ("runs_on_more_than_one_zone=no", ("clean zone", "one zone")),
    ],
)
def test_words_of_what_the_company_does_not_have_are_gone_from_its_policies(change: str, gone: tuple[str, ...]) -> None:
    kinds = {"policy", "plan", "procedure", "record"}

    def said(made: Composition) -> str:
        return "\n".join(words(one) for one in made.documents if one.kind in kinds).lower()

    before, later = said(of_sample("brightwater")), said(after("brightwater", change))
    for phrase in gone:
        assert phrase in before, phrase
        assert phrase not in later, phrase


def test_a_flag_that_nobody_answered_shows_what_may_stand() -> None:
    made = after("brightwater", "has_office=")
    assert "badges" in words(document(made, "POL-OFF")).lower()
    assert [point.question for point in made.points if point.state == "open"] == ["has_office"]
