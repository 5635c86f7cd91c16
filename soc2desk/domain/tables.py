"""The words of the tables a person fills in: people, roles, vendors, systems."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnWords:
    """One field of a row: `label` asks for it in a form, `heading` stands above it in a table. `choices` are ids."""

    id: str
    label: str
    heading: str
    help: str = ""
    choices: tuple[str, ...] = ()
    choice_labels: tuple[str, ...] = ()

    def choice_label(self, choice: str) -> str:
        """Return the words of a choice id; the id itself when it has none."""
        return dict(zip(self.choices, self.choice_labels, strict=True)).get(choice, choice)


@dataclass(frozen=True, slots=True)
class TableWords:
    """What a table is called and about. `one` is a row ("person"), `add` the button, `empty` stands for no rows."""

    id: str
    title: str
    intro: str
    one: str
    add: str
    empty: str
    columns: tuple[ColumnWords, ...]
