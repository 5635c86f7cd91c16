from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Look, plain
from soc2desk.document.registers.ground import Ground
from soc2desk.document.walk import runs_in
from soc2desk.packet.drawing import draw
from soc2desk.packet.index_page import index_page
from soc2desk.packet.plan import plan_files
from tests.composed import DAY, SAMPLES, after, of_sample, words

if TYPE_CHECKING:
    from soc2desk.document.blocks import Document
    from soc2desk.packet.compose import Composition
    from soc2desk.packet.plan import PlannedFile


def page_of(composition: Composition, reader: str = "auditor") -> tuple[tuple[PlannedFile, ...], Document]:
    files = plan_files(composition.documents, reader)
    return files, index_page(files, composition, Ground(composition.engagement, DAY.isoformat(), composition.clauses))


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_file_is_linked_once(sample: str) -> None:
    files, page = page_of(of_sample(sample))
    targets = [run.target for run in runs_in(page.blocks) if run.target]
    assert sorted(targets) == [f"./{file.path}" for file in files]
    drawn = draw("html", page, Look()).decode()
    assert sorted(re.findall(r'href="(\./[^"]+)"', drawn)) == sorted(targets)


def test_it_says_what_it_is_not() -> None:
    _, page = page_of(of_sample("tamarack"))
    said = words(page)
    assert "CPA" in said
    assert "AICPA" in said
    assert "certified" not in said.lower()
    assert "compliant" not in said.lower()


def test_it_counts_what_is_open_in_what_it_holds() -> None:
    _, sound = page_of(of_sample("tamarack"))
    _, page = page_of(after("tamarack", "company="))
    facts = {fact.label: plain(fact.runs) for fact in page.cover}
    assert int(facts["Open phrases"]) >= 1
    assert "Open phrases" not in {fact.label for fact in sound.cover}


def test_internal_papers_are_not_mentioned_to_the_auditor() -> None:
    _, page = page_of(of_sample("tamarack"))
    assert "Readiness" not in words(page)
    _, internal = page_of(of_sample("tamarack"), "internal")
    assert "Readiness" in words(internal)
