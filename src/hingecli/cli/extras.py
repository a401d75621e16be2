"""Extras: packages that one command needs and the rest of the program does not.

Owns the answer to their absence: the line that installs them.
"""

import json
import sys
from importlib.util import find_spec
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

from hingecli.errors import MissingExtraError

PROJECT: Final = "hingecli"
PACKAGES: Final[dict[str, tuple[str, ...]]] = {
    "film": ("cv2", "numpy"),
    "report": ("jinja2", "vl_convert"),
    "calendar": ("icalendar",),
}
"""The modules of each extra of pyproject.toml."""


def require(extra: str) -> None:
    """Raise MissingExtraError with the line to type, unless the packages are installed."""
    if any(find_spec(module) is None for module in PACKAGES[extra]):
        raise MissingExtraError(
            f"hinge {extra} needs packages that are not installed. Type: {install_line(extra)}"
        )


def install_line(extra: str) -> str:
    """Return the line that installs an extra beside this program, from where it came.

    It names this program's own Python: the `pip` of a shell is often another one's.
    """
    from importlib.metadata import distribution

    from hingecli.text import typed_line

    origin = distribution(PROJECT).read_text("direct_url.json")
    wanted = _wanted(extra, json.loads(origin) if origin else {})
    return typed_line((sys.executable, "-m", "pip", "install", *wanted))


def _wanted(extra: str, came_from: dict[str, Any]) -> tuple[str, ...]:
    """Return what pip is to install, by what it noted of where this program came from (PEP 610)."""
    url = came_from.get("url")
    if url is None:  # an index
        return (f"{PROJECT}[{extra}]",)
    folder = came_from.get("dir_info")
    if folder is not None:
        editable = ("-e",) if folder.get("editable") else ()
        return (*editable, f"{url2pathname(urlsplit(url).path)}[{extra}]")
    version = came_from.get("vcs_info")
    if version is not None:
        url = f"{version['vcs']}+{url}@{version['commit_id']}"
    return (f"{PROJECT}[{extra}] @ {url}",)
