"""Brands of a firm under names: kept from a project, put on others, handed on as one file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.duplicating import says_client
from soc2desk.app.logo import FIRM_LOGO, logo_file_of, save_with_pictures
from soc2desk.domain.answers import Practice
from soc2desk.domain.problems import Problem, ProjectProblem, UsageProblem, nearest
from soc2desk.storage.brand_files import (
    ENDING,
    BrandFile,
    brand_files,
    brand_path,
    drop_brand_file,
    read_brand_file,
    write_brand_file,
)
from soc2desk.storage.codec_answers import answer_from
from soc2desk.storage.lock import written_alone
from soc2desk.storage.pictures import check_picture
from soc2desk.storage.places import preferences_file
from soc2desk.storage.preset_files import plain_name
from soc2desk.storage.style_files import keep_style
from soc2desk.storage.values import NotFitting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.desk import Desk, Source
    from soc2desk.app.preferences import Preferences, Settings
    from soc2desk.domain.answers import Answer
    from soc2desk.domain.catalogue import Catalogue
    from soc2desk.domain.questions import Question
    from soc2desk.storage.projects import Stored

ANSWERED = (
    "prepared_by", "document_look", "accent_color", "second_color", "document_font", "footer_line", "confidential_mark",
)  # fmt: skip
"""The questions whose answers a brand holds: what one firm's paper has in common."""
STYLE = "style"


@dataclass(frozen=True)
class Brand:
    """A brand that was looked at: answers by question, a logo that can be drawn, a ground for Word documents.

    `left_out` says what of the file cannot stand in a brand.
    """

    name: str
    answers: Mapping[str, Answer]
    firm_logo: bytes = b""
    style: bytes = b""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One brand of the folder, or why it cannot be read."""

    path: Path
    name: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """What a brand put into a project, and what the project has of its own and keeps."""

    put: tuple[str, ...]
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One part of a brand beside what a project has: `part` is a question, the logo or the style.

    `is_put` tells that the brand's would stand in the project.
    """

    part: str
    label: str
    before: str
    after: str
    is_put: bool


def brands_folder(named: Path | None) -> Path:
    """Return where brands are kept: beside the preferences. `named` is the workspace given at the start."""
    return preferences_file(named).parent / "brands"


def save_brand(folder: Path, source: Source, name: str, *, replacing: bool = False) -> Path:
    """Keep the brand of a project under a name, and return the file. A text in which the client's name stands stays.

    Raises ProjectProblem for a name that is taken or cannot be one and for a project without a brand, FileProblem.
    """
    from soc2desk.app.house_style import style_of

    given = source.project.answers
    said = {one: given[one] for one in ANSWERED if one in given and _says_something(given[one])}
    answers = {one: str(answer.value) for one, answer in said.items() if not says_client(source.project, answer)}
    logo = logo_file_of(source, FIRM_LOGO)
    made = BrandFile(plain_name(name), answers, logo, style_of(source))
    if not (made.answers or made.firm_logo or made.style):
        hint = "Answer the page Look of the documents first, or give it a logo."
        raise ProjectProblem("This project has no brand that could be kept.", hint=hint)
    path = brand_path(folder, made.name)
    write_brand_file(path, made, replacing=replacing)
    return path


def list_brands(folder: Path) -> tuple[Listed, ...]:
    """Return the brands of a folder by the names of their files; one that cannot be read says why."""
    return tuple(map(_listed, brand_files(folder)))


def find_brand(folder: Path, named: str) -> Path:
    """Return the file of a brand by its name, or the file that was named. Raises UsageProblem, naming the nearest."""
    if named.casefold().endswith(ENDING):
        return Path(named)
    known = {path.name.removesuffix(ENDING): path for path in brand_files(folder)}
    stem = brand_path(folder, plain_name(named)).name.removesuffix(ENDING)
    if stem not in known:
        hint = nearest(stem, known) or f"Save one first: soc2desk brand save PROJECT NAME. They are kept in {folder}."
        raise UsageProblem(f'There is no brand "{named}".', hint=hint)
    return known[stem]


def open_brand(catalogue: Catalogue, path: Path) -> Brand:
    """Return the brand in a file, read as a stranger's: its picture is looked at, its Word file taken apart.

    Raises FileProblem or ProjectProblem for a file, picture or Word file that cannot be used.
    """
    from soc2desk.renderers.docx_reference import reference_from

    file = read_brand_file(path)
    answers, left_out = dict[str, "Answer"](), []
    for name, raw in file.answers.items():
        try:
            answers[name] = _answer(name, raw, catalogue)
        except NotFitting as unfit:
            left_out.append(f"{name} {unfit.message}")
    if file.firm_logo:
        check_picture(file.firm_logo)
    style = reference_from(file.style).base if file.style else b""
    return Brand(file.name, answers, file.firm_logo, style, tuple(left_out))


