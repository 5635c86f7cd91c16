"""Write the JSON twins of the content into the wheel, so that an installed program starts without reading YAML."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TWINS = {
    "catalogue.json": ("soc2desk.content.load", "write_twin"),
    "window-words-en.json": ("soc2desk.content.window_words", "write_window_twin"),
}
"""Each file of soc2desk/resources that is made here, with the module and function that write it."""


class TwinHook(BuildHookInterface[Any]):
    """Runs while hatchling builds; an editable install keeps its twins in the user's cache instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the twins to the wheel. Raises ContentProblem, which stops the build, when the content is faulty."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory(prefix="soc2desk-")
        sys.path.insert(0, self.root)
        try:
            for name, (module, function) in TWINS.items():
                target = Path(self.folder.name) / name
                getattr(importlib.import_module(module), function)(target)
                build_data["force_include"][str(target)] = f"soc2desk/resources/{name}"
        finally:
            sys.path.remove(self.root)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - theirs
        """Take away the temporary folder."""
        if version != "editable":
            self.folder.cleanup()
