"""Extras: packages that one command needs and the rest of the program does not.

Owns the answer to their absence: the line that installs them.
"""

from importlib.util import find_spec
from typing import Final

from hingecli.errors import MissingExtraError

PACKAGES: Final[dict[str, tuple[str, ...]]] = {
    "film": ("cv2", "numpy"),
    "report": ("jinja2", "vl_convert"),
    "calendar": ("icalendar",),
}
"""The modules of each extra of pyproject.toml."""


def require(extra: str) -> None:
    """Raise MissingExtraError with the line to type, unless the packages are installed."""
    if any(find_spec(module) is None for module in PACKAGES[extra]):
        from hingecli.text import typed_line

        line = typed_line(("pip", "install", f"hingecli[{extra}]"))
        raise MissingExtraError(
            f"hinge {extra} needs packages that are not installed. Type: {line}"
        )
