"""Runs of a document as WordprocessingML: bold, italic, code, marks and links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.document.blocks import Mark, plain
from soc2desk.renderers.docx_text import paragraph, span

if TYPE_CHECKING:
    from soc2desk.document.blocks import Run, Runs
    from soc2desk.renderers.docx_writing import Writing

MARK_STYLES = {Mark.OPEN: "OpenMark", Mark.SUGGESTED: "SuggestedMark", Mark.PLANNED: "PlannedMark"}


def runs_xml(runs: Runs, writing: Writing) -> str:
    """Return the runs of a paragraph, links included."""
    return "".join(_run_xml(run, writing) for run in runs if run.text)


def _run_xml(run: Run, writing: Writing) -> str:
    link = writing.link(run.target) if run.target else ""
    look = ("<w:b/><w:bCs/>" if run.bold else "") + ("<w:i/><w:iCs/>" if run.italic else "")
    style = MARK_STYLES.get(run.mark, "") or ("Hyperlink" if link else "")
    drawn = span(run.text, style or ("Code" if run.code else ""), look, fixed=run.code and bool(style))
    return f"{link}{drawn}</w:hyperlink>" if link else drawn


def worded(style: str, runs: Runs, writing: Writing) -> str:
    """Return a paragraph of a style that holds `runs`."""
    return paragraph(style, runs_xml(runs, writing), words=plain(runs))
