"""What is said of a piece of evidence: where it comes from, the days it speaks of, and the proof of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from soc2desk.app.evidence_page import FIELDS, LIST_FIELDS
from soc2desk.desktop.fields.text import LONGEST
from soc2desk.desktop.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.desktop.shell import Shell

CHOICES = ("by", "population")
HINTED = ("covers_from", "covers_until", "dated", "run_at")


class EvidenceForm(QWidget):
    """One line a field. Those of a list are shown where one is asked for."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self.fields: dict[str, QLineEdit | QComboBox] = {}
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in (*FIELDS[:-1], *LIST_FIELDS, FIELDS[-1]):
            self._add(name)

    def _add(self, name: str) -> None:
        words = self._shell.words
        field: QLineEdit | QComboBox = QComboBox(self) if name in CHOICES else QLineEdit(self)
        field.setAccessibleName(words(f"evidence.field.{name}"))
        if isinstance(field, QLineEdit):
            field.setMaxLength(LONGEST)
            if name in HINTED:
                field.setPlaceholderText(words(f"evidence.hint.{name}"))
        label = plain_label(words(f"evidence.field.{name}"), "hint", self)
        self.rows.addRow(label, field)
        self.fields[name] = field

    def show_values(self, values: Mapping[str, str], *, with_list: bool) -> None:
        """Show what is said of a piece; `with_list` shows the fields of a list too."""
        self._offer("by", {one.id: one.name for one in self._shell.engagement.project.people})
        self._offer("population", {one.id: one.name for one in self._shell.catalogue.populations})
        for name, field in self.fields.items():
            value = values.get(name, "")
            if isinstance(field, QLineEdit):
                field.setText(value)
            else:
                self._choose(field, value)
        shown = with_list or any(values.get(name) for name in LIST_FIELDS)
        for name in LIST_FIELDS:
            self.rows.setRowVisible(self.fields[name], shown)

    def _offer(self, name: str, choices: Mapping[str, str]) -> None:
        combo, words = self.fields[name], self._shell.words
        if isinstance(combo, QComboBox) and combo.count() != len(choices) + 1:
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(words(f"evidence.open.{name}"), "")
                for id_, said in choices.items():
                    combo.addItem(words.of(said), id_)

    @staticmethod
    def _choose(combo: QComboBox, value: str) -> None:
        if value and combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(max(combo.findData(value), 0))

    def values(self) -> dict[str, str]:
        """Return what is typed and chosen, by field; what is hidden is left out."""
        return {
            name: field.text().strip() if isinstance(field, QLineEdit) else str(field.currentData() or "")
            for name, field in self.fields.items()
            if self.rows.isRowVisible(field)
        }
