"""A copy of the tiny protocol that a test may break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

TINY = Path(__file__).parent.parent / "protocols" / "tiny"

Break = Callable[[str, str, str], Path]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """The tiny protocol, in a folder of its own."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


@pytest.fixture
def broken(tiny: Path) -> Break:
    """Replaces a piece of one of the tiny protocol's files, which must be there."""

    def replace(path: str, old: str, new: str) -> Path:
        file = tiny / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} is not in {path}"
        file.write_text(text.replace(old, new, 1), "utf-8")
        return tiny

    return replace
