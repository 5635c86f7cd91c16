"""The picture of the system: every system once, inside the frame; arrows and words apart; nothing that nobody said."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.boundary import Held, Party, Surroundings, boundaries
from soc2desk.domain.sketches import Area, Paint, Panel, Sketch, Stroke
from tests.composed import after, catalogue, document, of_sample
from tests.document.pictures.flaws import flaws, words_of

PHRASES = catalogue().phrases
LONGEST = "Wilhelmina Featherstonehaugh-Macnamara of the Western Island"
TEXTS = st.text("abcdefghijklm W-É漢", max_size=60).map(str.strip)
NAMES = TEXTS.map(lambda words: words or "One")
SYSTEMS = st.lists(st.builds(Held, NAMES, TEXTS, TEXTS), max_size=6).map(tuple)
VENDORS = st.builds(Party, NAMES, TEXTS, TEXTS, TEXTS, SYSTEMS, st.booleans())
OWN = st.builds(Party, systems=SYSTEMS.filter(bool))
LONG = tuple(Held(LONGEST, LONGEST, LONGEST) for _ in range(25))


def pictures(made: object) -> list[Picture]:
    return [block for block in document(made, "RPT-SYS").blocks if isinstance(block, Picture)]  # type: ignore[arg-type]


def cards(drawn: Sketch) -> list[Panel]:
    return [shape for shape in drawn.shapes if isinstance(shape, Panel) and shape.width == 188.0]


@settings(max_examples=40, deadline=None)
@given(st.builds(Surroundings, NAMES, TEXTS, TEXTS), st.lists(VENDORS | OWN, min_size=1, max_size=10))
@example(Surroundings(LONGEST, LONGEST, LONGEST), [Party(systems=LONG)])
@example(Surroundings(LONGEST), [Party(LONGEST, LONGEST, "Vendor", "", LONG)])
@example(Surroundings("One"), [Party("One", inside=True), Party("Two", data="data")])
def test_no_words_no_edges_and_no_arrows_meet(around: Surroundings, parties: list[Party]) -> None:
    drawn = boundaries(around, parties, PHRASES)
    assert [fault for one in drawn for fault in flaws(one)] == []
    assert sum(len(cards(one)) for one in drawn) == sum(len(party.systems) for party in parties)


def test_no_part_is_taller_than_a_page_and_text_keeps_its_size() -> None:
    drawn = boundaries(Surroundings("Service", "Users", "data"), [Party(LONGEST, "", "Vendor", "", LONG)], PHRASES)
    assert len(drawn) == 3
    assert all(one.height <= 545 for one in drawn)


def test_twenty_five_systems_with_short_names_stand_on_two_sheets_at_most() -> None:
    parties = [Party(f"Vendor {at}", "", "Vendor", "", (Held(f"System {at}", "", "data"),)) for at in range(25)]
    assert len(boundaries(Surroundings("Service"), parties, PHRASES)) <= 2


def test_no_arrow_crosses_another() -> None:
    (drawn,) = [block.sketch for block in pictures(of_sample("brightwater"))]
    across = [s.points[0][1] for s in drawn.shapes if isinstance(s, Stroke) and s.points[0][1] == s.points[1][1]]
    assert len(across) == len(set(across)) == 9


def test_the_frame_goes_around_an_organization_that_is_examined_too() -> None:
    made = after("brightwater", "vendors.boreal-cloud.method=inclusive")
    drawn = pictures(made)[0]
    (frame,) = [s for s in drawn.sketch.shapes if isinstance(s, Area) and s.fill is Paint.TINT]
    assert len(frame.corners) == 6
    assert "Boreal Cloud (Subservice, inclusive) runs: Production on Boreal Cloud" in " ".join(drawn.points)


def test_systems_out_of_scope_and_answers_nobody_confirmed_are_left_out() -> None:
    (found,) = pictures(after("brightwater", "systems.github.in_scope=no", "service_users="))
    told = " ".join(found.points)
    assert "GitHub" not in told
    assert "Payfern" not in told
    assert "Used by" not in told
    assert not any("Used by" in box.what for box in words_of(found.sketch))


def test_without_a_system_in_scope_there_is_no_picture() -> None:
    systems = of_sample("tamarack").engagement.project.systems
    assert pictures(after("tamarack", *(f"systems.{one.id}.in_scope=no" for one in systems))) == []


def test_what_is_said_instead_names_each_system_with_its_data_and_who_runs_it() -> None:
    (found,) = pictures(of_sample("prairie-hosting"))
    assert "7 systems inside the boundary, 4 organizations" in found.said
    assert any(
        point.startswith("Run by Prairie Lantern Hosting & Support Ltd. itself: Hosting") for point in found.points
    )
    assert "Selkirk Vault Co-operative (Subservice, carve-out) gets: encrypted copies of servers" in " ".join(
        found.points
    )
