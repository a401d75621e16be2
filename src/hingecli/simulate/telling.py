"""What a learner tells beside practice: pauses, mornings, a professional's word."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from random import Random

from hingecli.coach.log.events import (
    Cleared,
    Header,
    Morning,
    Override,
    Pause,
    Profile,
    ProfileSet,
    Resume,
    SeenProfessional,
)
from hingecli.coach.log.sessions import Statement
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.simulate.body import LearnerBody
from hingecli.simulate.ledger import Ledger

RED_FROM = 5
"""A morning on which nobody also tells that a professional said yes (0-10)."""
LONG_HOLD_DAYS = 14
"""Days of a hold after which a learner goes to a professional unasked."""
ANSWERS_ON_HOLD = 0.4
"""The least chance that a morning is told while a hold asks for it."""
ENDS_A_PAUSE, SEES_SOMEBODY, HEARS_A_YES, OVERRIDES = 0.5, 0.3, 0.02, 0.00005
"""Chances a day: of `hinge resume` while no days of one kind run; of a professional, once
pain came again or held long, and of their yes; of a drill that is opened by hand.
"""


def statements_of(
    state: State, body: LearnerBody, ledger: Ledger, *, day: date, random: Random
) -> Iterator[Statement]:
    """Draw what the learner tells beside practice: pauses, mornings, a professional's word."""
    learner = body.learner
    if learner.silent:
        return
    if state.pause is None:
        if body.leaves and random.random() < learner.pauses:
            until = random.choice((None, day + max(body.ill, body.away) * ONE_DAY))
            yield Pause(**head(day), ill=body.ill > 0, until=until)
    elif not body.ill and not body.away and (ledger.kind_days or random.random() < ENDS_A_PAUSE):
        yield Resume(**head(day))
    if body.away:
        return
    morning = _morning(body, ledger, day=day, random=random)
    if morning is not None:
        yield morning
    red_today = morning is not None and morning.score >= RED_FROM
    if not red_today and _sees_a_professional(ledger, day) and random.random() < SEES_SOMEBODY:
        yield SeenProfessional(**head(day))
    if state.morning_flag is not None and state.profile.usual_pain is None and learner.usual > 1:
        yield ProfileSet(**head(day), profile=Profile(usual_pain=learner.usual))
    screen = state.profile.screen
    if screen in ("unloaded", "stop") and state.cleared is None and random.random() < HEARS_A_YES:
        yield Cleared(**head(day))
    if state.first_session is not None and not state.overrides and random.random() < OVERRIDES:
        yield Override(**head(day), drill=state.index.ladder[2].id, because="I lift already")


def head(day: date) -> Header:
    """Return the fields that an event of `day` carries."""
    moment = datetime.combine(day, time(7), tzinfo=UTC)
    name = f"x{day:%Y%m%d}"
    return Header(id=name, seq=day.toordinal(), cmd=name, at=moment, day=day, recorded=moment)


def _sees_a_professional(ledger: Ledger, day: date) -> bool:
    """Return whether pain came again soon, or held for so long that one would see somebody."""
    red = ledger.pain.red
    if red is None:
        return False
    return red.again or red.grave or (day - red.day).days >= LONG_HOLD_DAYS


def _morning(body: LearnerBody, ledger: Ledger, *, day: date, random: Random) -> Morning | None:
    """Answer how the morning is: after a load, and more readily while a hold asks for it."""
    learner, book = body.learner, ledger.pain
    if learner.says is not None:
        return Morning(**head(day), score=learner.says)
    held = book.red is not None and book.red.day < day
    last = ledger.lifts.loaded[-1] if ledger.lifts.loaded else None
    after_load = (
        last is not None and last < day and (book.answered is None or book.answered <= last)
    )
    ready = max(learner.answers, ANSWERS_ON_HOLD) if held else learner.answers
    if not (held or after_load) or random.random() > ready:
        return None
    sore = round(body.sore) if body.sore >= 1 else None
    return Morning(**head(day), score=body.pain(morning=True).score, sore=sore)
