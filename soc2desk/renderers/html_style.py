"""The style sheet of the web page: white paper on a quiet desk, readable on a phone, tidy in print."""

from __future__ import annotations

from soc2desk.renderers.safe import accent_of

_SCREEN = """
html { color-scheme: light; background: #e9edf2; -webkit-text-size-adjust: 100%; }
body { max-width: 46em; margin: 1.5em auto; padding: 3em 3.5em; background: #ffffff; color: #1b2430; line-height: 1.55;
  font-family: Georgia, "Times New Roman", serif; border-top: 6px solid ACCENT; overflow-wrap: break-word;
  box-shadow: 0 1px 6px rgba(20, 30, 50, 0.25); }
body.wide { max-width: 72em; }
h1, h2, h3, h4, h5, h6, th, dt, caption, .company, .status, .subtitle, .callout-title, nav, footer, .controls
  { font-family: "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { margin: 0.2em 0; font-size: 2em; line-height: 1.2; }
h2 { margin: 1.7em 0 0.45em; padding-bottom: 0.2em; border-bottom: 2px solid ACCENT; font-size: 1.3em; }
h3 { margin: 1.6em 0 0.4em; font-size: 1.08em; }
h4, h5, h6 { margin: 1.2em 0 0.3em; font-size: 1em; }
p { margin: 0.55em 0; }
h1, h2, h3, h4, h5, h6, p, li, th, td, dd, .clause { unicode-bidi: plaintext; }
a { color: #174f92; }
:target { outline: 3px solid #f2c14e; outline-offset: 3px; }
code { padding: 0 0.2em; background: #eef1f5; font: 0.9em Consolas, Menlo, monospace; }
.company, .status, .subtitle { margin: 0; color: #56616f; }
.subtitle { font-size: 1.1em; }
.status { margin-top: 0.6em; font-weight: bold; }
dl.cover { margin: 1.4em 0; padding: 0.8em 0; border-top: 1px solid #ccd1d8; border-bottom: 1px solid #ccd1d8; }
dl.cover div { display: flex; gap: 1em; }
dl.cover dt { flex: 0 0 11em; color: #56616f; }
dl.cover dd { flex: 1; margin: 0; }
nav { margin: 1.4em 0; font-size: 0.92em; }
nav ul { margin: 0.3em 0; padding: 0; list-style: none; }
.number { margin-right: 0.25em; color: #56616f; }
.lead { font-size: 1.12em; }
.small, .under, .help, .legend { color: #56616f; font-size: 0.88em; }
.under { margin: -0.5em 0 1em 3.4em; }
.clause { margin-left: 3em; }
.clause > .number { float: left; min-width: 2.5em; margin: 0 0 0 -3em; font-weight: bold; }
.controls { color: #56616f; font-size: 0.75em; }
ul, ol { margin: 0.4em 0; padding-left: 1.6em; }
.indented { margin-left: 3em; }
ul.checklist, ul.checklist ul { padding-left: 0.4em; list-style: none; }
ul.checklist li { padding-left: 1.7em; text-indent: -1.7em; }
.box { display: inline-block; width: 1.7em; text-indent: 0; }
.scroll { margin: 1em 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.92em; line-height: 1.4; }
caption { padding: 0.3em 0; font-weight: bold; text-align: left; }
th, td { padding: 0.4em 0.55em; border: 1px solid #ccd1d8; text-align: start; vertical-align: top; }
thead th { background: #eef1f5; border-bottom: 2px solid ACCENT; }
tbody th { font-weight: normal; }
th.amount, td.amount { text-align: right; }
tr.good > :first-child { border-left: 5px solid #1d7a46; }
tr.warn > :first-child { border-left: 5px solid #b07800; }
tr.bad > :first-child { border-left: 5px solid #b3261e; }
tr.warn > * { background: #fffaee; }
tr.bad > * { background: #fdf3f2; }
table.form, table.sign-off { margin: 1em 0; }
table.form th { width: 38%; background: #f6f7f9; }
.tall { height: 5em; }
.space { height: 2em; }
.choice { white-space: nowrap; margin-right: 1.2em; }
.callout { margin: 1.1em 0; padding: 0.6em 1em; border-left: 5px solid ACCENT; background: #f1f5fa; }
.callout.warn { border-left-color: #b07800; background: #fff6e0; }
.callout.law { border-left-color: #6a4c93; background: #f5f1fa; }
.callout-title { font-weight: bold; }
mark { padding: 0 0.15em; color: inherit; }
mark.open { background: #fce5e3; color: #8d1414; border-bottom: 2px solid #a81a1a; }
mark.suggested { background: #fef1d0; border-bottom: 2px dashed #855700; }
mark.planned { background: #e8eef6; border-bottom: 2px dotted #3b5f8a; font-style: italic; }
footer { margin-top: 2.5em; padding-top: 0.6em; border-top: 1px solid #ccd1d8; color: #56616f; font-size: 0.85em; }
@media (max-width: 40em) { body { margin: 0; padding: 1.2em; } dl.cover div { display: block; } }
@media (prefers-color-scheme: dark) { html { background: #1c2128; } }
"""

_PRINT = """
@page { size: letter PAGE; margin: 20mm 18mm; }
@media print {
  html { background: #ffffff; }
  body, body.wide { max-width: none; margin: 0; padding: 0; border: 0; box-shadow: none; font-size: 10.5pt; }
  nav { display: none; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  tr, .callout, .clause { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  .page-break { break-after: page; }
  th, tr > *, mark, .callout { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


_LOGO = """.logo { display: block; max-width: 100%; height: auto; margin: 0 0 1.2em; }
"""


_PICTURES = """figure.picture { margin: 1.4em 0; break-inside: avoid; overflow-x: auto; }
figure.picture figcaption { font-weight: bold; margin: 0 0 0.6em; }
figure.picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
"""


def style_sheet(accent: str, *, landscape: bool, logo: bool = False, pictures: bool = False) -> str:
    """Return the whole style sheet; an accent that is no #rrggbb gives the usual blue."""
    page = "landscape" if landscape else "portrait"
    shown = (_LOGO if logo else "") + (_PICTURES if pictures else "")
    return _SCREEN.replace("ACCENT", accent_of(accent)) + shown + _PRINT.replace("PAGE", page)
