"""One request or act: what a good answer shows, how to collect it, the pieces put by, and what to do with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from soc2desk.app.evidence_page import fields_of, file_path, recipes_of
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.pages.evidence_form import EvidenceForm
from soc2desk.desktop.pages.evidence_list import files_in
from soc2desk.desktop.pages.evidence_review import EvidenceReview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from soc2desk.app.evidence_rows import EvidenceRow, Piece
    from soc2desk.desktop.shell import Shell

ACTS = ("attach", "none", "keep", "open", "remove")
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class EvidenceDetail(QFrame):
    """What stands below the list. `asked` brings the act that a button stands for; `brought` files dropped here."""

    asked = Signal(str)
    brought = Signal(list)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.row: EvidenceRow | None = None
        self.setProperty("card", "true")
        self.setAcceptDrops(not shell.project.session.is_read_only)
        self.title = plain_label("", "question", self)
        self.good = plain_label("", "body", self)
        self.recipe = self._recipe_label()
        self.pieces = QComboBox(self)
        self.pieces.setAccessibleName(shell.words("evidence.pieces"))
        self.about = plain_label("", "hint", self)
        self._typed: dict[str, dict[str, str]] = {}
        self._said: Mapping[str, str] = {}
        self._shown = ""
        self.form = EvidenceForm(shell, self)
        self.buttons: dict[str, QPushButton] = {}
        self.acts = self._acts()
        self.review = EvidenceReview(shell, self)
        self._lay_out()
        self.pieces.currentIndexChanged.connect(self._show_piece)
        self.hide()

    def _recipe_label(self) -> QLabel:
        label = plain_label("", "hint", self)
        label.setTextInteractionFlags(SELECTABLE)
        return label

    def _acts(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box)
        for name in ACTS:
            button = QPushButton(self._shell.words(f"evidence.act.{name}"), box)
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            flow.addWidget(button)
            self.buttons[name] = button
        self.buttons["attach"].setProperty("primary", "true")
        for name in ("open", "remove"):
            self.buttons[name].setProperty("quiet", "true")
        return box

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 12)
        box.setSpacing(8)
        shown = (self.title, self.good, self.recipe, self.pieces, self.about, self.form, self.acts, self.review)
        for widget in shown:
            box.addWidget(widget)

    # ---- what is shown -----------------------------------------------------------------------------

    def show_row(self, row: EvidenceRow | None, piece: str = "") -> None:
        """Show a line, and one of its pieces where it is named; None hides the card."""
        self._keep_typed()
        same = row is not None and self.row is not None and row.id == self.row.id
        kept = piece or (self.piece_id if same else "")
        self.row = row
        self.setVisible(row is not None)
        if row is None:
            return
        words = self._shell.words
        self.title.setText(f"{row.id}  {words.of(row.title)}")
        self.good.setText(self._good(row))
        self.good.setVisible(bool(self.good.text()))
        self.recipe.setText(self._recipes(row))
        self.recipe.setVisible(bool(self.recipe.text()))
        self._offer_pieces(row, kept)
        if not same or kept:
            self._show_piece()
        else:
            self._show_buttons(self.piece)

    def _good(self, row: EvidenceRow) -> str:
        words = self._shell.words
        if row.first and row.last:
            return words("evidence.period", first=said_date(row.first, words), last=said_date(row.last, words))
        request = self._shell.catalogue.request.get(row.id)
        if request is None:
            return ""
        good = words("evidence.good", shown=request.good_shows) if request.good_shows else ""
        bad = words("evidence.bad", refused=request.reject_if) if request.reject_if else ""
        return " ".join(filter(None, (good, bad)))

    def _recipes(self, row: EvidenceRow) -> str:
        words = self._shell.words
        found = recipes_of(self._shell.project.session, row)
        told = [words("evidence.recipe", tool=one.tool, how=one.how) for one in found]
        return "\n".join((words("evidence.recipe_try"), *told)) if told else ""

    def _offer_pieces(self, row: EvidenceRow, kept: str) -> None:
        words = self._shell.words
        with QSignalBlocker(self.pieces):
            self.pieces.clear()
            self.pieces.addItem(words("evidence.new_piece"), "")
            for one in row.pieces:
                state = words(f"evidence.state.{one.item.state.value}")
                said = words("evidence.piece", id=one.item.id, name=one.item.name, state=state)
                self.pieces.addItem(said, one.item.id)
            self.pieces.setCurrentIndex(max(self.pieces.findData(kept), 0))
        self.pieces.setVisible(bool(row.pieces))

    @property
    def piece_id(self) -> str:
        """The id of the piece that is shown; empty for one that is still to be attached."""
        return str(self.pieces.currentData() or "")

    @property
    def piece(self) -> Piece | None:
        """The piece that is shown; None for one that is still to be attached."""
        pieces = self.row.pieces if self.row is not None else ()
        return next((one for one in pieces if one.item.id == self.piece_id), None)

    @property
    def _is_list(self) -> bool:
        """Whether a complete list is asked for, which alone can show that nothing happened."""
        request = self._shell.catalogue.request.get(self.row.id) if self.row is not None else None
        return request is not None and request.kind == "population"

    def _keep_typed(self) -> None:
        """Keep what was typed and not attached or kept yet, until its line is shown again."""
        if not self._shown:
            return
        typed = self.form.values()
        if any(self._said.get(name, "") != value for name, value in typed.items()):
            self._typed[self._shown] = typed
        else:
            self._typed.pop(self._shown, None)

    def forget_typed(self) -> None:
        """Let go of what was typed for a new piece of this line: it was attached with it."""
        self._shown = ""
        if self.row is not None:
            self._typed.pop(f"{self.row.id}/", None)

    def _show_piece(self) -> None:
        if self.row is None:
            return
        self._keep_typed()
        self._said = fields_of(self._shell.project.session, self.piece_id)
        self._shown = f"{self.row.id}/{self.piece_id}"
        typed = self._typed.get(self._shown, {})
        self.form.show_values({**self._said, **typed}, with_list=self._is_list)
        piece = self.piece
        self.about.setText(self._about(piece) if piece else self._shell.words("evidence.drop"))
        if piece is not None:
            self.review.show_piece(piece.item)
        self._show_buttons(piece)

    def _show_buttons(self, piece: Piece | None) -> None:
        changeable = not self._shell.project.session.is_read_only
        shown = {
            "attach": piece is None and changeable,
            "none": piece is None and changeable and self._is_list,
            "keep": piece is not None and changeable,
            "open": piece is not None and bool(piece.item.file),
            "remove": piece is not None and changeable,
        }
        for name, button in self.buttons.items():
            button.setVisible(shown[name])
        self.review.setVisible(piece is not None and changeable)
        self.form.setEnabled(changeable)

    def _about(self, piece: Piece) -> str:
        words, item = self._shell.words, piece.item
        said = [words(f"evidence.flag.{flag.value}") for flag in piece.flags]
        if item.file:
            said.append(words("evidence.file", file=item.file, digest=item.digest))
        if item.received:
            said.append(words("evidence.received", day=said_date(item.received, words)))
        if item.reviewed_on:
            by = self._shell.engagement.person_name(item.reviewed_by)
            state = words(f"evidence.state.{item.state.value}")
            said.append(words("evidence.reviewed", state=state, name=by, day=said_date(item.reviewed_on, words)))
        return " ".join((*said, item.reason)).strip()

    def stored(self) -> Path | None:
        """Return where the file of the piece that is shown stands; None where there is none."""
        piece = self.piece
        return file_path(self._shell.project.session, piece.item.file) if piece else None

    def go_on(self) -> None:
        """Put the keyboard at what is said of the piece."""
        self.form.fields["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- files dropped -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach the files to the line that is shown."""
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.brought.emit(files)
