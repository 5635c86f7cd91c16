"""Which field a kind of question gets. A new kind is an editor and its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.desktop.dates import said_date
from soc2desk.desktop.fields.choice import FEW, ComboEditor, ManyEditor, RadioEditor
from soc2desk.desktop.fields.colour import ColourEditor
from soc2desk.desktop.fields.look import LookEditor
from soc2desk.desktop.fields.number import DateEditor, DurationEditor, NumberEditor
from soc2desk.desktop.fields.picture import PictureEditor
from soc2desk.desktop.fields.spec import PERSON, SYSTEM, VENDOR
from soc2desk.desktop.fields.text import ListEditor, LongTextEditor, TextEditor
from soc2desk.domain.answers import DURATION_UNITS
from soc2desk.domain.questions import QuestionKind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from soc2desk.desktop.fields.editor import Editor
    from soc2desk.desktop.fields.spec import FieldSpec
    from soc2desk.desktop.shell import Shell


COLOURS = (("answers", "accent_color"), ("answers", "second_color"))
"""The questions for colours; words stand in the first alone."""
LOOK = ("answers", "document_look")


def make_editor(spec: FieldSpec, shell: Shell, parent: QWidget) -> Editor:
    """Return the field for a spec."""
    special = _of_brand(spec, shell, parent) or _measure(spec, shell, parent)
    return special or _chooser(spec, shell, parent) or _writing(spec, shell, parent)


def _of_brand(spec: FieldSpec, shell: Shell, parent: QWidget) -> Editor | None:
    if spec.path == LOOK:
        return LookEditor(shell, parent, spec.choices)
    return ColourEditor(shell, parent, bears_words=spec.path == COLOURS[0]) if spec.path in COLOURS else None


def _measure(spec: FieldSpec, shell: Shell, parent: QWidget) -> Editor | None:
    words = shell.words
    match spec.kind:
        case QuestionKind.NUMBER:
            return NumberEditor(parent, spec.unit)
        case QuestionKind.DURATION:
            units = tuple((unit, words(f"field.unit.{unit.replace(' ', '_')}")) for unit in DURATION_UNITS)
            return DurationEditor(parent, units)
        case QuestionKind.DATE:
            return DateEditor(parent, lambda day: said_date(day, words), words("field.calendar"))
    return None


def _writing(spec: FieldSpec, shell: Shell, parent: QWidget) -> Editor:
    match spec.kind:
        case QuestionKind.LONG_TEXT:
            return LongTextEditor(parent)
        case QuestionKind.LIST:
            return ListEditor(parent, shell.words("field.one_a_line"))
        case QuestionKind.PICTURE:
            return PictureEditor(shell, parent, spec.path[-1])
    return TextEditor(parent)


def _chooser(spec: FieldSpec, shell: Shell, parent: QWidget) -> Editor | None:
    words = shell.words
    match spec.kind:
        case QuestionKind.YES_NO:
            yes, no, later = ((id_, words(f"field.{id_.replace(' ', '_')}")) for id_ in ("yes", "no", "not yet"))
            offered, kept = ((yes, no, later), ()) if spec.is_promise else ((yes, no), (later,))
            return RadioEditor(parent, offered, kept)
        case QuestionKind.MANY:
            return ManyEditor(parent, spec.choices)
        case QuestionKind.CHOICE if len(spec.choices) <= FEW:
            return RadioEditor(parent, spec.choices)
        case QuestionKind.CHOICE | QuestionKind.CADENCE:
            is_short = spec.kind == QuestionKind.CADENCE
            return ComboEditor(parent, spec.choices, words("field.choose"), is_short=is_short)
        case _ if spec.kind in {PERSON, VENDOR, SYSTEM}:
            return ComboEditor(parent, spec.choices, words("field.nobody" if spec.kind == PERSON else "field.none"))
    return None
