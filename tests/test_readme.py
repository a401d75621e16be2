"""The README tells the truth: its examples print what it shows, and no command is missing."""

import re
from difflib import unified_diff
from pathlib import Path

from hingecli.cli.command_list import COMMANDS
from readme import README, Runner, examples
from systems import needs_a_unix_shell

TEXT = README.read_text("utf-8")


@needs_a_unix_shell
def test_every_example_prints_what_the_readme_shows(tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    shown, printed = [], []

    for example in examples(TEXT):
        shown += [f"$ {example.command}", *example.output.splitlines()]
        printed += [f"$ {example.command}", *runner.run(example).splitlines()]

    difference = "\n".join(unified_diff(shown, printed, "README.md", "printed", n=2, lineterm=""))
    assert not difference, f"written anew by python tests/readme.py:\n{difference}"


def test_every_command_is_named() -> None:
    missing = [name for name in COMMANDS if not re.search(rf"\bhinge {name}\b", TEXT)]

    assert missing == []


def test_it_stays_short() -> None:
    assert len(TEXT.splitlines()) < 300


def test_the_two_commands_stand_on_one_line_each() -> None:
    lines = re.findall(r"^python3 -m venv \.venv && .*$", TEXT, flags=re.M)

    assert len(lines) == 2
    assert lines[0].endswith("hinge today")
    assert lines[1].endswith("pytest")


def test_every_picture_is_there() -> None:
    pictures = re.findall(r'(?:src|srcset)="([^"]+)"|!\[[^]]*\]\(([^)]+)\)', TEXT)

    missing = [a or b for a, b in pictures if not (README.parent / (a or b)).is_file()]

    assert missing == []