def apply_brand(desk: Desk, folder: Path, brand: Brand, *, replacing: bool = False) -> Applied:
    """Put a brand into a project. What the project has of its own stays, unless it is to be replaced.

    Raises Problems when the project is open elsewhere or cannot be written.
    """
    from soc2desk.storage.projects import open_folder

    stored = open_folder(folder, desk.catalogue)
    given = stored.project.answers
    parts = _parts(brand)
    has_own = _own_of(stored)
    put = tuple(one for one in parts if replacing or one not in has_own)
    answers = {**given, **{one: answer for one, answer in brand.answers.items() if one in put}}
    pictures = {FIRM_LOGO: brand.firm_logo} if FIRM_LOGO in put else {}
    save_with_pictures(desk, stored, replace(stored.project, answers=answers), pictures)
    if STYLE in put:
        with written_alone(folder):
            keep_style(folder, brand.style)
    same = {one for one, answer in brand.answers.items() if given.get(one) == answer}
    return Applied(put, tuple(one for one in parts if one not in put and one not in same))


def foresee(desk: Desk, folder: Path, brand: Brand, *, replacing: bool = False) -> tuple[Foreseen, ...]:
    """Return what apply_brand would change in a project, and what it would leave; what both say alike is left out.

    Raises Problems when the project cannot be read.
    """
    from soc2desk.storage.projects import open_folder

    stored = open_folder(folder, desk.catalogue)
    given, has_own = stored.project.answers, _own_of(stored)
    seen = []
    for one in _parts(brand):
        question = desk.catalogue.questions.get(one)
        before, after = (_told(answers.get(one), question) for answers in (given, brand.answers))
        if one not in brand.answers or before != after:
            seen.append(
                Foreseen(one, question.label if question else "", before, after, replacing or one not in has_own)
            )
    return tuple(seen)


def hand_on(path: Path, target: Path, *, replacing: bool = False) -> None:
    """Write a brand to a file of its own, for another computer. Raises ProjectProblem, FileProblem."""
    if not target.name.endswith(ENDING):
        raise UsageProblem(f"The file of a brand ends in {ENDING}.", where=str(target), hint="Give it that ending.")
    write_brand_file(target, read_brand_file(path), replacing=replacing)


def take_brand(catalogue: Catalogue, folder: Path, path: Path, *, replacing: bool = False) -> tuple[Path, Brand]:
    """Keep a brand from another computer, with what of it can be used. Raises Problems as open_brand does."""
    brand = open_brand(catalogue, path)
    answers = {one: str(answer.value) for one, answer in brand.answers.items()}
    target = brand_path(folder, brand.name)
    made = BrandFile(brand.name, answers, brand.firm_logo, brand.style)
    write_brand_file(target, made, replacing=replacing)
    return target, brand


def drop_brand(path: Path) -> None:
    """Take the file of a brand away. Raises FileProblem."""
    drop_brand_file(path)


def remove_brand(settings: Settings, path: Path) -> Settings:
    """Take a brand away; projects that wear it stay as they are. It is then no longer the usual one."""
    drop_brand(path)
    return with_usual(settings, None) if settings.preferences.usual_brand == str(path) else settings


def with_usual(settings: Settings, path: Path | None) -> Settings:
    """Return settings in which new projects begin with a brand, or with none. Raises FileProblem."""
    return settings.keep(replace(settings.preferences, usual_brand=str(path) if path else ""))


def begin_with_usual(desk: Desk, folder: Path, preferences: Preferences) -> bool:
    """Put the usual brand on a new project, and tell whether it is there; one that is gone keeps nobody from it."""
    if not preferences.usual_brand:
        return False
    with suppress(Problem):
        apply_brand(desk, folder, open_brand(desk.catalogue, Path(preferences.usual_brand)), replacing=True)
        return True
    return False


def _says_something(answer: Answer) -> bool:
    return answer.value is not None and answer.practice is Practice.DONE


def _parts(brand: Brand) -> tuple[str, ...]:
    return (*brand.answers, *([FIRM_LOGO] if brand.firm_logo else []), *([STYLE] if brand.style else []))


def _own_of(stored: Stored) -> set[str]:
    """Return what a project has of its own: what was only suggested to it is nobody's word."""
    from soc2desk.app.house_style import has_style_in

    own = {one for one, answer in stored.project.answers.items() if answer.confirmed and _says_something(answer)}
    return own | ({STYLE} if has_style_in(stored.folder) else set())


def _told(answer: Answer | None, question: Question | None) -> str:
    if answer is None or question is None or not _says_something(answer):
        return ""
    return " ".join(question.choice_label(str(answer.value)).split())


def _listed(path: Path) -> Listed:
    try:
        return Listed(path, read_brand_file(path).name)
    except Problem as problem:
        return Listed(path, problem=problem)


def _answer(name: str, raw: str, catalogue: Catalogue) -> Answer:
    question = catalogue.questions.get(name)
    if question is None or name not in ANSWERED:
        raise NotFitting("cannot stand in a brand.")
    answer = answer_from(raw, question)
    if not _says_something(answer):
        raise NotFitting("holds no value.")
    return answer
