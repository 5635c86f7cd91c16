"""Make resources/brand/srgb.icc, the colours that every PDF says its own are of: sRGB, as Little CMS writes it.

Run `python -m tools.make_srgb_profile` from the folder of the project; the same bytes come out each time.
"""

from __future__ import annotations

from pathlib import Path

from PIL import ImageCms

TARGET = Path(__file__).resolve().parents[1] / "resources" / "brand" / "srgb.icc"
_MADE = slice(24, 36)  # when the profile was made
_ID = slice(84, 100)  # a sum over the profile; none is asked for


def profile() -> bytes:
    """Return the profile without the time of its making."""
    found = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    found[_MADE] = bytes.fromhex("07D000010001000000000000")  # the first of January 2000: no date is not allowed
    found[_ID] = bytes(16)
    return bytes(found)


if __name__ == "__main__":
    TARGET.write_bytes(profile())
