"""One value changed by its path, checked exactly as a file is when it is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.clock import refuse_behind
from soc2desk.domain.entry_days import with_entry_days
from soc2desk.domain.problems import Problem, ProjectProblem, SeveralProblems, UsageProblem
from soc2desk.domain.questions import QuestionKind
from soc2desk.domain.retired import refuse_ended
from soc2desk.domain.said_anew import said_anew
from soc2desk.reading.located import Located
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.client_shapes import CONTROL_WORDINGS, LISTED_CONTROLS, OWN_CLAUSES, RETIRED_CONTROLS
from soc2desk.storage.codec import project_from, project_to_plain
from soc2desk.storage.codec_answers import FROM, PLANNED, SUGGESTED
from soc2desk.storage.kept_values import SAID_TODAY, refuse_kept, refuse_kept_value
from soc2desk.storage.row_checks import STATE_FIELDS
from soc2desk.storage.row_fields import Holds
from soc2desk.storage.row_shapes import (
    ANSWERS,
    DOCUMENT_DATE,
    NOT_RELEVANT,
    OWN_CONTROLS,
    OWNERS,
    ROW_SECTIONS,
    SELF_CHECK,
    STATES,
)
from soc2desk.storage.values import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.project import Project
    from soc2desk.reading.located import Plain

Table = dict[str, "Plain"]

_SECTIONS = {section.name: section for section in ROW_SECTIONS}
_WHOLE = (ANSWERS, NOT_RELEVANT, *_SECTIONS)
_TEXTS = {QuestionKind.TEXT, QuestionKind.LONG_TEXT, QuestionKind.PICTURE}
_LISTS = {QuestionKind.LIST, QuestionKind.MANY}


@dataclass(frozen=True, slots=True)
class _Change:
    """One wish: the path as typed, the steps it means in a file, and the new text."""

    typed: str
    steps: tuple[str, ...]
    text: str


def set_values(project: Project, catalogue: Catalogue, changes: Iterable[tuple[str, str]], today: date) -> Project:
    """Return the project with values changed and checked together, such as a state and the vendor it needs.

    Each change is a path and a text; an empty text takes the value out. The path is a question id, or a table, id and
    field such as people.dana-whitfield.end. A state of which anything is set was said `today`. Raises the
    problems of reading a file with the path as place, and UsageProblem for a path that names nothing to set or what the
    program keeps itself.
    """
    wishes = [_Change(path, _steps(path, catalogue), text) for path, text in changes]
    for wish in wishes:
        if wish.steps[0] == STATES.name:
            refuse_ended(project, wish.steps[1], wish.typed)
    if any(wish.steps[0] in SAID_TODAY for wish in wishes):
        refuse_behind(project, today)
    plain = project_to_plain(project, catalogue)
    # A whole state first, so that fields set beside it are not cleared by it.
    for wish in sorted(wishes, key=lambda wish: not _is_state(wish.steps)):
        _apply(plain, wish, catalogue, today)
    try:
        changed = project_from(Located(plain, {}, "", ProjectProblem), catalogue)
    except SeveralProblems as several:
        raise SeveralProblems(_placed(problem, wishes) for problem in several.problems) from several
    except Problem as problem:
        raise _placed(problem, wishes) from problem
    return with_entry_days(project, said_anew(project, changed, today), today)


def _steps(path: str, catalogue: Catalogue) -> tuple[str, ...]:
    section, _, rest = path.strip().partition(".")
    refuse_kept(path, section)
    if path == DOCUMENT_DATE:
        return (DOCUMENT_DATE,)
    if section not in _WHOLE:
        section, rest = ANSWERS, path.strip()
    if not rest:
        hint = f"Write {section}.ID or {section}.ID.FIELD."
        raise UsageProblem(f"What of {section} is to be set?", where=path, hint=hint)
    steps = (section, *_parted(section, rest))
    if section == ANSWERS:
        _check_question(path, steps, catalogue)
    return steps


def _parted(section: str, rest: str) -> tuple[str, ...]:
    """The ids of criteria and of items of the baseline hold dots themselves."""
    if section == NOT_RELEVANT:
        return (rest,)
    if section == SELF_CHECK.name:
        id_, _, field = rest.rpartition(".")
        return (id_, field) if field in SELF_CHECK.fields else (rest,)
    return tuple(rest.split(".", 1))


def _check_question(path: str, steps: tuple[str, ...], catalogue: Catalogue) -> None:
    if steps[1] not in catalogue.questions:
        hint = did_you_mean(steps[1], (*catalogue.questions, *_WHOLE))
        raise ProjectProblem(f"There is no question or table {steps[1]!r}.", where=path, hint=hint)
    if steps[2:] not in {(), (PLANNED,), (FROM,)}:
        hint = f"Write {steps[1]}=VALUE, {steps[1]}.planned=VALUE or {steps[1]}.from=DATE."
        raise ProjectProblem(f"An answer has no field {steps[2]!r}.", where=path, hint=hint)


def _is_state(steps: tuple[str, ...]) -> bool:
    return steps[0] == STATES.name and steps[2:] in {(), ("state",)}


def _apply(plain: Table, wish: _Change, catalogue: Catalogue, today: date) -> None:
    meant = _meant(wish, catalogue)
    refuse_kept_value(wish.typed, wish.steps, meant, today)
    if meant is None and wish.steps[:-1] == (OWN_CONTROLS.name,):
        _forget(plain, wish.steps[-1])
    if meant is not None and wish.steps[0] == SELF_CHECK.name and wish.steps[2:] in {(), ("answer",)}:
        _put(plain, wish.steps[:2], _answer_row(plain, wish.steps[1], meant, today))
        return
    if meant is None or not _is_state(wish.steps):
        _put(plain, wish.steps, meant)
        return
    states = _table_in(plain, STATES.name)
    before = _table_in(states, wish.steps[1])
    states[wish.steps[1]] = _state_row(meant if isinstance(meant, dict) else _still_true(before, str(meant)), today)


def _answer_row(plain: Table, item: str, meant: Plain, today: date) -> Plain:
    """What is answered now was said today, and not by whoever answered before; what is held stays held."""
    before = _table_in(_table_in(plain, SELF_CHECK.name), item)
    kept = {"evidence": before["evidence"]} if "evidence" in before else {}
    row = meant if isinstance(meant, dict) else {"answer": meant, **kept}
    return {"on": today.isoformat(), **row}


def _forget(plain: Table, control: str) -> None:
    """A control that is taken out leaves no state and no owners behind."""
    for section in (STATES, OWNERS, CONTROL_WORDINGS, RETIRED_CONTROLS):
        _table_in(plain, section.name).pop(control, None)
    for name in (LISTED_CONTROLS.name, OWN_CLAUSES.name):
        lines = _table_in(plain, name)
        for id_, line in lines.items():
            if isinstance(line, dict):
                lines[id_] = line_without(line, control)


def line_without(line: Table, control: str) -> Table:
    """Return a line of the client's list without a control; one that spoke of nothing else waits for a decision."""
    before = line.get("controls")
    if not isinstance(before, list) or control not in before:
        return line
    left = [one for one in before if one != control]
    if left:
        return {**line, "controls": left}
    return {name: value for name, value in line.items() if name not in {"controls", "confirmed_by", "confirmed_on"}}


