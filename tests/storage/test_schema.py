"""The JSON Schema of the answers file: it lets good files through and stops wrong ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from soc2desk.content.load import load
from soc2desk.domain.problems import ProjectProblem
from soc2desk.reading.yaml_lines import read_yaml
from soc2desk.storage.answers_file import blank, write
from soc2desk.storage.codec import project_from
from soc2desk.storage.schema import schema

if TYPE_CHECKING:
    from soc2desk.domain.catalogue import Catalogue

OWN = "title: T, statement: S, criteria: [CC6.1], cadence: monthly, nature: manual, evidence: E"
SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*.yaml"))


@pytest.fixture(scope="module")
def small(catalogue: Catalogue) -> Draft202012Validator:
    return Draft202012Validator(schema(catalogue))


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load()


def _typed(text: str) -> Any:
    """Read YAML as other programs do, with its own numbers and booleans, and dates as JSON has them."""
    return _without_dates(yaml.safe_load(text))


def _without_dates(value: Any) -> Any:
    match value:
        case dict():
            # Older readers take the key `on` for a yes.
            return {"on" if key is True else str(key): _without_dates(inner) for key, inner in value.items()}
        case list():
            return [_without_dates(inner) for inner in value]
        case date():
            return value.isoformat()
        case _:
            return value


def test_the_schema_is_a_schema(catalogue: Catalogue) -> None:
    Draft202012Validator.check_schema(schema(catalogue))


def test_the_schema_explains_every_question(catalogue: Catalogue) -> None:
    answers = schema(catalogue)["properties"]["answers"]["anyOf"][0]["properties"]
    assert answers["company"]["description"] == "What is the company called? It stands on every document."
    assert set(answers) == set(catalogue.questions)


def test_changing_one_schema_leaves_the_next_alone(catalogue: Catalogue) -> None:
    def digits() -> dict[str, Any]:
        answers = schema(catalogue)["properties"]["answers"]["anyOf"][0]["properties"]
        number: dict[str, Any] = answers["password_min_length"]["anyOf"][0]
        return number

    digits().clear()
    assert digits()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_fits_the_schema_as_text_and_as_typed_values(sample: Path, shipped: Catalogue) -> None:
    validator = Draft202012Validator(schema(shipped))
    text = sample.read_text(encoding="utf-8")
    validator.validate(read_yaml(text, sample.name, ProjectProblem).data)
    validator.validate(_typed(text))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_is_written_and_read_back_equal_and_fits_the_schema(sample: Path, shipped: Catalogue) -> None:
    project = project_from(read_yaml(sample.read_bytes(), sample.name, ProjectProblem), shipped)
    written = write(project, shipped)
    assert project_from(read_yaml(written, "again", ProjectProblem), shipped) == project
    Draft202012Validator(schema(shipped)).validate(_typed(written))


def test_there_are_samples_and_none_holds_an_unconfirmed_value(shipped: Catalogue) -> None:
    assert SAMPLES
    for sample in SAMPLES:
        project = project_from(read_yaml(sample.read_bytes(), sample.name, ProjectProblem), shipped)
        assert all(answer.confirmed for answer in project.answers.values()), sample.name


def test_a_blank_file_of_the_shipped_questions_fits_and_reads(shipped: Catalogue) -> None:
    located = read_yaml(blank(shipped), "blank", ProjectProblem)
    Draft202012Validator(schema(shipped)).validate(located.data)
    assert project_from(located, shipped).answers == {}


@pytest.mark.parametrize(
    "text",
    [
        "answers: {province: ON, has_office: no, password_min_length: 12, company: 007}",
        "answers: {review_period: not yet, rto_hours: none, regulators: [OPC], logo: brand/logo.png}",
        "answers: {review_period: {planned: annual, from: 2027-01-01}, password_min_length: {suggested: 12}}",
        "people: {dana: {name: Dana, start: 2022-01-01, contractor: no}}",
        "control_states: {ACC: {state: in_place}, ACC-07: {state: planned, from: 2027-01-01}}",
        f"own_controls: {{OWN-01: {{{OWN}, owner: it_lead}}}}\ncontrol_states: {{OWN-01: {{state: in_place}}}}",
        f"edits: {{POL-ACP/scope: {{text: Words., replaced: {'ab' * 32}, on: '2026-01-01'}}}}",
    ],
)
def test_good_files_fit(small: Draft202012Validator, text: str) -> None:
    small.validate(_typed(f"format: 1\n{text}"))


@pytest.mark.parametrize(
    "text",
    [
        "answers: {companny: Acme}",
        "answers: {province: Ontario}",
        "answers: {password_min_length: twelve}",
        "answers: {password_min_length: -1}",
        "answers: {company: [a]}",
        "answers: {window_start: soon}",
        "answers: {mfa_systems: GitHub}",
        "answers: {company: {planned: Acme}}",
        "answers: {access_removal_limit: soon}",
        "answers: {accent_color: red}",
        "answers: {logo: ../logo.png}",
        "answers: {logo: logo.gif}",
        "answers: [a]",
        "people: {Dana: {name: D}}",
        "people: {dana: {title: Boss}}",
        "people: {dana: {name: D, nmae: E}}",
        "roles: {it_led: {holder: dana}}",
        "control_states: {ACC: {state: done}}",
        "control_states: {XYZ: {state: in_place}}",
        "not_relevant: {CC6.1: Because}",
        f"own_controls: {{ACC-01: {{{OWN}}}}}",
        "own_controls: {OWN-01: {title: T}}",
        f"own_controls: {{OWN-01: {{{OWN}, owner: nobody}}}}",
        "edits: {POL-ACP: {text: Words.}}",
        "extra: 1",
    ],
)
def test_wrong_files_do_not_fit(small: Draft202012Validator, text: str) -> None:
    assert not small.is_valid(_typed(f"format: 1\n{text}"))


def test_a_newer_format_does_not_fit(small: Draft202012Validator) -> None:
    assert not small.is_valid({"format": 2})
    assert not small.is_valid({})
