"""One field of a record: bound to its value, with the day of the change beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from soc2desk.app.record_form import known_lines
from soc2desk.desktop.fields.frame import FieldFrame
from soc2desk.desktop.fields.make import make_editor
from soc2desk.desktop.fields.practice import DONE
from soc2desk.desktop.fields.spec import PERSON, FieldSpec
from soc2desk.desktop.open_project import Draft
from soc2desk.desktop.records.editors import MomentEditor, OfferEditor, SignatureEditor
from soc2desk.desktop.records.lines_editor import LinesEditor
from soc2desk.desktop.rows.cells import offered
from soc2desk.domain.problems import ProjectProblem
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.app.record_form import FormColumn, FormField
    from soc2desk.app.session import Plain, Where
    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.records.lines_model import Choices
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.findings import Finding

RECORDS = "records"
KINDS = {
    "text": QuestionKind.TEXT.value,
    "long_text": QuestionKind.LONG_TEXT.value,
    "number": QuestionKind.TEXT.value,
    "date": QuestionKind.DATE.value,
    "choice": QuestionKind.CHOICE.value,
    "boolean": QuestionKind.YES_NO.value,
    "person": PERSON,
}
DATED = frozenset({"date", "datetime", "signature"})
"""Kinds of field that claim a day."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class EvidenceField(FieldFrame):
    """The pieces of evidence of a record, by id."""

    def puts(self, plain: Plain) -> dict[Where, Plain]:
        """Return the ids, and today as the day of the change."""
        record = self.spec.path[1]
        return {self.spec.path: plain, (RECORDS, record, "changed_on"): self.shell.desk.today.isoformat()}


class RecordField(FieldFrame):
    """A field of one record. A day of what was done cannot lie ahead; each change sets the day of the change."""

    def __init__(self, shell: Shell, record: str, field: FormField, parent: QWidget) -> None:
        self.record, self.field = record, field
        spec = FieldSpec(
            place=f"{RECORDS}.{record}.{field.name}",
            path=(RECORDS, record, "values", field.name),
            kind=KINDS.get(field.kind, field.kind),
            label=field.label,
            hint=field.help,
            choices=field.choices,
        )
        super().__init__(shell, spec, parent)

    def _make_editor(self) -> Editor:
        shell, words, field = self.shell, self.shell.words, self.field
        match field.kind:
            case "table":
                editor = LinesEditor(self, field, {one.name: self._choices(one) for one in field.columns}, words)
                editor.known = self._known
                return editor
            case "signature":
                return SignatureEditor(self, offered(PERSON, shell), shell.desk.today, words)
            case "datetime":
                return MomentEditor(self)
            case "person":
                return OfferEditor(self, offered(PERSON, shell))
            case "text" if len(field.offers) > 1:
                return OfferEditor(self, tuple((one, one) for one in field.offers))
        return make_editor(self.spec, shell, self)

    def _choices(self, column: FormColumn) -> Choices:
        words = self.shell.words
        match column.kind:
            case "person":
                return offered(PERSON, self.shell)
            case "boolean":
                return tuple((id_, words(f"field.{id_}")) for id_ in ("yes", "no"))
        return column.choices

    def _known(self) -> list[dict[str, str]]:
        plain = self.shell.project.session.plain.get(RECORDS)
        record = plain.get(self.record) if isinstance(plain, dict) else None
        layout = self.shell.catalogue.record[str(record["type"])] if isinstance(record, dict) else None
        lines = known_lines(layout, self.field.name, self.shell.engagement) if layout else []
        return [{name: str(cell) for name, cell in line.items()} for line in lines]

    # ---- from the project ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the record as it stands, except what is being typed or waits to be mended."""
        if self._pause.isActive() or self._problem is not None:
            return
        kept = self.shell.project.drafts.get(self.spec.place)
        if kept is not None:
            self._problem = kept.problem
        self._show(kept.value if kept else self.stored(), DONE, "")
        if kept is not None:
            self._say_findings()

    def findings(self) -> tuple[Finding, ...]:
        """Return nothing: what a record lacks is listed below it."""
        return ()

    # ---- to the project --------------------------------------------------------------------------

    def commit(self) -> None:
        """Give the value to the record; a day that has not come waits to be mended."""
        day = self._day_ahead()
        if not day:
            super().commit()
            return
        self._stop_waiting()
        words = self.shell.words
        self._problem = ProjectProblem(words("records.ahead", day=day), hint=words("records.ahead_hint"))
        self.shell.project.keep_draft(self.spec.place, Draft(self.editor.value(), DONE, "", self._problem))

    def _day_ahead(self) -> str:
        """Return a day that says what was done and lies ahead; empty for none."""
        value, today = self.editor.value(), self.shell.desk.today.isoformat()
        days: list[str] = []
        if isinstance(value, list):
            dated = [one.name for one in self.field.columns if one.is_done and one.kind in {"date", "datetime"}]
            days = [str(line.get(name) or "") for line in value if isinstance(line, dict) for name in dated]
        elif isinstance(value, dict):
            days = [str(value.get("on") or "")]
        elif self.field.is_done and self.field.kind in {"date", "datetime"}:
            days = [str(value or "")]
        return next((day[:10] for day in days if _DAY.match(day) and day[:10] > today), "")

    def puts(self, plain: Plain) -> dict[Where, Plain]:
        """Return the value, and today as the day of the change; a day or a signature was said today too."""
        today = self.shell.desk.today.isoformat()
        made: dict[Where, Plain] = {self.spec.path: plain, (RECORDS, self.record, "changed_on"): today}
        if self.field.kind in DATED:
            made[RECORDS, self.record, "said_on", self.field.name] = today if plain else None
        return made

    def change_name(self) -> str:
        """Return what a change is called: what of which record."""
        return self.shell.words("records.change", field=self.field.label)

    def entered(self) -> None:
        """Leave the preview as it is: no document prints a record."""
