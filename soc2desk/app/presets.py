"""Presets: a firm's usual answers under a name, kept as a file, looked at before they are suggested to a project."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.duplicating import Fate, as_new_client, fate, said_of
from soc2desk.domain.answers import Practice
from soc2desk.domain.engagement import decide_engagement
from soc2desk.domain.problems import Problem, ProjectProblem, UsageProblem, nearest
from soc2desk.domain.questions import QuestionKind
from soc2desk.storage.codec_answers import NOTHING, SUGGESTED, answer_from, value_to_plain
from soc2desk.storage.places import preferences_file
from soc2desk.storage.preset_files import (
    ENDING,
    NameTaken,
    PresetFile,
    plain_name,
    preset_files,
    preset_path,
    read_preset_file,
    write_preset_file,
)
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from soc2desk.app.desk import Desk
    from soc2desk.app.session import Where
    from soc2desk.domain.answers import Answer
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.names import Stated
    from soc2desk.domain.project import Project
    from soc2desk.domain.questions import Question
    from soc2desk.reading.located import Plain

__all__ = ["ENDING", "Listed", "NameTaken", "PlannedAnswer", "Preset", "PresetPlan", "What", "find_preset",
           "list_presets", "open_preset", "plan_of_folder", "plan_preset", "preset_lines", "presets_folder",
           "save_preset", "save_preset_of", "suggest", "usual_answers", "usual_lines"]  # fmt: skip


@dataclass(frozen=True)
class Preset:
    """Usual answers by question, confirmed by nobody. `left_out` says what of the file cannot stand in a preset."""

    name: str
    answers: Mapping[str, Answer]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One preset of the folder, or why it cannot be read."""

    path: Path
    preset: Preset | None = None
    problem: Problem | None = None


class What(StrEnum):
    """What a preset would do to an answer. A confirmed one stays unless it is chosen by itself."""

    NEW = "new"
    CHANGED = "changed"
    CONFIRMED = "confirmed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class PlannedAnswer:
    """One answer before and after, in words; `before` is empty where nothing stands, be it that somebody said so."""

    question: str
    label: str
    before: str
    after: str
    what: What


@dataclass(frozen=True)
class PresetPlan:
    """What a preset would change in a project: nothing is written yet. `hidden` counts what is not asked here."""

    preset: Preset
    lines: tuple[PlannedAnswer, ...]
    hidden: int

    def of(self, what: What) -> tuple[PlannedAnswer, ...]:
        """Return the answers to which it would do one thing."""
        return tuple(line for line in self.lines if line.what is what)

    @property
    def usual(self) -> frozenset[str]:
        """The questions that are answered unless a person chooses otherwise."""
        return frozenset(line.question for line in self.lines if line.what in {What.NEW, What.CHANGED})

    def puts(self, chosen: Collection[str]) -> dict[Where, Plain]:
        """Return what taking the chosen answers writes, each as a suggestion, for one change of the project."""
        wanted = [line.question for line in self.lines if line.question in chosen and line.what is not What.SAME]
        return {("answers", one): _suggested(self.preset.answers[one]) for one in wanted}


def presets_folder(named: Path | None) -> Path:
    """Return where presets are kept: beside the preferences. `named` is the workspace given at the start."""
    return preferences_file(named).parent / "presets"


def save_preset(desk: Desk, folder: Path, project: Project, name: str, *, replacing: bool = False) -> Path:
    """Keep what is the firm's or usual of a project under a name, and return the file.

    Nothing of the client goes along, and no text in which its name stands. Raises ProjectProblem for a name that is
    taken or cannot be one, and for a project that has nothing of this kind.
    """
    answers = {one: _plain(answer) for one, answer in usual_answers(project, desk.catalogue).items()}
    if not answers:
        hint = "Answer how often reviews are done, for example, or who prepares the papers."
        raise ProjectProblem("There is nothing in this project that a preset could hold.", hint=hint)
    path = preset_path(folder, plain_name(name))
    write_preset_file(path, PresetFile(plain_name(name), answers), replacing=replacing)
    return path


def save_preset_of(desk: Desk, folder: Path, at: Path, name: str, *, replacing: bool = False) -> Path:
    """Keep what is the firm's or usual of the project in a folder. Raises Problems as save_preset does."""
    return save_preset(desk, folder, _project_in(desk, at), name, replacing=replacing)


def usual_lines(desk: Desk, at: Path) -> tuple[tuple[str, str], ...]:
    """Return in words what a preset of the project in a folder would hold. Raises Problems when it cannot be read."""
    return preset_lines(Preset("", usual_answers(_project_in(desk, at), desk.catalogue)), desk.catalogue)


def _project_in(desk: Desk, at: Path) -> Project:
    from soc2desk.storage.projects import open_folder

    return open_folder(at, desk.catalogue).project


def usual_answers(project: Project, catalogue: Catalogue) -> dict[str, Answer]:
    """Return the answers of a project that a preset of it would hold."""
    carried = as_new_client(project, catalogue).answers
    fitting = {one: answer for one, answer in carried.items() if may_stand(catalogue.questions[one])}
    return {one: answer for one, answer in fitting.items() if answer.value is not None}


