"""Whether a packet is still as it was handed over, in numbers and lists that a window can show."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from soc2desk.app.signing import NO_SIGNER, Signer, signed_by
from soc2desk.packet.manifest import to_bytes
from soc2desk.packet.members import MANIFEST
from soc2desk.packet.verify import WHOLE_ZIP, Report, verify

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


_LONGEST_NAME = 200


class Difference(StrEnum):
    """In what way files differ. `ZIP` is the ZIP round files that all match; `LIST` a list that cannot be read."""

    CHANGED = "changed"
    MISSING = "missing"
    EXTRA = "extra"
    UNREADABLE = "unreadable"
    ZIP = "zip"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a packet. `matching` of `files` listed files are unchanged; `date` is the day it bears.

    `differences` hold the paths of each kind, in the order of Difference; a kind without any is left out. Names come
    from a file that anybody may have made: they are plain text. Nothing is known of company and date where the list
    itself cannot be read. `fingerprint` is the SHA-256 of the list, to compare with one that came another way; "" where
    the list was changed. `signer` is who signed, as far as it is known; `templates` names a firm's own templates.
    """

    unchanged: bool
    files: int
    matching: int
    date: date | None
    company: str
    final: bool
    differences: tuple[tuple[Difference, tuple[str, ...]], ...] = ()
    fingerprint: str = ""
    signer: Signer = NO_SIGNER
    templates: str = ""

    @property
    def differing(self) -> int:
        """How many files differ in any way."""
        return sum(len(paths) for _, paths in self.differences)


NO_KEYS: Mapping[str, str] = MappingProxyType({})


def check_packet(path: Path, trusted: Mapping[str, str] = NO_KEYS) -> Checked:
    """Return what differs in a packet, a folder or a ZIP, and who signed it; `trusted` are names by public keys.

    Raises ProjectProblem for what is none, FileProblem.
    """
    return summary(verify(path), trusted)


def summary(report: Report, trusted: Mapping[str, str] = NO_KEYS) -> Checked:
    """Return a report as the window shows it."""
    manifest = report.manifest
    return Checked(
        unchanged=report.is_unchanged,
        files=len(manifest.files) if manifest else 0,
        matching=report.unchanged,
        date=_day(manifest.date) if manifest else None,
        company=_on_one_line(manifest.company) if manifest else "",
        final=manifest.final if manifest else False,
        differences=tuple((kind, paths) for kind, paths in _differences(report) if paths),
        fingerprint=_fingerprint(report),
        signer=signed_by(report.signature, trusted),
        templates=templates_of(report),
    )


def templates_of(report: Report) -> str:
    """Return whose own templates a packet was made with, on one line; empty for the shipped ones."""
    return _on_one_line(report.manifest.templates) if report.manifest else ""


def _on_one_line(name: str) -> str:
    """Return a name as one short line of a sentence: a stranger's cannot add a line that says who signed."""
    line = " ".join("".join(one if one.isprintable() else " " for one in name).split())
    return line if len(line) <= _LONGEST_NAME else f"{line[:_LONGEST_NAME].rstrip()}\u2026"


def _fingerprint(report: Report) -> str:
    if report.manifest is None or MANIFEST in report.changed:
        return ""
    return hashlib.sha256(to_bytes(report.manifest)).hexdigest()


def _differences(report: Report) -> tuple[tuple[Difference, tuple[str, ...]], ...]:
    whole = tuple(path for path in report.changed if path == WHOLE_ZIP)
    inside = tuple(path for path in report.changed if path != WHOLE_ZIP)
    lost = report.manifest is None
    return (
        (Difference.CHANGED, () if lost else inside),
        (Difference.MISSING, () if lost else report.missing),
        (Difference.EXTRA, report.extra),
        (Difference.UNREADABLE, () if lost else report.unreadable),
        (Difference.ZIP, whole),
        (Difference.LIST, (*inside, *report.missing, *report.unreadable) if lost else ()),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
