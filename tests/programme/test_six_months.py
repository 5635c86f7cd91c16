"""Six months go by in a real project, and at each month's end readiness says what an honest reader would.

The kept reports are rewritten after a change that is meant: python -m tests.programme.rewrite
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from soc2desk.app.desk import open_desk
from soc2desk.domain.known_by import known_by
from soc2desk.domain.standing import Level
from soc2desk.packet.compose import compose
from tests.golden.as_text import as_text
from tests.programme.six_months import AFTER, BEFORE, MONTHS, Company, live

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

HERE = Path(__file__).parent
MARCH, APRIL, JUNE = MONTHS[2], MONTHS[3], MONTHS[5]
REPORT = "REG-RDY"
DAYS = (BEFORE, *MONTHS, AFTER)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, content_cache: Path) -> Iterator[Company]:
    with pytest.MonkeyPatch.context() as surroundings:
        home = tmp_path_factory.mktemp("six-months")
        surroundings.setenv("SOC2DESK_CACHE", str(content_cache))
        yield live(open_desk(home / "workspace"), home / "inbox")


def blamed(company: Company, day: date) -> dict[str, str]:
    """Return what must or should be mended, by rule."""
    return {one.rule: one.message for one in company.seen[day].findings if one.severity != "low"}


def reached(company: Company, day: date, level: Level) -> set[str]:
    return {one.control for one in company.seen[day].levels.controls.values() if one.level is level}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_report_of_each_month_reads_as_it_was_kept(company: Company, day: date) -> None:
    report = next(one for one in company.seen[day].documents if one.id == REPORT)
    assert as_text(report).splitlines() == (HERE / "kept" / f"{day}.txt").read_text(encoding="utf-8").splitlines()


def test_nobody_is_blamed_before_something_was_missed(company: Company) -> None:
    assert [blamed(company, day) for day in (BEFORE, *MONTHS[:3])] == [{}, {}, {}, {}]


def test_a_system_left_out_of_a_review_is_seen_once_the_quarter_is_over(company: Company) -> None:
    assert "FD-15" not in blamed(company, MARCH)
    assert "GitHub" in blamed(company, APRIL)["FD-15"]
    assert "2027-Q1" in blamed(company, AFTER)["FD-15"], "a missed review cannot be made up for"


def test_a_leaver_with_an_open_account_is_seen_in_the_month_of_the_list(company: Company) -> None:
    assert "FD-60" not in blamed(company, MARCH)
    assert "Daniel O'Brien left on 2027-04-12" in blamed(company, APRIL)["FD-60"]


def test_only_the_two_failures_are_blamed_in_the_end(company: Company) -> None:
    assert set(blamed(company, AFTER)) == {"FD-15", "FD-60"}


def test_controls_go_from_approved_to_evidenced_as_work_is_done(company: Company) -> None:
    evidenced = [len(reached(company, day, Level.EVIDENCED)) for day in DAYS]
    assert evidenced[0] == 0
    assert evidenced == sorted(evidenced)
    assert reached(company, AFTER, Level.OPERATING) == set()
    assert reached(company, AFTER, Level.APPROVED) == {"LOG-05", "RSK-05"}, "the two that are only planned"


def test_a_look_back_shows_what_was_known_then(company: Company) -> None:
    session = company.on(AFTER)
    catalogue = session.desk.catalogue
    then = compose(catalogue, known_by(session.project, MARCH), MARCH)
    seen = {(one.rule, one.about) for one in company.seen[MARCH].findings}
    assert {(one.rule, one.about) for one in then.findings} == seen
    company.leave()


def test_every_file_is_there_as_it_was_attached(company: Company) -> None:
    session = company.on(AFTER)
    files = [one for one in session.project.evidence if one.file]
    assert len(files) > 100
    assert len({one.digest for one in files}) == len(files)
    assert all((session.folder / "evidence" / one.file).is_file() for one in files)
    company.leave()
