"""Moves the global options that stand after the verb in front of it.

Owns what counts as one: not after `--`, and not the value of another option.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from hingecli.errors import UsageError

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer.core import TyperGroup

WITH_VALUE: Final = ("--home", "--protocol")
FLAGS: Final = ("--plain", "--debug", "--version")


def hoisted(group: "TyperGroup", ctx: "Context", args: list[str]) -> list[str]:
    """Return `args` with the global options first. A command's own option of that name stays."""
    front: list[str] = []
    rest: list[str] = []
    command: Command | None = group
    taking: set[str] = set(WITH_VALUE)
    own: set[str] = set()
    words = iter(args)
    for word in words:
        if word == "--":
            return [*front, *rest, word, *words]
        name, equals, _ = word.partition("=")
        if name in WITH_VALUE and name not in own:
            front += [word] if equals else [word, *_value(name, words, ctx)]
        elif word in FLAGS and word not in own:
            front.append(word)
        elif word.startswith("-") and len(word) > 1:
            rest.append(word)
            if _takes_next(word, taking):
                rest += _next(words)
        else:
            rest.append(word)
            command = _below(command, ctx, word)
            if command is not None:
                taking, own = _options(command, ctx)
    return front + rest


def _value(name: str, words: Iterator[str], ctx: "Context") -> list[str]:
    value = _next(words)
    if not value and not ctx.resilient_parsing:
        raise UsageError(f"{name} needs a folder behind it: {name} DIR.")
    return value


def _next(words: Iterator[str]) -> list[str]:
    return [word for word in (next(words, None),) if word is not None]


def _takes_next(word: str, taking: set[str]) -> bool:
    """Return whether the word after this option is its value."""
    if word.startswith("--"):
        return word in taking
    for place, letter in enumerate(word[1:], 1):
        if f"-{letter}" in taking:
            return place == len(word) - 1
    return False


def _below(command: "Command | None", ctx: "Context", word: str) -> "Command | None":
    """Return the command that `word` names in a group; None where there is none to enter."""
    get = getattr(command, "get_command", None)
    found: Command | None = get(ctx, word) if get is not None else None
    return found


def _options(command: "Command", ctx: "Context") -> tuple[set[str], set[str]]:
    """Return the names of the options that take a value, and all names of options."""
    taking: set[str] = set()
    own: set[str] = set()
    for option in command.get_params(ctx):
        if option.param_type_name == "option":
            names = {*option.opts, *option.secondary_opts}
            own |= names
            if not getattr(option, "is_flag", False) and not getattr(option, "count", False):
                taking |= names
    return taking | (set(WITH_VALUE) - own), own
