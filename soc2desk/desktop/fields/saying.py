"""A problem of one value, said about the field in which it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soc2desk.desktop.fields.spec import FieldSpec
    from soc2desk.desktop.shell import Shell
    from soc2desk.domain.problems import Problem


def said(problem: Problem, spec: FieldSpec, shell: Shell, *, still: bool) -> str:
    """Return the sentence for a field whose value cannot be taken; `still` says that an earlier one stands."""
    own = f"{'.'.join(spec.path)} "
    if problem.message.startswith(own):
        sentence = shell.words("field.misfit", rest=problem.message.removeprefix(own))
    else:
        sentence = _named(problem.message, shell)
    parts = (sentence, problem.hint or "", shell.words("field.still") if still else "")
    return " ".join(part for part in parts if part)


def _named(message: str, shell: Shell) -> str:
    """Call another question, or another column of a row, by its words where a message names it by its path."""
    path, _, rest = message.partition(" ")
    question = shell.catalogue.questions.get(path.removeprefix("answers."))
    called = question.label if question else _column(path, shell)
    return shell.words("field.misfit_other", question=called, rest=rest) if called else message


def _column(path: str, shell: Shell) -> str:
    table, _, column = path.partition(".")
    words = shell.catalogue.table.get(table)
    found = (one.label for one in words.columns if one.id == column.rpartition(".")[2]) if words else ()
    return next(iter(found), "")
