"""Which clients a batch is for: those of folders, of answers files and of the workspace, each of them once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.desk import ANSWERS_SUFFIXES
from soc2desk.domain.batching import Client, client_name
from soc2desk.domain.counted import counted
from soc2desk.domain.problems import UsageProblem
from soc2desk.storage.exercise_file import practised
from soc2desk.storage.file_errors import said_plainly
from soc2desk.storage.filing import read_filing
from soc2desk.storage.projects import found, is_project, project_folders

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from soc2desk.app.desk import Desk


def clients_at(desk: Desk, places: Sequence[str]) -> tuple[Client, ...]:
    """Return the clients of folders, answers files and projects of the workspace; those of the workspace for none.

    A link to a client that is among them already says so. Raises Problems for a place where there is no client:
    nothing has begun yet.
    """
    paths = [path for place in places for path in _paths_at(desk, place)] if places else [*_inside(desk.workspace)]
    if not paths:
        raise _nobody(desk.workspace)
    return _each_once(paths)


def _each_once(paths: Iterable[Path]) -> tuple[Client, ...]:
    """Return the client of each path. What is no link comes first, then links with a name that nobody else has."""
    given = tuple(paths)
    taken = {_name(path) for path in given if not path.is_symlink()}
    clients: dict[str, Client] = {}
    links = []
    for path in sorted(given, key=lambda one: (one.is_symlink(), one.is_symlink() and _name(one) in taken)):
        real, is_link = os.path.realpath(path), path.is_symlink()
        known = clients.get(real)
        one = Client(_name(path), Path(real), is_link=is_link, same_as=known.name if known else "")
        if known is None:
            clients[real] = one
        elif is_link:
            links.append(one)
    return (*clients.values(), *dict.fromkeys(links))


def _name(path: Path) -> str:
    return client_name(path, is_file=not path.is_dir())


def practice_left_out(desk: Desk, places: Sequence[str], clients: Iterable[Client]) -> int:
    """Return how many practice copies stand in these folders, or in the workspace for none, and are no clients here."""
    folders = [Path(place) for place in places] if places else [desk.workspace]
    inside = {os.path.realpath(one) for folder in folders if not is_project(folder) for one in _practice_in(folder)}
    return len(inside - {str(client.path) for client in clients})


def _practice_in(folder: Path) -> list[Path]:
    return [one for one in project_folders(folder) if practised(one)] if folder.is_dir() else []


def _paths_at(desk: Desk, place: str) -> Iterable[Path]:
    path = Path(place)
    if path.is_file() or is_project(path):
        return [path]
    if path.is_dir():
        return list(_inside(path)) or _raise(_nobody(path))
    if path.suffix.casefold() in ANSWERS_SUFFIXES or len(path.parts) > 1:
        return _raise(UsageProblem("There is nothing at this place.", where=place, hint="See that the path is right."))
    return [found(desk.workspace, place)]


def _inside(folder: Path) -> Iterator[Path]:
    """Yield the clients of a folder. Practice copies and the archive get packets where they are named themselves."""
    for one in project_folders(folder):
        if not practised(one) and not read_filing(one).archived:
            yield one
    if folder.is_dir():
        with said_plainly("The answers files cannot be listed.", folder):
            files = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        yield from (path for path in files if path.suffix.casefold() in ANSWERS_SUFFIXES and path.is_file())


def _nobody(folder: Path) -> UsageProblem:
    practice = len(_practice_in(folder))
    if practice:
        message = f"There is no client here, only {counted(practice, 'practice copy', 'practice copies')}."
        return UsageProblem(message, where=str(folder), hint="Name a practice copy itself to make its packet.")
    hint = "Name a folder of projects or answers files, or single ones."
    return UsageProblem("There is no project and no answers file.", where=str(folder), hint=hint)


def _raise(problem: UsageProblem) -> list[Path]:
    raise problem
