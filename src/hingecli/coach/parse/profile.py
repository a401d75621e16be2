"""Reads the answers of `hinge setup`: what a person owns, weighs, wants and leaves out.

Owns which answers are possible and the sentences for those that are not.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, get_args

from hingecli.coach.log.days import WEEKDAYS
from hingecli.coach.log.events import Experience, Goal, Limit, Screen, Unit, Weekday
from hingecli.coach.parse.answers import read_choice, read_score
from hingecli.coach.parse.dates import weekday_number
from hingecli.coach.parse.measures import Load, read_load
from hingecli.coach.parse.names import find_drill, nearest
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import either, quoted

BODY_MASS_KG: Final = (Decimal(20), Decimal(400))
DEADLIFT_KG: Final = (Decimal(10), Decimal(500))
MOST_BELLS: Final = 20

GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
LIMITS: Final[tuple[Limit, ...]] = get_args(Limit)
EXPERIENCES: Final[tuple[Experience, ...]] = get_args(Experience)
SCREENS: Final[tuple[Screen, ...]] = get_args(Screen)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
DAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?", re.A)
_NONE = ("none", "no", "-", "nothing")


def read_usual_pain(text: str, index: Index, *, what: str = "--usual-pain") -> int:
    """Read the pain of a usual morning (S3). Raises UsageError where that is no usual pain."""
    score = read_score(text, what=what)
    if score > index.rules.pain_during.stop_from:
        raise UsageError(
            f"{what} {score}: so much pain on a usual morning is nothing to practise with. Please "
            f"have it looked at by a doctor or a physical therapist; until then tell each morning: "
            f"hinge morning {score}."
        )
    return score


def read_days(text: str) -> tuple[Weekday, ...]:
    """Read the training days of a week. Raises UsageError when two are neighbours."""
    days = [_weekday(word) for word in _listed(text)]
    if not days:
        raise UsageError("--days: write one to three days, as in mon,wed,fri.")
    numbers = sorted({WEEKDAYS.index(day) for day in days})
    for number in numbers:
        after = (number + 1) % len(WEEKDAYS)
        if after in numbers:
            raise UsageError(
                f"--days: {WEEKDAYS[number]} and {WEEKDAYS[after]} are neighbours, and a day "
                "without load lies between two loaded days. Write --days mon,wed,fri."
            )
    return tuple(DAYS[number] for number in numbers)


def read_equipment(text: str, index: Index) -> tuple[str, ...]:
    """Read the things a person owns, by the protocol's words for them; `none` is an answer."""
    known = {thing.id: thing.id for thing in index.protocol.equipment}
    known |= {thing.id.rstrip("s"): thing.id for thing in index.protocol.equipment}
    known |= {f"{thing.id}s": thing.id for thing in index.protocol.equipment}
    owned: list[str] = []
    for word in _listed(text):
        thing = known.get(word)
        if thing is None:
            near = nearest(word, known)
            things = either([thing.id for thing in index.protocol.equipment])
            hint = f"Did you mean {either(near)}?" if near else f"Write {things}."
            raise UsageError(f"--equipment: {quoted(word)} is not known. {hint}")
        owned.append(thing)
    return tuple(dict.fromkeys(owned))


def read_bells(text: str, unit: Unit) -> tuple[Decimal, ...]:
    """Read the weights of one's own kettlebells, lightest first; bare numbers are in `unit`."""
    bells = sorted({_mass(word, unit).kg for word in _listed(text)})
    if len(bells) > MOST_BELLS:
        raise UsageError(f"--bells: at most {MOST_BELLS} different weights.")
    return tuple(bells)


def read_limits(text: str) -> tuple[Limit, ...]:
    """Read the limits to work around; `none` is an answer."""
    limits = [read_choice(word, LIMITS, what="--limits") for word in _listed(text)]
    return tuple(dict.fromkeys(limits))


def read_without(text: str, index: Index) -> tuple[str, ...]:
    """Read the drills a person declines; `none` takes all in again.

    Raises UsageError for a drill without load, and UnknownNameError.
    """
    drills = [find_drill(index, word) for word in _listed(text)]
    for drill in drills:
        if drill not in index.loaded:
            known = either([rung.id for rung in index.ladder if rung.loaded])
            raise UsageError(
                f"--without {drill}: all that follows rests on it. Only loaded drills can be "
                f"declined: {known}."
            )
    return tuple(dict.fromkeys(drills))


def read_deadlift(text: str, unit: Unit) -> Decimal:
    """Read what is deadlifted for five good reps to exact kilograms; bare numbers are in `unit`."""
    load = _mass(text, unit).kg
    least, most = DEADLIFT_KG
    if not least <= load <= most:
        raise UsageError(
            f"--deadlift {quoted(text)}: write what you lift for five good reps, {least}-{most} kg."
        )
    return load


def read_body_mass(text: str, unit: Unit) -> Decimal:
    """Read a body mass to exact kilograms; a bare number is in `unit`."""
    mass = _mass(text, unit).kg
    least, most = BODY_MASS_KG
    if not least <= mass <= most:
        raise UsageError(f"--body-mass {quoted(text)}: write {least}-{most} kg.")
    return mass


def read_assistance(words: Sequence[str], index: Index) -> tuple[str, ...]:
    """Read assistance drills; `none` ends them. Raises UsageError for a drill that is not one."""
    if [word.lower() for word in words] == ["none"]:
        return ()
    drills = dict.fromkeys(find_drill(index, word) for word in words)
    for drill in drills:
        if index.rungs[drill].role != "assist":
            known = either([rung.id for rung in index.ladder if rung.role == "assist"])
            raise UsageError(f"--assist {drill}: not an assistance drill. Those are {known}.")
    return tuple(drills)


def _mass(text: str, unit: Unit) -> Load:
    word = text.strip()
    return read_load(f"{word}{unit}" if _NUMBER.fullmatch(word) else word)


def _listed(text: str) -> list[str]:
    words = [word for word in re.split(r"[,;\s]+", text.strip().lower()) if word]
    return [] if len(words) == 1 and words[0] in _NONE else words


def _weekday(word: str) -> Weekday:
    number = weekday_number(word)
    if number is None:
        raise UsageError(f"--days: {quoted(word)} is not a day. Write mon,wed,fri.")
    return DAYS[number]
