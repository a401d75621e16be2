"""Reads the answers that a person types about themselves: scores, setup, a note.

Owns which answers are possible and the sentences for those that are not.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar, get_args

from hingecli.coach.log.days import WEEKDAYS
from hingecli.coach.log.events import (
    Experience,
    Goal,
    Limit,
    Pain,
    Place,
    Screen,
    Unit,
    Weekday,
)
from hingecli.coach.parse.grammar import Load, read_load, weekday_number
from hingecli.coach.parse.names import find_drill, nearest
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.text import clean, either, quoted

Word = TypeVar("Word", bound=str)

MOST_NOTE: Final = 500
"""Characters of a note: a few sentences; longer ones are for a diary."""

MOST_REASON: Final = 200
"""Characters of a reason given for an override."""

BODY_MASS_KG: Final = (Decimal(20), Decimal(400))
DEADLIFT_KG: Final = (Decimal(10), Decimal(500))
MOST_BELLS: Final = 20

PLACES: Final[tuple[Place, ...]] = get_args(Place)
GOALS: Final[tuple[Goal, ...]] = get_args(Goal)
LIMITS: Final[tuple[Limit, ...]] = get_args(Limit)
EXPERIENCES: Final[tuple[Experience, ...]] = get_args(Experience)
SCREENS: Final[tuple[Screen, ...]] = get_args(Screen)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
DAYS: Final[tuple[Weekday, ...]] = get_args(Weekday)

SHARP: Final = ("sharp", "spreading")
"""Words for the kind of pain that stops a session."""

MOST_PLACE: Final = 60
"""Characters of a place in a person's own words."""

_BEFORE_A_PLACE = ("pain", "in", "on", "at", "the", "my", "a")
"""Words that a person may put before a place; they are no part of its name."""
_NOWHERE = ("none", "no", "-", "nothing", "nowhere")
_NOT_A_WORD = re.compile(r"[\W_]+")
_LEAST_LETTERS = 2
"""Of a place's beginning: one may be a slip."""

_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?", re.A)
_NONE = ("none", "no", "-", "nothing")


class PlaceTold(NamedTuple):
    """A place where it hurts, and the person's own words for it where these are other ones."""

    place: Place | None
    told: str | None = None


class PainWords(NamedTuple):
    """A pain as typed: its score, where it was felt if that was told, and whether it was sharp."""

    score: str
    where: str | None = None
    sharp: bool = False


def read_score(text: str, *, what: str, least: int = 0) -> int:
    """Read a whole number from `least` to 10; `what` names the answer in the sentence."""
    word = text.strip()
    if not (word.isascii() and word.isdigit() and len(word) <= 2 and least <= int(word) <= 10):
        raise UsageError(f"{what} {quoted(text)}: write a whole number from {least} to 10.")
    return int(word)


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


def read_place(text: str, index: Index, *, what: str = "--where") -> PlaceTold:
    """Read where it hurts, in whatever words: a place by name, its beginning, or what people say.

    Of several places told at once one that is alarming counts; others, and words that nobody
    knows, are some other place, which holds every load. Raises UsageError for too long a text.
    """
    told = " ".join(clean(text).split())
    if len(told) > MOST_PLACE:
        raise UsageError(
            f"{what} has {len(told)} characters; at most {MOST_PLACE} are kept. "
            "Say it in a word or two, as in left calf."
        )
    words = told.split()
    while len(words) > 1 and words[0].lower() in _BEFORE_A_PLACE:
        del words[0]
    told = " ".join(words)
    parts = [part for part in _NOT_A_WORD.split(told.casefold()) if part]
    if not told:
        raise UsageError(f"{what}: write where it hurts, as in low-back or left calf.")
    if told.lower() in _NOWHERE:
        return PlaceTold(None)
    word = "-".join(parts)
    begun = [place for place in PLACES if place.startswith(word)]
    if word in PLACES or (len(word) >= _LEAST_LETTERS and len(begun) == 1):
        return PlaceTold(begun[0])
    return PlaceTold(_meant(parts, index), told)


def read_effort(text: str, *, what: str = "--effort") -> int:
    """Read how hard it was, 1-10."""
    return read_score(text, what=what, least=1)


def pain_words(text: str) -> PainWords:
    """Split `3 low-back sharp`: a score, then a place and a kind in any order."""
    score, *rest = text.replace(",", " ").split() or [""]
    place = " ".join(word for word in rest if word.lower() not in SHARP)
    return PainWords(score, place or None, sharp=any(word.lower() in SHARP for word in rest))


def read_pain(words: PainWords, index: Index, *, prefix: str = "") -> Pain:
    """Read a pain told in parts; `prefix` makes their names in the sentences those of flags."""
    score = read_score(words.score, what=f"{prefix}pain")
    where = PlaceTold(None)
    if words.where is not None:
        where = read_place(words.where, index, what=f"{prefix}where")
    return Pain(score=score, where=where.place, where_told=where.told, sharp=words.sharp)


def read_choice(text: str, choices: Sequence[Word], *, what: str) -> Word:
    """Read one of `choices`, or its unique beginning. Raises UsageError that lists them."""
    word = "-".join(text.strip().lower().split())
    found = [choice for choice in choices if word and choice.startswith(word)]
    exact = [choice for choice in found if choice == word]
    if exact or len(found) == 1:
        return (exact or found)[0]
    raise UsageError(f"{what} {quoted(text)}: write {either(choices)}.")


def read_note(text: str, *, what: str = "the note", most: int = MOST_NOTE) -> str:
    """Read a note that was cleaned already. Raises UsageError when it is too long."""
    if len(text) > most:
        raise UsageError(f"{what} has {len(text)} characters; at most {most} are kept. Shorten it.")
    return text


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


def read_yes(text: str) -> bool:
    """Read yes or no."""
    word = text.strip().lower()
    if word in ("y", "yes", "true", "1"):
        return True
    if word in ("n", "no", "false", "0"):
        return False
    raise UsageError(f"{quoted(text)}: write yes or no.")


def _meant(parts: Sequence[str], index: Index) -> Place:
    """Return the place that `parts` of a text speak of; another one where they are not clear."""
    mentioned: dict[Place, None] = {}
    at = 0
    while at < len(parts):
        for size in range(len(parts) - at, 0, -1):
            place = index.places.get("-".join(parts[at : at + size]))
            if place is not None:
                mentioned[place] = None
                break
        at += size
    alarming = [place for place in mentioned if place in index.rules.pain_during.alarm]
    if alarming:
        return alarming[0]
    return next(iter(mentioned)) if len(mentioned) == 1 else "other"


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
