"""Draw the pictures of docs/looks.md: one document of the sample in each look, cover and two pages beside each other.

Run `python -m tools.look_pictures` from the folder of the project; the pictures go to docs/pictures.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from soc2desk.app.desk import open_desk
from soc2desk.app.make_packet import look_of, newest_confirmation
from soc2desk.domain.looks import STYLES
from soc2desk.packet.compose import compose
from soc2desk.packet.drawing import draw

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures"
SAMPLE, SHOWN = "brightwater", (("POL-ACP", 0), ("POL-ACP", 2), ("REG-RSK", 0))
HIGH, BETWEEN = 520, 12  # pixels
TONES = 64  # of a palette: pictures of pages need no more


def picture(style: str) -> bytes:
    """Return a PNG of the pages of one look."""
    desk = open_desk()
    source = desk.source(str(desk.sample(SAMPLE)))
    day = newest_confirmation(source.project) or desk.today
    made = compose(desk.catalogue, source.project, day)
    look = replace(look_of(made, source), style=style, second="#e0812b", confidential="For the auditor alone")
    found = {one.id: one for one in made.documents}
    pages = [_page(draw("pdf", found[name], look), at) for name, at in SHOWN]
    sheet = Image.new(
        "RGB", (sum(page.width for page in pages) + BETWEEN * (len(pages) + 1), HIGH + 2 * BETWEEN), "#d9dee5"
    )
    left = BETWEEN
    for page in pages:
        sheet.paste(page, (left, BETWEEN))
        left += page.width + BETWEEN
    target = BytesIO()
    sheet.quantize(TONES).save(target, "PNG", optimize=True)
    return target.getvalue()


def _page(data: bytes, at: int) -> Image.Image:
    drawn = pypdfium2.PdfDocument(data)[at]
    image: Image.Image = drawn.render(scale=2 * HIGH / drawn.get_height()).to_pil().convert("RGB")
    return image.resize((round(image.width / 2), HIGH), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the pictures."""
    for style in STYLES:
        (TARGET / f"look-{style}.png").write_bytes(picture(style))


if __name__ == "__main__":
    main()
