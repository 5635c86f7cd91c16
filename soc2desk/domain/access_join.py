"""A list of users beside the people of the company: who left and can still sign in, which account is nobody's."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from soc2desk.domain.access import ServiceAccount
    from soc2desk.domain.accounts import Account
    from soc2desk.domain.people import Person


class By(StrEnum):
    """By what an account was taken for a person's."""

    EMAIL = "e-mail"
    NAME = "name"
    LOGIN = "login"
    SERVICE = "service account"
    SEVERAL = "several fit"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Joined:
    """One account with the person it was taken for. Where several fit it is nobody's, and `several` names them."""

    account: Account
    person: str = ""
    by: By = By.NOBODY
    several: tuple[str, ...] = ()


@dataclass(frozen=True)
class AccessSeen:
    """What a list of users shows. `lines` are its accounts that can sign in, in the order of the list.

    `doubled` are logins that stand twice. People are named by id, accounts by their login.
    """

    lines: tuple[Joined, ...]
    rows: int
    enabled: int
    leavers: tuple[str, ...]
    unknown: tuple[str, ...]
    service: tuple[str, ...]
    admins: tuple[str, ...]
    shared_admins: tuple[str, ...]
    several: tuple[str, ...]
    without: tuple[str, ...]
    doubled: tuple[str, ...] = ()
    counts: Mapping[By, int] = field(default_factory=dict)


def join_access(
    accounts: Iterable[Account], people: Sequence[Person], services: Sequence[ServiceAccount], system: str, day: date
) -> AccessSeen:
    """Return what a list of users, taken on `day`, shows beside the people and the service accounts of a `system`."""
    known = _People(people, [one for one in services if one.system in {"", system}])
    left = {person.id for person in people if person.end is not None and person.end < day}
    joined, rows = [], 0
    seen: dict[str, int] = defaultdict(int)
    with_account: set[str] = set()
    for account in accounts:
        rows += 1
        seen[account.user.casefold()] += 1
        if account.can_sign_in:
            one = known.joined(account)
            with_account.add(one.person)
            joined.append(one)
    here = [person.id for person in people if person.is_here(day) and person.id not in with_account]
    counts: dict[By, int] = defaultdict(int)
    for one in joined:
        counts[one.by] += 1
    return AccessSeen(
        lines=tuple(joined),
        rows=rows,
        enabled=len(joined),
        leavers=_once(one.person for one in joined if one.person in left),
        unknown=_users(one for one in joined if one.by is By.NOBODY),
        service=_users(one for one in joined if one.by is By.SERVICE),
        admins=_users(one for one in joined if one.account.is_privileged),
        shared_admins=_users(one for one in joined if one.account.is_privileged and _is_shared(one)),
        several=_users(one for one in joined if one.by is By.SEVERAL),
        without=tuple(here),
        doubled=tuple(user for user, count in seen.items() if count > 1 and user),
        counts=dict(counts),
    )


def _is_shared(one: Joined) -> bool:
    return not one.person and one.by is not By.SEVERAL and one.account.looks_shared


def _users(lines: Iterable[Joined]) -> tuple[str, ...]:
    return _once(one.account.user for one in lines)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


class _People:
    """Finds whose an account is: by address, then by name, then by how logins are made from names."""

    def __init__(self, people: Sequence[Person], services: Sequence[ServiceAccount]) -> None:
        self._by_email: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_login: dict[str, set[str]] = defaultdict(set)
        self._services = {plain(one.name): one.id for one in services} | {plain(one.id): one.id for one in services}
        for person in people:
            if person.email:
                self._by_email[person.email.casefold()].add(person.id)
                self._by_login[_squeezed(person.email.partition("@")[0])].add(person.id)
            for name in _orders(person.name):
                self._by_name[name].add(person.id)
            for login in _logins(person.name):
                self._by_login[login].add(person.id)

    def joined(self, account: Account) -> Joined:
        """Return an account with its person, and by what; an account that fits several is nobody's."""
        if plain(account.user) in self._services or (account.name and plain(account.name) in self._services):
            return Joined(account, by=By.SERVICE)
        if account.looks_shared and not self._address(account):
            return Joined(account)
        for by, found in self._found(account):
            if len(found) == 1:
                return Joined(account, next(iter(found)), by)
            if found:
                return Joined(account, by=By.SEVERAL, several=tuple(sorted(found)))
        return Joined(account)

    def named(self, cell: str) -> str:
        """Return the person whom an address, a name or a login means; empty where that is not one."""
        address = _IN_BRACKETS.search(cell)
        email = (address[1] if address else cell).casefold()
        login = _squeezed(_local(cell))
        for known, word in ((self._by_email, email), (self._by_name, plain(_turned(cell))), (self._by_login, login)):
            if found := known.get(word):
                return next(iter(found)) if len(found) == 1 else ""
        return ""

    def _address(self, account: Account) -> set[str]:
        for address in (account.email, account.user):
            if found := self._by_email.get(address.casefold()):
                return found
        return set()

    def _found(self, account: Account) -> Iterator[tuple[By, set[str]]]:
        yield By.EMAIL, self._address(account)
        if account.name:
            yield By.NAME, self._by_name.get(plain(_turned(account.name)), set())
        # A name that is nobody's here speaks against a login that only looks like somebody's.
        if not account.name or plain(account.name) == plain(account.user):
            yield By.LOGIN, self._by_login.get(_squeezed(_local(account.user)), set())


class PeopleFinder:
    """Finds whom a cell names: an address, a full name or a login. None of them where several fit."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = _People(people, ())
        self._found: dict[str, str] = {}

    def find(self, cell: str) -> str:
        """Return the id of the person; empty for nobody, and where several fit."""
        if cell not in self._found:
            self._found[cell] = self._people.named(cell)
        return self._found[cell]


def plain(words: str) -> str:
    """Return a name as it is compared: small letters without accents, single spaces, no signs."""
    if words.isascii():
        return " ".join(_SIGNS.sub(" ", words.lower().replace("'", "")).split())
    apart = unicodedata.normalize("NFKD", words.translate(_LETTERS).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(_SIGNS.sub(" ", bare).split())


_IN_BRACKETS = re.compile(r"<([^<>@\s]+@[^<>\s]+)>")
_SIGNS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans({
    "\u0142": "l", "\u0141": "L", "\u00f8": "o", "\u00d8": "O", "\u0111": "d", "\u0110": "D", "\u0131": "i",
    "\u2019": "", "'": "",
})  # fmt: skip


def _squeezed(words: str) -> str:
    return plain(words).replace(" ", "")


def _local(user: str) -> str:
    """Return a login without the domain before or after it."""
    return user.rpartition("\\")[2].partition("@")[0]


def _turned(name: str) -> str:
    """Return "Whitfield, Dana" as "Dana Whitfield"."""
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma and "," not in first else name


def _orders(name: str) -> tuple[str, ...]:
    """Return a name as it is written, and with the family name first, without a comma."""
    words = plain(name).split()
    return _once((" ".join(words), " ".join((words[-1], *words[:-1])))) if words else ()


def _logins(name: str) -> tuple[str, ...]:
    """Return the logins that companies make from a name, without signs: dwhitfield, danaw, danawhitfield."""
    parts = [part for part in re.split(r"\s+", name.strip()) if part]
    if len(parts) < 2:  # noqa: PLR2004 - one word is no basis for a login
        return ()
    first, last = _squeezed(parts[0]), _squeezed(parts[-1])
    if not first or not last:
        return ()
    return _once((first + last, first[0] + last, first + last[0], last + first[0], last + first))
