"""Reads the answers of `hinge setup`: what a person owns, weighs, wants and leaves out.

Owns which answers are possible and the sentences for those that are not.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, get_args

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS
from hingecli.coach.log.events import Experience, Goal, Limit, ReadinessResult, Unit, Weekday
from hingecli.coach.parse.answers import about, named, read_choice, read_score, read_yes
from hingecli.coach.parse.dates import weekday_number
from hingecli.coach.parse.measures import Load, read_load
from hingecli.coach.parse.names import find_all, find_drill
from hingecli.coach.parse.places import places_in
from hingecli.coach.parse.signs import NOTHING, answered, listed
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import either

BODY_MASS_KG: Final = (Decimal(20), Decimal(400))
DEADLIFT_KG: Final = (Decimal(10), Decimal(500))


GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
LIMITS: Final[tuple[Limit, ...]] = get_args(Limit)
EXPERIENCES: Final[tuple[Experience, ...]] = get_args(Experience)
SCREENS: Final[tuple[ReadinessResult, ...]] = get_args(ReadinessResult)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
DAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)

NEW_WORDS: Final[dict[str, Experience]] = {
    **dict.fromkeys(("none", "no", "nothing", "never", "beginner", "zero", "not-yet"), "new"),
    **dict.fromkeys(("never-lifted", "none-at-all", "not-at-all", "newbie", "i-am-new"), "new"),
    **dict.fromkeys(("a-little", "little", "a-bit", "bit", "sometimes", "yes", "not-much"), "some"),
    **dict.fromkeys(("a-lot", "lots", "years", "for-years", "experienced", "advanced"), "trained"),
}
"""What people say for how much they have lifted."""
UNIT_WORDS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("kgs", "kilo", "kilos", "kilogram", "kilograms", "metric"), "kg"),
    **dict.fromkeys(("lbs", "pound", "pounds", "imperial"), "lb"),
}
GOAL_WORDS: Final[dict[str, Goal]] = {
    **dict.fromkeys(("strong", "stronger", "power", "get-strong", "get-stronger"), "strength"),
    **dict.fromkeys(("muscle", "muscles", "size", "mass", "growth", "bigger"), "hypertrophy"),
    **dict.fromkeys(
        ("sport", "sports", "athlete", "athletics", "speed", "fast", "faster"), "athletic"
    ),
    **dict.fromkeys(("jump", "jumps", "jumping", "speed-and-jumps"), "athletic"),
}

SIXTY: Final = 60
"""Years, as setup asks for them."""
_AGE: Final = r"(?:i am |i'm )?([1-9][0-9]|1[01][0-9])(?: years?)?(?: old)?"
_BARE_MASS: Final = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?")
_EVERY_DAY: Final = ("every day", "everyday", "daily", "all", "all days", "any day", "any", "7")


def read_goal(text: str, *, what: str = "--goal") -> Goal:
    """Read a goal by name, by its number or in what people say for it.

    Raises UsageError that says what each means.
    """
    numbers = {str(n): goal for n, goal in enumerate(GOALS, 1)}
    try:
        return read_choice(text, GOALS, what=what, also=GOAL_WORDS | numbers)
    except UsageError as problem:
        raise UsageError(
            f"{named(what, text)}: write strength (1), muscle (2), or speed and jumps (3)."
        ) from problem


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


def read_sixty(text: str) -> bool:
    """Read whether a person is 60 or older: yes, no, or the age. Raises UsageError."""
    age = re.fullmatch(_AGE, answered(text))
    return read_yes(text) if age is None else int(age[1]) >= SIXTY


def read_days(text: str, *, what: str = "--days") -> tuple[Weekday, ...]:
    """Read the training days of a week. Raises UsageError when two are neighbours."""
    answer = answered(text)
    if answer in _EVERY_DAY:
        raise UsageError(
            about(what, "a day without load lies between two loaded days. Write mon, wed, fri.")
        )
    words = [word for part in listed(text) for word in part.split("/") if word not in _FILLERS]
    days = [day for word in words for day in _weekdays(word, what)]
    if not days:
        raise UsageError(about(what, "write one to three days, as in mon,wed,fri."))
    numbers = sorted({WEEKDAYS.index(day) for day in days})
    for number in numbers:
        after = (number + 1) % len(WEEKDAYS)
        if after in numbers:
            raise UsageError(
                about(
                    what,
                    f"{WEEKDAY_NAMES[number]} and {WEEKDAY_NAMES[after]} are neighbours, and a day "
                    "without load lies between two loaded days. Write mon,wed,fri.",
                )
            )
    return tuple(DAYS[number] for number in numbers)


def read_limits(text: str, index: Index, *, what: str = "--limits") -> tuple[Limit, ...]:
    """Read the limits to work around, in any words for the places; `none` is an answer."""
    answer = answered(text)
    if answer in NOTHING or answer in ("no limits", "none of them", "all good", "i am fine"):
        return ()
    if answer in ("both", "all", "all of them"):
        return LIMITS
    limits = [limit for place in places_in(answer, index) for limit in LIMITS if limit == place]
    if not limits or len(limits) < len(places_in(answer, index)):
        elsewhere = "; pain elsewhere you tell as you log" if places_in(answer, index) else ""
        raise UsageError(f"{named(what, text)}: write {either([*LIMITS, 'none'])}{elsewhere}.")
    return tuple(limits)


def read_without(text: str, index: Index) -> tuple[str, ...]:
    """Read the drills a person declines; `none` takes all in again.

    Raises UsageError for a drill without load, and UnknownNameError.
    """
    drills = _drills(text, index)
    for drill in drills:
        if drill not in index.loaded:
            raise UsageError(
                f"--without {drill}: all that follows rests on it. Only drills with load can be "
                "declined, as in --without kettlebell-swing."
            )
    return tuple(dict.fromkeys(drills))


def read_deadlift(text: str, unit: Unit, *, what: str = "--deadlift") -> Decimal:
    """Read what is deadlifted for five good reps to exact kilograms; bare numbers are in `unit`."""
    load = _mass(text, unit, what).kg
    least, most = DEADLIFT_KG
    if not least <= load <= most:
        raise UsageError(
            f"{named(what, text)}: write what you lift for five good reps, {least}-{most} kg."
        )
    return load


def read_body_mass(text: str, unit: Unit, *, what: str = "--body-mass") -> Decimal:
    """Read a body mass to exact kilograms; a bare number is in `unit`."""
    mass = _mass(text, unit, what).kg
    least, most = BODY_MASS_KG
    if not least <= mass <= most:
        raise UsageError(f"{named(what, text)}: write {least}-{most} kg.")
    return mass


def read_assistance(words: Sequence[str], index: Index) -> tuple[str, ...]:
    """Read assistance drills; `none` ends them. Raises UsageError for a drill that is not one."""
    drills = dict.fromkeys(drill for text in words for drill in _drills(text, index))
    for drill in drills:
        if index.rungs[drill].role != "assist":
            known = either([rung.id for rung in index.ladder if rung.role == "assist"])
            raise UsageError(f"--assist {drill}: not an assistance drill. Those are {known}.")
    return tuple(drills)


_MORE_DAYS: Final[dict[str, tuple[Weekday, ...]]] = {
    "mwf": ("mon", "wed", "fri"),
    **dict.fromkeys(("weekend", "weekends"), ("sat", "sun")),
    **dict.fromkeys(("weekday", "weekdays"), ("mon", "tue", "wed", "thu", "fri")),
}
_FILLERS: Final = frozenset(["on", "every", "each", "the", "days", "day", "or"])


def _drills(text: str, index: Index) -> list[str]:
    """Return the drills that a list names; none is empty. Raises UnknownNameError."""
    answer = answered(text)
    if answer in NOTHING:
        return []
    phrases = re.split(r"[,;&+]+|\band\b", answer)
    named_ = (find_all(phrase.split(), lambda word: find_drill(index, word)) for phrase in phrases)
    return [drill for found in named_ for _, drill in found]


def _mass(text: str, unit: Unit, what: str) -> Load:
    word = answered(text).replace(",", ".").removeprefix("about ")
    try:
        return read_load(f"{word}{unit}" if _BARE_MASS.fullmatch(word) else word)
    except UsageError as error:
        raise UsageError(f"{named(what, text)}: write a weight, as in 80 {unit}.") from error


def _weekdays(word: str, what: str) -> Iterator[Weekday]:
    """Name the days that a word stands for. Raises UsageError where it is none."""
    if word in _MORE_DAYS:
        yield from _MORE_DAYS[word]
        return
    parts = [part for part in word.split("-") if part]
    for part in parts:
        number = weekday_number(part, letters=2)
        if number is None:
            raise UsageError(f"{named(what, word)} is not a day. Write mon,wed,fri.")
        yield DAYS[number]
    if len(parts) == 2:
        raise UsageError(
            f"{named(what, word)}: these two days, or all between them? Write "
            f"{parts[0]} and {parts[1]}, or each of them."
        )
