"""Draw the logo of the sample company Brightwater Labs: two waves under a disc, and its short name beside them.

Run from the root of the project: python -m tools.make_sample_logo
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from soc2desk.renderers import font_files

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "resources" / "samples" / "brightwater.png"
BLUE, PALE, SUN, INK = "#1f5fa8", "#6fa3d8", "#f2b84b", "#1b2430"
FINER = 4
COLOURS = 32


def mark(size: int) -> Image.Image:
    """Return the sign: a sun behind two waves, in a disc."""
    whole = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    draw = ImageDraw.Draw(whole)
    unit = size / 40
    draw.ellipse((11 * unit, 5 * unit, 29 * unit, 23 * unit), fill=SUN)
    for top, colour in ((17, PALE), (25, BLUE)):
        for left in (-2, 8, 18, 28):
            draw.pieslice((left * unit, top * unit, (left + 14) * unit, (top + 12) * unit), 180, 360, fill=colour)
        draw.rectangle((0, (top + 6) * unit, size, size), fill=colour)
    round_edge = Image.new("L", (size, size), 0)
    ImageDraw.Draw(round_edge).ellipse((0, 0, size - 1, size - 1), fill=255)
    nothing = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    return Image.composite(whole, nothing, round_edge)


def logo() -> Image.Image:
    """Return sign and name on a transparent ground."""
    high = 160 * FINER
    font = ImageFont.truetype(font_files.path("SourceSans-Bold"), 92 * FINER)
    wide = high + 28 * FINER + round(font.getlength("Brightwater"))
    image = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    image.paste(mark(high))
    ImageDraw.Draw(image).text((high + 28 * FINER, high // 2), "Brightwater", fill=INK, font=font, anchor="lm")
    return image.resize((wide // FINER, high // FINER), Image.Resampling.LANCZOS)


def main() -> None:
    """Write the picture."""
    logo().quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(TARGET, optimize=True)
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
