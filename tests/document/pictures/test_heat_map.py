"""The grid of risks: each stands in the field of its rating, by a number that its name bears."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.heat_map import PlacedRisk, heat_map
from soc2desk.domain.sketches import Lettering, Paint, Panel
from tests.composed import after, catalogue, document, of_sample
from tests.document.pictures.flaws import flaws, words_of

NAMES = st.text("abcdefghijklm WÉ漢", min_size=1, max_size=60).map(lambda words: words.strip() or "One")
RATED = st.lists(st.tuples(NAMES, st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=40)


def picture() -> Picture:
    return next(block for block in document(of_sample("brightwater"), "REG-RSK").blocks if isinstance(block, Picture))


@settings(max_examples=25, deadline=None)
@given(RATED)
def test_no_words_meet_whatever_the_risks_are_called(rated: list[tuple[str, int, int]]) -> None:
    risks = [PlacedRisk(at, *one) for at, one in enumerate(rated, 1)]
    assert flaws(heat_map(risks, catalogue().phrases)) == []


def test_a_risk_stands_in_the_field_of_its_likelihood_and_impact() -> None:
    drawn = heat_map([PlacedRisk(7, "Flood", 4, 5)], catalogue().phrases)
    fields = [s for s in drawn.shapes if isinstance(s, Panel) and s.fill is Paint.PALE_BAD and s.width > 20]
    # Of the fields with a high score the one at the top has the second column from the right.
    field = sorted((one for one in fields if one.y == min(f.y for f in fields)), key=lambda one: one.x)[-2]
    disc = next(s for s in drawn.shapes if isinstance(s, Panel) and s.fill is Paint.PAPER)
    assert field.x < disc.x < field.x + field.width
    assert field.y < disc.y < field.y + field.height


def test_many_in_one_field_are_counted() -> None:
    risks = [PlacedRisk(at, f"Risk {at}", 3, 3) for at in range(1, 21)]
    signs = {s.words for s in heat_map(risks, catalogue().phrases).shapes if isinstance(s, Lettering)}
    assert "+6" in signs


def test_every_band_is_named_with_its_scores_also_without_a_risk() -> None:
    said = " ".join(box.what for box in words_of(picture().sketch))
    assert "High, 13 to 25" in said
    assert "Low, 1 to 4" in said
    assert "no risk rated here" in said


def test_what_is_said_instead_counts_and_names_what_is_rated() -> None:
    assert "13 rated risks" in picture().said
    assert "5 high, 8 medium, 0 low" in picture().said
    assert len(picture().points) == 13
    assert picture().points[0] == "1. A stolen password opens a staff account: likelihood 4, impact 4, score 16, high"


def test_what_nobody_rated_stands_on_no_field() -> None:
    made = after("brightwater", "risks.stolen-password.likelihood=")
    found = next(block for block in document(made, "REG-RSK").blocks if isinstance(block, Picture))
    assert "A stolen password" not in " ".join(found.points)
