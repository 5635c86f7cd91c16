"""Documents for the tests of the web page and the workbook: every kind of block, and what people really type."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from soc2desk.document.blocks import (
    Audience,
    Block,
    Bullets,
    Callout,
    Chart,
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
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Row,
    Run,
    SignOff,
    Table,
    text,
)
from soc2desk.domain.sketches import Anchor, Area, Lettering, Paint, Panel, Sketch, Stroke
from soc2desk.domain.timelines import ChartRow, DayMark, MarkLook, Span, SpanLook

LOOK = Look(accent="#7a2048", prepared_by="A & B Advisers <LLP>")
HOSTILE = "<script>alert('x')</script> & =1+1 {{ name }} \x00\x0b\ud800 Ünïcode 審査 \U0001f512"

VENDORS = Table(
    columns=(
        Column("id", "Id", 0.6),
        Column("name", "Vendor", 1.5),
        Column("does", "What it does", 3.0, Kind.LONG_TEXT),
        Column("risk", "Risk", 0.8, Kind.CHOICE, ("Low", "Medium", "High")),
        Column("staff", "Staff", 0.6, Kind.NUMBER),
        Column("reviewed", "Last review", 1.0, Kind.DATE),
    ),
    rows=(
        Row((text("V-01"), text("Cloud Host"), text("Runs servers"), text("High"), text("1200"), text("2026-03-31"))),
        Row(
            (
                text("V-02"),
                text("Pay & Roll <Inc.>"),
                text("=HYPERLINK('x')\nsecond line"),
                text("Low"),
                text("007"),
                text("not reviewed yet", mark=Mark.OPEN),
            ),
            tone="bad",
        ),
        Row(
            (
                text("V-03"),
                text("Mail", mark=Mark.SUGGESTED),
                (Run("Sends mail", target="https://example.com/mail"),),
                text("Medium"),
                text("-4.5"),
                text("2026-02-30"),
            ),
            tone="warn",
        ),
    ),
    title="Vendors: list/2026",
    id="vendors",
)

WINDOW = Chart(
    (
        ChartRow("Examined <period>", (Span(date(2027, 1, 1), date(2027, 6, 30), SpanLook.WINDOW),)),
        ChartRow("Access", is_head=True),
        ChartRow("ACC-07 Review", (), (DayMark(date(2027, 3, 31)), DayMark(date(2027, 6, 30), MarkLook.LATE))),
    ),
    date(2027, 1, 1),
    date(2027, 6, 30),
    (Column("what", "What"), Column("stretch", "From and to"), Column("days", "On these days")),
    title="The window",
    said="Half a year with two reviews.",
    id="window",
    legend=(("window", "examined"), ("late", "overdue")),
    today=(date(2027, 2, 1), "Today"),
)

PICTURE = Picture(
    Sketch(
        300,
        120,
        (
            Panel(10, 10, 120, 40, Paint.TINT, Paint.ACCENT, round=4),
            Lettering(70, 33, "Users & <staff>", 9, Anchor.MIDDLE, bold=True),
            Stroke(((130, 30), (200, 30)), Paint.ACCENT, 1.2, dashed=True),
            Area(((200, 30), (194, 27), (194, 33)), Paint.ACCENT),
            Lettering(165, 26, "data", 7, Anchor.MIDDLE, paint=Paint.MUTED),
            Panel(200, 10, 90, 100, Paint.NONE, Paint.MUTED, dashed=True),
            Lettering(290, 104, "Service", 8, Anchor.END),
        ),
    ),
    title="Who sends <what>",
    said="Users & <staff> send data to the service.",
    points=("Users & <staff>: data",),
    id="flow",
)

FORM = Form(
    fields=(
        FormField("Who reviewed", Kind.PERSON, "Name of the reviewer", text("Dana Roy")),
        FormField("Day of the review", Kind.DATE),
        FormField("Result", Kind.CHOICE, choices=("Kept", "Removed")),
        FormField("Was it complete?", Kind.BOOLEAN, required=False),
        FormField("Notes", Kind.LONG_TEXT),
        FormField("Signature", Kind.SIGNATURE),
    )
)

BLOCKS: tuple[Block, ...] = (
    Heading(text("Purpose"), 1, "POL-ACP/purpose", "1"),
    Paragraph(text("Who may see what, and why."), "lead"),
    Paragraph(
        (Run("See "), Run("clause 2.1", target="POL-ACP/reviews/quarterly"), Run(" and another.", target="POL-X"))
    ),
    Heading(text("Reviews"), 1, "POL-ACP/reviews", "2"),
    Clause(
        "POL-ACP/reviews/quarterly",
        (
            Run("Access is reviewed every "),
            Run("quarter", bold=True, mark=Mark.SUGGESTED),
            Run(" by "),
            Run("[who reviews access]", mark=Mark.OPEN),
            Run(", from 2027-01-15", mark=Mark.PLANNED),
            Run("."),
        ),
        "2.1",
        ("ACC-07", "ACC-08"),
    ),
    Bullets((ListItem(text("one")), ListItem(text("one and a half"), 1), ListItem(text("two")))),
    Bullets((ListItem(text("first")), ListItem(text("second"))), ordered=True),
    Heading(text("Details"), 2, "POL-ACP/details", "2.2"),
    Paragraph((Run("mail", italic=True, target="mailto:a@example.com"), Run(" code", code=True))),
    Paragraph((Run("bad link", target="javascript:alert(1)"),)),
    Heading(text("Vendors"), 1, "POL-ACP/vendors", "3"),
    VENDORS,
    Paragraph(text("Reviewed once a year."), "small"),
    WINDOW,
    PICTURE,
    Callout(text("The law asks for this."), "law", "Law 25"),
    PageBreak(),
    Heading(text("Record"), 1, "POL-ACP/record", "4"),
    Checklist((ListItem(text("Export the list")), ListItem(text("Compare it"), 1))),
    FORM,
    SignOff(("Owner", "Reviewer")),
    Paragraph(text(HOSTILE)),
)


def document(*blocks: Block) -> Document:
    """Return a document of these blocks; of every kind of block for none."""
    return Document(
        id="POL-ACP",
        title="Access <Control> Policy",
        kind="policy",
        audience=Audience.AUDITOR,
        company="Électro & Café Inc.",
        date="2026-11-20",
        blocks=blocks or BLOCKS,
        cover=(Fact("Owner", text("Head of IT")), Fact("Open answers", text("3", mark=Mark.OPEN))),
        version="2026.1",
        subtitle="Who may see what",
        footer="Draft: not approved & not final",
        keywords=("access", "review"),
    )


def register(*tables: Table) -> Document:
    """Return a register of these tables; of the vendors for none."""
    return replace(document(*(tables or (VENDORS,))), kind="register", title="Vendor register", landscape=True)
