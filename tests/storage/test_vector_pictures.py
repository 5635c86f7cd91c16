"""A logo that comes as SVG is drawn as points, and nothing in it reaches a file, an address or the end of memory."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from soc2desk.domain.pictures import picture_of
from soc2desk.domain.problems import FileProblem
from soc2desk.storage.pictures import check_picture, keep_picture, printable
from soc2desk.storage.vector_pictures import MOST_BYTES, as_points

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 20"'


def svg(inside: str, more: str = "") -> bytes:
    return f"{HEAD} {more}>{inside}</svg>".encode()


RED = '<rect width="30" height="20" fill="#cc0000"/>'
MADE_BY_PROGRAMS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by a program -->
{HEAD} xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:version="1.3" onload="alert(1)">
<metadata><any xmlns="urn:else">words <image href="/etc/passwd"/></any></metadata><title>Our logo</title>
<inkscape:view><inkscape:grid/></inkscape:view>
<style>.a{{fill:url(#shade)}}</style>
<defs><linearGradient id="shade"><stop offset="0" stop-color="#cc0000"/><stop offset="1" stop-color="#cc0000"/>
</linearGradient><rect id="box" width="30" height="20"/></defs><use xlink:href="#box" class="a"/></svg>"""


def colour_at(raw: bytes, x: float, y: float) -> tuple[int, ...]:
    with Image.open(BytesIO(printable(raw))) as image:
        found = image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("raw", [svg(RED), MADE_BY_PROGRAMS.encode(), b"\xef\xbb\xbf" + svg(RED)])
def test_shapes_colours_and_repeats_are_drawn_on_white_as_large_as_a_cover_takes_them(raw: bytes) -> None:
    drawn = picture_of(printable(raw))
    assert drawn is not None
    assert (drawn.kind, drawn.width, drawn.height) == ("png", 1200, 400)
    assert colour_at(raw, 0.25, 0.5) == (204, 0, 0)
    assert colour_at(raw, 0.75, 0.5) == (255, 255, 255)
    assert printable(raw) == printable(raw)


def test_what_is_kept_in_a_project_is_points(tmp_path: Path) -> None:
    assert keep_picture(tmp_path, svg(RED), "firm_logo") == "firm-logo.png"
    assert (tmp_path / "firm-logo.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_of_another_file_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    Image.new("RGB", (60, 20), "blue").save(secret)
    for inside in (f'<image href="{secret}" width="60" height="20"/>', f'<use xlink:href="{secret}#a"/>'):
        with pytest.raises(FileProblem):
            as_points(svg(inside + RED))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        '<filter id="f"><feImage href="/etc/passwd"/></filter>',
        '<use href="other.svg#a"/>',
        '<use href="https://example.com/a.svg#a"/>',
        '<use href="data:image/svg+xml;base64,AAAA"/>',
        '<rect fill="url(https://example.com/x.svg#a)" width="9" height="9"/>',
        '<rect style="fill:url( other.svg#a )" width="9" height="9"/>',
        r'<rect style="fill:u\72l(other.svg#a)" width="9" height="9"/>',
        "<style>@import url(https://example.com/a.css);</style>",
        "<style>@font-face{font-family:x}</style>",
        "<style>rect{mask:url(#m)}</style><mask id='m'/>",
        "<text>Acme</text>",
        "<animate attributeName='x'/>",
    ],
)
def test_what_a_logo_does_not_need_is_refused_with_advice(inside: str) -> None:
    with pytest.raises(FileProblem) as caught:
        check_picture(svg(inside + RED))
    assert "PNG" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "raw",
    [
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<title>&b;</title>" + RED),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">' + svg(RED),
        svg(RED)[:-10],
        svg(RED) + b" " * MOST_BYTES,
        svg("<g>" * 50 + RED + "</g>" * 50),
        svg("<g/>" * 20_001),
        svg('<rect width="30" height="20" opacity="0.5"/>' * 400),
        svg('<g style="fill:#000; opacity: 0.5"><rect width="30" height="20"/></g>' * 400),
        svg("<style>rect{opacity:0.5}</style>" + RED * 400),
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        svg("".join(f'<g id="n{at}"><use href="#n{at + 1}"/><use href="#n{at + 1}"/></g>' for at in range(30)) + RED),
        svg("".join(f'<use id="n{at}" href="#n{at - 1}"/>' for at in range(1, 5000)) + RED),
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1">' + RED.encode() + b"</svg>",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 1">' + RED.encode() + b"</svg>",
        b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="5"/>',
        b"<svg>",
    ],
    ids=lambda raw: raw[:30].decode("ascii", "replace"),
)
def test_definitions_bombs_circles_and_broken_files_are_refused(raw: bytes) -> None:
    with pytest.raises(FileProblem):
        check_picture(raw)


def test_many_shapes_that_ask_for_no_sheet_of_their_own_are_a_logo() -> None:
    check_picture(svg('<rect width="3" height="2" fill="#cc0000" fill-opacity="0.5"/>' * 1_000))
