"""Word files in a firm's own style are as sound as ours, whatever that firm's file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from soc2desk.document.blocks import Look
from soc2desk.packet.drawing import draw
from soc2desk.renderers.docx_reference import reference_from
from tests.documents.drawn_once import first_of_each, found_by
from tests.renderers.every_kind import document, register
from tests.renderers.firm_file import firm_file, spoiled
from tests.thorough import IS_THOROUGH
from tools.validation.listing import VALIDATORS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.validation.validator import Validator


@pytest.mark.parametrize("firm", [firm_file, spoiled], ids=["letterhead", "spoiled"])
@pytest.mark.parametrize("validator", [one for one in VALIDATORS if ".docx" in one.suffixes], ids=lambda one: one.name)
def test_a_validator_finds_nothing_in_a_document_in_the_style_of_a_firm(
    validator: Validator, firm: Callable[[], bytes], tmp_path: Path
) -> None:
    shown = [document(), register()]
    if IS_THOROUGH:
        shown += [file.document for file in first_of_each("docx")]
    look = Look(reference=reference_from(firm()).base)
    files = []
    for number, one in enumerate(shown):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(draw("docx", one, look))
    assert found_by(validator, files) == []
