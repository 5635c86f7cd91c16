"""Six lists of users as products of different makers write them, with invented people: each is read unaided."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from soc2desk.domain.access_join import AccessSeen, By, join_access
from soc2desk.domain.accounts import Account
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.exports.accounts import Doubts, accounts_in
from soc2desk.storage.exports.columns import Sure, Survey, survey
from tests.composed import sample

SHAPES = Path(__file__).parent / "shapes"
TAKEN = date(2027, 4, 1)
NAMES = (
    "cloud-credentials",
    "cloud-directory",
    "code-organization",
    "mail-suite",
    "premises-directory",
    "sign-in-service",
)


def looked(name: str) -> Survey:
    return survey(SHAPES / f"{name}.csv")


def accounts(name: str) -> dict[str, Account]:
    return {one.user: one for one in accounts_in(looked(name), Doubts())}


def seen(name: str) -> AccessSeen:
    project = sample("brightwater")
    found = accounts_in(looked(name), Doubts())
    return join_access(found, project.people, project.service_accounts, "production", TAKEN)


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_is_read_with_a_login_a_state_and_the_last_sign_in(name: str) -> None:
    guess = looked(name).guess
    assert {"user", "last_login"} <= guess.keys()
    assert {"enabled", "flags"} & guess.keys() or name == "code-organization"


@pytest.mark.parametrize(
    ("name", "leavers"),
    [
        ("cloud-credentials", ("viktor-markovic",)),
        ("cloud-directory", ("chloe-lafreniere",)),
        ("code-organization", ("chloe-lafreniere",)),
        ("mail-suite", ()),
        ("premises-directory", ("chloe-lafreniere",)),
        ("sign-in-service", ("viktor-markovic",)),
    ],
)
def test_people_who_left_and_can_still_sign_in_are_found_and_nobody_else(name: str, leavers: tuple[str, ...]) -> None:
    assert seen(name).leavers == leavers


def test_an_account_whose_password_is_off_is_open_while_one_of_its_keys_is_active() -> None:
    found = accounts("cloud-credentials")
    assert found["viktor.markovic"].enabled is True
    assert found["viktor.markovic"].last_login == date(2027, 2, 11)
    assert found["old.trial"].enabled is False


def test_what_a_list_is_silent_about_is_taken_as_able_to_sign_in() -> None:
    root = accounts("cloud-credentials")["<root_account>"]
    assert root.enabled is None
    assert root.can_sign_in
    assert root.is_privileged


def test_a_listed_service_account_is_known_and_an_unlisted_one_is_nobodys() -> None:
    assert seen("cloud-credentials").service == ("deployment",)
    assert "svc-calendar@brightwater.example" in seen("cloud-directory").unknown
    assert seen("cloud-directory").shared_admins == ("svc-calendar@brightwater.example",)


def test_whether_a_second_factor_is_on_is_not_taken_for_whether_the_account_is() -> None:
    found = looked("code-organization")
    assert "enabled" not in found.guess
    assert "tfa_enabled" in found.unused
    assert accounts("code-organization")["night-heron-77"].can_sign_in


def test_lines_above_the_headings_are_left_out_and_an_owner_is_an_administrator() -> None:
    assert looked("code-organization").layout.above == 2
    assert seen("code-organization").admins == ("sokafor", "brightwater-bot")


def test_people_are_joined_by_address_then_name_then_login_and_each_says_by_what() -> None:
    by = {one.account.user: (one.person, one.by) for one in seen("code-organization").lines}
    assert by["parkjh"] == ("park-ji-ho", By.EMAIL)
    assert by["mehwishq"] == ("mehwish-qureshi", By.NAME)
    assert by["sokafor"] == ("sam-okafor", By.LOGIN)
    assert by["night-heron-77"] == ("", By.NOBODY)


def test_a_list_without_logins_takes_the_address_and_says_that_it_is_a_guess() -> None:
    guess = looked("mail-suite").guess["user"]
    assert guess.headings == ("Email Address [Required]",)
    assert guess.sure is Sure.LIKELY


def test_two_lines_of_headings_in_utf_16_with_semicolons_are_put_together() -> None:
    found = looked("premises-directory")
    assert (found.layout.encoding, found.layout.separator, found.layout.lines) == ("utf-16", ";", 2)
    assert found.guess["user"].headings == ("sAMAccountName / Login",)
    assert found.days["last_login"].said == "steps since 1601, as directories count"


def test_a_row_that_ends_early_is_kept_apart_with_its_line_and_a_cell_of_three_lines_is_one() -> None:
    found = looked("premises-directory")
    assert [(row.line, row.fault) for row in found.broken] == [(10, "it has 7 cells under 10 headings")]
    assert found.rows == 6


def test_the_flags_and_groups_of_a_directory_are_understood() -> None:
    found = accounts("premises-directory")
    assert found["vmarkovic"].enabled is False
    assert found["mgagnon"].enabled is True
    assert (found["dwhitfield"].roles, found["dwhitfield"].manager) == ("Domain Admins", "Kwame Mensah")
    assert found["dwhitfield"].is_privileged


def test_an_expired_password_or_an_invitation_keeps_no_leaver_out() -> None:
    found = accounts("sign-in-service")
    assert found["liam@brightwater.example"].enabled is True
    assert found["bjorn@brightwater.example"].enabled is True
    assert found["chloe@brightwater.example"].enabled is False
    assert found["priya@brightwater.example"].created == date(2021, 2, 1)


def test_a_guess_can_be_changed_or_taken_away() -> None:
    path = SHAPES / "cloud-directory.csv"
    changed = survey(path, chosen={"user": ["mail"], "email": [], "employee": []})
    assert changed.guess["user"].headings == ("mail",)
    assert changed.guess["user"].sure is Sure.CHOSEN
    assert not {"email", "employee"} & changed.guess.keys()


def test_a_column_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UsageProblem, match="displayName"):
        survey(SHAPES / "cloud-directory.csv", chosen={"name": ["displayname2"]})
    with pytest.raises(UsageProblem, match="no column usr"):
        survey(SHAPES / "cloud-directory.csv", chosen={"usr": ["mail"]})
