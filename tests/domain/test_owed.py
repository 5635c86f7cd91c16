"""What the samples owe by their rhythms."""

from __future__ import annotations

from datetime import date

from soc2desk.domain.cadences import Cadence
from soc2desk.domain.owed import fiscal_start, looked_at, owed
from soc2desk.domain.project import Project
from tests.composed import after, composed, of_sample


def test_acts_are_owed_by_their_days_with_their_owners() -> None:
    engagement = of_sample("brightwater").engagement
    acts = owed(engagement, ("ACC-07", "PHY-01"))
    assert [(act.period.id, act.owner) for act in acts] == [
        ("ACC-07/2027-Q1", "dana-whitfield"),
        ("PHY-01/2027-H1", "dana-whitfield"),
        ("ACC-07/2027-Q2", "dana-whitfield"),
    ]
    assert not any(act.suggested or act.period.partial for act in acts)


def test_the_fiscal_year_and_the_date_of_a_type_i_report_are_those_of_the_company() -> None:
    assert fiscal_start(of_sample("clinique-erable").engagement) == 4
    assert looked_at(of_sample("prairie-hosting").engagement) == (date(2027, 6, 15), date(2027, 6, 15))
    (act,) = owed(of_sample("prairie-hosting").engagement, ("ACC-07",))
    assert act.period.name == "2026-27-Q4"


def test_a_control_owes_nothing_before_it_begins() -> None:
    planned = after("brightwater", "control_states.ACC-07.state=planned", "control_states.ACC-07.from=2027-04-01")
    assert [act.period.name for act in owed(planned.engagement, ("ACC-07",))] == ["2027-Q2"]


def test_one_that_does_not_apply_or_is_not_in_scope_owes_nothing() -> None:
    engagement = of_sample("brightwater").engagement
    assert owed(engagement, ("PHY-03", "PIN-01", "NOT-01", "ACC-08")) == ()


def test_a_rhythm_that_nobody_confirmed_is_marked() -> None:
    engagement = composed(Project()).engagement
    assert looked_at(engagement) is None
    assert owed(engagement, ("ACC-07",)) == ()
    dated = after("tamarack", "access_review_period=").engagement
    acts = owed(dated, ("ACC-07",))
    assert [(act.cadence, act.suggested) for act in acts] == [(Cadence.QUARTERLY, True)]
