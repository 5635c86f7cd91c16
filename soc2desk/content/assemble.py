"""The catalogue from its source files: read, joined with its words, and every reference checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from soc2desk.content.found import read_sheets
from soc2desk.content.front_matter import read_partials, read_templates
from soc2desk.content.joining import Reading
from soc2desk.content.read_controls import read_controls
from soc2desk.content.read_criteria import read_criteria
from soc2desk.content.read_exercises import read_practice
from soc2desk.content.read_interview import read_pages
from soc2desk.content.read_law import read_laws
from soc2desk.content.read_library import (
    baseline_by_control,
    read_baseline,
    read_findings,
    read_policies,
    read_populations,
    read_recipes,
    read_requests,
    read_risks,
    read_rows,
)
from soc2desk.content.read_records import read_records
from soc2desk.content.read_schedule import read_milestones
from soc2desk.content.read_tables import read_tables, read_terms
from soc2desk.content.read_teaching import read_teaching
from soc2desk.content.read_words import read_words
from soc2desk.content.rows import ContentRow
from soc2desk.domain.catalogue import Catalogue
from soc2desk.domain.policies import LESSON
from soc2desk.reading.convert import raise_all

if TYPE_CHECKING:
    from soc2desk.content.found import Files
    from soc2desk.domain.policies import Partial, Template
    from soc2desk.domain.problems import Problem


def assemble(files: Files, language: str) -> Catalogue:
    """Return the catalogue the files hold. Raises ContentProblem, or SeveralProblems, each with file and line."""
    problems: list[Problem] = []
    reading = Reading(files, *read_words(files, language, problems), problems=problems)
    about = read_sheets(files, "resources/content.yaml", ContentRow, "file")[0].content
    categories, criteria, skill_areas = read_criteria(reading)
    # The pages of the interview name tables, so these are read first.
    tables, pages = read_tables(reading), read_pages(reading)
    found = read_rows(reading)
    families, roles, controls = read_controls(reading, baseline_by_control(found))
    catalogue = Catalogue(
        version=about.version,
        edition=about.edition,
        categories=categories,
        criteria=criteria,
        skill_areas=skill_areas,
        families=families,
        roles=roles,
        controls=controls,
        requests=read_requests(found, reading),
        populations=read_populations(found, controls, reading),
        recipes=read_recipes(found, reading),
        policies=read_policies(found, reading),
        records=read_records(found, controls, reading),
        baseline=read_baseline(found, reading),
        pages=pages,
        findings=read_findings(found, reading),
        phrases=reading.phrases,
        **_written(reading),
        tables=tables,
        laws=read_laws(reading),
        terms=read_terms(reading, frozenset(one.id for page in pages for one in page.questions)),
        risks=read_risks(found, reading),
        milestones=read_milestones(reading),
        teaching=read_teaching(pages, reading),
        **read_practice(reading),
    )
    raise_all(problems)
    return catalogue


class _Written(TypedDict):
    templates: tuple[Template, ...]
    lessons: tuple[Template, ...]
    partials: tuple[Partial, ...]


def _written(reading: Reading) -> _Written:
    """Lessons are kept apart: no packet may hold one."""
    templates = read_templates(reading)
    return {
        "templates": tuple(one for one in templates if one.kind != LESSON),
        "lessons": tuple(one for one in templates if one.kind == LESSON),
        "partials": read_partials(reading.files),
    }
