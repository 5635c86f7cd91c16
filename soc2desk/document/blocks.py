"""The dozen kinds of block between text and formats. Renderers read these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from soc2desk.domain.looks import Look as Look  # noqa: PLC0414 - what renderers are handed beside the blocks

if TYPE_CHECKING:
    from datetime import date as Day  # noqa: N812 - a document has a date of its own

    from soc2desk.domain.sketches import Sketch
    from soc2desk.domain.timelines import ChartRow

REFERENCE_WORD = "ref"
"""The text of a run that stands for a printed reference to its target until numbers are known."""
REVISIONS = "revisions"
"""The id of the table that tells which texts of a document were approved; it is about the text and no part of it."""


class Mark(StrEnum):
    """Why a run of text is marked in a draft."""

    NONE = ""
    OPEN = "open"  # nobody answered yet
    SUGGESTED = "suggested"  # a usual value nobody confirmed
    PLANNED = "planned"  # not done yet; said with its date


class Audience(StrEnum):
    """Whom a document is made for."""

    AUDITOR = "auditor"
    INTERNAL = "internal"
    STAFF = "staff"
    CUSTOMER = "customer"


class Kind(StrEnum):
    """What sort of content a table column or a form field takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    BOOLEAN = "boolean"
    PERSON = "person"
    SIGNATURE = "signature"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look. `text` is plain text, never markup.

    `names` are the answers it came from. `target` is a clause, section or document id to link to (no number in it), or
    an https:// or mailto: address; empty for no link.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    mark: Mark = Mark.NONE
    names: tuple[str, ...] = ()
    target: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading. `level` 1 is a section, 2 a subsection; `number` is "4" or "4.1", empty for none."""

    runs: Runs
    level: int = 1
    id: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `style` is body, lead (opening sentence), small (notes) or under (the note of a clause)."""

    runs: Runs
    style: str = "body"


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered clause ("4.2") with a written id ("POL-ACP/reviews/quarterly") and the controls it states."""

    id: str
    runs: Runs
    number: str = ""
    controls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListItem:
    """One bullet or step; `level` 0 stands at the margin, 1 is indented once (also under a clause)."""

    runs: Runs
    level: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A bullet list, or numbered steps when `ordered`."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """Lines with an empty box to tick by hand or in Word."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` for machines, `width` a share of all, `choices` a drop-down, `tones` those that colour a row."""

    key: str
    title: str
    width: float = 1.0
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    tones: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One table row: a tuple of runs for each column. `id` is the id of what it is about; `tone` good/warn/bad/''."""

    cells: tuple[Runs, ...]
    id: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeated header row. `title` names the sheet in a workbook and is the caption elsewhere.

    `blank_rows` are empty rows for handwriting (0 in registers); in a table `to_fill`, empty cells are for writing too.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    id: str = ""
    blank_rows: int = 0
    to_fill: bool = False


@dataclass(frozen=True, slots=True)
class Callout:
    """A boxed note. `tone` is note, warn or law."""

    runs: Runs
    tone: str = "note"
    title: str = ""


@dataclass(frozen=True, slots=True)
class FormField:
    """A labelled space to fill. `value` is printed only for who, what and "due by"; performance stays empty."""

    label: str
    kind: Kind = Kind.TEXT
    help: str = ""
    value: Runs = ()
    choices: tuple[str, ...] = ()
    required: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A record to fill: two columns, label and space."""

    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True)
class SignOff:
    """Lines for signatures: each role gets name, signature and date, all empty."""

    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows over months: drawn where a format draws, and a table of the same days (`columns`) where it does not.

    The scale runs from `start` to `end`. `said` is spoken instead of the drawing. `legend` gives words to the looks of
    stretches and days that are used, `today` a line and its words; None for no line.
    """

    rows: tuple[ChartRow, ...]
    start: Day
    end: Day
    columns: tuple[Column, Column, Column]
    title: str = ""
    said: str = ""
    id: str = ""
    legend: tuple[tuple[str, str], ...] = ()
    today: tuple[Day, str] | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Computed shapes. `said` sums them up and `points` tell each of them, where nothing is drawn or seen."""

    sketch: Sketch
    title: str
    said: str
    points: tuple[str, ...] = ()
    id: str = ""


Drawn = Chart | Picture
Block = Heading | Paragraph | Clause | Bullets | Checklist | Table | Drawn | Callout | Form | SignOff | PageBreak


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the cover: a label and what stands beside it."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Companion:
    """A file beside a document, drawn from blocks of its own in one `format`: a worksheet, a text to paste.

    `name` ends the name of the file; empty takes the title of the document.
    """

    format: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document, ready to be drawn. `date` is ISO; `status` is Draft or Final.

    `kind` is policy, plan, procedure, record, report, register (in landscape), training, sheet, page or packet.
    `version` is the content version printed on the cover; `footer` stands at the foot of every page. `beside` are the
    files of other documents by id, as ../folder/name.
    """

    id: str
    title: str
    kind: str
    audience: Audience
    company: str
    date: str
    blocks: tuple[Block, ...]
    cover: tuple[Fact, ...] = ()
    status: str = "Draft"
    version: str = ""
    language: str = "en-CA"
    landscape: bool = False
    subtitle: str = ""
    footer: str = ""
    keywords: tuple[str, ...] = ()
    companions: tuple[Companion, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


def plain(runs: Runs) -> str:
    """Return the text of runs with no look."""
    return "".join(run.text for run in runs)


def text(words: str, *, bold: bool = False, mark: Mark = Mark.NONE) -> Runs:
    """Return runs of one plain stretch; empty for no words."""
    return (Run(words, bold=bold, mark=mark),) if words else ()
