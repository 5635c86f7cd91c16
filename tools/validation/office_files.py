"""openxml-audit: Word and Excel files by the schemas and rules that Microsoft 365 reads them with."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tools.validation.validator import Validator, each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 20  # faults of one file that are told


@cache
def _auditor() -> Any:
    """Return the auditor, made once: it reads its schemas as it meets them, which takes longer than a file."""
    from openxml_audit import FileFormat, OpenXmlValidator  # noqa: PLC0415 - loaded in the processes that need it

    return OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, max_errors=_MOST)


def _faults(file: Path) -> Iterator[str]:
    yield from map(str, _auditor().validate(str(file)).errors)


def _missing() -> str:
    return "" if find_spec("openxml_audit") else "the package openxml-audit is not installed"


OPENXML = Validator("openxml-audit", (".docx", ".xlsx"), _missing, each(_faults))
