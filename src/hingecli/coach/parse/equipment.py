"""Reads what a person owns: things, and the weights of their kettlebells.

Owns which answers are possible and the sentences for those that are not.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import takewhile
from typing import Final

from hingecli.coach.log.events import Unit
from hingecli.coach.parse.answers import about, named
from hingecli.coach.parse.measures import PLATES, read_load
from hingecli.coach.parse.names import nearest
from hingecli.coach.parse.signs import NOTHING, answered
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import either

MOST_BELLS: Final = 20
BELLS: Final = "kettlebell"
"""The thing whose weights are asked for."""

_MASS = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_UNIT = r"kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?"
_BELL: Final = re.compile(
    rf"(?:(?:[0-9]{{1,2}}|an?|one|two|three|four) *[x×*] *|(?:two|a pair of|2) (?=.*s\b))?"
    rf"(?:an? |my |the |one )?(?P<mass>{_MASS}) *(?P<unit>{_UNIT})?(?:'?s)?(?![\w.-])"
)
"""One weight of a list: 8, 8 kg, a 16, 2 x 8."""
_DECIMAL_COMMA: Final = re.compile(r"(?<![0-9.,])([0-9]{1,3}),([0-9]{1,3})(?![0-9]|[.,][0-9])")
_BETWEEN_BELLS: Final = re.compile(r"(?:[,;&+/\s]|\b(?:and|plus)\b)*")
_NAMES_OF_BELLS: Final = re.compile(
    r"\b(?:kettle ?-?bells?|bells?|kbs?|i have|i own|only|just)\b|\bof (?=[0-9])"
)

_AROUND_A_THING: Final = frozenset(
    {
        *("a", "an", "the", "my", "some", "one", "two", "three", "four", "five", "six", "of"),
        *("pair", "pairs", "set", "sets", "few", "couple", "just", "only", "own", "i", "have"),
        *("got", "with", "long", "short", "light", "heavy", "old", "new", "small", "big"),
        *("kg", "lb", "lbs", "up", "to", "max", "adjustable"),
    }
)
"""Words around the name of a thing that say nothing about which one it is."""
_HOW_HEAVY: Final = re.compile(rf"{_MASS} *(?:{_UNIT}|x)?")
_WEIGHED: Final = re.compile(rf"{_MASS} *(?:{_UNIT})(?![\w.-])")
_BRACKETS: Final = str.maketrans("()[]", "    ")
_EVERYTHING: Final = frozenset(
    {"all", "everything", "all of them", "all of it", "gym", "a gym", "the gym", "a whole gym"}
)
_NOT: Final = frozenset({"no", "not", "without", "except", "but", "dont", "don't"})


def read_equipment(text: str, index: Index, *, what: str = "--equipment") -> tuple[str, ...]:
    """Read the things a person owns: by the words for them, or by their numbers in the list.

    `none` and `all` are answers. Raises UsageError for a word that names none of them.
    """
    things = [thing.id for thing in index.protocol.equipment]
    answer = answered(text).translate(_BRACKETS)
    if answer in NOTHING:
        return ()
    numbers = answer.split()
    if len(numbers) > 1 and all(map(str.isdecimal, numbers)):
        answer = ", ".join(numbers)
    if answer in _EVERYTHING:
        return tuple(things)
    owned: dict[str, None] = {}
    for things_here, _ in _owned(answer, index, what):
        owned |= dict.fromkeys(things_here)
    if not owned:
        raise UsageError(about(what, f"write what you own: {either([*things, 'none'])}."))
    return tuple(owned)


def bells_beside(text: str, index: Index, unit: Unit) -> tuple[Decimal, ...]:
    """Return the weights that stand beside the kettlebells of an answer: `a 16 kg kettlebell`.

    Bare numbers in front of them are how many. What may be read in two ways is left to be asked.
    """
    answer = answered(text).translate(_BRACKETS)
    with suppress(UsageError):
        _refuse_two_readings(answer, "")
        owned = _owned(answer, index, "")
        weights = [word for things, beside in owned if BELLS in things for word in beside]
        return read_bells(", ".join(weights), unit) if weights else ()
    return ()


def read_bells(text: str, unit: Unit, *, what: str = "--bells") -> tuple[Decimal, ...]:
    """Read the weights of one's own kettlebells, lightest first; bare numbers are in `unit`.

    A unit that stands behind the last of them alone is that of all. Raises UsageError.
    """
    answer = _NAMES_OF_BELLS.sub("", answered(text))
    if answer in NOTHING:
        return ()
    _refuse_two_readings(answer, what)
    bells = list(_bells(answer, what))
    units = {_unit_of(word) for _, word in bells if word}
    of_all = units.pop() if len(units) == 1 else unit
    found = {read_load(f"{mass}{word or of_all}").kg for mass, word in bells}
    if not found:
        raise UsageError(about(what, "write your kettlebells as in 8, 12, 16; or none."))
    if len(found) > MOST_BELLS:
        raise UsageError(about(what, f"at most {MOST_BELLS} different weights."))
    return tuple(sorted(found))


def _owned(answer: str, index: Index, what: str) -> Iterator[tuple[list[str], list[str]]]:
    """Part a list into things with the weights beside them. Raises UsageError.

    Weights alone belong to the things before them: `kettlebells of 12 and 16 kg`.
    """
    before: list[str] = []
    for phrase in re.split(r"[,;&+/]+|\band\b|\bplus\b|\bor\b", answer):
        words = phrase.split()
        behind = list(takewhile(_says_nothing, reversed(words)))
        alone = len(behind) == len(words)
        weights = [found[0] for found in _WEIGHED.finditer(phrase)]
        if not weights and (before or not alone):
            weights = [word for word in reversed(behind) if re.fullmatch(_MASS, word)]
        if before and words and alone and weights:
            yield before, weights
            continue
        things = list(_things(words, index, what))
        before = things if weights else []
        yield things, weights


def _things(words: list[str], index: Index, what: str) -> Iterator[str]:
    """Name the things that `words` speak of, the longest names first. Raises UsageError."""
    known = index.things
    at, found = 0, False
    while at < len(words):
        for size in range(len(words) - at, 0, -1):
            thing = known.get("-".join(words[at : at + size]))
            if thing is not None:
                yield thing
                at, found = at + size, True
                break
        else:
            if not (_says_nothing(words[at]) and (found or at + 1 < len(words))):
                yield _by_number(words, index, what)
                return
            at += 1


def _says_nothing(word: str) -> bool:
    """Return whether a word only says how many or how heavy: a, two, 16kg."""
    return word in _AROUND_A_THING or _HOW_HEAVY.fullmatch(word) is not None


def _by_number(words: list[str], index: Index, what: str) -> str:
    """Return the thing with the number that was typed. Raises UsageError for anything else."""
    things = [thing.id for thing in index.protocol.equipment]
    *before, last = words
    if not before and last.isdecimal() and 1 <= int(last[:3]) <= len(things):
        return things[int(last) - 1]
    unknown = next((word for word in words if word not in _AROUND_A_THING), last)
    if unknown in _NOT:
        raise UsageError(
            f"{named(what, ' '.join(words))}: write only what you own, as in wall, dowel."
        )
    near = nearest(unknown, index.things)
    hint = f"Did you mean {either(near)}?" if near else f"Write {either(things)}."
    raise UsageError(f"{named(what, unknown)} is not known. {hint}")


def _refuse_two_readings(answer: str, what: str) -> None:
    """Raise UsageError for `12,5`, which may be a weight with a comma or two weights.

    In `8,12,16` commas part the weights; in `12,5 and 16` something else does.
    """
    for match in _DECIMAL_COMMA.finditer(answer):
        whole, part = match.groups()
        if part in PLATES and int(part) <= int(whole):
            raise UsageError(
                f"{named(what, match[0])}: {whole}.{part}, or {whole} and {part}? "
                f"Write {whole}.{part}, or {part} and {whole}."
            )


def _bells(answer: str, what: str) -> Iterator[tuple[str, str]]:
    """Split a list of weights into each mass and its unit, if any. Raises UsageError."""
    at = 0
    while at < len(answer):
        between = _BETWEEN_BELLS.match(answer, at)
        at = between.end() if between is not None else at
        bell = _BELL.match(answer, at)
        if bell is None:
            if at < len(answer):
                raise UsageError(
                    f"{named(what, answer[at:].strip())}: not a weight. "
                    "Write your kettlebells as in 8, 12, 16."
                )
            return
        yield bell["mass"], bell["unit"] or ""
        at = bell.end()


def _unit_of(word: str) -> Unit:
    return "kg" if word.startswith("k") else "lb"
