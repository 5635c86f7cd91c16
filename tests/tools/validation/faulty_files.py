"""Files with one fault each, for the validators to find."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pdf(target: Path, *pages: Callable[[Canvas], object]) -> Path:
    """Return an untagged PDF of Letter pages, each drawn by a function."""
    canvas = Canvas(str(target), pagesize=(612, 792))
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target


def headed(target: Path) -> Path:
    """Return a PDF whose only page ends with a heading, by its tags."""
    drawn = b"BT /F 12 Tf 72 700 Td /P <</MCID 0>> BDC (Words) Tj EMC 0 -20 Td /H1 <</MCID 1>> BDC (Head) Tj EMC ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/StructParents 0/Resources 10 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/StructTreeRoot/K 7 0 R/ParentTree<</Nums[0[8 0 R 9 0 R]]>>>>",
        b"<</Type/StructElem/S/Document/P 6 0 R/K[8 0 R 9 0 R]>>",
        b"<</Type/StructElem/S/P/P 7 0 R/Pg 3 0 R/K 0>>",
        b"<</Type/StructElem/S/H1/P 7 0 R/Pg 3 0 R/K 1>>",
        b"<</Font<</F 5 0 R>>>>",
    )
    made, places = io.BytesIO(b"%PDF-1.7\n"), []
    made.seek(0, io.SEEK_END)
    for number, one in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, one))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    target.write_bytes(made.getvalue())
    return target


def spoiled(source: bytes, part: str, old: bytes, new: bytes, target: Path) -> Path:
    """Return an office file with some bytes of one part exchanged."""
    with zipfile.ZipFile(io.BytesIO(source)) as whole, zipfile.ZipFile(target, "w") as copy:
        for name in whole.namelist():
            held = whole.read(name)
            assert name != part or old in held
            copy.writestr(name, held.replace(old, new, 1) if name == part else held)
    return target
