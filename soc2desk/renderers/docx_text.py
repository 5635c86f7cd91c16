"""Text as WordprocessingML: cleaned, escaped, and split where the script changes. Nothing typed becomes markup."""

from __future__ import annotations

import re

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
EAST_ASIAN = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
# Spaces and marks between two right-to-left words belong to them; those at the ends do not.
SCRIPTS = re.compile(f"([{RIGHT_TO_LEFT}](?:[\\W\\d_]*[{RIGHT_TO_LEFT}])*)|([{EAST_ASIAN}]+)")
FIRST_LETTER = re.compile(f"([{RIGHT_TO_LEFT}])|[^\\W\\d_]")
CODE_FONT = 'w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"'


def clean(words: str) -> str:
    """Return `words` without what XML cannot hold: control characters and halves of characters."""
    if words.isascii() and words.isprintable():
        return words
    return NOT_XML.sub("", words).replace("\r\n", "\n").replace("\r", "\n")


def escaped(words: str) -> str:
    """Return cleaned `words` for an element or for an attribute in double quotes."""
    return _escaped(clean(words))


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def shortened(words: str, limit: int) -> str:
    """Return cleaned `words` on one line and of `limit` characters at most, with an ellipsis when cut."""
    line = " ".join(clean(words).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "\u2026"


def starts_right_to_left(words: str) -> bool:
    """Tell whether the first letter of `words` is of a script that runs from right to left."""
    if words.isascii():
        return False
    first = FIRST_LETTER.search(words)
    return first is not None and first.group(1) is not None


def span(words: str, style: str = "", look: str = "", *, fixed: bool = False) -> str:
    """Return runs for `words` in a character style, with `look` the bold and italic elements.

    `fixed` asks for a fixed-width font beside another style. Right-to-left and East Asian stretches are told to Word.
    """
    words = clean(words)
    if words.isascii():
        return _one_run(words, style, look, fixed=fixed)
    return "".join(
        _one_run(piece, style, look, fixed=fixed, script=script) for piece, script in _pieces(words) if piece
    )


def _pieces(words: str) -> list[tuple[str, str]]:
    """Split at changes of script; the second part is rtl, eastAsia or empty."""
    found, at = [], 0
    for match in SCRIPTS.finditer(words):
        found += [(words[at : match.start()], ""), (match.group(), "rtl" if match.group(1) else "eastAsia")]
        at = match.end()
    return [*found, (words[at:], "")]


def _one_run(words: str, style: str, look: str, *, fixed: bool, script: str = "") -> str:
    chosen = f'<w:rStyle w:val="{style}"/>' if style else ""
    fonts = (CODE_FONT if fixed else "") + (' w:hint="eastAsia"' if script == "eastAsia" else "")
    face = f"<w:rFonts {fonts}/>" if fonts else ""
    order = "<w:rtl/>" if script == "rtl" else ""
    inside = f"{chosen}{face}{look}{order}"
    return f"<w:r>{f'<w:rPr>{inside}</w:rPr>' if inside else ''}{_letters(words)}</w:r>"


def _letters(words: str) -> str:
    words = _escaped(words)
    if "\n" in words or "\t" in words:
        start, end = '<w:t xml:space="preserve">', "</w:t>"
        words = words.replace("\t", f"{end}<w:tab/>{start}").replace("\n", f"{end}<w:br/>{start}")
        return f"{start}{words}{end}".replace(start + end, "")
    return f'<w:t xml:space="preserve">{words}</w:t>'


def paragraph(
    style: str, inside: str, *, number: str = "", place: str = "", words: str = "", keep: bool = False
) -> str:
    """Return a paragraph of a style around finished runs.

    `number` is a w:numPr and `place` a w:ind or w:jc that win over those of the style; `words` decides the direction;
    `keep` holds the paragraph on the page of the next one.
    """
    kept = "<w:keepNext/>" if keep else ""
    turned = "<w:bidi/>" if starts_right_to_left(words) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{number}{turned}{place}</w:pPr>{inside}</w:p>'
