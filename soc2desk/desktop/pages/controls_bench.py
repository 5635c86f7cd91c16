"""What the menu and the form of own controls need of the page that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from soc2desk.desktop.pages.controls_acts import ControlActs
    from soc2desk.desktop.pages.controls_panel import ControlsPanel
    from soc2desk.desktop.pages.controls_table import ControlsTable
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.project import State


class Bench(Protocol):
    """A table of controls with its panel, and what can be begun there."""

    shell: Shell
    acts: ControlActs
    table: ControlsTable
    panel: ControlsPanel

    def show_place(self, place: str) -> bool:
        """Choose a control and put the keyboard on it."""

    def open_drawer(self, *, is_open: bool) -> None:
        """Bring the panel into sight where there is little room, or the table."""

    def leave_panel(self) -> None:
        """Put the keyboard back into the table."""


class MenuBench(Bench, Protocol):
    """What the menu of chosen controls offers besides."""

    def begin_state(self, state: State) -> None:
        """Choose a state in the panel."""

    def begin_holder(self, part: str) -> None:
        """Put the keyboard on the owner, backup or reviewer."""

    def take_proposals(self) -> None:
        """Take what the answers propose."""

    def begin_change(self, *, retire: bool) -> None:
        """Open the words of the chosen control, or ask for its last day."""

    def edit_own(self) -> None:
        """Open the form of the chosen control of the company's own."""

    def remove_own(self) -> None:
        """Take the chosen control of the company's own out."""

    def leave_to_role(self) -> None:
        """Let the role say who holds the chosen controls."""
