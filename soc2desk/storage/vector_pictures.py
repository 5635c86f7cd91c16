"""A logo that comes as SVG, written anew from a short list of what a logo needs, and drawn as points.

The library that draws would read other files where a picture names them, so nothing reaches it but plain shapes.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from soc2desk.domain.problems import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_BYTES = 512 * 1024
MOST_DEEP = 40
MOST_SHAPES = 10_000
"""The most elements, counted as often as they are drawn."""
SHAPES_A_LAYER = 40
"""As so many an element counts that is drawn on a sheet of its own, to be seen through or cut out."""
_ROOM = (1_200, 480)  # pixels
_MOST_TIMES_AS_LONG = 20

_SVG, _LINK = "http://www.w3.org/2000/svg ", "http://www.w3.org/1999/xlink "
_START = re.compile(rb"\s*(?:<\?xml|<!DOCTYPE\s+svg|<!--|<svg|<\w+:svg)", re.IGNORECASE)
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"})
_GROUPS = frozenset({"svg", "g", "a", "symbol", "defs", "clipPath", "mask", "linearGradient", "radialGradient", "stop"})
_SHADES = frozenset({"linearGradient", "radialGradient"})
_KEPT = _SHAPES | _GROUPS | {"style"}
_SAID = frozenset({"title", "desc", "metadata"})  # words about the picture, not drawn
_LETTERS = frozenset({"text", "tspan", "textPath", "tref", "font"})
_LAYER = re.compile(r"(?<![\w-])(?:opacity|clip-path|mask|mix-blend-mode|isolation|filter)\s*(?::|$)", re.IGNORECASE)
_OWN_PLACE = re.compile(r"#[^\s\"'()#]+")
_PLACES = re.compile(r"url\(\s*([\"']?)(.*?)\1\s*\)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[0-9]{1,2})?)\s*(?:px|pt|mm|cm|in)?\s*", re.IGNORECASE)

_AGAIN = "Save it as PNG, about 800 pixels wide, and choose that file."
_DAMAGED = "The SVG picture is damaged or not complete."


@dataclass(slots=True)
class _Part:
    """One element: its name, its attributes, what is inside, and the text of a style."""

    name: str
    attributes: Mapping[str, str]
    inside: list[_Part] = field(default_factory=list)
    text: str = ""


@dataclass(slots=True)
class _Reading:
    """Elements being read. `left_out` counts how deep the reading is in what is not kept."""

    path: list[_Part] = field(default_factory=list)
    root: _Part | None = None
    left_out: int = 0
    depth: int = 0
    count: int = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element up."""
        self.depth += 1
        self.count += 1
        if self.depth > MOST_DEEP or self.count > MOST_SHAPES:
            _refuse("The SVG picture has far more parts than a logo.")
        is_own = name.startswith(_SVG)
        if self.left_out or not is_own or name.removeprefix(_SVG) in _SAID:
            if not self.path:
                _refuse(_DAMAGED)
            self.left_out += 1
            return
        part = _Part(_checked_name(name.removeprefix(_SVG)), _checked(attributes))
        if self.path:
            self.path[-1].inside.append(part)
        elif part.name != "svg":
            _refuse(_DAMAGED)
        self.root = self.root or part
        self.path.append(part)

    def end(self, _name: str) -> None:
        """Close an element."""
        self.depth -= 1
        if self.left_out:
            self.left_out -= 1
        else:
            self.path.pop()

    def say(self, text: str) -> None:
        """Take the text of a style; other text is not drawn."""
        if self.path and not self.left_out and self.path[-1].name == "style":
            self.path[-1].text += text


def is_vector(raw: bytes) -> bool:
    """Tell whether a file is an SVG."""
    return _START.match(raw.removeprefix(b"\xef\xbb\xbf")) is not None


def as_points(raw: bytes) -> bytes:
    """Return an SVG as a PNG that fits a cover; what is seen through stays so.

    Raises FileProblem for one that is damaged, too large, or holds what a logo does not need.
    """
    if len(raw) > MOST_BYTES:
        _refuse(f"The SVG picture takes more than {MOST_BYTES // 1024} KB.")
    root = _read(raw)
    _check_repeats(root)
    wide, high, seen = _measures(root)
    import resvg_py  # noqa: PLC0415 - four megabytes that only an SVG needs

    size = f'width="{wide}" height="{high}" viewBox="{seen}"'
    inside = "".join(map(_written, root.inside))
    shared = _attributes({name: said for name, said in root.attributes.items() if name not in _SIZES})
    fresh = f'<svg xmlns="{_SVG.strip()}" xmlns:xlink="{_LINK.strip()}" {size}{shared}>{inside}</svg>'
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=fresh, skip_system_fonts=True))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception; it is the file that is broken
        raise FileProblem(_DAMAGED, hint=_AGAIN) from error


_LEAST, _MOST = 1e-6, 1e9
"""How wide and high a picture may say it is, in units of its own: beyond, no number of pixels can be computed."""
_SIZES = frozenset({"width", "height", "viewBox", "x", "y"})


def _read(raw: bytes) -> _Part:
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_definitions
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.say
    try:
        parser.Parse(raw, True)  # noqa: FBT003 - the library's own order
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FileProblem(_DAMAGED, hint=_AGAIN) from error
    if reading.root is None:
        _refuse(_DAMAGED)
    _check_styles(reading.root)
    return reading.root