def _still_true(before: Table, state: str) -> Table:
    # What is said now was not said by whoever confirmed the state before it.
    belonging = STATE_FIELDS.get(state, frozenset()) - {"confirmed_by", "confirmed_on"}
    return {"state": state, **{name: value for name, value in before.items() if name in belonging}}


def _state_row(row: Table, today: date) -> Table:
    belonging = STATE_FIELDS.get(str(row.get("state")), frozenset())
    return {"confirmed_on": today.isoformat(), **row} if "confirmed_on" in belonging else row


def _put(plain: Table, steps: tuple[str, ...], value: Plain) -> None:
    holder = plain
    for step in steps[:-1]:
        holder = _table_in(holder, step)
    # A value that somebody plans is no longer merely suggested.
    if steps[0] == ANSWERS and len(steps) > len((ANSWERS, "id")):
        holder.pop(SUGGESTED, None)
    if value is None:
        holder.pop(steps[-1], None)
    else:
        holder[steps[-1]] = value


def _table_in(holder: Table, step: str) -> Table:
    inner = holder.get(step)
    if not isinstance(inner, dict):
        inner = {}
        holder[step] = inner
    return inner


def _meant(wish: _Change, catalogue: Catalogue) -> Plain:
    text = wish.text.strip()
    if not text:
        return None
    kind, is_row = _kind_of(wish.steps, catalogue)
    if (text.startswith("[") and kind in _LISTS) or (text.startswith("{") and (is_row or kind not in _TEXTS)):
        return read_yaml(text, wish.typed, ProjectProblem).data
    if kind in _LISTS and text.casefold() != "none":
        return [part.strip() for part in re.split(";" if ";" in text or is_row else ",", text) if part.strip()]
    return wish.text


def _kind_of(steps: tuple[str, ...], catalogue: Catalogue) -> tuple[QuestionKind, bool]:
    """Return what kind of value a path takes, and whether it stands in a row."""
    if steps[0] == ANSWERS:
        return catalogue.questions[steps[1]].kind, False
    if steps[0] not in _SECTIONS or len(steps) <= len(("section", "id")):
        return QuestionKind.TEXT, steps[0] in _SECTIONS
    field = _SECTIONS[steps[0]].fields.get(steps[2])
    is_list = field is not None and field.holds in {Holds.ENTRIES, Holds.CRITERIA, Holds.CONTROLS}
    # Sentences may hold commas; ids do not.
    return QuestionKind.LIST if is_list else QuestionKind.TEXT, field is not None and field.holds is Holds.ENTRIES


def _placed(problem: Problem, wishes: list[_Change]) -> Problem:
    place = (problem.where or "").removeprefix(", ").replace(" / ", ".")
    near = [wish.typed for wish in wishes if place.startswith(".".join(wish.steps))]
    where = wishes[0].typed if len(wishes) == 1 else (near or [place])[-1]
    return type(problem)(problem.message, where=where, hint=problem.hint)
