"""LibreOffice, without a screen: takes or refuses every change of a redline and says what is left."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OFFICE = shutil.which("soffice") or ""
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MODULE = """<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Deciding" script:language="StarBasic">
Sub Decide(source As String, target As String, act As String)
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden"
    hidden(0).Value = True
    document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
    If act &lt;&gt; "" Then
        dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
        Dim none()
        dispatcher.executeDispatch(document.CurrentController.Frame, act, "", 0, none())
    End If
    Dim how(0) As New com.sun.star.beans.PropertyValue
    how(0).Name = "FilterName"
    how(0).Value = "Text (encoded)"
    document.storeToURL(target, how())
    document.close(True)
End Sub
</script:module>
"""
LIBRARY = """<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Deciding"/></library:library>
"""
ACTS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def is_here() -> bool:
    """Return whether there is a LibreOffice on this computer."""
    return bool(OFFICE)


def decided(redline: Path, act: str, folder: Path) -> str:
    """Return the text of a Word file after every change in it was accepted or rejected."""
    target = folder / f"{act}.txt"
    profile = _profile(folder / "profile")
    places = [f'"{redline.as_uri()}"', f'"{target.as_uri()}"', f'"{ACTS[act]}"']
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
         f"macro:///Standard.Deciding.Decide({','.join(places)})"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return target.read_text(encoding="utf-8-sig")


def texts_of(files: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """Return the text of Word files by name, with the numbers that a word processor counts; opened in one go."""
    made = _converted(files, "txt:Text (encoded):UTF8", folder)
    return {name: path.read_text(encoding="utf-8-sig") for name, path in made.items()}


def saved_again(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return Word files as LibreOffice saves them after opening them."""
    return {name: path.read_bytes() for name, path in _converted(files, "docx:MS Word 2007 XML", folder).items()}


def _converted(files: Mapping[str, bytes], kind: str, folder: Path) -> dict[str, Path]:
    made = folder / "made"
    made.mkdir()
    for name, raw in files.items():
        (folder / f"{name}.docx").write_bytes(raw)
    words = [str(folder / f"{name}.docx") for name in files]
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
         "--convert-to", kind, "--outdir", str(made), *words],
        check=True, capture_output=True, timeout=120 + 5 * len(files),
    )  # fmt: skip
    return {name: made / f"{name}.{kind.partition(':')[0]}" for name in files}


def _profile(folder: Path) -> Path:
    standard = folder / "user" / "basic" / "Standard"
    if not standard.exists():
        # The first start writes the usual profile over whatever stands there.
        first = [OFFICE, f"-env:UserInstallation={folder.as_uri()}", "--headless", "--terminate_after_init"]
        subprocess.run(first, check=True, capture_output=True, timeout=120)
        (standard / "Deciding.xba").write_text(HEAD + MODULE, encoding="utf-8")
        (standard / "script.xlb").write_text(HEAD + LIBRARY, encoding="utf-8")
    return folder
