"""The way to the report on one line: what is examined, and a flag for each milestone on its day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from soc2desk.document.pictures.lines import Type, Words, fitted, height, lettered
from soc2desk.domain.lettering import width
from soc2desk.domain.sketches import Anchor, Area, Lettering, Paint, Panel, Sketch, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from soc2desk.domain.sketches import Shape

_WIDE, _FLAG = 699.0, 112.0  # of the sheet, of a flag
_LEFT, _RIGHT = 3.0, _WIDE - _FLAG - 2.0  # where the first day and the last day stand
_INSET, _BETWEEN = 4.0, 5.0  # words beside their pole; flags from one another
_BAR, _STRIP = 17.0, 14.0  # how high the bar of what is examined is, and the strip of months below it
_FIRST = 7.5  # from the bar to the nearest flag
_DAY = Type(7.0, bold=True, paint=Paint.ACCENT)
_TITLE = Type(7.0)
_MONTH = Type(6.8, paint=Paint.MUTED)
_SHORT = 3  # letters of a month where its name has no room
_EVER = 1e9


@dataclass(frozen=True, slots=True)
class Flag:
    """One milestone: its day, the word of its phase, and what is reached."""

    day: date
    phase: str
    title: str


@dataclass(slots=True)
class _Side:
    """The flags above or below the line, in lanes. `free` is how far to the right a lane is free, nearest first."""

    free: list[float] = field(default_factory=list)
    lanes: list[list[tuple[float, tuple[Words, ...]]]] = field(default_factory=list)

    def lane(self, x: float) -> int:
        """Return the nearest lane in which a flag has room."""
        return next((at for at, end in enumerate(self.free) if x + _FLAG + _BETWEEN <= end), len(self.free))

    def put(self, x: float, words: tuple[Words, ...]) -> None:
        """Put a flag there; its pole bars the lanes between it and the line."""
        lane = self.lane(x)
        if lane == len(self.free):
            self.free.append(_EVER)
            self.lanes.append([])
        self.lanes[lane].append((x, words))
        self.free[: lane + 1] = [min(end, x) for end in self.free[: lane + 1]]

    def steps(self) -> list[float]:
        """Return how far each lane begins from the line, and how far the last one ends."""
        found = [_FIRST]
        for lane in self.lanes:
            found.append(found[-1] + max(height(words) for _, words in lane) + _BETWEEN)
        return found


def timeline(flags: Sequence[Flag], window: tuple[date, date] | None, phrases: Mapping[str, str]) -> Sketch:
    """Return the line with its flags, set from the last day to the first so that no pole crosses words."""
    days = [flag.day for flag in flags] + list(window or ())
    scale = _Scale(min(days), max(days))
    above, below = _Side(), _Side()
    for flag in sorted(flags, key=lambda one: one.day, reverse=True):
        x = scale.x(flag.day)
        side = above if above.lane(x) <= below.lane(x) else below
        said = phrases["picture.timeline.flag"].format(day=flag.day.isoformat(), phase=flag.phase)
        room = _FLAG - _INSET
        side.put(x, (fitted(said, _DAY, room, most=1), fitted(flag.title, _TITLE, room, most=3)))
    top = above.steps()[-1]
    foot = top + _BAR + _STRIP
    shapes = (
        *_bar(scale, window, phrases, top),
        *_months(scale, phrases, top + _BAR),
        *_flags(above, top, up=True),
        *_flags(below, foot, up=False),
    )
    return Sketch(_WIDE, foot + below.steps()[-1], shapes)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days stand between the first and the last one."""

    first: date
    last: date

    def x(self, day: date) -> float:
        span = max((self.last - self.first).days, 1)
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / span

    def months(self) -> Iterator[tuple[date, float, float]]:
        """Yield the first day of each month that is on the line, with where it begins and ends there."""
        day = self.first.replace(day=1)
        while day <= self.last:
            after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
            yield day, self.x(max(day, self.first)), self.x(min(after, self.last))
            day = after


def _bar(scale: _Scale, window: tuple[date, date] | None, phrases: Mapping[str, str], top: float) -> Iterator[Shape]:
    yield Panel(_LEFT, top, _RIGHT - _LEFT, _BAR, Paint.FAINT)
    if window is None:
        return
    start, end = scale.x(window[0]), scale.x(window[1])
    words = phrases["picture.timeline.examined"]
    dated = phrases["picture.timeline.window"].format(first=window[0].isoformat(), last=window[1].isoformat())
    yield Panel(start, top, max(end - start, 2.5), _BAR, Paint.ACCENT)
    yield from _inside((dated, words), Type(8.0, bold=True, paint=Paint.PAPER), (start, end), top)
    muted = Type(7.6, paint=Paint.MUTED)
    yield from _inside((phrases["picture.timeline.before"],), muted, (_LEFT, start), top)
    yield from _inside((phrases["picture.timeline.after"],), muted, (max(end, start + 2.5), _RIGHT), top)


def _inside(sayings: Iterable[str], look: Type, ends: tuple[float, float], top: float) -> Iterator[Lettering]:
    """Yield the first of some sayings that has room between two ends of the bar."""
    room = ends[1] - ends[0] - 8.0
    for said in sayings:
        if width(said, look.size, bold=look.bold) <= room:
            x, feet = sum(ends) / 2, top + _BAR / 2 + look.size * 0.35
            yield Lettering(x, feet, said, look.size, Anchor.MIDDLE, look.bold, look.paint)
            return


def _months(scale: _Scale, phrases: Mapping[str, str], top: float) -> Iterator[Shape]:
    yield Panel(_LEFT, top, _RIGHT - _LEFT, _STRIP, Paint.TINT)
    for day, start, end in scale.months():
        name = phrases[f"month.{day.month}"]
        year = f" {day.year}" if day.month == 1 or day <= scale.first else ""
        sayings = (f"{name}{year}", f"{name[:_SHORT]}{year}", name, name[:_SHORT], *((year.strip(),) if year else ()))
        if start > _LEFT:
            yield Stroke(((start, top), (start, top + _STRIP)), Paint.PAPER, 0.9)
        feet = top + _STRIP / 2 + _MONTH.size * 0.35
        said = next((one for one in sayings if width(one, _MONTH.size) <= end - start - 5.0), "")
        if said:
            yield Lettering(start + 3.0, feet, said, _MONTH.size, paint=_MONTH.paint)


def _flags(side: _Side, line: float, *, up: bool) -> Iterator[Shape]:
    for begins, lane in zip(side.steps(), side.lanes, strict=False):
        for x, words in lane:
            high = height(words)
            top = line - begins - high if up else line + begins
            far = top if up else top + high
            yield Stroke(((x, line), (x, far)), Paint.ACCENT, 0.8)
            tip = -4.0 if up else 4.0
            yield Area(((x - 3.0, line + tip), (x + 3.0, line + tip), (x, line)), Paint.ACCENT)
            yield from lettered(words, x + _INSET, top)
