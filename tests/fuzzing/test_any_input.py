"""Whatever bytes a stranger sends, each reader gives a value or a sentence: never a fault, never without end."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.mutations import mutated
from tests.fuzzing.seeds import CORPUS, kept, seeds
from tests.fuzzing.targets import TARGETS, try_out
from tests.thorough import IS_THOROUGH

if TYPE_CHECKING:
    from pathlib import Path

KEPT = [(name, path.name) for name in TARGETS for path in kept(name)]
TRIED = 2_000 if IS_THOROUGH else 15


@pytest.mark.parametrize(("name", "file"), KEPT, ids=lambda part: part)
def test_what_once_broke_a_reader_is_read_or_refused(name: str, file: str, tmp_path: Path) -> None:
    try_out(name, (CORPUS / name / file).read_bytes(), tmp_path)


def test_every_kept_file_belongs_to_a_reader() -> None:
    assert {path.name for path in CORPUS.iterdir() if path.is_dir()} <= set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_a_sound_file_is_read(name: str, tmp_path: Path) -> None:
    TARGETS[name].read(seeds(name)[0], tmp_path)


@pytest.mark.parametrize("name", TARGETS)
def test_a_file_that_was_changed_in_a_few_places_is_read_or_refused(name: str, tmp_path: Path) -> None:
    @settings(max_examples=TRIED // TARGETS[name].weight, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**64), st.data())
    def see(number: int, data: st.DataObject) -> None:
        given_seeds = seeds(name)
        start, other = (data.draw(st.sampled_from(range(len(given_seeds)))) for _ in range(2))
        raw = mutated(given_seeds[start], given_seeds[other], TARGETS[name].words, random.Random(number))  # noqa: S311
        try_out(name, raw, tmp_path)

    see()


@pytest.mark.parametrize("name", TARGETS)
def test_bytes_of_any_kind_are_read_or_refused(name: str, tmp_path: Path) -> None:
    @settings(max_examples=TRIED, suppress_health_check=list(HealthCheck))
    @given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
    def see(raw: bytes) -> None:
        try_out(name, raw, tmp_path)

    see()
