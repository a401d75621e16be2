"""`--help` is whole at any width: no word is broken, none runs over, examples stand at the end."""

import pytest

from cli.running import Hinge
from hingecli.cli.command_list import COMMANDS

ALL = [(), *((name,) for name in COMMANDS), *(("protocol", part) for part in ("check", "simulate"))]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_help_keeps_its_words_whole_on_a_narrow_terminal(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    wide = hinge(*words, "--help").out
    monkeypatch.setenv("COLUMNS", "40")
    narrow = hinge(*words, "--help").out

    too_long = [line for line in narrow.splitlines() if len(line) > 40]
    assert all(len(line.split()) == 1 for line in too_long)
    assert set(narrow.split()) <= {*wide.split()}  # nothing cut, nothing broken


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_help_ends_with_examples(hinge: Hinge, name: str) -> None:
    _, _, examples = hinge(*name.split(), "--help").out.partition("\nExamples:\n")

    assert f"  hinge {name}".rstrip() in examples
