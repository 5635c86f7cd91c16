"""Who may do what in a system by the job, and the accounts that no person signs in with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class AccessRight:
    """One set of rights in a system (a system id), for a job. `approver` is the person who approves a grant."""

    id: str
    name: str
    system: str = ""
    given_to: str = ""
    rights: str = ""
    privileged: bool = False
    approver: str = ""


@dataclass(frozen=True, slots=True)
class ServiceAccount:
    """One account that programs use. `name` is what it is for: the account's own name and its secret are never kept.

    `secret_kept_in` says where its secret is, for example a secrets manager; `owner` is a person id.
    """

    id: str
    name: str
    system: str = ""
    owner: str = ""
    secret_kept_in: str = ""
    rotated_on: date | None = None