def may_stand(question: Question) -> bool:
    """Return whether an answer may stand in a preset: it belongs to the firm or is usual, and is no picture."""
    return fate(question) is not Fate.CLEARED and question.kind is not QuestionKind.PICTURE


def list_presets(desk: Desk, folder: Path) -> tuple[Listed, ...]:
    """Return the presets of a folder by name; one that cannot be read stands there with its problem."""
    return tuple(_listed(desk, path) for path in preset_files(folder))


def _listed(desk: Desk, path: Path) -> Listed:
    try:
        return Listed(path, open_preset(desk, path))
    except Problem as problem:
        return Listed(path, problem=problem)


def find_preset(desk: Desk, folder: Path, named: str) -> Preset:
    """Return a preset by its name, or the one in a file. Raises Problems, naming the nearest."""
    if named.casefold().endswith(ENDING):
        return open_preset(desk, Path(named))
    known = {path.name.removesuffix(ENDING): path for path in preset_files(folder)}
    stem = preset_path(folder, plain_name(named)).name.removesuffix(ENDING)
    if stem not in known:
        hint = nearest(stem, known) or f"Save one first: soc2desk preset save PROJECT NAME. They are kept in {folder}."
        raise UsageProblem(f'There is no preset "{named}".', hint=hint)
    return open_preset(desk, known[stem])


def open_preset(desk: Desk, path: Path) -> Preset:
    """Return the preset in a file, read as a stranger's: what may not stand in one is left out, and told."""
    file = read_preset_file(path)
    answers, left_out = {}, []
    for name, raw in file.answers.items():
        try:
            answers[name] = _answer(name, raw if isinstance(raw, str) else [*raw], desk.catalogue)
        except NotFitting as unfit:
            left_out.append(f"{name} {unfit.message}")
    return Preset(file.name, answers, tuple(left_out))


def _answer(name: str, raw: Plain, catalogue: Catalogue) -> Answer:
    question = catalogue.questions.get(name)
    if question is None:
        raise NotFitting("is no question here.")
    if not may_stand(question):
        raise NotFitting("belongs to a client.")
    answer = answer_from(raw, question)
    if answer.value is None or answer.practice is not Practice.DONE:
        raise NotFitting("holds no value.")
    return answer


def preset_lines(preset: Preset, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return what a preset holds in words: each question with its answer, in the order of the questions."""
    questions = (one for one in catalogue.questions.values() if one.id in preset.answers)
    return tuple((one.label, said_of(preset.answers[one.id], one, catalogue)) for one in questions)


def plan_preset(desk: Desk, project: Project, preset: Preset) -> PresetPlan:
    """Return what a preset would change in a project, in the order of the questions."""
    names = decide_engagement(desk.catalogue, project, desk.today).names.stated
    asked = [one for one in desk.catalogue.questions.values() if one.id in preset.answers]
    shown = [one for one in asked if not names[one.id].hidden]
    lines = tuple(_planned(one, names[one.id], project, preset, desk.catalogue) for one in shown)
    return PresetPlan(preset, lines, len(asked) - len(shown))


def suggest(desk: Desk, at: Path, preset: Preset, chosen: Collection[str], label: str) -> int:
    """Suggest the chosen answers to the project in a folder, as one change that is undone in one step.

    Returns how many. Raises Problems when the project is open elsewhere or cannot be written; nothing is changed then.
    """
    from soc2desk.app.session import open_session

    session = open_session(desk, at)
    try:
        values = plan_preset(desk, session.project, preset).puts(chosen)
        if values:
            session.put(values, label)
            session.save()
        return len(values)
    finally:
        session.close()


def plan_of_folder(desk: Desk, at: Path, preset: Preset) -> PresetPlan:
    """Return what a preset would change in the project in a folder. Raises Problems when it cannot be read."""
    return plan_preset(desk, _project_in(desk, at), preset)


def _planned(
    question: Question, stated: Stated, project: Project, preset: Preset, catalogue: Catalogue
) -> PlannedAnswer:
    before, after = project.answers.get(question.id), preset.answers[question.id]
    # A question that may be left out counts as answered with nothing until somebody says more.
    stands = stated.answer if before is not None or (stated.answer and stated.answer.value is not None) else None
    # What was left empty is "None" in a document; beside the answer of a preset it would look like one.
    said = "" if stands is None or stands.value in (None, ()) else said_of(stands, question, catalogue)
    return PlannedAnswer(
        question.id, question.label, said, said_of(after, question, catalogue), _what(before, stated.answer, after)
    )


def _what(before: Answer | None, stands: Answer | None, after: Answer) -> What:
    if stands is not None and stands.value == after.value and stands.practice is Practice.DONE:
        return What.SAME
    if before is None:
        return What.NEW
    return What.CONFIRMED if before.confirmed else What.CHANGED


def _suggested(answer: Answer) -> Plain:
    written = _plain(answer)
    return {SUGGESTED: written if isinstance(written, str) else [*written]}


def _plain(answer: Answer) -> str | list[str]:
    written = NOTHING if answer.value is None else value_to_plain(answer.value)
    return [str(one) for one in written] if isinstance(written, list) else str(written)
