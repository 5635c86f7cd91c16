"""Programs that are not ours find every PDF sound: documents of each make, and all in `make validate`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from soc2desk.packet.plan import plan_files
from soc2desk.packet.whole import WHOLE
from tests.composed import of_sample
from tests.documents.drawn_once import first_of_each, found_by, looked_at, of_each_make, written
from tests.packet.making import make, order
from tools.validation.listing import VALIDATORS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.validation.validator import Validator

POLICIES = 30
LARGEST = 6_000_000  # bytes of thirty policies


IN_ONE = ("POL-ACP", "PRC-UAR", "REC-UAR", "REG-MTX")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [*written(tmp_path_factory.mktemp("pdf"), "pdf"), whole(tmp_path_factory.mktemp("whole"))]


def whole(folder: Path) -> Path:
    """Return the one PDF of a packet of a few documents, upright and on their side."""
    chosen = [one for one in of_sample("tamarack").documents if one.id in IN_ONE]
    made = make(replace(order(folder), files=plan_files(chosen, "auditor", ("pdf",)), zip=False, in_one=True))
    return made[0].folder / WHOLE


@pytest.mark.parametrize("validator", [one for one in VALIDATORS if ".pdf" in one.suffixes], ids=lambda one: one.name)
def test_a_validator_finds_nothing_in_any_pdf(validator: Validator, files: list[Path]) -> None:
    assert found_by(validator, files) == []


def test_every_document_of_the_samples_is_among_them() -> None:
    listed = {file.document.id for file in first_of_each("pdf")}
    every = {one.id for one in of_sample("tamarack").documents if one.kind != "sheet"}
    assert every <= listed


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_run_sees_every_kind_and_every_register(kind: str) -> None:
    chosen = of_each_make(kind)
    every = [file.document for file in first_of_each(kind)]
    seen = [file.document for file in first_of_each(kind) if file.path.rpartition("/")[2] in chosen]
    assert {one.kind for one in seen} == {one.kind for one in every}
    assert {one.id for one in seen} >= {one.id for one in every if one.kind == "register"}
    assert {one.id for one in seen} <= {file.document.id for file in looked_at(kind)}


def test_thirty_policies_stay_under_six_megabytes(files: list[Path]) -> None:
    names = {file.path.rpartition("/")[2] for file in first_of_each("pdf") if file.document.kind in {"policy", "plan"}}
    assert len(names & {file.name for file in files}) > 1
    sizes = sorted((file.stat().st_size for file in files if file.name in names), reverse=True)
    whole = sum(sizes[:POLICIES]) * POLICIES // min(len(sizes), POLICIES)
    print(f"{len(sizes)} policies and plans are {sum(sizes)} bytes as PDF, {POLICIES} of them {whole}.")  # noqa: T201
    assert whole < LARGEST
