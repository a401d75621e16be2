"""Which reasons a card says, in which order, and which of them are never left out.

Owns this choice by the reasons' topics; `hinge why` says them all.
"""

from typing import Literal

import msgspec

from hingecli.coach.day.load_notes import NEXT_LOAD
from hingecli.coach.log.events import Unit
from hingecli.coach.results import Moved, Reason
from hingecli.coach.rules import gear
from hingecli.coach.rules.wall_test import NEXT_TEST
from hingecli.show import sets
from hingecli.show.cardfacts import Card, trains
from hingecli.text import count
from hingecli.wrapping import columns

NoteTone = Literal["plain", "safety"]

_SAID_BY_THE_CARD = frozenset(
    {"unloaded_dose", "day_goal", "loaded_day", "variety", "warm_up", "focus", NEXT_LOAD}
)
"""Topics that the card's own lines speak of already, on a day of training."""

_SAFETY = frozenset(
    {
        "amber",
        "early_morning",
        "illness",
        "morning_after",
        "pain_during",
        "painful_sets",
        "screen",
        "second_episode",
        "soreness",
        "way_back",
    }
)
"""Topics that are said first, with a sign of their own, and never left out."""

_FIRST_OF_ALL = frozenset({"weeks"})
"""Topics that come before the other reasons: what opened."""

_STAYS = frozenset({"limits"})
"""Topics of care for a weak place: they are never left out either."""


class CardNote(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the card, whether it is about safety, and whether it is never left out."""

    text: str
    tone: NoteTone = "plain"
    stays: bool = False


def notes(card: Card) -> tuple[CardNote, ...]:
    """Return the sentences that this day needs: its reasons first, safety before all."""
    decision = card.decision
    said = _SAID_BY_THE_CARD if trains(card) else frozenset({"focus"})
    if decision.test_ahead is not None:  # it stands beside the next unlock
        said |= {NEXT_TEST}
    reasons = [reason for reason in decision.reasons if reason.topic not in said]
    reasons.sort(key=lambda reason: reason.topic not in _FIRST_OF_ALL)
    sentences = [_note(reason) for reason in reasons]
    sentences += [CardNote(text=text, stays=True) for text in decision.say]
    once: dict[str, CardNote] = {}
    for sentence in sentences:
        once.setdefault(sentence.text, sentence)
    return tuple(sorted(once.values(), key=lambda sentence: sentence.tone != "safety"))


def _note(reason: Reason) -> CardNote:
    if reason.topic in _SAFETY:
        return CardNote(text=reason.text, tone="safety", stays=True)
    return CardNote(text=reason.text, stays=reason.topic in _STAYS)


def last_week(card: Card, *, room: int | None = None) -> str:
    """Say last week in one line; empty where it is not told.

    What moved is named as far as a line of `room` columns goes; None: all of it.
    """
    week = card.today.last_week
    if week is None:
        return ""
    line = f"Last week: {count(week.days, 'day')}"
    if week.clean_percent is not None:
        line += f", {week.clean_percent} % clean"
    steps = [f"{sets.name(drill, card.index)} opened" for drill in week.opened]
    for step in (*steps, *(_moved(moved, card.unit) for moved in week.moved)):
        longer = f"{line}; {step}"
        if room is not None and columns(f"{longer}.") > room:
            break
        line = longer
    return f"{line}."


def _moved(moved: Moved, unit: Unit) -> str:
    if moved.from_reps is None:
        return f"{moved.name} begun"
    now = gear.say(moved.to_kg, unit) if moved.to_kg is not None else ""
    if moved.to_kg != moved.from_kg:
        before = "no weight" if moved.from_kg is None else gear.say(moved.from_kg, unit)
        return f"{moved.name} {before} → {now}"
    at = f" at {now}" if now else ""
    return f"{moved.name} {moved.from_reps} → {moved.to_reps} reps{at}"


def next_load(card: Card) -> str:
    """Say the main drill's next weight and what is missing for it; empty where it is not told."""
    sentences = (reason.text for reason in card.decision.reasons if reason.topic == NEXT_LOAD)
    return next(sentences, "")
