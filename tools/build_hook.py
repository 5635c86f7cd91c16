"""Write the JSON twin of the catalogue into the wheel, so that an installed program starts without reading YAML."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TWIN = "soc2desk/resources/catalogue.json"


class TwinHook(BuildHookInterface[Any]):
    """Runs while hatchling builds; an editable install keeps its twin in the user's cache instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the twin to the wheel. Raises ContentProblem, which stops the build, when the content is faulty."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory(prefix="soc2desk-")
        target = Path(self.folder.name) / "catalogue.json"
        sys.path.insert(0, self.root)
        try:
            importlib.import_module("soc2desk.content.load").write_twin(target)
        finally:
            sys.path.remove(self.root)
        build_data["force_include"][str(target)] = TWIN

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - theirs
        """Take away the temporary folder."""
        if version != "editable":
            self.folder.cleanup()
