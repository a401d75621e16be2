"""What the wheel's build compiled stands in for a file, as long as the file says the same."""

import json
import tomllib
from pathlib import Path

import pytest

from hingecli.content import load_mistakes, reading

Tables = dict[str, tuple[str, str]]


@pytest.fixture
def compiled(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Tables:
    """The tables of a build in which the table of mistakes differs from its file."""
    text = (tiny / "mistakes.toml").read_text("utf-8")
    first = {"mistakes": tomllib.loads(text)["mistakes"][:1]}
    tables = {"mistakes.toml": (text, json.dumps(first))}
    monkeypatch.setattr(reading, "_tables", lambda: tables)
    return tables


def test_a_compiled_table_is_taken_for_the_file_it_was_made_from(
    tiny: Path, compiled: Tables
) -> None:
    assert [mistake.id for mistake in load_mistakes(tiny).mistakes] == ["round"]


def test_a_file_changed_since_is_read_itself(tiny: Path, compiled: Tables) -> None:
    with (tiny / "mistakes.toml").open("a") as file:
        file.write("# changed\n")

    assert [mistake.id for mistake in load_mistakes(tiny).mistakes] == ["round", "squat"]
