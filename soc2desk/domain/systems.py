"""Systems in use, and which of them the auditor examines."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class System:
    """One system. `owner` is a person id, `vendor` a vendor id or empty.

    `privileged_or_remote` says that administrators or people from outside sign in; `mfa` that a second factor is
    enforced there today.
    """

    id: str
    name: str
    purpose: str = ""
    owner: str = ""
    data: str = ""
    in_scope: bool = True
    privileged_or_remote: bool = False
    mfa: bool = False
    vendor: str = ""
