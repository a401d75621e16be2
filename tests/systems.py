"""What some tests need and some systems lack; each reason is printed where a test is left out."""

import os
import tempfile
import time
from pathlib import Path

import pytest

WINDOWS = os.name == "nt"


def _can_link() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            (Path(folder) / "link").symlink_to("target")
        except OSError:
            return False
    return True


needs_a_unix_shell = pytest.mark.skipif(WINDOWS, reason="Windows has no Unix shell to try it in")
needs_a_terminal = pytest.mark.skipif(WINDOWS, reason="Windows has no pseudo-terminals")
needs_modes = pytest.mark.skipif(WINDOWS, reason="Windows keeps no modes of files")
needs_named_pipes = pytest.mark.skipif(
    not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders"
)
needs_links = pytest.mark.skipif(not _can_link(), reason="links may not be made here")
needs_zones = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="Windows has no zone for one process"
)
needs_known_users = pytest.mark.skipif(WINDOWS, reason="Windows takes any name for a user's")
