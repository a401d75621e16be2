"""What a life has told of pain: red scores and the green ones since, ambers, the way back.

Owns when a red score holds load, by the rules' words and not by the coach's memory.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index, Rung
from hingecli.coach.rules import severity

Places = frozenset[str] | None
"""Places that hurt, each with drills of its own; None where every load is held."""

SECOND_WITHIN_DAYS = 7
"""S4: days after the last red score within which another episode is the second (RULES)."""
STILL_RED_DAYS = 4
"""S4: days into a hold from which a red score asks for a professional (RULES)."""
WAY_BACK_DAYS = 2
"""S2: loaded days of the way back after a hold (RULES)."""
GRAVE_PLACES = ("chest", "head")
"""S8: places that a professional must see: the chest at any score, the head from red on."""


class Red(msgspec.Struct, kw_only=True):
    """A red score that holds load: when its episode began, its last day, and what came since.

    `places` are what it holds, `first` says that nothing was logged before it on its day.
    `again` is a second episode, `grave` one that only a professional ends, `yes` that one did.
    `scores` are the scores since, with their days. `most_said` is the most sentences that a
    hold card said before it had to explain.
    """

    began: date
    day: date
    places: Places
    first: bool = True
    again: bool = False
    grave: bool = False
    yes: bool = False
    scores: list[tuple[date, int]] = []
    most_said: int = 0


class LivedWayBack(msgspec.Struct, kw_only=True):
    """The way back after a hold: of which places, and the loaded days of it so far."""

    places: Places
    days: int = 0


class PainBook(msgspec.Struct, kw_only=True):
    """What was told of pain so far.

    `usual` is the usual score, `professional` whether a yes is recorded, `stopped` the last day
    with a red score. `ambers` counts amber loaded sessions running, `answered` is the last
    day with a score, `morning` that day's score if it was a morning's.
    """

    usual: int = 0
    professional: bool = False
    red: Red | None = None
    stopped: date | None = None
    back: LivedWayBack | None = None
    ambers: int = 0
    answered: date | None = None
    morning: tuple[date, int] | None = None


def is_green(book: PainBook, index: Index, score: int) -> bool:
    """Return whether `score` is green: low, or what is usual for one who lives with it."""
    rule = index.rules.pain_during
    low, usual = rule.no_progress_from - 1, book.usual
    if low < usual < rule.stop_from and (usual == low + 1 or book.professional):
        low = usual
    return score <= low


def covers(places: Places, rung: Rung) -> bool:
    """Return whether pain in `places` keeps `rung` from being loaded."""
    return places is None or not places.isdisjoint(rung.places)


def note_score(
    book: PainBook, index: Index, day: date, pain: Pain, *, trained: Iterable[str], first: bool
) -> None:
    """Note a score: red begins an episode, the others help to end it or keep it.

    `trained` are the drills that were loaded so far; `first` says that no session came before
    it on its day.
    """
    book.answered = day
    if severity.stops_training(index, pain):
        _begin(book, index, day, pain, trained=trained, first=first)
    elif book.red is not None and day > book.red.day:
        book.red.scores.append((day, pain.score))


def note_loaded(book: PainBook, index: Index, pain: Pain | None, drills: Iterable[str]) -> None:
    """Note a loaded session of `drills` with what was told of pain in it."""
    red = severity.stops_training(index, pain)
    amber = pain is not None and not red and not is_green(book, index, pain.score)
    if pain is None or not amber:
        book.ambers = 0
    elif any(covers(_places(index, pain), index.rungs[drill]) for drill in drills):
        book.ambers += 1
    # Beside a hold for some drills the others go on with the way back of the last one.
    if book.back is None or red or (book.red is not None and book.red.places is None):
        return
    book.back.days = 0 if amber else book.back.days + 1
    if book.back.days >= WAY_BACK_DAYS:
        book.back = None


def note_professional(book: PainBook, index: Index, day: date) -> None:
    """Note a professional's yes; it ends a hold where the rules let it."""
    book.professional = True
    red, rule = book.red, index.rules.pain_during
    if red is None or day < red.day:
        return
    long = (day - red.day).days >= rule.ask_after_days
    red.yes = red.yes or red.again or red.grave or long


def settle(book: PainBook, index: Index, today: date) -> None:
    """Close the episode if, by the rules' words, it holds no longer on the morning of `today`."""
    red = book.red
    if red is not None and greens(book, index) and not waits(book, index, today):
        book.red = None


def greens(book: PainBook, index: Index) -> bool:
    """Return whether two green days, with no other score between, or a yes ended the hold."""
    red = book.red
    if red is None or red.yes:
        return True
    return len(set(_green_run(book, index, red))) >= index.rules.pain_during.end_days


def waits(book: PainBook, index: Index, today: date) -> bool:
    """S4 and S8: return whether more than two green days is asked for, and not there yet."""
    red, rule = book.red, index.rules.second_episode
    if red is None or red.yes:
        return False
    if red.grave or not red.again:
        return red.grave
    run = _green_run(book, index, red)
    other = (day for day, score in reversed(red.scores) if not is_green(book, index, score))
    quiet = today - next(other, red.day)
    return len(run) < rule.end_scores or quiet < timedelta(days=rule.end_days)


def _green_run(book: PainBook, index: Index, red: Red) -> list[date]:
    """Return the days of the green scores since the last other one, the latest first."""
    run = []
    for day, score in reversed(red.scores):
        if not is_green(book, index, score):
            break
        run.append(day)
    return run


def _begin(
    book: PainBook, index: Index, day: date, pain: Pain, *, trained: Iterable[str], first: bool
) -> None:
    red, began = book.red, day
    places = _places(index, pain)
    grave = pain.where in GRAVE_PLACES
    if red is not None:
        began = red.began
        again = red.again or (day - began).days >= STILL_RED_DAYS
        # A morning's score names no place: it is about what hurts already.
        places = red.places if pain.where is None else _together(red.places, places)
        grave = grave or red.grave
    else:
        again = book.stopped is not None and (day - book.stopped).days <= SECOND_WITHIN_DAYS
    book.red = Red(began=began, day=day, places=places, first=first, again=again, grave=grave)
    book.stopped, book.ambers = day, 0
    if any(covers(places, index.rungs[drill]) for drill in trained):
        before = book.back
        book.back = LivedWayBack(places=_together(before.places, places) if before else places)


def _places(index: Index, pain: Pain) -> Places:
    """Return what `pain` holds: a place that only some drills load holds those, others all."""
    if pain.where is None or not any(pain.where in rung.places for rung in index.ladder):
        return None
    return frozenset((pain.where,))


def _together(before: Places, now: Places) -> Places:
    return None if before is None or now is None else before | now
