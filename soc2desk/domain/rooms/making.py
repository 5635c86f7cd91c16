"""What the makers of a room work with: the faults that they are to plant, and where they say what they did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from soc2desk.domain.exercises import Answer, Place, Sound
from soc2desk.domain.rooms.room import Listing, Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from soc2desk.domain.exercises import PlantedFault
    from soc2desk.domain.rooms.company import Company
    from soc2desk.domain.rooms.room import Piece


@dataclass
class Making:
    """One room while it is made. Makers ask what to plant, add their files, and note where each fault stands."""

    company: Company
    pieces: list[Piece] = field(default_factory=list)
    _places: dict[str, list[Place]] = field(default_factory=dict)
    _sounds: list[tuple[str, str, str]] = field(default_factory=list)

    def planted(self, plant: str) -> tuple[str, ...]:
        """Return the faults of the exercise that this plant puts into the room, by id."""
        return tuple(one.id for one in self.company.exercise.faults if one.plant == plant)

    def has(self, plant: str) -> bool:
        """Return whether the exercise asks for a plant."""
        return bool(self.planted(plant))

    def listing(self, file: str, words: str, rows: Iterable[Sequence[str]]) -> None:
        """Add a list; `words` names its title and headings among the lines of rooms."""
        title, *headings = self.company.words[words]
        self.pieces.append(Listing(file, title, tuple(headings), tuple(tuple(row) for row in rows)))

    def stands(self, fault: str, file: str, item: str = "") -> None:
        """Note where a fault stands."""
        self._places.setdefault(fault, []).append(Place(file, item))

    def sound(self, words: str, file: str, item: str = "") -> None:
        """Note what looks like a fault and is none; `words` says why, among the lines of rooms."""
        self._sounds.append((words, file, item))

    def room(self) -> Room:
        """Return the room, with the line of every place."""
        pieces = tuple(sorted(self.pieces, key=lambda piece: piece.file))
        lists = {piece.file: piece for piece in pieces if isinstance(piece, Listing)}

        def at(file: str, item: str) -> Place:
            if file not in lists or not item:
                return Place(file, item)
            held = lists[file]
            return Place(file, item, held.line_of(item), held.cells_of(item), held.alone_of(item))

        answers = [
            Answer(fault, tuple(at(place.file, place.item) for place in self._ordered(fault)))
            for fault in self._faults()
        ]
        sounds = [Sound(at(file, item), self.company.words[f"sound_{words}"][0]) for words, file, item in self._sounds]
        return Room(pieces, tuple(answers), tuple(sounds))

    def _ordered(self, fault: PlantedFault) -> list[Place]:
        """Return the places of a fault, the one that shows it best first: so they stand in the exercise."""
        order = {file: at for at, file in enumerate(fault.files)}
        return sorted(self._places[fault.id], key=lambda place: order.get(place.file, len(order)))

    def _faults(self) -> tuple[PlantedFault, ...]:
        return tuple(one for one in self.company.exercise.faults if one.plant)
