"""Whose an account is, and what it means when it is nobody's."""

from __future__ import annotations

from datetime import date

import pytest

from soc2desk.domain.access import ServiceAccount
from soc2desk.domain.access_join import By, PeopleFinder, join_access
from soc2desk.domain.accounts import Account
from soc2desk.domain.people import Person

DAY = date(2027, 4, 1)
DANA = Person("dana", "Dana Whitfield", email="dana@acme.example")
ZOE = Person("zoe", "Zoé O'Côté", email="z@acme.example", end=date(2027, 3, 31))
ANA = Person("ana", "Ana Ruiz", email="ana@acme.example")
ANITA = Person("anita", "Anita Ruiz", email="anita@acme.example")
PEOPLE = (DANA, ZOE, ANA, ANITA)


def joined(*accounts: Account, people: tuple[Person, ...] = PEOPLE) -> dict[str, tuple[str, By]]:
    seen = join_access(accounts, people, (), "github", DAY)
    return {one.account.user: (one.person, one.by) for one in seen.lines}


@pytest.mark.parametrize(
    ("account", "person", "by"),
    [
        (Account(1, "x1", email="DANA@acme.example"), "dana", By.EMAIL),
        (Account(1, "dana@acme.example"), "dana", By.EMAIL),
        (Account(1, "x1", "Whitfield, Dana"), "dana", By.NAME),
        (Account(1, "x1", "ZOE O\u2019COTE"), "zoe", By.NAME),
        (Account(1, "ACME\\dwhitfield"), "dana", By.LOGIN),
        (Account(1, "dana.whitfield"), "dana", By.LOGIN),
        (Account(1, "aruiz"), "", By.SEVERAL),
        (Account(1, "dwhitfield", "Douglas Whitfield"), "", By.NOBODY),
        (Account(1, "stranger"), "", By.NOBODY),
    ],
)
def test_an_account_is_joined_by_the_best_that_speaks_for_it(account: Account, person: str, by: By) -> None:
    assert joined(account)[account.user] == (person, by)


def test_two_people_of_one_name_are_not_told_apart_by_it() -> None:
    twins = (DANA, Person("dana-2", "Dana Whitfield", email="dw@acme.example"))
    assert joined(Account(1, "x", "Dana Whitfield"), people=twins)["x"] == ("", By.SEVERAL)


def test_somebody_who_leaves_on_the_day_of_the_list_has_not_left_before_it() -> None:
    account = Account(1, "zoe", email="z@acme.example")
    assert join_access([account], PEOPLE, (), "github", date(2027, 3, 31)).leavers == ()
    assert join_access([account], PEOPLE, (), "github", DAY).leavers == ("zoe",)


def test_an_account_that_is_off_is_no_finding() -> None:
    seen = join_access([Account(1, "zoe", email="z@acme.example", enabled=False)], PEOPLE, (), "github", DAY)
    assert (seen.rows, seen.enabled, seen.leavers) == (1, 0, ())


def test_service_accounts_are_known_in_their_own_system_only() -> None:
    services = (ServiceAccount("deploy-key", "Deployment of releases", system="github"),)
    account = Account(1, "deploy-key")
    assert join_access([account], PEOPLE, services, "github", DAY).service == ("deploy-key",)
    assert join_access([account], PEOPLE, services, "jira", DAY).unknown == ("deploy-key",)


def test_people_without_an_account_and_logins_that_stand_twice_are_told() -> None:
    seen = join_access([Account(1, "dana@acme.example"), Account(2, "Dana@acme.example")], PEOPLE, (), "github", DAY)
    assert seen.without == ("ana", "anita")
    assert seen.doubled == ("dana@acme.example",)


@pytest.mark.parametrize(
    ("roles", "privileged"),
    [
        ("Domain Admins", True), ("Global Administrator", True), ("Member, Owner", True), ("AdministratorAccess", True),
        ("Administrative assistants", False),
        ("Product owners of the shop", False), ("Member", False), ("Non-admin", False),
    ],
)  # fmt: skip
def test_roles_tell_of_administrators_and_titles_do_not(roles: str, *, privileged: bool) -> None:
    assert Account(1, "x", roles=roles).is_privileged is privileged


def test_a_cell_names_a_person_by_address_name_or_login() -> None:
    finder = PeopleFinder(PEOPLE)
    for cell in ("dana@acme.example", "Dana Whitfield <dana@acme.example>", "Whitfield, Dana", "dwhitfield"):
        assert finder.find(cell) == "dana"
    assert finder.find("aruiz") == ""
