"""Our icons: drawn in one manner, tinted, sharp, each one there that the window asks for and none in vain."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QIcon, QImage, QPixmap

from soc2desk.app.pictures import icon_names
from soc2desk.desktop.icons import Icons
from soc2desk.desktop.tokens import DARK, LIGHT, Tokens
from soc2desk.domain.problems import ContentProblem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
DRAWN = sorted((ROOT / "resources" / "icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
FRAME = {
    "width": "24", "height": "24", "viewBox": "0 0 24 24", "fill": "none", "stroke": "currentColor",
    "stroke-width": "2", "stroke-linecap": "round", "stroke-linejoin": "round",
}  # fmt: skip
PARTS = {
    f"{SVG}path": {"d"},
    f"{SVG}circle": {"cx", "cy", "r"},
    f"{SVG}rect": {"x", "y", "width", "height", "rx"},
}


@cache
def words_in_code() -> frozenset[str]:
    """Return every text constant in the code of the window."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "soc2desk" / "desktop").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return frozenset(node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


@cache
def asked_for() -> frozenset[str]:
    """Return what stands first in calls of icon() and pixmap(), and behind the name icon, in the code of the window."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "soc2desk" / "desktop").rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    drawn = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in {"icon", "pixmap"}]
    given = [call.args[0] for call in drawn if call.args]
    given += [keyword.value for call in calls for keyword in call.keywords if keyword.arg == "icon"]
    return frozenset(node.value for node in given if isinstance(node, ast.Constant) and isinstance(node.value, str))


def image(pixmap: QPixmap) -> QImage:
    return pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32)


def colours(pixmap: QPixmap) -> set[str]:
    """Return the colours of all that is not see-through."""
    drawn = image(pixmap)
    found = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    return {colour.name() for colour in found if colour.alpha() == 255}


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.stem)
def test_an_icon_is_lines_in_the_colour_it_is_given_and_nothing_else(path: Path) -> None:
    drawing = ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314
    assert (drawing.tag, drawing.attrib) == (f"{SVG}svg", FRAME)
    assert len(drawing) > 0
    parts = list(drawing.iter())[1:]
    assert [part.tag for part in parts if part.attrib.keys() != PARTS.get(part.tag)] == []
    assert "".join(drawing.itertext()).strip() == ""


@pytest.mark.parametrize("name", icon_names())
def test_an_icon_fills_its_square_and_keeps_inside(name: str, qapp: QApplication) -> None:
    drawn = image(Icons(LIGHT).pixmap(name, None, 48, 1))
    inked = [(x, y) for x in range(48) for y in range(48) if drawn.pixelColor(x, y).alpha() > 64]
    assert max(max(point) for point in inked) - min(min(point) for point in inked) >= 28
    assert min(min(point) for point in inked) >= 1
    assert max(max(point) for point in inked) <= 46


def test_every_icon_that_the_window_asks_for_is_there() -> None:
    assert asked_for() - set(icon_names()) == set()


def test_no_icon_is_drawn_in_vain() -> None:
    assert set(icon_names()) - words_in_code() == set()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_an_icon_takes_the_colour_of_text_or_the_one_asked_for(qapp: QApplication, tokens: Tokens) -> None:
    icons = Icons(tokens)
    assert colours(icons.pixmap("check-circle")) == {tokens.text}
    assert colours(icons.pixmap("check-circle", tokens.good)) == {tokens.good}


def test_an_icon_is_drawn_in_the_pixels_of_the_screen(qapp: QApplication) -> None:
    pixmap = Icons(LIGHT).pixmap("info", size=20, ratio=1.5)
    assert pixmap.width() == 30
    assert pixmap.deviceIndependentSize().width() == 20


def test_an_icon_that_cannot_be_used_is_paler_and_a_chosen_one_keeps_its_colour(qapp: QApplication) -> None:
    icon = Icons(LIGHT).icon("check-circle", LIGHT.good)
    assert colours(icon.pixmap(20, QIcon.Mode.Disabled)) == {LIGHT.disabled}
    assert colours(icon.pixmap(20, QIcon.Mode.Selected)) == {LIGHT.good}
    assert colours(icon.pixmap(20)) == {LIGHT.good}


def test_a_mistyped_icon_is_named_with_the_nearest(qapp: QApplication) -> None:
    with pytest.raises(ContentProblem, match="chek-circle") as told:
        Icons(LIGHT).icon("chek-circle")
    assert told.value.hint == "Did you mean check-circle?"


@pytest.mark.parametrize("name", ["", "../brand/base", "/etc/passwd", "check.svg"])
def test_a_name_that_is_a_path_finds_nothing(name: str, qapp: QApplication) -> None:
    with pytest.raises(ContentProblem):
        Icons(LIGHT).pixmap(name)
