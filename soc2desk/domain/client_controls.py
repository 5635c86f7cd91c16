"""What one client says of controls in its own way: numbers and wordings, and the controls it has retired."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soc2desk.domain.auditing import Matched
from soc2desk.domain.entered_late import MOST_DAYS


@dataclass(frozen=True, slots=True)
class ControlWording:
    """A person's own wording of a control's statement; `id` is the control's.

    `text` is in the template language, on one line. `replaced` is the SHA-256 of the statement that it stands for.
    `by` is a person id, empty for nobody named; `on` the day it was written, set by the program.
    """

    id: str
    text: str
    replaced: str
    on: date
    by: str = ""


@dataclass(frozen=True, slots=True)
class RetiredControl:
    """A control that is no longer performed; `id` is the control's.

    `last_day` is the last day on which it was, as a person says; `on` the day that was entered, set by the program.
    """

    id: str
    last_day: date
    reason: str
    on: date
    by: str = ""

    @property
    def asked_until(self) -> date:
        """The day up to which it is asked about: its last, or the day on which an end was entered that was told late.

        Until then it stood in every document, and nobody could know of its end.
        """
        return self.on if (self.on - self.last_day).days > MOST_DAYS else self.last_day


@dataclass(frozen=True, slots=True)
class ListedControl:
    """One line of the client's own list of controls, under the client's own `number` and in its own words.

    `text` is empty where the list gives a number alone: then ours stands in its own words under that number.
    `controls` are ours that it speaks of, proposed by the program (`matched` says how surely) until a person decided.
    `criteria` are those that the line names; `title`, `rhythm`, `nature`, `owner` and `evidence` its words for them.
    `gone` says that the newest list does not hold it any more.
    """

    id: str
    number: str
    text: str = ""
    title: str = ""
    criteria: tuple[str, ...] = ()
    rhythm: str = ""
    nature: str = ""
    owner: str = ""
    evidence: str = ""
    controls: tuple[str, ...] = ()
    matched: Matched = Matched.NONE
    gone: bool = False
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def is_decided(self) -> bool:
        """Whether a named person said which controls it speaks of, or that it speaks of none."""
        return self.confirmed_on is not None and bool(self.confirmed_by)
