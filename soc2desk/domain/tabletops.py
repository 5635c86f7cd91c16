"""Scenarios for a tabletop, and one tabletop as it is played: who sat where, what was read out, what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

MOST_DECISIONS = 400
LONGEST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Turn:
    """What the facilitator reads out at a minute. `good` is for the facilitator alone; `plan` are sections it tries."""

    id: str
    minute: int
    asks: tuple[str, ...]
    plan: tuple[str, ...]
    title: str
    says: str
    ask: str
    good: str


@dataclass(frozen=True)
class Tabletop:
    """A scenario. Its words are template text, filled with the answers of a company."""

    id: str
    minutes: int
    seats: tuple[str, ...]
    title: str
    about: str
    objectives: str
    turns: tuple[Turn, ...]

    @property
    def turn(self) -> dict[str, Turn]:
        """Every turn by id."""
        return {one.id: one for one in self.turns}


@dataclass(frozen=True, slots=True)
class Seat:
    """Who holds a role at the table. `person` is a person id, empty while nobody sits there."""

    role: str
    person: str = ""
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A turn that was read out, at which second of the clock."""

    turn: str
    second: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, in the words used. `by` is a person id; `turn` the turn that was on the table."""

    id: str
    second: int
    turn: str
    words: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What is to be done about a gap, by whom, until when."""

    action: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Play:
    """One tabletop. `begun_on` is the day on which the clock first ran; `seconds` is how long it ran so far.

    The clock does not run while the program is closed: what was broken off goes on at the same second.
    """

    scenario: str
    begun_on: date | None = None
    seconds: int = 0
    facilitator: str = ""
    seats: tuple[Seat, ...] = ()
    read: tuple[Reading, ...] = ()
    decisions: tuple[Decision, ...] = ()
    plan_version: str = ""
    strengths: str = ""
    gaps: str = ""
    notices: str = ""
    follow_ups: tuple[FollowUp, ...] = ()
    record: str = ""

    @property
    def is_over(self) -> bool:
        """Whether its report was made."""
        return bool(self.record)

    @property
    def minute(self) -> int:
        """The minute of the clock."""
        return self.seconds // 60

    def seated(self, role: str, person: str, *, is_here: bool = True) -> Play:
        """Return the tabletop with a person in a seat, or with an empty one."""
        seats = tuple(Seat(role, person, is_here) if one.role == role else one for one in self.seats)
        return replace(self, seats=seats)

    def next_turn(self, scenario: Tabletop) -> Turn | None:
        """Return the first turn that was not read out yet; None after the last."""
        done = {one.turn for one in self.read}
        return next((one for one in scenario.turns if one.id not in done), None)

    def is_due(self, scenario: Tabletop) -> bool:
        """Return whether the minute of the next turn has come."""
        turn = self.next_turn(scenario)
        return turn is not None and turn.minute <= self.minute

    def after_reading(self, turn: str) -> Play:
        """Return the tabletop after a turn was read out now; one that was read stays as it was."""
        if any(one.turn == turn for one in self.read):
            return self
        return replace(self, read=(*self.read, Reading(turn, self.seconds)))

    def decided(self, words: str, by: str = "") -> Play:
        """Return the tabletop with one decision more, at this second and on the turn that is on the table."""
        numbers = (int(one.id) for one in self.decisions if one.id.isascii() and one.id.isdecimal())
        turn = self.read[-1].turn if self.read else ""
        made = Decision(str(max(numbers, default=0) + 1), self.seconds, turn, words.strip()[:LONGEST_WORDS], by)
        return replace(self, decisions=(*self.decisions, made))

    def without_decision(self, id_: str) -> Play:
        """Return the tabletop without a decision."""
        return replace(self, decisions=tuple(one for one in self.decisions if one.id != id_))


def clock_time(seconds: int) -> str:
    """Return how long the clock ran, as minutes and seconds."""
    return f"{seconds // 60}:{seconds % 60:02d}"


def new_play(scenario: Tabletop, holders: dict[str, str]) -> Play:
    """Return a tabletop that nobody has begun: each seat held by the person of that role, where there is one."""
    return Play(scenario.id, seats=tuple(Seat(role, holders.get(role, "")) for role in scenario.seats))