def _refuse_definitions(*_: object) -> NoReturn:
    _refuse("The SVG picture begins with definitions of its own (DOCTYPE), which are not read.")


def _checked_name(name: str) -> str:
    if name in _LETTERS:
        hint = 'Turn the letters into outlines ("convert text to paths") in the program it was made with, or use a PNG.'
        raise FileProblem("The SVG picture holds text, which looks different on every computer.", hint=hint)
    if name not in _KEPT:
        _refuse(f'The SVG picture holds "{name[:30]}", which is not taken into a logo.')
    return name


def _checked(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes that are kept: those of SVG itself, without handlers; a link leads to the picture alone."""
    kept = {}
    for name, words in attributes.items():
        plain = name.removeprefix(_LINK)
        if plain == "href":
            if not _OWN_PLACE.fullmatch(words.strip()):
                _refuse("The SVG picture names another file or address, which is not read.")
            kept["xlink:href"] = words.strip()
        elif " " not in name and not plain.casefold().startswith("on"):
            _check_words(words)
            kept[name] = words
    return kept


def _check_words(words: str) -> None:
    outside = any(not _OWN_PLACE.fullmatch(found.group(2).strip()) for found in _PLACES.finditer(words))
    if outside or words.casefold().count("url(") != len(_PLACES.findall(words)) or "\\" in words:
        _refuse("The SVG picture names another file or address, which is not read.")


def _check_styles(root: _Part) -> None:
    shades = {f"#{part.attributes.get('id')}" for part in _all(root) if part.name in _SHADES}
    for text in (part.text for part in _all(root) if part.text):
        _check_words(text)
        # What a style may repeat is not counted, so that it names colours alone.
        if "@" in text or any(found.group(2).strip() not in shades for found in _PLACES.finditer(text)):
            _refuse("The style of the SVG picture asks for more than colours.")


def _all(part: _Part) -> Iterator[_Part]:
    yield part
    for one in part.inside:
        yield from _all(one)


def _check_repeats(root: _Part) -> None:
    """Refuse a picture whose parts repeat each other until nobody could draw it, or lead in a circle."""
    everywhere = any(_LAYER.search(part.text) for part in _all(root))
    named = {part.attributes["id"]: part for part in _all(root) if "id" in part.attributes}
    measured: dict[int, tuple[int, int]] = {}
    open_parts: set[int] = set()

    def measure(part: _Part) -> tuple[int, int]:
        """Return how many parts are drawn for one, and how many stand one in the other."""
        key = id(part)
        if key in open_parts:
            _refuse("The parts of the SVG picture lead in a circle.")
        if key not in measured:
            open_parts.add(key)
            found = [measure(one) for one in (*part.inside, *(named[name] for name in _targets(part) if name in named))]
            open_parts.discard(key)
            own = SHAPES_A_LAYER if everywhere or _has_layer(part) else 1
            measured[key] = own + sum(count for count, _ in found), 1 + max((deep for _, deep in found), default=0)
        count, deep = measured[key]
        if count > MOST_SHAPES or deep > MOST_DEEP or len(open_parts) > 2 * MOST_DEEP:
            _refuse("The SVG picture has far more parts than a logo.")
        return measured[key]

    measure(root)


def _has_layer(part: _Part) -> bool:
    return any(_LAYER.search(name) for name in part.attributes) or bool(_LAYER.search(part.attributes.get("style", "")))


def _targets(part: _Part) -> Iterator[str]:
    """Yield the ids that a part draws or is drawn with."""
    for words in part.attributes.values():
        yield from (found.group(2).strip()[1:] for found in _PLACES.finditer(words))
    if "xlink:href" in part.attributes:
        yield part.attributes["xlink:href"][1:]


def _measures(root: _Part) -> tuple[int, int, str]:
    """Return the pixels to draw and what of the picture is seen."""
    seen = [_float(word) for word in root.attributes.get("viewBox", "").replace(",", " ").split()]
    if len(seen) != 4:  # noqa: PLR2004 - left, top, width, height
        sides = [_NUMBER.fullmatch(root.attributes.get(side, "")) for side in ("width", "height")]
        seen = [0.0, 0.0, *(float(side.group(1)) if side else math.nan for side in sides)]
    *_, wide, high = seen
    if not all(map(math.isfinite, seen)) or min(wide, high) < _LEAST or max(wide, high) > _MOST:
        _refuse("The SVG picture does not say how large it is.")
    if max(wide, high) > _MOST_TIMES_AS_LONG * min(wide, high):
        _refuse("The picture is so long and narrow that it would print as a line.")
    scale = min(_ROOM[0] / wide, _ROOM[1] / high)
    return max(round(wide * scale), 1), max(round(high * scale), 1), " ".join(f"{value:g}" for value in seen)


def _float(word: str) -> float:
    try:
        return float(word)
    except ValueError:
        return math.nan


def _written(part: _Part) -> str:
    inside = escape(part.text) + "".join(map(_written, part.inside))
    return f"<{part.name}{_attributes(part.attributes)}>{inside}</{part.name}>"


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(words)}" for name, words in attributes.items())


def _refuse(message: str) -> NoReturn:
    raise FileProblem(message, hint=_AGAIN)
