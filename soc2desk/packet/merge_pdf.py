"""One PDF of many, without laying any page out anew: pages, tags, bookmarks and links are joined, and pages numbered.

Each part is a file of ours: one tree of tags, keys of pages before keys of links, fonts named in one place.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from soc2desk.domain.problems import ContentProblem
from soc2desk.renderers.pdf_letters import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LOW, _SIZE = 22.0, 7.0  # where the number of a page stands above its lower edge, and how tall it is, in points
_GREY = "0.337 0.38 0.435 rg"
_ABOVE = 800.0


@dataclass(frozen=True, slots=True)
class Part:
    """A file to join: its path in the packet, by which links of others name it, its title as a bookmark, its bytes."""

    path: str
    title: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is printed on each page: `words` of its number from 1 and of how many there are, in a font of the front.

    `font` is the name of the font as its file has it; `width` tells how wide words are at size 1.
    """

    words: Callable[[int, int], str]
    font: str
    width: Callable[[str], float]


@dataclass(slots=True)
class _Joined:
    """What has been joined so far. `named` holds, by path, the places that links of other documents name."""

    file: Pdf
    trees: list[pikepdf.Object] = field(default_factory=list)
    keys: list[pikepdf.Object | int] = field(default_factory=list)
    marks: list[pikepdf.Object] = field(default_factory=list)
    named: dict[str, pikepdf.Object] = field(default_factory=dict)
    fonts: dict[bytes, pikepdf.Object] = field(default_factory=dict)
    base: int = 0


def merged(front: Part, parts: Sequence[Part], stamp: Stamp) -> bytes:
    """Return one PDF: the front, whose title and language it takes, then the parts in their order.

    Raises ContentProblem naming the part that cannot be read.
    """
    with _opened(front.content, front.title) as file:
        joined = _Joined(file)
        _take_front(front, joined)
        opened = [_append(part, joined) for part in parts]
        _write_tree(joined)
        _write_bookmarks(joined)
        _lead_links(joined)
        _number_pages(stamp, joined)
        made = BytesIO()
        file.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        for one in opened:
            one.close()
    return made.getvalue()


def _opened(content: bytes, title: str) -> Pdf:
    try:
        file = Pdf.open(BytesIO(content))
        if "/StructTreeRoot" not in file.Root:
            raise ContentProblem("A document is not tagged and cannot be joined with others.", where=title)
    except pikepdf.PdfError as error:
        message = "A document cannot be read back as PDF, and so the packet cannot be made one file."
        raise ContentProblem(message, where=title, hint="Build the packet again.") from error
    return file


def _take_front(front: Part, joined: _Joined) -> None:
    _take(front, joined, joined.file.Root.StructTreeRoot, joined.file.Root.get("/Outlines"), 0)


def _append(part: Part, joined: _Joined) -> Pdf:
    """Append a part; its file has to stay open until the whole is saved."""
    source = _opened(part.content, part.title)
    begins = len(joined.file.pages)
    joined.file.pages.extend(source.pages)
    tree = joined.file.copy_foreign(source.Root.StructTreeRoot)
    outline = source.Root.get("/Outlines")
    if "/Names" in source.Root:
        joined.named[part.path] = joined.file.copy_foreign(source.Root.Names)
    _take(part, joined, tree, joined.file.copy_foreign(outline) if outline is not None else None, begins)
    return source


def _take(part: Part, joined: _Joined, tree: pikepdf.Object, outline: pikepdf.Object | None, begins: int) -> None:
    _take_tags(joined, tree, begins)
    _share_fonts(joined, joined.file.pages[begins].obj.Resources.Font)
    joined.marks.append(_bookmark(part.title, begins, outline, joined))


def _take_tags(joined: _Joined, tree: pikepdf.Object, begins: int) -> None:
    """Move the keys of pages and links behind those that are taken, and keep what they lead to."""
    numbers = list(tree.ParentTree.Nums)
    for at in range(0, len(numbers), 2):
        joined.keys += [int(numbers[at]) + joined.base, numbers[at + 1]]
    for page in list(joined.file.pages)[begins:]:
        page.obj.StructParents = int(page.obj.StructParents) + joined.base
        for link in page.obj.get("/Annots", ()):
            link.StructParent = int(link.StructParent) + joined.base
    joined.base += int(tree.ParentTreeNextKey)
    tree.K.S = Name.Part
    joined.trees.append(tree.K)


