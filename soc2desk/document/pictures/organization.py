"""Who answers for the controls: a card for each role with its holder, who stands in, and who else owns some."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from soc2desk.document.pictures.lines import NOTE, Type, Words, fitted, height, lettered
from soc2desk.domain.sketches import Anchor, Paint, Panel, Sketch, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from soc2desk.domain.sketches import Shape

_UNITS, _UNIT, _GAP = 7, 91.0, 9.0  # cards are one or more units wide
_MARGIN = 8.0  # at the left, for the line down to a second row of cards
_WIDE = _MARGIN + _UNITS * _UNIT + (_UNITS - 1) * _GAP
_PAD = 6.0
_COUNT = 15.0  # the room of a number at the end of a line
_BETWEEN = 20.0  # from card to card down, where the lines run
_MANY = 8  # owners under one another; more of them stand in further columns
_TOP_UNITS = 2
_ROLE = Type(7.2, bold=True, paint=Paint.ACCENT)
_HOLDER = Type(8.4, bold=True)
_NOBODY = Type(8.4, bold=True, paint=Paint.BAD)
_OWNER = Type(7.4)
_NUMBER = Type(7.4, paint=Paint.MUTED, anchor=Anchor.END)


@dataclass(frozen=True, slots=True)
class Post:
    """One role: its name, who holds it and stands in, and how many controls each owner of its controls has.

    `holder` is empty for nobody; the holder's own controls are `own`, those of others `owners`.
    """

    role: str
    holder: str = ""
    backup: str = ""
    own: int = 0
    owners: tuple[tuple[str, int], ...] = ()


def organization(above: Sequence[Post], posts: Sequence[Post], phrases: Mapping[str, str]) -> Sketch:
    """Return the posts `above` one under the other, below them the other ones side by side, joined by lines."""
    shapes: list[Shape] = []
    y, before = 1.0, None
    for post in above:
        card = _card(post, _TOP_UNITS, phrases)
        left = (_WIDE - card.width) / 2
        if before is not None:
            shapes.append(Stroke(((_WIDE / 2, before), (_WIDE / 2, y)), Paint.MUTED, dashed=True))
        shapes += card.shapes(left, y, card.height)
        before = y + card.height
        y = before + _BETWEEN
    rows = _rows([_card(post, _units(post), phrases) for post in posts])
    shapes += _joins(rows, before, y)
    for row in rows:
        high = max(card.height for card in row)
        for x, card in _placed(row):
            shapes += card.shapes(x, y, high)
        y += high + _BETWEEN
    said = [phrases["picture.organization.numbers"]]
    said += [phrases["picture.organization.reviews"]] if len(above) > 1 else []
    note = fitted(" ".join(said), NOTE, _WIDE - _MARGIN, most=2)
    shapes += lettered((note,), _MARGIN, y - _BETWEEN + 8)
    return Sketch(_WIDE + 1, y - _BETWEEN + 10 + note.height, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Card:
    """A card with its words fitted: the role, then who holds it and stands in, then other owners in columns."""

    width: float
    role: Words
    who: tuple[Words, ...]
    own: str
    owners: tuple[tuple[Words, str], ...]
    columns: int
    is_held: bool

    @property
    def head(self) -> float:
        """Return how high the part with the name of the role is."""
        return self.role.height + 7.0

    @property
    def deep(self) -> int:
        """Return how many owners stand in one column."""
        return -(-len(self.owners) // self.columns)

    @property
    def height(self) -> float:
        """Return how high the card is by its words."""
        columns = [self.owners[at : at + self.deep] for at in range(0, len(self.owners), self.deep or 1)]
        listed = max((sum(words.height + 2.0 for words, _ in column) for column in columns), default=0.0)
        return self.head + _PAD + height(self.who) + (listed + 9.0 if self.owners else 0.0) + _PAD

    def shapes(self, x: float, y: float, high: float) -> Iterator[Shape]:
        """Yield the card with its corner at a point, as high as the others of its row."""
        yield Panel(x, y, self.width, high, Paint.PAPER)
        yield Panel(x, y, self.width, self.head, Paint.TINT)
        yield Panel(x, y, self.width, high, Paint.NONE, Paint.MUTED, thick=0.7, dashed=not self.is_held)
        yield Panel(x, y, self.width, 2.0, Paint.ACCENT if self.is_held else Paint.MUTED)
        yield from lettered((self.role,), x + _PAD, y + 4.5)
        top = y + self.head + _PAD - 1
        yield from lettered(self.who, x + _PAD, top)
        yield from lettered((Words((self.own,), _NUMBER),) if self.own else (), x + self.width - _PAD, top + 0.6)
        if self.owners:
            top += height(self.who) + 4.0
            yield Stroke(((x + _PAD, top), (x + self.width - _PAD, top)), Paint.LINE, 0.6)
            yield from self._owners(x, top + 4.0)

    def _owners(self, x: float, top: float) -> Iterator[Shape]:
        wide = (self.width - _PAD) / self.columns
        for column in range(self.columns):
            left, y = x + _PAD + column * wide, top
            for words, count in self.owners[column * self.deep : (column + 1) * self.deep]:
                yield from lettered((words,), left, y)
                yield from lettered((Words((count,), _NUMBER),), left + wide - _PAD, y)
                y += words.height + 2.0


def _units(post: Post) -> int:
    return min(max(-(-len(post.owners) // _MANY), 1), _UNITS)


def _card(post: Post, units: int, phrases: Mapping[str, str]) -> _Card:
    wide = units * _UNIT + (units - 1) * _GAP
    room = wide - 2 * _PAD
    columns = min(units, max(len(post.owners), 1))
    name = post.holder or phrases["person.nobody"]
    who = [fitted(name, _HOLDER if post.holder else _NOBODY, room - _COUNT, most=3)]
    if post.backup:
        said = phrases["picture.organization.backup"].format(name=post.backup)
        who.append(fitted(said, NOTE, room, most=3))
    each = (wide - _PAD) / columns - _PAD - _COUNT
    owners = tuple((fitted(owner, _OWNER, each, most=2), str(count)) for owner, count in post.owners)
    role = fitted(post.role, _ROLE, room, most=2)
    return _Card(wide, role, tuple(who), str(post.own or ""), owners, columns, is_held=bool(post.holder))


def _rows(cards: Sequence[_Card]) -> list[list[_Card]]:
    """Return the cards in rows that are no wider than the sheet."""
    rows: list[list[_Card]] = []
    for card in cards:
        if rows and _across([*rows[-1], card]) <= _WIDE - _MARGIN:
            rows[-1].append(card)
        else:
            rows.append([card])
    return rows


def _across(row: Sequence[_Card]) -> float:
    return sum(card.width for card in row) + (len(row) - 1) * _GAP


def _placed(row: Sequence[_Card]) -> Iterator[tuple[float, _Card]]:
    """Yield the cards of a row with their left edges, the row in the middle of the sheet."""
    x = _MARGIN + (_WIDE - _MARGIN - _across(row)) / 2
    for card in row:
        yield x, card
        x += card.width + _GAP


def _joins(rows: Sequence[Sequence[_Card]], foot: float | None, y: float) -> Iterator[Stroke]:
    """Yield the lines from the last card above, whose foot is given, to each card of the rows."""
    if foot is None or not rows:
        return
    yield Stroke(((_WIDE / 2, foot), (_WIDE / 2, y - _BETWEEN / 2)))
    for at, row in enumerate(rows):
        bus = y - _BETWEEN / 2
        centres = [x + card.width / 2 for x, card in _placed(row)]
        ends = [*centres, _WIDE / 2] if at == 0 else centres
        start = 1.0 if len(rows) > 1 else min(ends)
        yield Stroke(((start, bus), (max(ends), bus)))
        yield from (Stroke(((x, bus), (x, y))) for x in centres)
        if at + 1 < len(rows):
            following = y + max(card.height for card in row) + _BETWEEN
            yield Stroke(((1.0, bus), (1.0, following - _BETWEEN / 2)))
            y = following
