"""The style sheet of the web page: white paper on a quiet desk, readable on a phone, tidy in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soc2desk.domain.colours import is_colour, readable, tint
from soc2desk.renderers.manners import ROBOTO, SANS, SERIF, Cover, Heads, Rules, manner_of
from soc2desk.renderers.safe import accent_of

if TYPE_CHECKING:
    from soc2desk.document.blocks import Look

_SCREEN = """
html { color-scheme: light; background: #e9edf2; -webkit-text-size-adjust: 100%; }
body { max-width: 46em; margin: 1.5em auto; padding: 3em 3.5em; background: #ffffff; color: #1b2430; line-height: 1.55;
  font-family: LETTERS; border-top: 6px solid ACCENT; overflow-wrap: break-word;
  box-shadow: 0 1px 6px rgba(20, 30, 50, 0.25); }
body.wide { max-width: 72em; }
h1 { margin: 0.2em 0; font-size: 2em; line-height: 1.2; }
h2 { margin: 1.7em 0 0.45em; font-size: 1.3em; }
h3 { margin: 1.6em 0 0.4em; font-size: 1.08em; }
h4, h5, h6 { margin: 1.2em 0 0.3em; font-size: 1em; }
p { margin: 0.55em 0; }
h1, h2, h3, h4, h5, h6, p, li, th, td, dd, .clause { unicode-bidi: plaintext; }
a { color: WORDS; }
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
.callout { margin: 1.1em 0; padding: 0.6em 1em; border-left: 5px solid SECOND; background: TINT; }
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


_HEADS = {
    Heads.COLOUR: "h2 { color: WORDS; border-bottom: 2px solid ACCENT; padding-bottom: 0.2em; }\n",
    Heads.BAR: """h2 { font-size: 1.4em; }
h2::before { content: ""; display: block; width: 1.8em; height: 4px; margin-bottom: 0.35em; background: SECOND; }
""",
    Heads.RULE: """h2 { padding-bottom: 0.15em; border-bottom: 1px solid WORDS; }
h3 { font-weight: normal; font-style: italic; }
""",
}
_RULES = {
    Rules.TINT: """thead th { background: TINT; color: WORDS; border-bottom: 2px solid ACCENT; }
tbody tr:nth-child(even):not(.warn):not(.bad) > * { background: #f7f8fa; }
""",
    Rules.SOLID: """th, td { border-width: 0 0 1px; }
thead th { background: WORDS; color: #ffffff; }
""",
    Rules.LINES: """table { border-top: 2px solid #1b2430; border-bottom: 2px solid #1b2430; }
th, td { border-width: 0 0 1px; }
thead th { border-bottom: 1px solid #1b2430; color: WORDS; }
""",
}
_COVERS = {
    Cover.BAR: "",
    Cover.BLOCK: """body { border-top: 0; padding-top: 0; }
.front { margin: 0 -3.5em 1.4em; padding: 2.2em 3.5em 1.8em; background: WORDS; border-bottom: 6px solid SECOND; }
.front, .front .company, .front .subtitle { color: #ffffff; }
.front .logo { padding: 0.5em; background: #ffffff; }
@media (max-width: 40em) { .front { margin: 0 -1.2em 1em; padding: 1.2em; } }
""",
    Cover.CENTRED: """body { border-top: 0; }
.front, .status, .prepared { text-align: center; }
.front { margin-bottom: 1.2em; padding: 1.6em 0; border: double #1b2430; border-width: 4px 0; border-color: WORDS; }
.front .logo { margin-left: auto; margin-right: auto; }
h1 { font-weight: normal; }
.subtitle { font-style: italic; }
""",
}
_LETTERS = {
    SANS: '"Source Sans 3", "Source Sans Pro", "Segoe UI", Helvetica, Arial, sans-serif',
    ROBOTO: 'Roboto, Avenir, "Century Gothic", Calibri, "Segoe UI", sans-serif',
    SERIF: '"Source Serif 4", "Source Serif Pro", Cambria, Georgia, "Times New Roman", serif',
}
_PRINT_BLOCK = """@media print { .front, thead th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .front { margin-left: 0; margin-right: 0; padding: 1.4em 1.6em; } }
"""
_MARKS = """.marks { margin: 0 0 1.2em; text-align: center; font-size: 0.78em; font-weight: bold; }
.marks span { display: inline-block; margin: 0.4em 0.3em 0; padding: 0.1em 0.7em; background: #ffffff; }
.marks span { border: 1px solid #1b2430; color: #1b2430; }
.marks .draft { border-color: #855700; color: #855700; }
"""
_LOGO = """.logo { display: block; max-width: 100%; height: auto; margin: 0 0 1.2em; }
.prepared .logo { margin: 0.5em 0 0; }
"""


_PICTURES = """figure.picture { margin: 1.4em 0; break-inside: avoid; overflow-x: auto; }
figure.picture figcaption { font-weight: bold; margin: 0 0 0.6em; }
figure.picture svg { display: block; max-width: 100%; height: auto; margin: 0 auto; }
@media screen { figure.picture svg { min-width: 34em; } }
"""


def style_sheet(look: Look, *, landscape: bool, marked: bool = False, pictures: bool = False) -> str:
    """Return the whole style sheet; an accent that is no #rrggbb gives the usual blue."""
    manner = manner_of(look)
    page = "landscape" if landscape else "portrait"
    parts = [_SCREEN, _HEADS[manner.heads], _RULES[manner.rules], _COVERS[manner.cover]]
    parts += [_LOGO] if look.logo or look.firm_logo else []
    parts += [_MARKS] if marked else []
    parts += [_PICTURES] if pictures else []
    parts += [_PRINT.replace("PAGE", page)]
    parts += [_PRINT_BLOCK] if manner.cover is Cover.BLOCK else []
    accent = accent_of(look.accent)
    words = {
        "ACCENT": accent,
        "WORDS": readable(accent),
        "TINT": tint(accent),
        "SECOND": look.second if is_colour(look.second) else accent,
        "LETTERS": _LETTERS[manner.family],
    }
    whole = "".join(parts)
    for name, said in words.items():
        whole = whole.replace(name, said)
    return whole
