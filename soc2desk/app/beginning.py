"""A new packet: a project that begins with the company's name and the brand of whoever prepares it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from soc2desk.app.logo import FIRM_LOGO, picture_at
from soc2desk.app.session import read_plain
from soc2desk.domain.problems import FileProblem, ProjectProblem
from soc2desk.storage.pictures import check_picture
from soc2desk.storage.projects import create

if TYPE_CHECKING:
    from collections.abc import Mapping

    from soc2desk.app.desk import Desk
    from soc2desk.app.preferences import Preferences
    from soc2desk.app.session import Plain
    from soc2desk.storage.projects import Pictures


def begin(desk: Desk, company: str, preferences: Preferences, given: Mapping[str, Plain] | None = None) -> Path:
    """Create a project for a company and return its folder; `given` are first answers in the form of a file.

    Raises ProjectProblem for a name that is empty, taken or cannot be used, FileProblem.
    """
    name = company.strip()
    if not name:
        raise ProjectProblem("A packet needs the name of the company it is about.")
    brand = {name: getattr(preferences, name) for name in ("prepared_by", "accent_color", "document_look")}
    known: dict[str, Plain] = {question: value for question, value in brand.items() if value}
    answers: dict[str, Plain] = {"company": name, **known, **(given or {})}
    # Read as a file is, so that what is written here can be opened again.
    project = read_plain({"format": "1", "answers": answers}, desk)
    folder = create(desk.workspace, name, project, desk.catalogue, _pictures(preferences))
    if preferences.usual_brand:
        from soc2desk.app.brands import begin_with_usual

        begin_with_usual(desk, folder, preferences)
    return folder


def _pictures(preferences: Preferences) -> Pictures:
    """Return the logo of the firm; one that is gone or cannot be used keeps nobody from beginning."""
    if not preferences.firm_logo:
        return {}
    with suppress(FileProblem):
        raw = picture_at(Path(preferences.firm_logo))
        check_picture(raw)
        return {FIRM_LOGO: raw}
    return {}
