"""Text stays text in Word, in every script."""

from __future__ import annotations

from soc2desk.document.blocks import Clause, Mark, Paragraph, Run, text
from tests.renderers.word_file import HOSTILE, HOSTILE_KEPT, body, found, made, values, words


def test_hostile_text_comes_out_as_the_text_it_is() -> None:
    whole = words(body(made(Paragraph(text(HOSTILE)), Paragraph(text("W" * 10_000)), Paragraph(text("a\r\nb\tc")))))
    assert HOSTILE_KEPT in whole
    assert "W" * 10_000 in whole
    assert "a\nbc" in whole


def test_scripts_are_told_to_word() -> None:
    whole = body(made(Paragraph(text("Policy שלום עולם 政策")), Paragraph(text("مرحبا, policy"))))
    rtl = [words(run) for run in found(whole, ".//w:r") if found(run, "w:rPr/w:rtl")]
    east = [words(run) for run in found(whole, ".//w:r") if values(run, "w:rPr/w:rFonts", "hint") == ["eastAsia"]]
    turned = [words(line) for line in found(whole, ".//w:p") if found(line, "w:pPr/w:bidi")]
    assert (rtl, east, turned) == (["שלום עולם", "مرحبا"], ["政策"], ["مرحبا, policy"])


def test_marks_and_controls_have_a_look_of_their_own() -> None:
    runs = tuple(Run(mark.value, mark=mark) for mark in (Mark.OPEN, Mark.SUGGESTED, Mark.PLANNED))
    whole = body(made(Clause("c", runs, "1.1", ("AC-01", "AC-02"))))
    looks = {words(run).strip(): values(run, "w:rPr/w:rStyle")[0] for run in found(whole, ".//w:r[w:rPr]")}
    expected = {
        "open": "OpenMark",
        "suggested": "SuggestedMark",
        "planned": "PlannedMark",
        "[AC-01, AC-02]": "ControlIds",
    }
    assert expected.items() <= looks.items()
