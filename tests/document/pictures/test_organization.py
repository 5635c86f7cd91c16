"""The chart of who answers: every role and owner stands in it once, apart from all others, however many and long."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from soc2desk.document.blocks import Picture
from soc2desk.document.pictures.organization import Post, organization
from soc2desk.domain.sketches import Panel
from tests.composed import after, catalogue, document, of_sample
from tests.document.pictures.flaws import flaws, words_of

PHRASES = catalogue().phrases
LONGEST = "Wilhelmina Featherstonehaugh-Macnamara of the Western Island"
NAMES = st.text("abcdefghijklm WÉ漢", max_size=60).map(str.strip)
OWNERS = st.lists(st.tuples(NAMES.filter(bool), st.integers(1, 99)), max_size=40).map(tuple)
POSTS = st.builds(Post, NAMES.filter(bool), NAMES, NAMES, st.integers(0, 99), OWNERS)
LONG = tuple((f"{LONGEST[:57]} {at}", at) for at in range(1, 41))


def picture(made: object) -> Picture:
    return next(block for block in document(made, "REG-PPL").blocks if isinstance(block, Picture))  # type: ignore[arg-type]


@settings(max_examples=40, deadline=None)
@given(st.lists(POSTS, max_size=2), st.lists(POSTS, min_size=1, max_size=9))
@example([Post(LONGEST, LONGEST, LONGEST, 99)] * 2, [Post(LONGEST, LONGEST, LONGEST, 7, LONG)] * 2)
@example([], [Post("Role", "Name", "", 1, (("Other", 1),) * many) for many in range(1, 9)])
def test_no_words_and_no_lines_meet(above: list[Post], posts: list[Post]) -> None:
    assert flaws(organization(above, posts, PHRASES)) == []


def test_no_two_cards_lie_on_each_other() -> None:
    posts = [Post(f"Role {at}", "Name", "", 1, LONG[: at * 3]) for at in range(12)]
    drawn = organization([Post("Top", "Name")], posts, PHRASES).shapes
    cards = [shape for shape in drawn if isinstance(shape, Panel) and shape.thick == 0.7]
    assert len(cards) == 13
    for at, one in enumerate(cards):
        for other in cards[at + 1 :]:
            apart = one.x + one.width < other.x or other.x + other.width < one.x
            assert apart or one.y + one.height < other.y or other.y + other.height < one.y


def test_forty_owners_fit_on_a_page() -> None:
    drawn = organization([Post("Top", "Name")] * 2, [Post("Role", "Name", "Other", 3, LONG)], PHRASES)
    assert drawn.height < 440
    assert sum("Wilhelmina" in box.what for box in words_of(drawn)) == 40


def test_it_names_holders_and_those_who_own_controls_beside_them() -> None:
    points = picture(of_sample("brightwater")).points
    engineering = next(point for point in points if point.startswith("Engineering lead"))
    assert "Samuel Okafor, 17 controls; backup: Anneliese Krüger" in engineering
    assert "Park Ji-ho, 1 control" in engineering


def test_a_role_that_nobody_holds_says_so_and_an_oversight_body_that_is_not_there_has_no_card() -> None:
    made = after("brightwater", "roles.support_lead.holder=", "roles.oversight_body.holder=")
    said = " ".join(picture(made).points)
    assert "Support lead: nobody named" in said
    assert "Oversight body" not in said


def test_a_control_that_is_only_planned_counts_for_nobody() -> None:
    made = of_sample("brightwater")
    shown = [one for one in made.engagement.controls if one.is_shown]
    counted = [int(words) for point in picture(made).points for words in _numbers(point)]
    assert sum(counted) == len(shown)


def _numbers(point: str) -> list[str]:
    return [part.split()[-1] for part in point.split(" control")[:-1] if part.split()[-1].isdigit()]
