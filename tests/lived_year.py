"""A year with the coach, for tests: each day decided and done, with what a year brings.

A flare in May, two weeks away in August, an override in April, film reviews, notes with signs that
a page has to escape. The same year every time.
"""

from functools import cache
from random import Random
from typing import Any

from msgspec.structs import replace

from factories import DAY_ONE, Journal, day
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import begin, carry_on, fold, step
from hingecli.coach.log.events import (
    AnyEvent,
    FilmAnswer,
    MistakeCount,
    Session,
    SetRecord,
    Side,
)
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block
from hingecli.coach.state.state import State

DAYS = 364
OVERRIDE_DAY, FLARE_DAY, AWAY = 84, 130, range(216, 232)
FLARE = 7
MORNINGS_AFTER = (5, 3, 2, 1, 1)
"""The scores of the days after the flare, which comes on the first loaded day from its own on."""
NOTE = 'felt <b>heavy</b> & "odd"; see <script>alert(1)</script>'
BECAUSE = "my trainer's word & <i>hers</i>"

_MISTAKES = ("lower-back-rounding", "soft-lockout", "looking-up", "knees-forward")


@cache
def lived_year(index: Index) -> Journal:
    """Return the journal of the year: it begins on day 0, a Monday."""
    random = Random(20260105)
    journal = Journal().setup(
        0,
        days=("mon", "wed", "fri"),
        equipment=("wall", "dowel", "kettlebell", "dumbbells"),
        bells=("8", "12", "16", "20", "24"),
        experience="new",
        screen="clear",
    )
    state = begin(index)
    taken = 0
    for number in range(DAYS):
        journal = _tell(journal, number, state, random)
        state, taken = _take(index, state, journal, taken, number)
        if number in AWAY or random.random() < 0.15:
            continue
        journal = _practise(journal, number, state, random)
        state, taken = _take(index, state, journal, taken, number)
    return journal


def _take(
    index: Index, state: State, journal: Journal, taken: int, number: int
) -> tuple[State, int]:
    """Bring the state to the journal's end; a day that goes on is folded anew."""
    new = Journal(journal.events[taken:])
    if not new.events:
        return carry_on(state, day(number)), taken
    for entry in new.read().days:
        if entry.day < state.today or (entry.sittings and state.done_today() is not None):
            return fold(index, journal.read(), day(number)), len(journal.events)
        step(state, entry)
    return carry_on(state, day(number)), len(journal.events)


def _tell(journal: Journal, number: int, state: State, random: Random) -> Journal:
    """Tell what stands beside practice: mornings, the override, the weeks away."""
    if number == OVERRIDE_DAY:
        journal = journal.override(number, "swing", because=BECAUSE)
    if number == AWAY.start:
        journal = journal.pause(number)
    if number == AWAY.stop:
        journal = journal.resume(number)
    flare = next((event.day for event in journal.events if _is_flare(event)), None)
    if flare is not None and 0 < (day(number) - flare).days <= len(MORNINGS_AFTER):
        return journal.morning(number, MORNINGS_AFTER[(day(number) - flare).days - 1])
    loaded_yesterday = state.last_loaded is not None and (day(number) - state.last_loaded).days == 1
    if state.hold is not None or (loaded_yesterday and random.random() < 0.7):
        return journal.morning(number, random.choice((0, 0, 1, 1, 2)))
    return journal


def _practise(journal: Journal, number: int, state: State, random: Random) -> Journal:
    """Do what the day asks for, and say how it was."""
    decision = decide(state)
    if decision.kind in ("rest", "paused", "done") or not decision.blocks:
        return journal
    missed = 0.16 * 0.5 ** (number / 90) + 0.01
    records = [
        record for block in decision.blocks for record in _sets(block, missed, state, random)
    ]
    misses = sum(record.reps - record.clean_reps for record in records)
    loaded = any(record.load_kg is not None for record in records)
    pain = random.choice((0, 0, 0, 1, 1, 2)) if loaded else None
    told: dict[str, Any] = {"pain": pain, "effort": random.choice((4, 5, 6)) if loaded else None}
    if number >= FLARE_DAY and not any(_is_flare(event) for event in journal.events) and loaded:
        told |= {"pain": FLARE, "where": "low-back", "sharp": True}
    if misses:
        likely = _MISTAKES[: 4 if number < 90 else 3]
        told["mistakes"] = {random.choices(likely, weights=(4, 3, 2, 1)[: len(likely)])[0]: misses}
    if number % 40 == 7:
        told["note"] = NOTE
    words = tuple(dict.fromkeys(record.drill for record in records))
    journal = journal.session(number, f"{words[-1]} 1", **told)
    session = journal.events[-1]
    assert isinstance(session, Session)
    session = replace(session, body=replace(session.body, sets=tuple(records)))
    journal = Journal((*journal.events[:-1], session))
    return _review(journal, number, session, random)


def _is_flare(event: AnyEvent) -> bool:
    if not isinstance(event, Session) or event.body.pain is None:
        return False
    return event.body.pain.score == FLARE


def _sets(block: Block, missed: float, state: State, random: Random) -> list[SetRecord]:
    sides: tuple[Side | None, ...] = ("L", "R") if block.per_side else (None,)
    records = []
    for _ in range(block.sets):
        for side in sides:
            clean = sum(random.random() >= missed for _ in range(block.reps))
            if block.purpose == "test":  # a run ends at its first miss
                run = next((n for n in range(block.reps) if random.random() < missed), block.reps)
                records.append(_set(block, min(run + 1, block.reps), run, side))
                if run == block.reps:
                    return records
                continue
            records.append(_set(block, block.reps, clean, side))
    warm = block.purpose == "warm-up" and any(
        state.index.rungs[drill].loaded for drill in state.loaded_open
    )
    return [replace(record, warmup=warm) for record in records]


def _set(block: Block, reps: int, clean: int, side: Side | None) -> SetRecord:
    return SetRecord(
        drill=block.drill,
        reps=reps,
        clean=clean,
        load_kg=block.load_kg,
        side=side,
        variant=block.variant,
        range=block.range,
    )


def _review(journal: Journal, number: int, session: Session, random: Random) -> Journal:
    """Look at a film of the last set: weekly at first, then once in five weeks."""
    if number % 7 != 4 or (number > 60 and number % 35 != 4):
        return journal
    last = session.body.sets[-1]
    saw = max(0, last.clean_reps - random.choice((0, 0, 1, 2)))
    rounds = FilmAnswer(question="spine", answer="no" if saw < last.clean_reps else "yes")
    taken = ("lower-back-rounding", last.clean_reps - saw)
    return journal.review(
        number,
        session.sitting,
        drill=last.drill,
        felt=last.clean_reps,
        saw=saw,
        answers=(rounds,),
        taken=(MistakeCount(mistake=taken[0], count=taken[1], drill=last.drill),)
        if taken[1]
        else (),
        clip="back garden.mp4",
    )


LAST_DAY = DAY_ONE.replace(year=2027, month=1, day=3)
"""The Sunday on which the year ends."""
