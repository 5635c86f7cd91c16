"""Plain data into dataclasses: what fits, and what a person is told when it does not."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

import pytest

from soc2desk.domain.problems import ContentProblem, Problem, ProjectProblem, SeveralProblems
from soc2desk.reading.convert import convert, decode_json, encode_json, encode_json_lines
from soc2desk.reading.located import Located
from soc2desk.reading.yaml_lines import read_yaml


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Wheel:
    size: int
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Cart:
    name: str
    colour: Colour = Colour.RED
    wheels: tuple[Wheel, ...] = ()
    built: date | None = None
    use: Literal["field", "road"] = "field"
    notes: dict[str, str] = field(default_factory=dict)


def cart(text: str) -> Cart:
    return convert(read_yaml(text, "cart.yaml"), Cart, "cart")


def refused(text: str) -> Problem:
    with pytest.raises(ContentProblem) as caught:
        cart(text)
    return caught.value


def test_text_becomes_what_each_field_takes() -> None:
    made = cart("name: 007\ncolour: green\nbuilt: 2027-02-01\nwheels:\n- {size: 12, spare: yes}\n- {size: 9}\n")
    assert made == Cart("007", Colour.GREEN, (Wheel(12, spare=True), Wheel(9)), date(2027, 2, 1))


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("true", True), ("No", False), ("false", False)])
def test_yes_and_no_are_truth(word: str, value: bool) -> None:  # noqa: FBT001 - a table of words and values
    assert cart(f"name: a\nwheels: [{{size: 1, spare: {word}}}]\n").wheels[0].spare is value


@pytest.mark.parametrize("word", ["maybe", "1", "on"])
def test_other_words_are_no_truth(word: str) -> None:
    problem = refused(f"name: a\nwheels:\n- size: 1\n  spare: {word}\n")
    assert problem.message == f"The value {word} of spare is not yes or no."
    assert problem.where == "cart.yaml, line 4"


def test_an_unknown_key_gets_the_nearest_one_and_its_line() -> None:
    problem = refused("name: a\ncolor: red\n")
    assert (problem.message, problem.where) == ("The key color is not known here.", "cart.yaml, line 2")
    assert problem.hint == "Did you mean colour?"


def test_a_missing_key_is_named() -> None:
    assert refused("colour: red\n").message == "The key name is missing in this cart."


def test_a_value_that_does_not_fit_says_what_would() -> None:
    problem = refused("name: a\nwheels:\n- size: 4\n- size: twelve\n")
    assert problem.message == "The value twelve of size is not a whole number."
    assert problem.where == "cart.yaml, line 4"


@pytest.mark.parametrize(
    ("line", "hint"), [("colour: gren", "Did you mean green?"), ("use: water", "Known: field, road.")]
)
def test_a_choice_that_does_not_exist_gets_a_hint(line: str, hint: str) -> None:
    problem = refused(f"name: a\n{line}\n")
    assert (problem.where, problem.hint) == ("cart.yaml, line 2", hint)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name:\n", "The value of name is empty."),
        ("name: [a]\n", "A single value is expected at name."),
        ("name: a\nwheels: round\n", "A list is expected at wheels."),
        ("name: a\nnotes: [x]\n", "Keys with values are expected at notes."),
        ("name: a\nwheels: [4]\n", "This cart should have keys with values at this place."),
        ("name: a\nbuilt: 31 December\n", "One of"),
        ("- a\n", "This cart should have keys with values at this place."),
    ],
)
def test_a_wrong_shape_is_said_in_words(text: str, says: str) -> None:
    message = refused(text).message
    assert message == says or "built" in message


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(SeveralProblems) as caught:
        cart("name: a\ncolour: blue\nwheels: [{size: x}, {size: y}]\nwheel: 1\n")
    assert len(caught.value.problems) == 4


def test_part_of_a_file_can_be_converted_alone() -> None:
    located = read_yaml("carts:\n  one: {size: 3}\n", "cart.yaml")
    assert convert(located, Wheel, "wheel", ("carts", "one")) == Wheel(3)


def test_json_goes_out_and_comes_back() -> None:
    made = Cart("Ünï", Colour.GREEN, (Wheel(3, spare=True),), date(2026, 5, 1), "road", {"a": "b"})
    assert decode_json(encode_json(made), Cart, "row") == made


def test_json_for_people_has_a_line_for_each_value_and_their_letters_as_they_are() -> None:
    rows: dict[str, object] = {"people": {"1": {"name": "É \u2028 \x01", "note": "", "of": ["a", 1]}}, "none": {}}
    assert encode_json_lines(rows) == (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def test_plain_data_without_lines_names_the_place_in_words() -> None:
    with pytest.raises(ProjectProblem) as caught:
        convert(Located({"name": "a", "wheels": [{"size": "x"}]}, {}, "people", ProjectProblem), Cart)
    assert caught.value.where == "people, wheels / 0 / size"


@pytest.mark.parametrize("data", [b"", b"{", b'{"name": 3}', b"\xff", b"[" * 100_000])
def test_json_that_does_not_fit_is_refused(data: bytes) -> None:
    with pytest.raises(ProjectProblem) as caught:
        decode_json(data, Cart, "people.json", ProjectProblem)
    assert caught.value.where == "people.json"
