"""Numbers are computed for print alone; references say them, and ids stay what they are."""

from __future__ import annotations

from soc2desk.document.blocks import Clause, Column, Heading, Paragraph, Row, Run, Table, plain
from soc2desk.document.numbering import number_blocks, places_of, resolve_references
from tests.composed import after, catalogue, clauses, document, of_sample

BODY = (
    Heading((Run("One"),), 1, "A/one"),
    Clause("A/one/first", (Run("x"),)),
    Heading((Run("Deeper"),), 2, "A/deeper"),
    Clause("A/deeper/second", (Run("x"),)),
    Heading((Run("Two"),), 1, "A/two"),
    Clause("A/two/third", (Run("x"),)),
)


def test_sections_count_up_and_clauses_count_within_their_section() -> None:
    numbers = {block.id: block.number for block in number_blocks(BODY) if isinstance(block, Heading | Clause)}
    assert numbers == {
        "A/one": "1",
        "A/one/first": "1.1",
        "A/deeper": "",
        "A/deeper/second": "1.2",
        "A/two": "2",
        "A/two/third": "2.1",
    }


def resolved(target: str, document_id: str = "B") -> Run:
    places = places_of("A", "First policy", number_blocks(BODY))
    written = (Paragraph((Run("ref", target=target),)),)
    (paragraph,) = resolve_references(written, document_id, places, catalogue().phrases)
    assert isinstance(paragraph, Paragraph)
    return paragraph.runs[0]


def test_a_reference_names_document_and_number() -> None:
    assert resolved("A/two").text == "First policy, section 2"
    assert resolved("A/two/third").text == "First policy, clause 2.1"
    assert resolved("A").text == "First policy"
    assert resolved("A/two").target == "A/two"


def test_a_reference_inside_its_own_document_leaves_the_title_out() -> None:
    assert resolved("A/two", "A").text == "section 2"


def test_a_reference_to_a_dropped_section_names_the_document() -> None:
    assert resolved("A/dropped") == Run("First policy", target="A")


def test_a_cell_that_only_leads_to_a_dropped_section_says_that_it_is_not_examined() -> None:
    places = places_of("A", "First policy", number_blocks(BODY))
    lost, written = Run("ref", target="A/dropped"), (Run("see "), Run("ref", target="A/dropped"))
    table = Table((Column("steps", "Steps"),), (Row(((lost,),)), Row((written,))))
    (found,) = resolve_references((table,), "A", places, catalogue().phrases)
    assert isinstance(found, Table)
    assert [plain(row.cells[0]) for row in found.rows] == ["not part of the examination", "see First policy"]


def test_a_reference_to_a_document_that_is_not_here_is_no_link() -> None:
    assert resolved("Z/limits") == Run("a document outside this packet")


def test_other_links_and_the_word_ref_itself_stay_as_written() -> None:
    links = (Run("ref", target="https://example.org"), Run("the terms", target="A/two"), Run("ref"))
    places = places_of("A", "First policy", number_blocks(BODY))
    (paragraph,) = resolve_references((Paragraph(links),), "B", places, catalogue().phrases)
    assert paragraph.runs == links  # type: ignore[union-attr]


def test_numbers_close_up_where_a_clause_falls_away_and_ids_do_not_move() -> None:
    before, later = of_sample("brightwater"), after("brightwater", "has_office=no")
    first, then = clauses(before, "POL-OFF"), clauses(later, "POL-OFF")
    gone = {name for name in first if "badge" in name}
    assert gone
    assert not gone & then.keys()
    assert first.keys() & then.keys()
    for doc_id in ("POL-OFF", "POL-IRP", "POL-ACP"):
        headings = [b for b in document(later, doc_id).blocks if isinstance(b, Heading) and b.level == 1]
        sections = [heading.number for heading in headings[:-1]]
        assert headings[-1].id == f"{doc_id}/revision-table"
        assert sections == [str(i) for i in range(1, len(sections) + 1)]
        for section in sections:
            inside = [c.number for c in clauses(later, doc_id).values() if c.number.startswith(f"{section}.")]
            assert inside == [f"{section}.{i}" for i in range(1, len(inside) + 1)]


def test_every_printed_reference_points_to_a_place_that_exists() -> None:
    for made in (of_sample("brightwater"), of_sample("clinique-erable"), after("tamarack", "develops_software=no")):
        ids = {one.id for one in made.documents}
        ids |= {b.id for one in made.documents for b in one.blocks if isinstance(b, Heading | Clause)}
        targets = {
            run.target
            for one in made.documents
            for block in one.blocks
            if hasattr(block, "runs")
            for run in block.runs
            if run.target and ":" not in run.target
        }
        assert targets
        assert targets <= ids


def test_no_text_is_left_as_the_bare_word_for_a_reference() -> None:
    for one in of_sample("brightwater").documents:
        assert not any(plain(b.runs) == "ref" for b in one.blocks if isinstance(b, Paragraph))
