"""A Word file to look into: a document of every kind of block, and how to find things in its parts."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from lxml import etree

from soc2desk.document.blocks import (
    Audience,
    Block,
    Bullets,
    Callout,
    Checklist,
    Clause,
    Column,
    Document,
    Fact,
    Form,
    FormField,
    Heading,
    Kind,
    ListItem,
    Look,
    PageBreak,
    Paragraph,
    Row,
    Run,
    SignOff,
    Table,
    text,
)
from soc2desk.renderers.docx import render

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
W = f"{{{NS['w']}}}"
HOSTILE = "<b>&\"' {{ x }} ]]> \x00\x0b\ud800\uffff مرحبا 政策 \U0001f600"
HOSTILE_KEPT = "<b>&\"' {{ x }} ]]>  مرحبا 政策 \U0001f600"


def made(*blocks: Block, kind: str = "policy") -> Document:
    return Document("POL-ACP", "Access", kind, Audience.AUDITOR, "Maple Inc.", "2026-11-22", blocks)


def parts(document: Document, look: Look | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(render(document, look or Look()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(document: Document) -> etree._Element:
    return etree.fromstring(parts(document)["word/document.xml"])


def words(node: etree._Element) -> str:
    return "".join(part.text or "" if part.tag == f"{W}t" else "\n" for part in node.iter(f"{W}t", f"{W}br"))


def found(node: etree._Element, path: str) -> list[etree._Element]:
    return node.findall(path, NS)


def values(node: etree._Element, path: str, name: str = "val") -> list[str]:
    return [str(each.get(f"{W}{name}")) for each in found(node, path)]


def section(number: str) -> Heading:
    return Heading(text("Section"), 1, f"s{number}", number)


def clause(number: str) -> Clause:
    return Clause(f"c{number}", text("Clause"), number)


def everything() -> Document:
    runs = (Run(HOSTILE, bold=True), Run("see", target="s1"), Run("web", target="https://example.com/?a=1&b=<2>"))
    columns = (
        Column("a", "Who", 1),
        Column("b", "Result", 2, Kind.CHOICE, ("<yes>", "no", "no")),
        Column("c", "Done on", 1, Kind.DATE),
        Column("d", "Checked", 0, Kind.BOOLEAN),
        Column("e", "Count", -1, Kind.NUMBER),
    )
    fields = tuple(FormField(f"{kind} {HOSTILE * 5}", kind, HOSTILE, choices=("a" * 300, "b")) for kind in Kind)
    blocks: tuple[Block, ...] = (
        *(block for at in "123" for block in (section(at), clause(f"{at}.1"), clause(f"{at}.7"), section(""))),
        Heading(runs, 2, "s1", "3.8"),
        Clause("c1.1", runs, "X", ("<AC>",)),
        *(Paragraph(runs, style) for style in ("body", "lead", "small", "odd")),
        Bullets((ListItem(runs), ListItem(runs, 9))),
        Bullets((ListItem(runs), ListItem(runs, 1), ListItem(runs, 2)), ordered=True),
        Bullets((), ordered=True),
        Checklist((ListItem(runs), ListItem(runs, 1))),
        Table(columns, (Row((runs,), "r", "good"), Row((runs,) * 9, "r", "odd")), HOSTILE, "t", 2),
        Table((), ()),
        *(Callout(runs, tone, HOSTILE) for tone in ("note", "warn", "law", "odd")),
        Form(fields),
        Form(()),
        SignOff((HOSTILE, "")),
        SignOff(()),
        PageBreak(),
    )
    facts = (Fact(HOSTILE, runs), Fact("", ()))
    return replace(made(*blocks), cover=facts, subtitle=HOSTILE, footer=HOSTILE * 99, title=HOSTILE * 99, version="2")
