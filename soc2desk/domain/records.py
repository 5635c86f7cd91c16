"""Record layouts: what a filled record holds and when it is complete."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field of a record. `kind` is text, date, datetime, choice, boolean, person, signature, table ..."""

    name: str
    label: str
    kind: str
    required: bool = True
    help: str = ""
    required_when: str = ""


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record layout with the rules that make it complete."""

    id: str
    title: str
    cadence: str
    owner: str
    when: str
    fields: tuple[RecordField, ...]
    rules: tuple[str, ...]
    sign_off: str
    controls: tuple[str, ...]
