"""The controls as one client knows them: under its own numbers, in its own words, and without those it has retired."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from soc2desk.domain.controls import OwnWords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet
    from datetime import date

    from soc2desk.domain.client_controls import ListedControl
    from soc2desk.domain.controls import Control
    from soc2desk.domain.own_documents import OwnClause
    from soc2desk.domain.project import Project

L = TypeVar("L", "ListedControl", "OwnClause")


def in_own_words(controls: Sequence[Control], project: Project, mark: str) -> tuple[Control, ...]:
    """Return the controls with the client's numbers and wordings; one about which it said nothing stays as it is.

    What a person wrote for a control stands before the words of the list that it was matched with. `mark` says,
    with {number} in it, how a number of the client's prints that is the id of another control.
    """
    lines = lines_of(project)
    if not lines and not project.control_wordings:
        return tuple(controls)
    ids = {control.id.casefold() for control in controls}
    said = (_said(control, lines.get(control.id, ()), project) for control in controls)
    return tuple(_told_apart(control, lines.get(control.id, ()), ids, mark) for control in said)


def _told_apart(control: Control, lines: Sequence[ListedControl], ids: AbstractSet[str], mark: str) -> Control:
    taken = ids - {control.id.casefold()}
    numbers = [one.number for one in lines]
    if not any(one.casefold() in taken for one in numbers):
        return control
    said = (mark.format(number=one) if one.casefold() in taken else one for one in numbers)
    return replace(control, number_said=", ".join(said))


def _said(control: Control, lines: tuple[ListedControl, ...], project: Project) -> Control:
    wording = project.control_wording.get(control.id)
    if wording is None and not lines:
        return control
    number = ", ".join(one.number for one in lines)
    if control.id in project.own_control:
        # Its statement is the client's already, and is changed where it stands.
        return replace(control, number=number)
    said = _joined(lines)
    words = OwnWords(wording.text, is_template=True) if wording else OwnWords(said) if said else None
    return replace(control, number=number, own_words=words)


def _joined(lines: tuple[ListedControl, ...]) -> str:
    """Return the words of the lines one after the other, each as a sentence of its own."""
    texts = [" ".join(one.text.split()) for one in lines if one.text]
    return " ".join(one if one.endswith((".", "!", "?")) or len(texts) == 1 else f"{one}." for one in texts)


def lines_of(project: Project) -> dict[str, tuple[ListedControl, ...]]:
    """Return the lines of the client's list that a person matched, by control, in the order of the list."""
    found: dict[str, list[ListedControl]] = {}
    for line in project.listed_controls:
        for control in line.controls if line.is_decided else ():
            found.setdefault(control, []).append(line)
    return {control: tuple(lines) for control, lines in found.items()}


def statement_hash(control: Control) -> str:
    """Return the SHA-256 of what the library says of a control, in all its variants."""
    said = "\n".join((control.statement, *(one.statement for one in control.variants)))
    return sha256(said.encode()).hexdigest()


def is_retired(control: str, project: Project, day: date) -> bool:
    """Return whether a control is performed no more on a day."""
    one = project.retirement.get(control)
    return one is not None and one.last_day < day


def without_control(project: Project, control: str) -> Project:
    """Return the project without what was said here of a control; lines of the list wait for a decision again."""
    return replace(
        project,
        control_wordings=tuple(one for one in project.control_wordings if one.id != control),
        retired_controls=tuple(one for one in project.retired_controls if one.id != control),
        listed_controls=tuple(_without(one, control) for one in project.listed_controls),
        own_clauses=tuple(_without(one, control) for one in project.own_clauses),
    )


def _without(line: L, control: str) -> L:
    if control not in line.controls:
        return line
    left = tuple(one for one in line.controls if one != control)
    return replace(line, controls=left) if left else replace(line, controls=(), confirmed_by="", confirmed_on=None)
