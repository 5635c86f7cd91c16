"""The piles of controls: a block for each control, told apart without colour, and the numbers those of the tables."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Audience, Picture, Table
from soc2desk.document.pictures.coverage import Pile, coverage
from soc2desk.domain.sketches import Lettering, Paint, Panel, Sketch
from soc2desk.domain.standing import Level
from tests.composed import catalogue, document, of_sample
from tests.document.pictures.flaws import flaws

PHRASES = catalogue().phrases
COUNTS = st.dictionaries(st.sampled_from(Level), st.integers(0, 40))
PILES = st.lists(
    st.builds(Pile, st.from_regex(r"[A-Z]{1,3}[0-9]{1,3}\.[0-9]{1,2}", fullmatch=True), COUNTS), min_size=1
)
NAMES = st.text("abcdé漢W ", min_size=1, max_size=60)
BLOCK = 14.0


def outlines(drawn: Sketch) -> list[Panel]:
    return [shape for shape in drawn.shapes if isinstance(shape, Panel) and shape.edge and shape.width == BLOCK]


def in_key(drawn: Sketch) -> set[float]:
    return {max(shape.y for shape in outlines(drawn))}


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(NAMES, PILES), min_size=1, max_size=5))
def test_no_words_meet_whatever_is_in_scope(categories: list[tuple[str, list[Pile]]]) -> None:
    assert flaws(coverage(categories, PHRASES)) == []


def test_there_are_as_many_blocks_as_controls_and_five_in_the_key() -> None:
    piles = [
        Pile("CC1.1", {Level.WRITTEN: 3, Level.NOT_SHOWN: 1}),
        Pile("CC1.2", {Level.EVIDENCED: 2}),
        Pile("A1.1", {}),
    ]
    drawn = coverage([("Security", piles)], PHRASES)
    assert len(outlines(drawn)) == 6 + len(Level)
    assert [shape.words for shape in drawn.shapes if isinstance(shape, Lettering) and shape.words in "420"] == [
        "4",
        "2",
        "0",
    ]


def test_levels_differ_by_how_much_of_a_block_is_filled() -> None:
    looks = set()
    for level in Level:
        drawn = coverage([("Security", [Pile("CC1.1", {level: 1})])], PHRASES)
        block = min(outlines(drawn), key=lambda shape: shape.y)
        filled = [s.width for s in drawn.shapes if isinstance(s, Panel) and s.fill is Paint.ACCENT and s.y == block.y]
        looks.add((block.dashed, *filled))
    assert len(looks) == len(Level)


def test_it_stands_in_the_report_for_the_team_and_says_what_its_tables_say() -> None:
    report = document(of_sample("brightwater"), "REG-RDY")
    assert report.audience is Audience.INTERNAL
    found = next(block for block in report.blocks if isinstance(block, Picture))
    assert found.points[1].startswith("Availability: A1.1 2 approved; A1.2 5 approved, 1 operating; A1.3")
    table = next(block for block in report.blocks if isinstance(block, Table) and block.id == "levels-availability")
    assert "".join(run.text for run in table.rows[1].cells[-2]) == "1"


def test_no_share_and_no_score_is_said() -> None:
    for found in (b for b in document(of_sample("brightwater"), "REG-RDY").blocks if isinstance(b, Picture)):
        assert "%" not in " ".join((found.said, *found.points))
