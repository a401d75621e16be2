"""Joins the words that stand unquoted behind an option: `-n felt good`, `--where left knee`.

Owns which words belong to the option, and which are sets again. What they say is read elsewhere.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hingecli.coach.parse.signs import NUMBERS
from hingecli.errors import HingeError, UnknownNameError, UsageError
from hingecli.text import typed_line

if TYPE_CHECKING:
    from typer._click.core import Command, Context

    from hingecli.coach.protocol.protocol import Index
_REASON: Final = "--because"
_NOTES: Final = frozenset({"-n", "--note", _REASON})
_DAYS: Final = frozenset({"-d", "--date", "--until", "--since"})
_LENGTHS: Final = frozenset({"--distance"})
_MISTAKES: Final = frozenset({"-m", "--mistake"})
_ANSWERS: Final = frozenset({"--where", "--effort", "--sore", "--pain", *_MISTAKES})

_OF_SETS: Final = frozenset({"all", "none", "done", "set", "sets", "rep", "reps", "with", "at"})
_HOW_OFTEN: Final = rf"(?:x ?)?[0-9]+(?: ?x| times| reps)?|(?:{'|'.join(NUMBERS)}) (?:times|reps)"


def rejoined(command: "Command", ctx: "Context", args: Sequence[str]) -> list[str]:
    """Return `args` with the words of an option's value in one.

    Raises UsageError where a note goes on with what may be sets.
    """
    taking, switches = _options(command, ctx)
    takes_words = any(p.param_type_name == "argument" for p in command.get_params(ctx))
    ids = _ids(command, ctx)
    joined: list[str] = []
    before: list[str] = []
    at = 0
    while at < len(args):
        word = args[at]
        at += 1
        name, equals, value = word.partition("=")
        if word == "--":
            return [*joined, *args[at - 1 :]]
        if name not in taking or (not equals and at == len(args)):
            joined.append(word)
            before += [word] if word not in switches else []
            continue
        if not equals:
            joined.append(word)
            value = args[at]
            at += 1
        behind = _behind(args[at:], taking | switches)
        size = _size(name, value, behind, before[ids:], ctx) if takes_words else len(behind)
        whole = " ".join((value, *behind[:size]))
        joined.append(f"{name}={whole}" if equals else whole)
        at += size
    return joined


def _options(command: "Command", ctx: "Context") -> tuple[set[str], set[str]]:
    """Return the names of the options that take a text, and those of all others."""
    taking: set[str] = set()
    others: set[str] = set()
    for option in command.get_params(ctx):
        is_text = option.param_type_name == "option" and option.type.name == "str"
        is_text = is_text and "--output" not in option.opts  # a file's name is as it stands
        (taking if is_text else others).update((*option.opts, *option.secondary_opts))
    return taking, others


def _ids(command: "Command", ctx: "Context") -> int:
    """Return how many ids a command takes before its words: of a session that is there."""
    places = [p.nargs for p in command.get_params(ctx) if p.param_type_name == "argument"]
    return places.count(1) if len(places) > 1 else 0


def _behind(args: Sequence[str], options: set[str]) -> list[str]:
    """Return the words up to the next option."""
    end = next((n for n, word in enumerate(args) if _is_option(word, options)), len(args))
    return list(args[:end])


def _is_option(word: str, options: set[str]) -> bool:
    return word.startswith("-") and (word in options or word.partition("=")[0] in options)


def _size(
    option: str, value: str, behind: Sequence[str], before: Sequence[str], ctx: "Context"
) -> int:
    """Return how many of the words `behind` an option's `value` are part of it."""
    if not behind:
        return 0
    if option in _DAYS:
        from hingecli.coach.parse.beside import is_day

        return _longest(value, behind, is_day)
    if option in _LENGTHS:
        return _longest(value, behind, _is_length)
    if option in _NOTES:
        return _of_note(option, value, behind, before, ctx)
    if option in _ANSWERS:
        return _of_answer(option, behind, before, ctx)
    return 0


def _longest(value: str, behind: Sequence[str], reads: Callable[[str], bool]) -> int:
    sizes = range(len(behind), 0, -1)
    return next((size for size in sizes if reads(" ".join((value, *behind[:size])))), 0)


def _is_length(text: str) -> bool:
    from hingecli.coach.parse.measures import read_distance

    with suppress(UsageError):
        read_distance(text)
        return True
    return False


def _of_note(
    option: str, value: str, behind: Sequence[str], before: Sequence[str], ctx: "Context"
) -> int:
    """Return how many words `behind` are part of a note: all, but for a drill and its sets.

    Raises UsageError where it is open what they are.
    """
    drill = next((n for n, word in enumerate(behind) if _is_drill(word, ctx)), len(behind))
    if option == _REASON:
        return len(behind) if before else 0
    count = next((n for n, word in enumerate(behind) if _has_count(word)), len(behind))
    if count == len(behind):
        return 0 if drill == 0 and count == 1 else count
    if drill == 0 or (drill < count and not _has_sets(before)):
        return drill
    joined = behind if _has_sets(before) else behind[:count]
    is_open = count and (behind[count].isdigit() or _names_drill(behind[count - 1], ctx))
    if _has_sets(before) or is_open:
        line = typed_line((option, " ".join((value, *joined))))
        raise UsageError(f"a note of several words stands in quotes: {line}")
    return count


def _of_answer(option: str, behind: Sequence[str], before: Sequence[str], ctx: "Context") -> int:
    """Return how many words `behind` are part of an answer: its words, and `of 10`."""
    if option not in _MISTAKES and list(behind[:2]) in (["of", "10"], ["/", "10"]):
        return 2
    size = _leading(behind, ctx)
    rest = [word.lower() for word in behind[size:]]
    there = _has_sets(before) or _ids(ctx.command, ctx) > 0
    counted = option in _MISTAKES and there
    if counted and re.fullmatch(_HOW_OFTEN, " ".join(rest)):
        return len(behind)
    return size


def _leading(behind: Sequence[str], ctx: "Context") -> int:
    """Return how many words `behind` an option are neither sets nor drills."""
    return next(
        (n for n, word in enumerate(behind) if _has_count(word) or _names_drill(word, ctx)),
        len(behind),
    )


def _has_sets(words: Sequence[str]) -> bool:
    return any(map(_has_count, words))


def _has_count(word: str) -> bool:
    """Return whether a word tells a number, or is about numbers of reps."""
    bare = word.lower().strip(",.;:")
    return (
        any(sign.isdigit() or sign == "@" for sign in word) or bare in NUMBERS or bare in _OF_SETS
    )


def _names_drill(word: str, ctx: "Context") -> bool:
    """Return whether a word is a drill's name, its beginning, or nearly one."""
    from hingecli.coach.parse.names import find_drill

    index = _index(ctx)
    if index is None:
        return True
    try:
        find_drill(index, word)
    except UnknownNameError as unknown:
        return bool(unknown.near)
    return True


def _is_drill(word: str, ctx: "Context") -> bool:
    """Return whether a word is the whole name of a drill."""
    from hingecli.coach.parse.names import folded

    index = _index(ctx)
    return index is None or folded(word) in index.names


def _index(ctx: "Context") -> "Index | None":
    """Return what is known of the drills; None where the command will say why that is nothing."""
    from hingecli.app import App

    with suppress(HingeError):
        return App(protocol=ctx.find_root().params.get("protocol")).index
    return None
