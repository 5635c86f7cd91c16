"""Say which shared libraries Qt misses on a Debian-like system, and install them where continuous integration runs.

`make test` runs it before the tests. It never fails: elsewhere, and where nothing is missing, it says nothing.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0", "events and strings"),
    "libEGL.so.1": ("libegl1", "drawing"),
    "libGL.so.1": ("libgl1", "drawing"),
    "libdbus-1.so.3": ("libdbus-1-3", "talking to the desktop"),
    "libfontconfig.so.1": ("libfontconfig1", "finding fonts"),
    "libxkbcommon.so.0": ("libxkbcommon0", "the keyboard"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "the pointer in a window"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "window titles"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "the keyboard in a window"),
    "libxcb-shape.so.0": ("libxcb-shape0", "the shape of windows"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "the keyboard in a window"),
}
"""What PySide6 needs and its wheels do not bring: file, Debian package, what it is for."""


def missing(libraries: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return the libraries that cannot be loaded here."""
    return {name: told for name, told in libraries.items() if not _loads(name)}


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install(packages: list[str]) -> bool:
    """Install Debian packages as root; return whether that went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "--no-install-recommends", *packages])
    return all(
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in commands
    )


def main() -> None:
    """Say what is missing and why, then install it or print the command that does."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return
    absent = missing(LIBRARIES)
    if not absent:
        return
    print("Qt, which draws the window, misses shared libraries here:")
    for name, (package, purpose) in absent.items():
        print(f"  {name} (package {package}), for {purpose}")
    packages = [package for package, _ in absent.values()]
    if os.environ.get("CI") == "true" and os.geteuid() == 0:
        print("Installing them.", flush=True)
        if install(packages):
            return
        print("That did not work.")
    print(f"To install them: sudo apt-get install --no-install-recommends {' '.join(packages)}", flush=True)


if __name__ == "__main__":
    main()
