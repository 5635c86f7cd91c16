"""Accounts out of a list of users that was looked through: what its words say, typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.accounts import Account
from soc2desk.storage.exports.days import NoDay, Shape, moment_of
from soc2desk.storage.exports.layout import bare

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from soc2desk.storage.exports.columns import Guess, Survey
    from soc2desk.storage.exports.text_rows import Cells

ON = frozenset({
    "active", "enabled", "true", "yes", "y", "1", "on", "ok", "activated", "provisioned", "passwordexpired", "locked",
    "lockedout", "recovery", "staged", "pending", "pendinguseraction", "invited", "member", "live", "current", "aktiv",
    "actif", "oui", "ja", "x",
})  # fmt: skip
OFF = frozenset({
    "inactive", "disabled", "false", "no", "n", "0", "off", "suspended", "deprovisioned", "deactivated", "deleted",
    "blocked", "archived", "terminated", "closed", "revoked", "inaktiv", "inactif", "non", "nein", "removed",
})  # fmt: skip
_NO_ADMIN = frozenset({
    "", "no", "false", "0", "n", "none", "user", "member", "standard", "na", "notassigned", "noadminrole", "inactive",
})  # fmt: skip
_NOT_SAID = frozenset({"", "na", "notsupported", "noinformation", "unknown"})
_FLAG_OFF = 0x2
_COMMON_NAME = re.compile(r"(?:^|[;,|])\s*CN=([^,;|]+)(?:,(?:CN|OU|DC)=[^;|]*)?", re.IGNORECASE)
_MOST_WORDS = 20


@dataclass
class Doubts:
    """What could not be taken as it stands: unknown words of a status, unread days, rows without a login."""

    words: dict[str, int] = field(default_factory=dict)
    days: int = 0
    nameless: list[int] = field(default_factory=list)


def accounts_in(survey: Survey, doubts: Doubts, order: Shape = Shape.EITHER) -> Iterator[Account]:
    """Yield the accounts of a list; what is doubtful is noted. `order` of day and month is what a person said."""
    reader = _Reader(survey, doubts, order)
    for row in survey.good_rows():
        account = reader.read(row)
        if account.user:
            yield account
        elif len(doubts.nameless) < _MOST_WORDS:
            doubts.nameless.append(row.line)


class _Reader:
    def __init__(self, survey: Survey, doubts: Doubts, order: Shape) -> None:
        self.guess, self.doubts, self.survey = survey.guess, doubts, survey
        self.order = {kind: order if survey.order(kind) is Shape.EITHER else survey.order(kind) for kind in survey.days}

    def read(self, row: Cells) -> Account:
        """Return one account."""
        name = self._one("name", row) or " ".join(filter(None, (self._one("first", row), self._one("last", row))))
        return Account(
            line=row.line,
            user=self._one("user", row),
            name=common_names(name),
            email=self._one("email", row).rpartition(":")[2],
            enabled=self._enabled(row),
            admin=self._admin(row),
            roles="; ".join(filter(None, map(common_names, self._all("roles", row)))),
            last_login=self._day("last_login", row),
            created=self._day("created", row),
            employee=self._one("employee", row),
            manager=common_names(self._one("manager", row)),
        )

    def _all(self, kind: str, row: Cells) -> list[str]:
        guess: Guess | None = self.guess.get(kind)
        return [row.cells[at] for at in guess.at] if guess else []

    def _one(self, kind: str, row: Cells) -> str:
        guess: Guess | None = self.guess.get(kind)
        return row.cells[guess.at[0]] if guess else ""

    def _enabled(self, row: Cells) -> bool | None:
        """Return whether an account can sign in: one way in is enough, and a block closes all."""
        if any(bare(cell) in ON - {"active"} or "suspended" in cell.casefold() for cell in self._all("disabled", row)):
            return False
        flags = self._one("flags", row)
        if flags.isdecimal():
            return not int(flags) & _FLAG_OFF
        said = [self._said(cell) for cell in self._all("enabled", row)]
        if any(said):
            return True
        if False in said:
            # A way in that the list is silent about may be open.
            silent = any(bare(cell) == "notsupported" for cell in self._all("enabled", row))
            return None if silent else False
        return True if self._all("disabled", row) else None

    def _said(self, cell: str) -> bool | None:
        word = bare(cell)
        if word in ON or word in OFF:
            return word in ON
        if word not in _NOT_SAID and (cell in self.doubts.words or len(self.doubts.words) < _MOST_WORDS):
            self.doubts.words[cell] = self.doubts.words.get(cell, 0) + 1
        return None

    def _admin(self, row: Cells) -> bool | None:
        cells = self._all("admin", row)
        if not cells:
            return None
        return any(bare(cell) not in _NO_ADMIN for cell in cells)

    def _day(self, kind: str, row: Cells) -> date | None:
        """Return the newest of the days that an account has for something."""
        found = []
        for cell in self._all(kind, row):
            try:
                moment = moment_of(cell, self.order.get(kind, Shape.EITHER))
            except NoDay:
                self.doubts.days += 1
            else:
                found += [moment.date()] if moment else []
        return max(found, default=None)


def common_names(words: str) -> str:
    """Return the names in a list of places in a directory (CN=...,OU=...,DC=...), and other words as they are."""
    return "; ".join(_COMMON_NAME.findall(words)) if "CN=" in words else words
