"""Each command does its one thing and says so; what was typed wrong is told in a line."""

from pathlib import Path

import pytest

from cli.running import Hinge
from hingecli.cli.command_list import COMMANDS


@pytest.mark.parametrize(
    ("typed", "hint"), [("tody", "today?"), ("histroy", "history?"), ("prog", "progress?")]
)
def test_an_unknown_command_is_answered_with_what_it_looks_like_alone(
    hinge: Hinge, typed: str, hint: str
) -> None:
    assert hinge(typed).error.endswith(f"Did you mean {hint}")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_explains_itself(hinge: Hinge, name: str, flag: str) -> None:
    answer = hinge(name, flag)

    assert answer.code == 0
    assert answer.out.startswith(f"Usage: hinge {name}")
    assert "Examples:" in answer.out
    assert f"  hinge {name}" in answer.out


def test_help_lists_every_command_and_says_that_nothing_leaves_the_computer(hinge: Hinge) -> None:
    answer = hinge("--help")

    assert hinge("-h").out == answer.out
    assert "never uses the network" in " ".join(answer.out.split())
    for name, command in COMMANDS.items():
        assert f"  {name} " in answer.out
        assert len(command.help) < 70


@pytest.mark.parametrize("words", [("--version",), ("log", "wall", "10", "--version")])
def test_the_version_is_told_anywhere(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert hinge(*words).out == "hinge 0.1.0\n"
    assert not hinge("history", "--json").json["sessions"]


def test_a_typing_error_in_a_command_is_answered_with_the_nearest(hinge: Hinge) -> None:
    answer = hinge("lgo", "wall", "10")

    assert answer.code == 2
    assert answer.error == 'hinge: there is no command "lgo". Did you mean log?'


def test_a_command_like_no_other_is_answered_with_the_help(hinge: Hinge) -> None:
    assert "hinge --help" in hinge("xyzzy").error


@pytest.mark.parametrize("since", ["2010-01-01", "1900-01-01", "-9999d"])
def test_a_history_may_begin_at_any_day_that_was(hinge: Hinge, since: str) -> None:
    hinge("log", "wall", "20")

    assert len(hinge("history", "--since", since, "--json").json["sessions"]) == 1
    assert "slip of the year" in hinge("log", "wall", "20", "-d", since).error


def test_a_history_does_not_begin_in_the_future(hinge: Hinge) -> None:
    answer = hinge("history", "--since", "tomorrow")

    assert answer.code == 2
    assert "is in the future" in answer.error


def test_a_drills_page_is_found_by_its_alias(hinge: Hinge) -> None:
    assert "Kettlebell deadlift" in hinge("show", "kb", "--plain").out
    assert hinge("show", "kbx").code == 3


def test_a_lesson_is_found_by_its_beginning(hinge: Hinge) -> None:
    assert "belly" in hinge("learn", "breath", "--plain").out


def test_why_gives_the_source_of_each_rule(hinge: Hinge) -> None:
    assert "guide" in hinge("why", "--plain").out
    assert "coach" in hinge("why", "kb", "--plain").out


def test_the_plan_shows_twelve_weeks(hinge: Hinge) -> None:
    out = hinge("plan", "--plain").out

    assert "50-100" in out
    assert "9" in out


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("mistakes",),
        ("mistakes", "--mine"),
        ("mistakes", "rounding"),
        ("progress",),
        ("why",),
        ("why", "kb"),
        ("history",),
        ("plan",),
        ("learn",),
        ("learn", "pain"),
        ("show", "wall"),
        ("setup", "--show"),
    ],
)
def test_every_view_fits_a_pipe_and_plain_has_one_fact_a_line(
    hinge: Hinge, words: tuple[str, ...]
) -> None:
    hinge("log", "wall", "18/20", "-m", "rounding", "-n", "a note")

    drawn, plain = hinge(*words), hinge(*words, "--plain")

    assert (drawn.code, plain.code, drawn.err, plain.err) == (0, 0, "", "")
    assert max(len(line) for line in drawn.out.splitlines()) <= 80
    assert "\x1b" not in drawn.out + plain.out
    assert not any(sign in plain.out for sign in "─│┌█░")


def test_a_lesson_can_be_had_as_json(hinge: Hinge) -> None:
    lesson = hinge("learn", "pain", "--json").json

    assert list(lesson) == ["schema", "id", "title", "text"]


def test_a_plan_can_be_had_as_json(hinge: Hinge) -> None:
    assert list(hinge("plan", "--json").json) == ["schema", "week", "rows", "notes", "goal_week"]


def test_replay_keeps_its_own_protocol_option(hinge: Hinge) -> None:
    tiny = Path(__file__).parents[1] / "protocols" / "tiny"

    assert hinge("replay").code == 2
    assert hinge("replay", "--protocol", str(tiny), "--plain").code == 0


@pytest.mark.parametrize(
    "words", [(), ("log",), ("protocol",), ("protocol", "check")], ids=lambda words: " ".join(words)
)
def test_help_is_a_word_too(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert hinge("help", *words).out == hinge(*words, "--help").out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("lgo",), 'there is no command "lgo". Did you mean log?'),
        (("protocol", "xyzzy"), 'hinge protocol has no command "xyzzy". hinge help lists them.'),
        (("log", "wall"), 'hinge log has no command "wall". hinge help lists them.'),
    ],
)
def test_help_of_what_is_no_command_says_so(
    hinge: Hinge, words: tuple[str, ...], says: str
) -> None:
    answer = hinge("help", *words)

    assert answer.code == 2
    assert answer.error == f"hinge: {says}"


def test_show_alone_lists_the_drills_as_they_are_typed(hinge: Hinge) -> None:
    drawn, plain = hinge("show").out, hinge("show", "--plain").out

    assert "wall      Wall hinge  open" in drawn
    assert "kb: kettlebell deadlift, locked." in plain.splitlines()
    assert drawn.rstrip().endswith("Read one: hinge show DRILL")


def test_why_alone_says_of_what_else_it_can_be_asked(hinge: Hinge) -> None:
    for words in (("why",), ("why", "--plain")):
        text = " ".join(hinge(*words).out.split())
        assert "Of a drill: hinge why DRILL, as in wall, dowel, kb" in text
    assert "Of a drill" not in hinge("why", "kb").out
