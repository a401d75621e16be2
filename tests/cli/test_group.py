"""Global options stand anywhere, failures are lines and codes, and what is saved stays saved."""

import errno
import os
import subprocess
import sys
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.running import NOW, Hinge
from hingecli.app import App
from hingecli.store import EventLog
from sizes import in_depth
from systems import needs_a_unix_shell, needs_known_users, needs_zones


def sessions(home: Path) -> int:
    return len(EventLog(home).read().events)


@pytest.mark.parametrize(
    "words",
    [
        ("--home", "DIR", "log", "wall", "10"),
        ("--home=DIR", "log", "wall", "10"),
        ("log", "--home", "DIR", "wall", "10"),
        ("log", "wall", "10", "--home", "DIR"),
        ("log", "wall", "10", "--home=DIR"),
        ("log", "wall", "--plain", "10", "--home", "DIR"),
    ],
)
def test_a_global_option_stands_before_or_after_the_verb(
    hinge: Hinge, tmp_path: Path, words: tuple[str, ...]
) -> None:
    other = tmp_path / "other"

    answer = hinge(*(word.replace("DIR", str(other)) for word in words))

    assert answer.code == 0
    assert sessions(other) == 1


def test_the_value_of_an_option_is_no_global_option(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "-n", "--plain")
    hinge("log", "wall", "10", "--note=--home")

    notes = [one["note"] for one in hinge("history", "--json").json["sessions"]]

    assert notes == ["--home", "--plain"]


def test_after_two_dashes_nothing_is_an_option(hinge: Hinge) -> None:
    answer = hinge("log", "--", "wall", "10", "--plain")

    assert answer.code == 2
    assert '"--plain" is not a set' in answer.error


@pytest.mark.parametrize("words", [("--home",), ("log", "wall", "10", "--home")])
def test_a_global_option_without_its_value_is_refused(hinge: Hinge, words: tuple[str, ...]) -> None:
    assert hinge(*words).code == 2


def test_an_option_that_the_root_does_not_know_is_a_line(hinge: Hinge) -> None:
    answer = hinge("--plian", "today")

    assert answer.code == 2
    assert answer.error == "hinge: hinge has no option --plian. Did you mean --plain?"


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--notes", "Did you mean --note?"),
        ("--reps", "hinge log --help lists them."),
        ("-1", "-1: a number here is 0 or more. hinge log --help shows how."),
    ],
)
def test_an_option_that_is_none_names_one_like_it_alone(
    hinge: Hinge, option: str, says: str
) -> None:
    assert hinge("log", "3x10", option, "x").error.endswith(says)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("history 5", 'does not take "5". Write hinge history --limit 5'),
        ("history mon", 'does not take "mon". Write hinge history --since mon'),
        ("history last week", "Write hinge history --since 'last week'"),
        ("setup goal strength", "Write hinge setup --goal strength"),
        ("setup Days mon wed", "Write hinge setup --days mon wed"),
        ("undo 2", 'hinge undo does not take "2". hinge undo --help shows how.'),
        ("calendar mon", "hinge calendar --help shows how."),
    ],
)
def test_words_too_many_are_answered_with_their_option(hinge: Hinge, words: str, says: str) -> None:
    answer = hinge(*words.split())

    assert (answer.code, answer.error.endswith(says)) == (2, True)


def test_an_option_without_its_value_names_the_commands_help(hinge: Hinge) -> None:
    answer = hinge("log", "wall", "10", "--effort")

    assert answer.code == 2
    assert answer.error.endswith("hinge log --help shows how.")


