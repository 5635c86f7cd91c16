"""Every validator, and files handed to those that know them; a file of the same bytes is looked at once."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tools.validation.office_files import OPENXML
from tools.validation.pages import PAGES
from tools.validation.pdf_files import FONTS, PAGE, QPDF
from tools.validation.verapdf import VERAPDF

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VALIDATORS = (VERAPDF, PAGE, QPDF, FONTS, PAGES, OPENXML)


def each_once(files: Iterable[Path]) -> list[Path]:
    """Return the files without those that hold what an earlier one holds."""
    seen: dict[bytes, Path] = {}
    for file in files:
        seen.setdefault(hashlib.sha256(file.read_bytes()).digest(), file)
    return list(seen.values())
