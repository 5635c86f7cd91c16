"""What is examined and what lies outside: systems inside a frame, and an arrow from each to who runs it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from soc2desk.document.pictures.lines import NAME, NOTE, Type, Words, fitted, height, lettered
from soc2desk.domain.sketches import Area, Paint, Panel, Sketch, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.domain.sketches import Shape

_WIDE = 479.0
_FRAME = 204.0  # of the frame around the systems
_CARD, _INSET = 188.0, 8.0  # of a system, and how far it stands in from the frame
_PARTY, _PARTY_WIDE = 344.0, 128.0  # where organizations stand
_EDGE = _WIDE - 1.0  # of a frame that goes around an organization too
_PAD, _GAP, _APART = 4.5, 6.0, 9.0  # around words, between systems, between organizations
_TITLE = 9.0  # what the name of the frame has around it
_LOW = 6.0  # from the foot of a system to its arrow, so that the words of the arrow stand above it
_TIP = 5.0
_HEAD = Type(8.6, bold=True, paint=Paint.PAPER)
_DATA = Type(6.8, paint=Paint.MUTED)
_SMALL = Type(6.8, paint=Paint.MUTED)
_TAG = Type(6.8, bold=True, paint=Paint.ACCENT)


@dataclass(frozen=True, slots=True)
class Held:
    """A system in scope: what it is for, and what data goes to who runs it."""

    name: str
    purpose: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An organization with the systems that it runs; nameless where the company runs them itself.

    `tag` says in words how it belongs to the examination, `data` what it gets beside the systems. One that is `inside`
    is examined too.
    """

    name: str = ""
    service: str = ""
    tag: str = ""
    data: str = ""
    systems: tuple[Held, ...] = ()
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is examined by name, and who uses it with what data; empty for what nobody said."""

    service: str
    users: str = ""
    data: str = ""


def boundaries(
    around: Surroundings, parties: Sequence[Party], phrases: Mapping[str, str], tallest: float = 540.0
) -> tuple[Sketch, ...]:
    """Return the picture, in parts where it is taller than a page; those that are examined come first."""
    ordered = sorted(parties, key=lambda party: (not party.inside, not party.systems, not party.name))
    title = _title(around, phrases, _FRAME).height + _TITLE
    room = tallest - _head(around, phrases).height - title - 2 * _APART
    bands = [band for party in ordered for band in _bands(party, room)]
    if sum(band.height + _APART for band in bands) > room:
        bands = [band for party in ordered for band in _bands(_brief(party), room)]
    return tuple(_sketch(around, sheet, phrases) for sheet in _sheets(bands, room))


def _brief(party: Party) -> Party:
    return replace(party, systems=tuple(replace(one, purpose="") for one in party.systems))


@dataclass(frozen=True, slots=True)
class _Row:
    """A system with its words fitted, and those of its arrow; without its own words it is an arrow out of the frame."""

    words: tuple[Words, ...]
    data: Words

    @property
    def height(self) -> float:
        own = height(self.words) + 2 * _PAD if self.words else 0.0
        return max(own, self.data.height + _LOW + 3.0, 18.0)


@dataclass(frozen=True, slots=True)
class _Band:
    """An organization beside the systems that it runs."""

    party: Words | None
    notes: tuple[Words, ...]
    rows: tuple[_Row, ...]
    inside: bool

    @property
    def card(self) -> float:
        """Return how high the card of the organization is by its words."""
        return 2 * _PAD + self.party.height + height(self.notes) if self.party else 0.0

    @property
    def systems(self) -> float:
        """Return how high the systems are by their words."""
        return sum(row.height for row in self.rows) + _GAP * (len(self.rows) - 1)

    @property
    def height(self) -> float:
        """Return how high the higher of both is."""
        return max(self.systems, self.card)

    def shapes(self, y: float) -> Iterator[Shape]:
        """Yield the organization, its systems, and their arrows; they share the height that its words need more."""
        if self.party:
            edge = Paint.ACCENT if self.inside else Paint.MUTED
            yield Panel(_PARTY, y, _PARTY_WIDE, self.height, Paint.PAPER, edge, thick=0.8, dashed=not self.inside)
            blocks = (self.party, *self.notes)
            yield from lettered(blocks, _PARTY + _PAD + 1, y + (self.height - height(blocks)) / 2)
        more = (self.height - self.systems) / len(self.rows)
        for row in self.rows:
            # What is examined too and runs no system of its own lies beside the others: no arrow leaves anything.
            with_arrow = self.party is not None and (bool(row.words) or not self.inside)
            yield from _row(row, y, row.height + more, with_arrow=with_arrow)
            y += row.height + more + _GAP


def _bands(party: Party, room: float) -> Iterator[_Band]:
    """Yield an organization beside its systems, again for those that do not fit on the sheet."""
    inner = _PARTY_WIDE - 2 * _PAD - 2
    name = fitted(party.name, NAME, inner, most=3) if party.name else None
    notes = tuple(
        fitted(said, look, inner, most=2) for said, look in ((party.service, _SMALL), (party.tag, _TAG)) if said
    )
    arrow = _PARTY - _FRAME - 2 * _GAP
    alone = (Held("", data=party.data),) if party.name else ()
    rows = [
        _Row(
            tuple(
                fitted(said, look, _CARD - 2 * _PAD) for said, look in ((one.name, NAME), (one.purpose, _SMALL)) if said
            ),
            fitted(one.data, _DATA, arrow, most=3) if party.name else Words((), _DATA),
        )
        for one in party.systems or alone
    ]
    while rows:
        taken, high = 0, 0.0
        while taken < len(rows) and (not taken or high + rows[taken].height + _GAP <= room):
            high += rows[taken].height + _GAP
            taken += 1
        yield _Band(name, notes, tuple(rows[:taken]), party.inside)
        rows = rows[taken:]


def _row(row: _Row, y: float, high: float, *, with_arrow: bool) -> Iterator[Shape]:
    start = _FRAME
    if row.words:
        start = _INSET + _CARD
        yield Panel(_INSET, y, _CARD, high, Paint.PAPER, Paint.ACCENT, thick=0.8)
        yield from lettered(row.words, _INSET + _PAD + 1, y + (high - height(row.words)) / 2)
    if not with_arrow:
        return
    # The arrow has its words above it, both together in the middle of the row.
    top = y + (high - row.data.height - (_LOW if row.data.lines else 0.0)) / 2
    along = top + row.data.height + (_LOW / 2 if row.data.lines else 0.0)
    tip = _TIP if row.data.lines else 0.0
    yield Stroke(((start, along), (_PARTY - tip, along)), Paint.INK, 0.8)
    if row.data.lines:
        yield Area(((_PARTY, along), (_PARTY - _TIP, along - 2.6), (_PARTY - _TIP, along + 2.6)), Paint.INK)
        yield from lettered((row.data,), _FRAME + _GAP, top)


def _sheets(bands: Sequence[_Band], room: float) -> list[list[_Band]]:
    sheets: list[list[_Band]] = []
    left = 0.0
    for band in bands:
        if not sheets or band.height + _APART > left:
            sheets.append([])
            left = room
        sheets[-1].append(band)
        left -= band.height + _APART
    return sheets


@dataclass(frozen=True, slots=True)
class _Head:
    """The card of those who use the service, and the words of the arrow between them and the frame."""

    users: tuple[Words, ...]
    data: Words

    @property
    def card(self) -> float:
        return height(self.users) + 2 * _PAD

    @property
    def height(self) -> float:
        return self.card + max(self.data.height + 10.0, 24.0) if self.users else 1.0

    def shapes(self) -> Iterator[Shape]:
        """Yield the card over the frame and an arrow both ways: what users put in, and what they get."""
        if not self.users:
            return
        x, foot, end = _FRAME / 2, self.card, self.height
        yield Panel(1.0, 1.0, _FRAME - 1.0, self.card - 1.0, Paint.PAPER, Paint.MUTED, thick=0.8, dashed=True)
        yield from lettered(self.users, 1.0 + _PAD, _PAD)
        yield Stroke(((x, foot + _TIP), (x, end - _TIP)), Paint.INK, 0.8)
        for tip, back in ((foot, foot + _TIP), (end, end - _TIP)):
            yield Area(((x, tip), (x - 2.6, back), (x + 2.6, back)), Paint.INK)
        yield from lettered((self.data,), x + _GAP, foot + (end - foot - self.data.height) / 2)


def _head(around: Surroundings, phrases: Mapping[str, str]) -> _Head:
    if not around.users:
        return _Head((), Words((), _DATA))
    label = fitted(phrases["picture.boundary.users"], _TAG, _FRAME - 2 * _PAD, most=1)
    users = fitted(around.users, NAME, _FRAME - 2 * _PAD - 2, most=3)
    return _Head((label, users), fitted(around.data, _DATA, _WIDE - _FRAME / 2 - 2 * _GAP, most=3))


def _title(around: Surroundings, phrases: Mapping[str, str], across: float) -> Words:
    said = phrases["picture.boundary.inside"].format(service=around.service)
    return fitted(said, _HEAD, across - 2 * _PAD - 4)


def _sketch(around: Surroundings, bands: Sequence[_Band], phrases: Mapping[str, str]) -> Sketch:
    head = _head(around, phrases)
    across = _EDGE if any(band.inside for band in bands) else _FRAME
    title = _title(around, phrases, across)
    top, inner = head.height, 0.0
    begin = top + title.height + _TITLE
    y = begin + _APART
    shapes: list[Shape] = []
    for band in bands:
        shapes += band.shapes(y)
        y += band.height + _APART
        inner = y - _APART / 2 if band.inside else inner
    if bands[-1].inside:
        inner = y  # nothing stands below what is examined, so the frame has no step
    foot = y
    outside = fitted(phrases["picture.boundary.outside"], NOTE, _PARTY_WIDE, most=1)
    named = bands[0].party is not None and not inner
    above = (
        *_frame(top, inner, foot),
        Panel(1.0, top, across - 1.0, begin - top, Paint.ACCENT),
        *lettered((title,), _PAD + 3, top + _TITLE / 2),
        *lettered((outside,) if named else (), _PARTY, begin - outside.height - 2),
        *head.shapes(),
    )
    return Sketch(_WIDE, foot + 1.0, (*above, *shapes))


def _frame(top: float, inner: float, foot: float) -> Iterator[Shape]:
    """Yield the frame: around the systems, and down to `inner` around the organizations that are examined too."""
    step = ((_EDGE, top), (_EDGE, inner), (_FRAME, inner)) if inner else ((_FRAME, top),)
    corners = ((1.0, top), *step, (_FRAME, foot), (1.0, foot))
    yield Area(corners, Paint.TINT, Paint.ACCENT, 1.4)
