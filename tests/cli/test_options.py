"""Options declared in a table reach their command, and say what a session can hold."""

import inspect
from typing import Annotated, Any

import pytest
import typer
from typer.testing import CliRunner

from hingecli.cli.options import REPEATED, SWITCH, TO_EDIT, TO_LOG, Option, takes
from hingecli.cli.session_words import SessionWords
from hingecli.coach.log.events import SessionBody

COLOURS = Option("colours", ("-c", "--colour"), "A colour.", "NAME", kind=REPEATED)
LOUD = Option("loud", ("--loud",), "Loudly.", kind=SWITCH)
NAME = Option("name", ("--name",), "A name.", "NAME")


def run(*words: str) -> dict[str, Any]:
    """Run a command that takes the options above, and return what it was handed."""
    handed: dict[str, Any] = {}

    @takes((COLOURS, LOUD, NAME))
    def command(
        thing: Annotated[str, typer.Argument()], *, last: bool = False, **options: Any
    ) -> None:
        handed.update(thing=thing, last=last, **options)

    app = typer.Typer(add_completion=False)
    app.command()(command)
    assert CliRunner().invoke(app, list(words)).exit_code == 0
    return handed


def test_what_is_typed_is_handed_over_by_keyword() -> None:
    handed = run("hat", "-c", "red", "--colour", "blue", "--loud", "--name", "x")

    assert handed == {
        "thing": "hat",
        "last": False,
        "colours": ["red", "blue"],
        "loud": True,
        "name": "x",
    }


def test_what_is_not_typed_is_none() -> None:
    assert run("hat") == {
        "thing": "hat",
        "last": False,
        "colours": None,
        "loud": None,
        "name": None,
    }


def test_the_table_stands_between_the_arguments_and_the_commands_own_options() -> None:
    @takes((LOUD, NAME))
    def command(thing: str, *, last: bool = False, **options: Any) -> None:
        del thing, last, options

    assert list(inspect.signature(command).parameters) == ["thing", "loud", "name", "last"]


@pytest.mark.parametrize("options", [TO_LOG, TO_EDIT])
def test_a_sessions_options_are_all_its_words_but_the_sets(options: tuple[Option, ...]) -> None:
    keywords = {option.keyword for option in options}

    from_the_sentence = {"length_in_sentence", "effort_in_sentence", "asked"}
    assert keywords | {"sets", "day"} | from_the_sentence == set(SessionWords.__struct_fields__)
    typed_with_the_distance = {"distance_unit"}
    assert set(SessionBody.__struct_fields__) <= keywords | {"sets"} | typed_with_the_distance
