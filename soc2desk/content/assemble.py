"""The catalogue from its source files: read, joined with its words, and every reference checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.content.found import read_sheets
from soc2desk.content.names import derived_names
from soc2desk.content.read_controls import read_controls
from soc2desk.content.read_criteria import read_criteria
from soc2desk.content.read_interview import read_pages
from soc2desk.content.read_library import (
    baseline_by_control,
    read_baseline,
    read_findings,
    read_policies,
    read_populations,
    read_records,
    read_requests,
    read_rows,
)
from soc2desk.content.read_words import read_words
from soc2desk.content.rows import ContentRow
from soc2desk.content.templates import read_partials, read_templates
from soc2desk.domain.catalogue import Catalogue
from soc2desk.reading.convert import raise_all

if TYPE_CHECKING:
    from soc2desk.content.found import Files, Known
    from soc2desk.domain.problems import Problem


def assemble(files: Files, language: str) -> Catalogue:
    """Return the catalogue the files hold. Raises ContentProblem, or SeveralProblems, each with file and line."""
    problems: list[Problem] = []
    known: Known = {}
    names = derived_names()
    texts, phrases = read_words(files, language, problems)
    about = read_sheets(files, "resources/content.yaml", ContentRow, "file")[0].content
    categories, criteria, skill_areas = read_criteria(files, texts, known, problems)
    pages = read_pages(files, texts, phrases, names, problems)
    found = read_rows(files, known, problems)
    families, roles, controls = read_controls(files, texts, known, names, baseline_by_control(found), problems)
    catalogue = Catalogue(
        version=about.version,
        edition=about.edition,
        categories=categories,
        criteria=criteria,
        skill_areas=skill_areas,
        families=families,
        roles=roles,
        controls=controls,
        requests=read_requests(found, texts, known, problems),
        populations=read_populations(found, texts, controls, problems),
        policies=read_policies(found, texts, known, problems),
        records=read_records(found, texts, known, controls, problems),
        baseline=read_baseline(found, texts, known, problems),
        pages=pages,
        findings=read_findings(found, texts, known, problems),
        phrases=phrases,
        templates=read_templates(files, known, names, problems),
        partials=read_partials(files),
    )
    raise_all(problems)
    return catalogue
