"""The form of one record, made from its layout: fields, what is missing, who entered it when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from soc2desk.app.record_book import about_record, eye_rules, said_lack
from soc2desk.app.record_form import form_fields, required_now
from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.notes import FindingNote
from soc2desk.desktop.fields.spec import FieldSpec
from soc2desk.desktop.flow import FlowLayout
from soc2desk.desktop.labels import plain_label
from soc2desk.desktop.records.record_field import RECORDS, EvidenceField, RecordField
from soc2desk.domain.entered_late import days_late
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from soc2desk.app.record_book import RecordBook
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.kept_records import KeptRecord

BETWEEN = 12  # pixels between two fields, before scaling


class RecordSheet(QWidget):
    """Shows one record. `wants_removal` says that a person wants it gone."""

    wants_removal = Signal()

    def __init__(self, shell: Shell, book: RecordBook, record: KeptRecord, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell, self.book, self.record = shell, book, record
        layout = shell.catalogue.record[record.type]
        self.title = plain_label("", "heading", self)
        self.entered = plain_label("", "small", self)
        self.late = plain_label("", "warning", self)
        self.fields = {
            one.name: RecordField(shell, record.id, one, self) for one in form_fields(layout, shell.engagement)
        }
        self.needs = {name: plain_label("", "small", self) for name in self.fields}
        self.evidence = EvidenceField(shell, self._evidence_spec(), self)
        self.said_missing = plain_label("", "question", self)
        self.missing = FindingNote(shell, self)
        rules = eye_rules(layout, shell.engagement)
        self.said_rules = plain_label(shell.words("records.look"), "question", self)
        self.said_rules.setVisible(bool(rules))
        self.rules = plain_label("\n".join(shell.words.of(rule) for rule in rules), "hint", self)
        self.rules.setVisible(bool(rules))
        self.remove = QPushButton(shell.words("records.remove"), self)
        self.remove.setProperty("quiet", "true")
        self.remove.clicked.connect(self.wants_removal)
        self._lay_out()
        self.show_record(record)

    def _evidence_spec(self) -> FieldSpec:
        words, id_ = self.shell.words, self.record.id
        ids = ", ".join(one.id for one in self.shell.project.session.project.evidence)
        return FieldSpec(
            place=f"{RECORDS}.{id_}.evidence",
            path=(RECORDS, id_, "evidence"),
            kind=QuestionKind.LIST.value,
            label=words("records.evidence"),
            hint=words("records.evidence_hint", ids=ids) if ids else words("records.evidence_none"),
        )

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 8, 12)
        box.setSpacing(4)
        for widget in (self.title, self.entered, self.late):
            box.addWidget(widget)
        for name, field in self.fields.items():
            box.addSpacing(BETWEEN)
            box.addWidget(self.needs[name])
            box.addWidget(field)
        for part in (self.evidence, self.said_missing):
            box.addSpacing(BETWEEN)
            box.addWidget(part)
        for note in (self.missing, self.said_rules, self.rules):
            box.addWidget(note)
        acts = QWidget(self)
        FlowLayout(acts).addWidget(self.remove)
        box.addSpacing(BETWEEN)
        box.addWidget(acts)
        box.addStretch(1)

    # ---- in step with the project ----------------------------------------------------------------

    def show_record(self, record: KeptRecord) -> None:
        """Show the record as it stands."""
        self.record = record
        engagement, words = self.shell.engagement, self.shell.words
        layout = self.shell.catalogue.record[record.type]
        self.title.setText(f"{words.of(layout.title)}: {about_record(record, engagement)}")
        self._show_entry(record)
        required = required_now(record, engagement)
        for name, field in self.fields.items():
            self.needs[name].setText(words("records.required" if name in required else "records.optional"))
            field.refresh()
        self.evidence.refresh()
        self.remove.setEnabled(not self.shell.project.session.is_read_only)
        self._show_missing(record)

    def _show_entry(self, record: KeptRecord) -> None:
        words = self.shell.words
        person = self.shell.engagement.person_name(record.entered_by)
        day = said_date(record.entered_on, words) if record.entered_on else ""
        text = words("records.entered" if person else "records.entered_alone", day=day, person=person) if day else ""
        if record.changed_on:
            text += words("records.changed", day=said_date(record.changed_on, words))
        self.entered.setText(text)
        late = days_late(record, self.shell.catalogue.record[record.type])
        self.late.setVisible(late is not None and late.is_late)
        if late is not None:
            self.late.setText(words("records.late", claimed=said_date(late.claimed, words), days=late.days))

    def _show_missing(self, record: KeptRecord) -> None:
        words, engagement = self.shell.words, self.shell.engagement
        layout = self.shell.catalogue.record[record.type]
        lacks = self.book.lacks(record, engagement)
        texts = [said_lack(one, layout, engagement) for one in lacks]
        key = "one" if len(texts) == 1 else "many"
        self.said_missing.setText(
            words(f"records.missing.{key}", count=len(texts)) if texts else words("records.complete")
        )
        self.missing.say(tuple(("medium", words.of(text)) for text in texts))

    # ---- the keyboard ----------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the keyboard into the first field that lacks something, else into the first."""
        lacking = [one.field for one in self.book.lacks(self.record, self.shell.engagement) if one.field in self.fields]
        name = lacking[0] if lacking else next(iter(self.fields))
        self.fields[name].take_focus()

    def focus_field(self, name: str) -> bool:
        """Put the keyboard into a field; return whether there is one."""
        if name in self.fields:
            self.fields[name].editor.first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return name in self.fields
