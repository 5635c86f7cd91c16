"""What the page of documents says of a document or a section, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.app.document_rows import Standing
from soc2desk.desktop.dates import said_date

if TYPE_CHECKING:
    from soc2desk.app.document_rows import DocumentRow, NotNeeded
    from soc2desk.app.section_rows import SectionRow
    from soc2desk.desktop.words import Words

DOT = " \u00b7 "


def counted(key: str, count: int, words: Words, **values: object) -> str:
    """Return a sentence that has a form for one and a form for many."""
    return words(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)


def standing_words(standing: Standing, words: Words) -> str:
    """Return what a state is called in the filter."""
    return words(f"documents.standing.{standing}")


def state_words(row: DocumentRow, words: Words) -> str:
    """Return where a document stands, in a sentence."""
    if row.not_needed is not None:
        return reason_words(row.not_needed, words)
    day = said_date(row.on, words) if row.on else ""
    return words(f"documents.state.{row.standing}", name=row.by or words("documents.nobody"), day=day)


def reason_words(reason: NotNeeded, words: Words) -> str:
    """Return why a document is not made here."""
    return words(f"documents.not_needed.{reason.why}", names=", ".join(reason.names))


def owner_words(row: DocumentRow, words: Words) -> str:
    """Return who owns a document, empty for one that nobody owns by role."""
    if not row.role:
        return ""
    return words("documents.owner", role=row.role, name=row.owner or words("documents.nobody"))


def under_words(row: DocumentRow, words: Words, *, unkept: bool) -> str:
    """Return the second line of a row: kind, owner, state, and what else there is to know."""
    parts = [words(f"documents.kind.{row.kind}")]
    if row.role:
        parts.append(row.owner or words("documents.nobody"))
    parts.append(state_words(row, words))
    if row.open:
        parts.append(counted("documents.open_phrases", row.open, words))
    if row.reworded and row.standing is not Standing.EDITED:
        parts.append(counted("documents.reworded", row.reworded, words))
    if unkept:
        parts.insert(0, words("documents.unkept"))
    return DOT.join(parts)


def section_words(row: SectionRow, words: Words, *, unkept: bool) -> str:
    """Return what there is to know of a section, empty for nothing."""
    parts = [words("documents.section.unkept")] if unkept else []
    if row.is_gone:
        parts.append(words("documents.section.gone"))
    elif row.problem:
        parts.append(words("documents.section.unusable"))
    elif row.is_reworded:
        parts.append(words("documents.section.own"))
    if row.template_changed and not row.is_gone:
        parts.append(words("documents.section.template_changed"))
    if row.open:
        parts.append(counted("documents.open_phrases", row.open, words))
    if not row.number and not row.is_gone:
        parts.append(words("documents.section.not_printed"))
    return DOT.join(parts)
