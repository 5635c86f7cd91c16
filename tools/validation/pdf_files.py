"""Programs that read a PDF file and say whether it is sound: page-validation, qpdf, and PDFium for its fonts."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tools.validation.validator import Validator, each
from tools.validation.verapdf import FLAVOURS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 8  # faults of one file that are told
# page-validation takes a carriage return that ends the data of a stream for half of the line end behind it, and counts
# one byte too few. qpdf reads every length and veraPDF has the same rule; neither is mistaken in this.
_MISCOUNTED, _ENDS_IN_RETURN = "PDFA2A-STREAM-LENGTH-001", b"\r\nendstream"
_WARNED = 3  # the exit code of qpdf for a file that it could mend


def _page_faults(file: Path) -> Iterator[str]:
    import page  # noqa: PLC0415 - the module of page-validation, which only tests have

    for flavour in FLAVOURS:
        try:
            report = page.validate_pdf(file, profile=flavour)
        except page.PageError as error:
            yield f"{flavour}: {error}"
            continue
        told = {f"{flavour}: {fault.rule_id} {fault.message}": fault.rule_id for fault in report.failures}
        if _MISCOUNTED in told.values() and _ENDS_IN_RETURN in file.read_bytes():
            told = {words: rule for words, rule in told.items() if rule != _MISCOUNTED}
        yield from list(told)[:_MOST]


def _qpdf_faults(file: Path) -> Iterator[str]:
    if shutil.which("qpdf"):
        done = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        if done.returncode:
            yield f"{'warned' if done.returncode == _WARNED else 'refused'}: {done.stderr.strip()[-300:]}"
        return
    import pikepdf  # noqa: PLC0415 - the same library, where the program is missing

    try:
        with pikepdf.open(file) as document:
            yield from map(str, document.check_pdf_syntax())
    except pikepdf.PdfError as error:
        yield str(error)


def _qpdf_missing() -> str:
    return "" if shutil.which("qpdf") or find_spec("pikepdf") else "neither the program qpdf nor pikepdf is installed"


def _font_faults(file: Path) -> Iterator[str]:
    import pypdfium2  # noqa: PLC0415 - loaded in the processes that need it

    try:
        with pypdfium2.PdfDocument(file) as document:
            names = {name for page in document for name in _outside_fonts(page)}
    except pypdfium2.PdfiumError as error:
        yield str(error)
        return
    yield from (f"the font {name} is not in the file" for name in sorted(names))


def _outside_fonts(page: object) -> Iterator[str]:
    """Yield the name of each font that shows words and is not embedded."""
    from pypdfium2 import raw  # noqa: PLC0415 - loaded in the processes that need it

    for one in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=8):  # type: ignore[attr-defined]
        font = raw.FPDFTextObj_GetFont(one.raw)
        if raw.FPDFFont_GetIsEmbedded(font) != 1:
            name = ctypes.create_string_buffer(128)
            raw.FPDFFont_GetBaseFontName(font, name, len(name))
            yield name.value.decode("utf-8", "replace")


def _package(module: str, package: str) -> str:
    return "" if find_spec(module) else f"the package {package} is not installed"


PAGE = Validator("page-validation", (".pdf",), lambda: _package("page", "page-validation"), each(_page_faults))
QPDF = Validator("qpdf --check", (".pdf",), _qpdf_missing, each(_qpdf_faults))
FONTS = Validator("fonts in the file", (".pdf",), lambda: "", each(_font_faults))
