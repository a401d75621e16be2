"""A walk in a real pseudo-terminal, closed whatever happens."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.walk.terminals import Open, Terminal


@pytest.fixture
def walk(home: Path) -> "Iterator[Open]":
    from cli.walk.terminals import DRIVER, SPEED, Terminal

    opened: list[Terminal] = []

    def start(*words: str, rows: int = 24, cols: int = 80, speed: str = SPEED) -> "Terminal":
        opened.append(Terminal([str(DRIVER), speed, *words], home, rows=rows, cols=cols))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.child.close(force=True)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder of one's own the whole PATH, but for what a stand-in needs."""
    folder, needed = tmp_path / "bin", shutil.which("cat")
    folder.mkdir()
    assert needed
    (folder / "cat").symlink_to(needed)
    monkeypatch.setenv("PATH", str(folder))
    return folder