def test_home_and_protocol_come_from_the_environment_unless_given(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HINGE_HOME", str(tmp_path / "env"))
    monkeypatch.setenv("HINGE_PROTOCOL", str(tmp_path / "nowhere"))
    tiny = Path(__file__).parents[1] / "protocols" / "tiny"

    refused = hinge("today")
    hinge("--protocol", str(tiny), "--home", str(tmp_path / "given"), "log", "10")

    assert refused.code == 2
    assert not (tmp_path / "env").exists()
    assert sessions(tmp_path / "given") == 1


NOBODYS = "~nosuchuser/x"


@needs_known_users
@pytest.mark.parametrize(
    "words",
    [
        ("today", "--home", NOBODYS),
        ("today", "--protocol", NOBODYS),
        ("log", "10", "--home", NOBODYS),
        ("replay", "--protocol", NOBODYS),
        ("protocol", "check", NOBODYS),
        ("protocol", "draw", NOBODYS),
    ],
)
def test_the_home_of_nobody_is_refused(hinge: Hinge, words: tuple[str, ...]) -> None:
    answer = hinge(*words)

    assert answer.code == 2
    assert f'"{NOBODYS}" names the home of a user who is not known here' in answer.error


@needs_known_users
@pytest.mark.parametrize("name", ["HINGE_HOME", "HINGE_PROTOCOL"])
def test_the_home_of_nobody_is_refused_in_the_environment_too(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, NOBODYS)

    answer = hinge("today")

    assert answer.code == 2
    assert NOBODYS in answer.error


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("ACCESSIBLE", "1")])
def test_plain_is_chosen_by_the_environment_too(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    plain = hinge("today", "--plain").out
    monkeypatch.setenv(name, value)

    assert hinge("today").out == plain


@pytest.mark.parametrize(
    "now", ["yesterday", "2026-13-01", "1066-10-14T09:00", "25:00", "9999-12-31"]
)
def test_a_clock_that_is_no_time_is_refused(hinge: Hinge, now: str) -> None:
    answer = hinge("today", now=now)

    assert answer.code == 2
    assert "HINGE_NOW" in answer.error


@needs_zones
def test_a_time_without_an_offset_is_meant_in_the_systems_zone(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    import time

    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        session = hinge("log", "wall", "5", "--json", now="2026-11-23T07:30").json["session"]
    finally:
        monkeypatch.undo()
        time.tzset()

    assert session["at"] == "2026-11-23T07:30:00+09:00"


def test_a_time_that_the_systems_zone_does_not_reach_is_refused(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Windows(datetime):
        """Knows no zone before 1970, as there."""

        def astimezone(self, tz: tzinfo | None = None) -> "Windows":
            raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr("hingecli.clock.datetime", Windows)

    answer = hinge("today", now="1950-01-01")

    assert answer.code == 2
    assert "HINGE_NOW" in answer.error


def test_an_unreadable_log_is_told_with_what_would_have_been_saved(
    hinge: Hinge, home: Path
) -> None:
    home.mkdir()
    (home / "hinge.json").write_text("")

    answer = hinge("log", "kb", "2x8", "7/8L", "@35lb", "-n", "it's me", "--effort", "6")

    assert answer.code == 5
    assert (
        "hinge log kettlebell-deadlift 8@35lb 8@35lb 7/8L@35lb --effort 6 -n 'it'\"'\"'s me'"
        in answer.err
    )
    assert (home / "hinge.json").read_text() == ""


def test_any_command_that_could_not_write_tells_how_to_say_it_again(
    hinge: Hinge, home: Path
) -> None:
    home.mkdir()
    (home / "hinge.json").write_text("")

    answer = hinge("pause", "--until", "+3d")

    assert answer.code == 5
    assert answer.err.endswith("When that is mended: hinge pause --until +3d\n")


def test_a_surprise_is_one_line_and_a_traceback_only_with_debug(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_self: App) -> None:
        raise ZeroDivisionError("a surprise")

    monkeypatch.setattr(App, "index", property(broken))

    short, long = hinge("today"), hinge("today", "--debug")

    assert (short.code, long.code) == (1, 1)
    assert "ZeroDivisionError" in short.error
    assert "a surprise" not in short.error
    assert "--debug" in short.error
    assert "Traceback" in long.err


def test_a_surprise_after_the_commit_leaves_success(
    hinge: Hinge, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError("a surprise")

    monkeypatch.setattr("hingecli.show.reply.render", broken)

    answer = hinge("log", "wall", "10")

    assert answer.code == 0
    assert "it is saved" in answer.err
    assert sessions(home) == 1


def run(home: Path, command: str) -> "subprocess.CompletedProcess[str]":
    """Run a shell line in which HINGE stands for the program."""
    line = command.replace("HINGE", f"{sys.executable} -m hingecli")
    return subprocess.run(
        ["bash", "-c", line],
        env=os.environ | {"HINGE_HOME": str(home), "HINGE_NOW": NOW},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("more", ["", *map(in_depth, ("--json", "--plain"))])
def test_a_full_output_after_the_save_is_no_failure(home: Path, more: str) -> None:
    result = run(home, f"HINGE log wall 10 {more} >/dev/full")

    assert result.returncode == 0
    assert "it is saved" in result.stderr
    assert sessions(home) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "command", ["today", *map(in_depth, ("today --json", "mistakes --plain", "export"))]
)
def test_a_full_output_is_told_as_what_it_is(home: Path, command: str) -> None:
    result = run(home, f"HINGE {command} >/dev/full")

    assert result.returncode == 1
    assert "the answer could not be written: No space left on device" in result.stderr
    assert "unexpected" not in result.stderr


@needs_a_unix_shell
@pytest.mark.parametrize(
    "command", ["history", *map(in_depth, ("history --plain", "history --json", "--help"))]
)
def test_a_reader_who_has_gone_is_no_failure(home: Path, command: str) -> None:
    run(home, "HINGE log wall 10")

    gone = run(home, f"(sleep 0.3; exec HINGE {command}) | true; exit ${{PIPESTATUS[0]}}")

    assert (gone.returncode, gone.stderr) == (0, "")


def test_a_reader_who_has_gone_is_no_failure_where_that_is_an_invalid_argument(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as windows:

        def gone(_text: str) -> None:
            windows.setattr(os, "name", "nt")
            raise OSError(errno.EINVAL, "Invalid argument")

        windows.setattr("hingecli.cli.output.print_text", gone)
        answer = hinge("mistakes", "--plain")

    assert (answer.code, answer.err) == (0, "")


@needs_a_unix_shell
def test_a_log_whose_reader_has_gone_is_saved(home: Path) -> None:
    gone = run(home, "(sleep 0.3; exec HINGE log wall 10) | true; exit ${PIPESTATUS[0]}")

    assert gone.returncode == 0
    assert sessions(home) == 1


@needs_a_unix_shell
def test_closed_streams_keep_the_log_whole(home: Path) -> None:
    result = run(home, "HINGE log wall 10 <&- >&- 2>&-; HINGE log wall 11 >&-")

    assert result.returncode == 0
    assert sessions(home) == 2


def test_what_is_typed_reaches_the_terminal_cleaned(hinge: Hinge) -> None:
    answer = hinge("log", "w\x1b[31mll", "10")

    assert answer.code == 3
    assert "\x1b" not in answer.err


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=8), max_size=5))
def test_any_words_give_a_code_and_never_a_traceback(hinge: Hinge, words: list[str]) -> None:
    answer = hinge("log", *words, "--dry-run")

    assert answer.code in (0, 2, 3)
    assert "unexpected" not in answer.err


@pytest.mark.parametrize("command", ["today", "mistakes", "progress"])
def test_a_protocol_that_is_not_there_is_named(hinge: Hinge, tmp_path: Path, command: str) -> None:
    answer = hinge(command, "--protocol", str(tmp_path / "none"))

    assert answer.code == 2
    assert f"there is no folder {tmp_path / 'none'}" in answer.error


def test_a_value_out_of_range_is_told_in_words(hinge: Hinge) -> None:
    answer = hinge("history", "--limit", "0")

    assert answer.code == 2
    assert "0 is not from 1 to" in answer.error