def _share_fonts(joined: _Joined, fonts: pikepdf.Object) -> None:
    """Let equal font files be one."""
    for name in fonts.keys():  # noqa: SIM118 - a dictionary of pikepdf
        described = fonts[name].get("/FontDescriptor")
        if described is not None:
            key = hashlib.sha256(described.FontFile2.read_raw_bytes()).digest()
            described.FontFile2 = joined.fonts.setdefault(key, described.FontFile2)


def _write_tree(joined: _Joined) -> None:
    file = joined.file
    root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(joined.trees)))
    for tree in joined.trees:
        tree.P = whole
    root.K = whole
    root.ParentTree = file.make_indirect(Dictionary(Nums=Array(joined.keys)))
    root.ParentTreeNextKey = joined.base
    file.Root.StructTreeRoot = root
    del file.Root["/Names"]


def _bookmark(title: str, begins: int, outline: pikepdf.Object | None, joined: _Joined) -> pikepdf.Object:
    """Return the bookmark of a document, closed, with those of its sections below and nothing below these."""
    mark = joined.file.make_indirect(Dictionary(Title=String(title), Dest=_place(begins, joined)))
    above = outline.get("/First") if outline is not None else None  # its title, which the mark says
    if above is None or "/First" not in above:
        return mark
    section: pikepdf.Object | None = above.First
    count = 0
    while section is not None:
        section.Parent = mark
        for name in ("/First", "/Last", "/Count"):
            if name in section:
                del section[name]
        section, count = section.get("/Next"), count + 1
    mark.First, mark.Last, mark.Count = above.First, above.Last, -count
    return mark


def _write_bookmarks(joined: _Joined) -> None:
    root = joined.file.make_indirect(Dictionary(Type=Name.Outlines, Count=len(joined.marks)))
    root.First, root.Last = joined.marks[0], joined.marks[-1]
    for at, mark in enumerate(joined.marks):
        mark.Parent = root
        if at:
            mark.Prev = joined.marks[at - 1]
        if at + 1 < len(joined.marks):
            mark.Next = joined.marks[at + 1]
    joined.file.Root.Outlines = root
    joined.file.Root.PageMode = Name.UseOutlines
    joined.file.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def _lead_links(joined: _Joined) -> None:
    """Let links that lead to another file lead to its pages here."""
    known: dict[str, dict[str, pikepdf.Object]] = {}
    for page in joined.file.pages:
        for link in page.obj.get("/Annots", ()):
            if "/A" in link and str(link.A.S) == "/GoToR":
                path, wanted = str(link.A.F).removeprefix("../"), str(link.A.D)
                if path not in known:
                    known[path] = _places(joined.named[path])
                link.Dest = known[path].get(wanted, known[path][wanted.partition("/")[0]])
                del link["/A"]


def _places(named: pikepdf.Object) -> dict[str, pikepdf.Object]:
    """Return the places of a document by their ids."""
    pairs = list(named.Dests.Names)
    return {str(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)}


def _place(at: int, joined: _Joined) -> Array:
    return Array([joined.file.pages[at].obj, Name.XYZ, 0, _ABOVE, None])


def _number_pages(stamp: Stamp, joined: _Joined) -> None:
    """Print on each page its number in the whole, as decoration that is not read aloud."""
    pages = list(joined.file.pages)
    font = _font(pages[0].obj.Resources.Font, stamp.font)
    for at, page in enumerate(pages, 1):
        page.obj.Resources.Font.Whole = font
        words = stamp.words(at, len(pages))
        left = (float(page.obj.MediaBox[2]) - stamp.width(words) * _SIZE) / 2
        shown = words.encode("ascii").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        head = f"/Artifact <</Type /Pagination>> BDC BT /Whole {number(_SIZE)} Tf {_GREY}"
        drawn = f"{head} 1 0 0 1 {number(left)} {number(_LOW)} Tm (".encode("ascii") + shown + b") Tj ET EMC"
        page.obj.Contents = Array([page.obj.Contents, joined.file.make_stream(drawn)])


def _font(fonts: pikepdf.Object, name: str) -> pikepdf.Object:
    """Return the font whose codes are those of plain letters."""
    for key in sorted(fonts.keys()):
        if key.endswith("+0") and str(fonts[key].BaseFont).endswith(name):
            return fonts[key]
    raise ContentProblem("The front of the packet lacks the font of its page numbers.", where=name)
