"""The structure tree of a tagged PDF: what each piece of text is, for people who listen to a document."""

from __future__ import annotations

from dataclasses import dataclass

LIST_BULLETS = "/A << /O /List /ListNumbering /Disc >>"
LIST_STEPS = "/A << /O /List /ListNumbering /Decimal >>"
COLUMN_HEAD = "/A << /O /Table /Scope /Column >>"
ROW_HEAD = "/A << /O /Table /Scope /Row >>"


@dataclass(frozen=True, slots=True)
class Content:
    """A stretch of marked content: the page it stands on, from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Linked:
    """A link's area on a page: the page, from 0, and the number of its object in the file."""

    page: int
    object_number: int


class Element:
    """One element of the tree: a tag, what it holds in reading order, and its object number once it is written."""

    __slots__ = ("attributes", "held", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None = None, attributes: str = "", *, later: bool = False) -> None:
        """Make an element inside a parent. `later` leaves it out until something of it is drawn, in its place."""
        self.tag = tag
        self.parent = parent
        self.attributes = attributes
        self.kids: list[Element | Content | Linked] = []
        self.number = 0
        self.held = parent is None
        if not later:
            self.hold()

    def hold(self) -> None:
        """Take the place among the parent's kids, once."""
        if not self.held and self.parent is not None:
            self.parent.kids.append(self)
            self.held = True

    def appear(self) -> None:
        """Take the place, and let those above that were left out take theirs."""
        if self.parent is not None:
            self.parent.appear()
            self.hold()

    def walk(self) -> list[Element]:
        """Return this element and all under it, parents first."""
        found = [self]
        for element in found:
            found.extend(kid for kid in element.kids if isinstance(kid, Element))
        return found


def written(element: Element, root_number: int, page_numbers: list[int]) -> bytes:
    """Return the PDF object of an element; all elements and pages must have their numbers."""
    parent = element.parent.number if element.parent else root_number
    pages = {kid.page for kid in element.kids if isinstance(kid, Content)}
    own = pages.pop() if len(pages) == 1 else None  # content of one page needs no page of its own
    kids = " ".join(_kid(kid, page_numbers, own) for kid in element.kids)
    page = "" if own is None else f" /Pg {page_numbers[own]} 0 R"
    attributes = f" {element.attributes}" if element.attributes else ""
    return f"<< /S /{element.tag} /P {parent} 0 R{page}{attributes} /K [{kids}] >>".encode("ascii")


def _kid(kid: Element | Content | Linked, page_numbers: list[int], own: int | None) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Content) and kid.page == own:
        return str(kid.number)
    page = f"/Pg {page_numbers[kid.page]} 0 R"
    if isinstance(kid, Content):
        return f"<< /Type /MCR {page} /MCID {kid.number} >>"
    return f"<< /Type /OBJR {page} /Obj {kid.object_number} 0 R >>"
