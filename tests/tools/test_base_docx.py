"""The Word base file is the one its tool makes, and is slim."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

from lxml import etree

from soc2desk.domain.looks import STYLES
from soc2desk.renderers.brand_files import base_docx

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_shipped_file_is_what_the_tool_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tools.make_base_docx", str(tmp_path)], cwd=ROOT, check=True)
    # Parts, not bytes: another build of zlib may press the same parts into other bytes.
    made = {path.name: members(path.read_bytes()) for path in tmp_path.iterdir()}
    assert made == {place.name: members(place.read_bytes()) for place in map(_base, STYLES)}


def _base(style: str) -> Path:
    return base_docx(style=style)


def test_the_file_is_slim_and_holds_nothing_foreign() -> None:
    parts = members(base_docx().read_bytes())
    assert sum(map(len, parts.values())) < 40_000
    assert not [name for name in parts if "customXml" in name or "thumbnail" in name or "vba" in name.lower()]


def test_word_opens_it_as_a_document_of_today() -> None:
    settings = etree.fromstring(members(base_docx().read_bytes())["word/settings.xml"])
    switches = {each.get(f"{W}name"): each.get(f"{W}val") for each in settings.iter(f"{W}compatSetting")}
    assert switches["compatibilityMode"] == "15"
    assert not list(settings.iter(f"{W}updateFields"))


def test_every_style_builds_on_a_style_that_is_there() -> None:
    styles = etree.fromstring(members(base_docx().read_bytes())["word/styles.xml"])
    known = [each.get(f"{W}styleId") for each in styles.iter(f"{W}style")]
    used = {each.get(f"{W}val") for name in ("basedOn", "next", "link") for each in styles.iter(f"{W}{name}")}
    assert len(set(known)) == len(known)
    assert used <= set(known)
