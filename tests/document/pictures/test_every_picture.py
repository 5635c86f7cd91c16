"""Every picture of every sample and of the companies that are hard to write for: no words meet, nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Chart, Picture
from soc2desk.renderers.chart_sketch import chart_sketches
from tests.composed import SAMPLES, of_sample
from tests.document.pictures.flaws import flaws, words_of
from tests.engaged import ENGAGEMENTS, of_engagement
from tests.thorough import some_of

if TYPE_CHECKING:
    from soc2desk.domain.sketches import Sketch
    from soc2desk.packet.compose import Composition

DRAWN = {"RPT-SYS", "REG-PPL", "REG-RSK", "REG-SCH", "REG-RDY"}
HARD = tuple(sorted(ENGAGEMENTS, key=lambda name: name != "inclusive"))


def pictures(made: Composition) -> dict[str, list[Picture]]:
    blocks = ((one.id, block) for one in made.documents for block in one.blocks if isinstance(block, Picture))
    found: dict[str, list[Picture]] = {}
    for document, block in blocks:
        found.setdefault(document, []).append(block)
    return found


def charts(made: Composition) -> list[Sketch]:
    blocks = [block for one in made.documents for block in one.blocks if isinstance(block, Chart)]
    return [drawn for block in blocks for drawn in chart_sketches(block, 690.0, 380.0)]


def faults(made: Composition) -> list[str]:
    drawn = [one.sketch for found in pictures(made).values() for one in found]
    return [fault for sketch in (*drawn, *charts(made)) for fault in flaws(sketch)]


@pytest.mark.parametrize("name", some_of(SAMPLES, 4))
def test_the_pictures_of_a_sample_are_whole_and_all_there(name: str) -> None:
    made = of_sample(name)
    assert set(pictures(made)) == DRAWN
    assert faults(made) == []


@pytest.mark.parametrize("name", some_of(HARD, 20))
def test_the_pictures_of_a_company_that_is_hard_to_write_for_are_whole(name: str) -> None:
    assert faults(of_engagement(name)) == []


def test_every_picture_says_in_words_what_it_shows_and_nothing_in_two_of_them_is_the_same() -> None:
    made = of_sample("brightwater")
    every = [one for found in pictures(made).values() for one in found]
    assert all(one.said and words_of(one.sketch) and one.id for one in every)
    assert len({one.title for one in every}) == len(every)
