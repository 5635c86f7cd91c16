"""How documents are dressed: the brand of the firm as a value."""

from __future__ import annotations

from dataclasses import dataclass

STYLES = ("plain", "modern", "classic")
"""The looks that come with the program, by their ids."""
FONTS = ("source-sans", "roboto", "source-serif")
"""The families of letters that documents can be set in, by their ids."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a rendering is dressed: the brand of the firm. The renderers' only other input.

    Colours are #rrggbb; `second` is empty where there is one colour only. `logo` is the company's and `firm_logo` that
    of who prepared it: PNG or JPEG files as storage.pictures.printable makes them; empty for none. `style` is plain,
    modern or classic; `font` is a family of letters, empty for that of the style. `footer` stands at the foot of every
    page, `confidential` at its head, and with `draft_mark` so does the status of a draft. `reference` is the ground of
    Word files as renderers.docx_reference makes it of a firm's own; empty for ours. `practice` stands at the head of
    every page of a practice copy, whoever reads it.
    """

    accent: str = "#1f5fa8"
    prepared_by: str = ""
    logo: bytes = b""
    style: str = "plain"
    font: str = ""
    second: str = ""
    footer: str = ""
    firm_logo: bytes = b""
    confidential: str = ""
    draft_mark: bool = False
    reference: bytes = b""
    practice: str = ""
