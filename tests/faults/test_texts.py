"""Hostile texts through every command that shows notes: none of their controls gets out."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from faults.harness import Hinge, Tally, must, new_id

pytestmark = pytest.mark.deep

HOSTILE = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H",
    "\x1b[6n",
    "\x1bP+q544e\x1b\\",
    "\x1bc",
    "\x9b31mred",
    "\x9d0;title\x9c",
    "\x90q\x9c",
    "bell\x07",
    "back\x08\x08\x08space",
    "over\rwritten",
    "new\nline",
    "next\x85line",
    "form\x0cfeed",
    "tab\tstop",
    "shift\x0eout\x0f",
    "delete\x7f\x7f",
    "\u202egnp.exe",
    "\u2066isolate\u2069",
    "\u200eleft\u200fright",
    "\u061carabic mark",
    "\u2028line\u2029paragraph",
    "\U000e0041\U000e0042tags",
    "\ufff9a\ufffab\ufffb",
    "[bold]markup[/bold]",
    "[/red]",
    "[link=file:///etc/passwd]x[/link]",
    ":smile:",
    "{0} {name} %s %d",
    "$(reboot) `reboot`",
    "'; DROP TABLE events; --",
    '=HYPERLINK("https://example.org")',
    "@SUM(1)",
    "-1+1",
    "<script>alert(1)</script>",
    "# title\n- [ ] task",
    "e\u0301" * 30 + "\u0336" * 40,
    "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea \u0e33\u0e33",
    "\\u001b[31m \\x1b",
    "x" * 200,
)
ALLOWED = frozenset("\n")
SHOWS = (
    ("history", "--limit", "1000"),
    ("history", "--limit", "1000", "--plain"),
    ("history", "--limit", "1000", "--json"),
    ("export",),
    ("export", "--format", "csv"),
    ("export", "--format", "md"),
    ("doctor",),
    ("undo",),
)


def steers(text: str) -> list[str]:
    """List the characters that would steer a terminal or reorder what is read."""
    return sorted(
        {
            repr(sign)
            for sign in text
            if sign not in ALLOWED
            and (
                ord(sign) < 0x20
                or 0x7F <= ord(sign) < 0xA0
                or sign in "\u061c\u200e\u200f\u2028\u2029\ufff9\ufffa\ufffb"
                or "\u202a" <= sign <= "\u202e"
                or "\u2066" <= sign <= "\u2069"
                or 0xE0000 <= ord(sign) <= 0xE007F
            )
        }
    )


def imported(home: Path, notes: list[str]) -> Hinge:
    """Bring notes in by a file, as they are: hinge itself cleans what is typed."""
    hinge = Hinge(home)
    must(hinge.log())
    one = hinge.events()[0]
    events = []
    for number, note in enumerate(notes):
        body = {**one["body"], "note": note}
        fresh = {"id": new_id(), "sitting": new_id(), "cmd": "c", "seq": number + 2}
        events.append({**one, **fresh, "body": body})
    file = home.with_name("notes.json")
    file.write_text(json.dumps({"schema": 1, "events": events}))
    must(hinge.run("import", str(file), "--apply"))
    return hinge


def test_no_hostile_note_from_a_file_steers_the_terminal(
    tmp_path: Path, chance: random.Random, sized: Callable[[int, int], int], tally: Tally
) -> None:
    some = [
        "".join(chr(chance.choice((chance.randrange(0x20), chance.randrange(0x80, 0xA0),
                chance.randrange(0x20, 0x3000), chance.randrange(0x1F300, 0x1FA00))))
                for _ in range(chance.randint(1, 40)))
        for _ in range(sized(100, 1000))
    ]  # fmt: skip
    notes = [note for note in (*HOSTILE, *some) if not any(0xD800 <= ord(s) < 0xE000 for s in note)]
    hinge = imported(tmp_path / "home", notes)

    for words in SHOWS:
        answer = must(hinge.run(*words))
        assert steers(answer.out) == [], words
        assert steers(answer.err) == [], words
        tally.trials[f"hostile texts: {words[0]}"] += len(notes)


def test_hostile_notes_that_are_typed_are_shown_as_text(
    tmp_path: Path, sized: Callable[[int, int], int], tally: Tally
) -> None:
    hinge = Hinge(tmp_path / "home")
    for note in HOSTILE[:: sized(4, 1)]:
        answer = must(hinge.run("log", "wall", "12", "-n", note))
        assert steers(answer.out + answer.err) == []
        assert steers(must(hinge.run("history", "--json")).out) == []
        tally.count("hostile texts typed", acknowledged=True)
    assert "[/red]" not in HOSTILE[::4] or "[/red]" in must(hinge.run("history")).out


def test_hostile_words_in_errors_are_cleaned(tmp_path: Path, tally: Tally) -> None:
    hinge = Hinge(tmp_path / "home")
    for words in (
        ("log", "\x1b[31mwall\x9b", "3x10"),
        ("log", "wall", "\x1b[2J"),
        ("history", "--since", "\u202eyesteryear\x07"),
        ("show", "\x1b]0;x\x07"),
        ("import", "\x1b[31m.json"),
        ("delete", "\x1b[31m"),
    ):
        answer = hinge.run(*words)
        assert answer.code in (2, 3)
        assert steers(answer.out + answer.err) == [], words
        tally.count("hostile texts in errors")
