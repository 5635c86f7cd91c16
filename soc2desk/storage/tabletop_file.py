"""The tabletop beside a project: kept at every step, so that one broken off goes on where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.tabletops import LONGEST_WORDS, MOST_DECISIONS, Decision, FollowUp, Play, Reading, Seat
from soc2desk.reading.convert import decode_json, encode_json_lines
from soc2desk.storage.atomic_json import replace_whole
from soc2desk.storage.cleaning import cut_text, day_in, day_text, one_line
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.plain_files import read_kept_file

if TYPE_CHECKING:
    from pathlib import Path

TABLETOP_FILE = "tabletop.json"
MOST_BYTES = 4_000_000
_FORMAT = 1
_MOST_LINES = 200
_LONGEST_LINE = 200
_LONGEST_RUN = 48 * 3600


@dataclass(frozen=True, slots=True)
class _FollowUp:
    action: str = ""
    owner: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class _File:
    format: int
    scenario: str
    begun_on: str = ""
    seconds: int = 0
    facilitator: str = ""
    seats: tuple[Seat, ...] = ()
    read: tuple[Reading, ...] = ()
    decisions: tuple[Decision, ...] = ()
    plan_version: str = ""
    strengths: str = ""
    gaps: str = ""
    notices: str = ""
    follow_ups: tuple[_FollowUp, ...] = ()
    record: str = ""


def read_play(folder: Path) -> Play | None:
    """Return the tabletop in a project's folder; None where there is none.

    Raises ProjectProblem for a file that is damaged or far too large, FileProblem.
    """
    path = folder / TABLETOP_FILE
    raw = read_kept_file(path, "The tabletop cannot be read.", MOST_BYTES)
    if raw is None:
        return None
    if len(raw) > MOST_BYTES:
        raise ProjectProblem("The file of the tabletop is far too large.", where=str(path), hint="Move it away.")
    said = decode_json(raw, _File, str(path), ProjectProblem)
    if said.format != _FORMAT:
        hint = "Update soc2desk, then open it again."
        raise ProjectProblem("The tabletop was written by another version of soc2desk.", where=str(path), hint=hint)
    return _play(said)


def write_play(folder: Path, play: Play) -> None:
    """Write a tabletop as a whole, at once. Raises ProjectProblem for too many decisions, FileProblem."""
    if len(play.decisions) > MOST_DECISIONS:
        hint = "Make the report of this one, then begin another."
        raise ProjectProblem(f"A tabletop holds {MOST_DECISIONS} decisions.", where=str(folder), hint=hint)
    said = _File(
        _FORMAT, play.scenario, day_text(play.begun_on), play.seconds, play.facilitator, play.seats, play.read,
        play.decisions, play.plan_version, play.strengths, play.gaps, play.notices,
        tuple(_FollowUp(one.action, one.owner, day_text(one.due)) for one in play.follow_ups), play.record,
    )  # fmt: skip
    with said_plainly("The tabletop could not be saved.", folder / TABLETOP_FILE):
        replace_whole(folder / TABLETOP_FILE, encode_json_lines(said))


def _play(said: _File) -> Play:
    seats = {_line(one.role): Seat(_line(one.role), _line(one.person), one.is_here) for one in said.seats[:_MOST_LINES]}
    read = {_line(one.turn): Reading(_line(one.turn), _second(one.second)) for one in said.read[:_MOST_LINES]}
    decisions = {_line(one.id): _decision(one) for one in said.decisions[:MOST_DECISIONS]}
    return Play(
        _line(said.scenario), day_in(said.begun_on), _second(said.seconds), _line(said.facilitator),
        tuple(seats.values()), tuple(read.values()), tuple(decisions.values()), _line(said.plan_version),
        _words(said.strengths), _words(said.gaps), _words(said.notices),
        tuple(FollowUp(_line(one.action), _line(one.owner), day_in(one.due)) for one in said.follow_ups[:_MOST_LINES]),
        _line(said.record),
    )  # fmt: skip


def _decision(one: Decision) -> Decision:
    return Decision(_line(one.id), _second(one.second), _line(one.turn), _words(one.words), _line(one.by))


def _words(text: str) -> str:
    return cut_text(text, LONGEST_WORDS)


def _line(text: str) -> str:
    return one_line(text, _LONGEST_LINE)


def _second(number: int) -> int:
    return min(max(number, 0), _LONGEST_RUN)
