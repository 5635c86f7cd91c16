"""The style sheet of the web page: white paper on a quiet desk, readable on a phone, tidy in print."""

from __future__ import annotations

from soc2desk.renderers.safe import accent_of

_SCREEN = """
html { color-scheme: light; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: #e9edf2; color: #1b2430; font: 16px/1.55 Georgia, "Times New Roman", serif; }
.paper { max-width: 46rem; margin: 1.5rem auto; padding: 3rem 3.5rem; background: #ffffff; border-top: 6px solid ACCENT;
  box-shadow: 0 1px 6px rgba(20, 30, 50, 0.25); overflow-wrap: break-word; }
.paper.wide { max-width: 72rem; }
h1, h2, h3, h4, h5, h6, th, dt, caption, .company, .status, .subtitle, .callout-title, nav, footer, .controls
  { font-family: "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { margin: 0.2rem 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.2rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 2px solid ACCENT; font-size: 1.3rem; }
h3 { margin: 1.6rem 0 0.4rem; font-size: 1.08rem; }
h4, h5, h6 { margin: 1.2rem 0 0.3rem; font-size: 1rem; }
p { margin: 0.55rem 0; }
a { color: #174f92; }
:target { outline: 3px solid #f2c14e; outline-offset: 3px; }
code { padding: 0 0.2em; background: #eef1f5; font: 0.9em Consolas, Menlo, monospace; }
.skip { position: absolute; left: -60rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: #ffffff; }
.company, .status, .subtitle { margin: 0; color: #56616f; }
.subtitle { font-size: 1.1rem; }
.status { margin-top: 0.6rem; font-weight: bold; }
dl.cover { margin: 1.4rem 0; padding: 0.8rem 0; border-top: 1px solid #ccd1d8; border-bottom: 1px solid #ccd1d8; }
dl.cover div { display: flex; gap: 1rem; }
dl.cover dt { flex: 0 0 11rem; color: #56616f; }
dl.cover dd { flex: 1; margin: 0; }
nav { margin: 1.4rem 0; font-size: 0.92rem; }
nav ul { margin: 0.3rem 0; padding: 0; list-style: none; }
.number { margin-right: 0.5em; color: #56616f; }
.lead { font-size: 1.12rem; }
.small, .help, .legend { color: #56616f; font-size: 0.88rem; }
.clause { margin-left: 3rem; }
.clause > .number { float: left; min-width: 2.5rem; margin: 0 0 0 -3rem; font-weight: bold; }
.controls { color: #56616f; font-size: 0.75rem; }
ul, ol { margin: 0.4rem 0; padding-left: 1.6rem; }
.indented { margin-left: 3rem; }
ul.checklist, ul.checklist ul { padding-left: 0.4rem; list-style: none; }
ul.checklist li { padding-left: 1.7rem; text-indent: -1.7rem; }
.box { display: inline-block; width: 1.7rem; text-indent: 0; }
.scroll { margin: 1rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.92rem; line-height: 1.4; }
caption { padding: 0.3rem 0; font-weight: bold; text-align: left; }
th, td { padding: 0.4rem 0.55rem; border: 1px solid #ccd1d8; text-align: left; vertical-align: top; }
thead th { background: #eef1f5; border-bottom: 2px solid ACCENT; }
tbody th { font-weight: normal; }
.amount { text-align: right; }
tr.good > :first-child { border-left: 5px solid #1d7a46; }
tr.warn > :first-child { border-left: 5px solid #b07800; }
tr.bad > :first-child { border-left: 5px solid #b3261e; }
tr.warn > * { background: #fffaee; }
tr.bad > * { background: #fdf3f2; }
table.form th { width: 38%; background: #f6f7f9; }
.tall { height: 5rem; }
.space { height: 2rem; }
.choice { white-space: nowrap; margin-right: 1.2em; }
.callout { margin: 1.1rem 0; padding: 0.6rem 1rem; border-left: 5px solid ACCENT; background: #f1f5fa; }
.callout.warn { border-left-color: #b07800; background: #fff6e0; }
.callout.law { border-left-color: #6a4c93; background: #f5f1fa; }
.callout-title { font-weight: bold; }
mark { padding: 0 0.15em; color: inherit; }
mark.open { background: #fce5e3; color: #8d1414; border-bottom: 2px solid #a81a1a; }
mark.suggested { background: #fef1d0; border-bottom: 2px dashed #855700; }
mark.planned { background: #e8eef6; border-bottom: 2px dotted #3b5f8a; font-style: italic; }
footer { margin-top: 2.5rem; padding-top: 0.6rem; border-top: 1px solid #ccd1d8; color: #56616f; font-size: 0.85rem; }
@media (max-width: 40rem) { .paper { margin: 0; padding: 1.2rem; } dl.cover div { display: block; } }
@media (prefers-color-scheme: dark) { body { background: #1c2128; } }
"""

_PRINT = """
@page { size: letter PAGE; margin: 20mm 18mm; }
@media print {
  body { background: #ffffff; font-size: 10.5pt; }
  .paper, .paper.wide { max-width: none; margin: 0; padding: 0; border: 0; box-shadow: none; }
  nav, .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, .callout, .clause { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  .page-break { break-after: page; }
  th, tr > *, mark, .callout { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


def style_sheet(accent: str, *, landscape: bool) -> str:
    """Return the whole style sheet; an accent that is no #rrggbb gives the usual blue."""
    page = "landscape" if landscape else "portrait"
    return _SCREEN.replace("ACCENT", accent_of(accent)) + _PRINT.replace("PAGE", page)
