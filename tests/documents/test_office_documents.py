"""Programs that are not ours find Word and Excel files sound: documents of each make, and all in `make validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.documents.drawn_once import found_by, written
from tools.validation.listing import VALIDATORS

if TYPE_CHECKING:
    from tools.validation.validator import Validator


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("validator", [one for one in VALIDATORS if ".docx" in one.suffixes], ids=lambda one: one.name)
def test_a_validator_finds_nothing_in_any_office_file(
    validator: Validator, kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    files = written(tmp_path_factory.mktemp(kind), kind)
    assert files
    assert found_by(validator, files) == []
