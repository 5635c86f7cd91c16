"""Whatever a person types is text and nothing else, in every format."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import docx
import openpyxl
import pypdfium2
import pytest

from soc2desk.app.desk import open_desk
from soc2desk.reading.yaml_write import write_yaml
from soc2desk.storage.codec import project_to_plain
from tests.cli.driving import DAY, Run, half_made
from tests.composed import catalogue, changed, sample

if TYPE_CHECKING:
    from pathlib import Path

MARKDOWN = "# **Bold** [link](http://example.com) `code` | cell | {#id} [ACC-07]"
HTML = "<script>alert('1')</script> & <b>Sons</b> &amp; ]]> <!-- -->"
JINJA = "{{ company }} {% if true %} {# note #} {{ 7*7 }} ${HOME} %(name)s {0}"
FORMULA = '=HYPERLINK("http://example.com","x")'
RTL = "شركة الأمان المحدودة"
CJK = "株式会社東京セキュリティ"
EMOJI = "Maple \U0001f341 Team \U0001f469\u200d\U0001f4bb"
CONTROLS = "Acme\x00\x08\x1b[31m\ud800 Ltd"
LONG = "word " * 2000
NAMES = {
    "markdown": MARKDOWN, "html": HTML, "jinja": JINJA, "formula": FORMULA, "rtl": RTL, "cjk": CJK, "emoji": EMOJI,
    "no": "No", "null": "Null", "007": "007", "tilde": "~", "device": "CON", "dots": "..", "slash": "../../etc/passwd",
}  # fmt: skip

OF_THE_FILE = {"no", "null", "007", "tilde", "device", "dots", "slash"}


class Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def flat(words: str) -> str:
    """Return words without any white space: where a line breaks is no matter here."""
    return re.sub(r"\s+", "", words)


def words_of(file: Path) -> str:
    """Return all text of one file as another program reads it."""
    match file.suffix:
        case ".docx":
            return "".join(docx.Document(str(file)).element.xpath("string(.)"))
        case ".xlsx":
            book = openpyxl.load_workbook(file)
            cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
            assert not [cell for cell in cells if cell.data_type == "f"]
            return "\n".join(str(cell.value) for cell in cells)
        case ".pdf":
            with pypdfium2.PdfDocument(file) as opened:
                return "\n".join(page.get_textpage().get_text_range() for page in opened)
        case _:
            read = Text()
            read.feed(file.read_text(encoding="utf-8"))
            assert not read.tags & {"script", "b", "img", "iframe"}
            return "".join(read.words)


def built(run: Run, tmp_path: Path, company: str, *more: str, formats: str = "docx,pdf,xlsx,html") -> Path:
    project = changed(sample("tamarack"), *(f"{line}" for line in more))
    plain = project_to_plain(project, catalogue())
    plain["answers"] = {**plain["answers"], "company": company}
    file = tmp_path / "mine.yaml"
    file.write_text(write_yaml(plain), encoding="utf-8")
    wishes = ("--only", "POL-ACP", "REG-PPL", "--formats", formats, "--date", DAY, "--jobs", "1")
    ran = run("build", file, "--out", tmp_path / "out", *wishes, "--quiet")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert half_made(tmp_path / "out") == []
    (folder,) = (path for path in (tmp_path / "out").iterdir() if path.is_dir())
    assert (tmp_path / "out" / f"{folder.name}.zip").is_file()
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*-2026-11-20-part", folder.name)
    return folder


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_is_text_in_every_format(kind: str, run: Run, tmp_path: Path) -> None:
    name = NAMES[kind]
    # What only looks strange in the answers file or as the name of a folder is one text like any other to a format.
    folder = built(run, tmp_path, name, formats="html" if kind in OF_THE_FILE else "docx,pdf,xlsx,html")
    # What is drawn from right to left, and pictures without a letter, come back from a PDF in other ways.
    for file in (path for path in folder.rglob("*") if path.suffix in {".docx", ".xlsx", ".html"}):
        assert flat(name) in flat(words_of(file)), file.name
    for file in folder.rglob("*.pdf"):
        read = flat(words_of(file))
        assert read
        assert kind in {"rtl", "emoji"} or flat(name) in read, file.name


def test_people_and_tools_are_text_too(run: Run, tmp_path: Path) -> None:
    folder = built(
        run, tmp_path, "Acme", f"people.renee-claire-muise.name={HTML}", f"people.renee-claire-muise.title={JINJA}",
        f"identity_provider={MARKDOWN}",
    )  # fmt: skip
    for file in folder.glob("*/REG-PPL*"):
        words = flat(words_of(file))
        assert flat(HTML) in words, file.name
        assert flat(JINJA) in words, file.name
    for file in folder.glob("*/POL-ACP*"):
        words = flat(words_of(file))
        assert flat(HTML) in words, file.name
        assert "49" not in re.findall(r"\b49\b", words)


def test_control_characters_are_dropped_and_nothing_else(run: Run, tmp_path: Path) -> None:
    run("new", "acme", "--sample", "tamarack")
    assert run("set", "acme", f"company={CONTROLS.replace(chr(0), '')}").code == 0
    wishes = ("--only", "POL-ACP", "--formats", "docx,pdf,html", "--date", DAY, "--jobs", "1")
    assert run("build", "acme", "--out", tmp_path / "out", *wishes).code == 0
    for file in (tmp_path / "out").glob("*/*/POL-ACP*"):
        assert "Acme[31mLtd" in flat(words_of(file)), file.name
    assert "\x1b" not in run("projects").out


def test_ten_thousand_characters_are_printed_whole(run: Run, tmp_path: Path) -> None:
    folder = built(run, tmp_path, "Acme", f"people.renee-claire-muise.note={LONG}", f"identity_provider={LONG}")
    for file in folder.glob("*/POL-ACP*"):
        assert flat(words_of(file)).count("word") >= 2000, file.name


def test_a_name_of_no_letters_takes_the_name_of_the_file(run: Run, tmp_path: Path) -> None:
    assert built(run, tmp_path, CJK).name == f"mine-{DAY}-part"


def test_a_sample_is_what_the_desk_reads() -> None:
    desk = open_desk()
    assert desk.answers_file(desk.sample("tamarack")).project == sample("tamarack")
