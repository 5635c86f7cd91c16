"""Documents as Word files: the body is written as XML and set into base.docx; nothing a person typed becomes markup."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from soc2desk.renderers.brand_files import base_docx
from soc2desk.renderers.docx_body import body_xml
from soc2desk.renderers.docx_colours import colours_of
from soc2desk.renderers.docx_front import front_xml
from soc2desk.renderers.docx_logo import FIRM_KEY, add_logo
from soc2desk.renderers.docx_package import FONTS, TYPES, dress, packed, set_properties
from soc2desk.renderers.docx_page import set_edges, turn_page
from soc2desk.renderers.docx_picture import add_pictures
from soc2desk.renderers.docx_writing import begin
from soc2desk.renderers.letters import as_sent, look_of
from soc2desk.renderers.logo import firm_logo_of, logo_of
from soc2desk.renderers.manners import manner_of
from soc2desk.renderers.page_marks import footed

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from soc2desk.document.blocks import Document, Look
    from soc2desk.renderers.docx_writing import Writing

SUFFIX = "docx"
TITLE = "Word"
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def render(document: Document, look: Look) -> bytes:
    """Return `document` as the bytes of a .docx file, the same bytes for the same input.

    A FileProblem is raised when base.docx is missing, a ContentProblem for a colour or a date that is none.
    """
    look = look_of(document, dressed(look))
    document = footed(as_sent(document), look)
    word = opened(look)
    writing = begin(document, turn_page(word.sections[0], document), is_firm=bool(look.reference))
    return drawn(word, document, look, front_xml(document, look, writing) + body_xml(document, writing), writing)


def dressed(look: Look) -> Look:
    """Return a look in which a firm's own file decides what a look of ours would."""
    return replace(look, style="plain", font="") if look.reference else look


def opened(look: Look) -> WordDocument:
    """Return the empty file that a document is written into: the one made of a firm's own, or ours."""
    return docx.Document(io.BytesIO(_ground(look)))


def _ground(look: Look) -> bytes:
    return look.reference or base_docx(style=look.style).read_bytes()


def drawn(word: WordDocument, document: Document, look: Look, inside: str, writing: Writing) -> bytes:
    """Return a .docx file around a finished body, with the colours and the properties of `document`."""
    colours = colours_of(look)
    _set_body(word, inside)
    _add_lists(word, writing)
    for address, key in writing.addresses.items():
        word.part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, key, is_external=True)
    add_pictures(word, writing, look)
    add_logo(word, logo_of(document, look))
    add_logo(word, firm_logo_of(document, look), FIRM_KEY)
    set_edges(word.sections[0], document, look, writing.width)
    dress(word, colours, FONTS[manner_of(look).family], document.language)
    set_properties(word, document, look.prepared_by)
    return packed(word, _content_types(look))


def _set_body(word: WordDocument, inside: str) -> None:
    """Put a new body around the page settings of the old one; far quicker than moving paragraph by paragraph."""
    old = word.element.body
    new = parse_xml(f"<w:body {nsdecls('w', 'r')} {W14}>{inside}</w:body>")
    new.append(old[-1])
    word.element.replace(old, new)


def _add_lists(word: WordDocument, writing: Writing) -> None:
    """Add the lists of this document: all definitions stand before the lists that use them."""
    numbering = word.part.numbering_part.element
    made = parse_xml(f"<w:numbering {nsdecls('w')}>{''.join(writing.numbering.templates)}</w:numbering>")
    used = parse_xml(f"<w:numbering {nsdecls('w')}>{''.join(writing.numbering.lists)}</w:numbering>")
    own = list(numbering)
    before = [node for node in own if node.tag.endswith("}abstractNum")]
    numbering[:] = [*before, *made, *own[len(before) :], *used]


def _content_types(look: Look) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_ground(look))) as archive:
        return archive.read(TYPES)
