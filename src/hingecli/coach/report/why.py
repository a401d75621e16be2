"""The reasons behind a day, and behind a drill that is open or locked."""

from collections.abc import Iterable
from datetime import date

from hingecli.coach.day.decide import decide
from hingecli.coach.log.days import say_day, say_on_day
from hingecli.coach.results import Answer, ConditionState, Reason, condition_topic, reason_json
from hingecli.coach.rules import ladder
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.wall_test import BEST_RUN, NEXT_TEST
from hingecli.coach.state.gates import condition_state, condition_states, gate_of
from hingecli.coach.state.state import State
from hingecli.text import count


class Why(Answer, frozen=True, kw_only=True):
    """`hinge why`: the subject is `today`, or a drill's id."""

    subject: str
    date: date
    reasons: tuple[Reason, ...]
    conditions: tuple[ConditionState, ...]


def why_day(state: State, dawn: State | None = None, *, hour: int | None = None) -> Why:
    """Return the reasons of the state's day, and the conditions of the next gate.

    `dawn` is the same day before its sessions: with it the reasons also say why the day was
    what it was when it began. `hour` (0-23) is the one it is asked at, if it is today.
    """
    began = None if dawn is None else decide(dawn, hour=hour)
    decision = decide(state, hour=hour, began=began)
    gate = decision.next_gate
    reasons = decision.reasons
    if began is not None:
        lasting = (
            reason for reason in began.reasons if reason in reasons or reason.topic not in _OF_NOW
        )
        first = tuple(lasting)
        reasons = (*first, *(reason for reason in reasons if reason not in first))
    return Why(
        subject="today",
        date=state.today,
        reasons=reasons,
        conditions=gate.conditions if gate is not None else (),
    )


def why_drill(state: State, drill: str) -> Why:
    """Say why `drill` is open or not, with the evidence for each condition."""
    return Why(
        subject=drill,
        date=state.today,
        reasons=tuple(_drill_reasons(state, drill)),
        conditions=condition_states(state, drill),
    )


def why_json(why: Why) -> dict[str, object]:
    """Return reasons and conditions as their JSON shows them."""
    return {
        "subject": why.subject,
        "date": why.date,
        "reasons": [reason_json(reason) for reason in why.reasons],
        "conditions": why.conditions,
    }


def warning_if_locked(state: State, drill: str) -> str | None:
    """Say what is missing when `drill` is logged before it opened; None when it is open."""
    if drill not in state.index.rungs or drill in state.unlocks:
        return None
    rung = state.index.rungs[drill]
    missing = ": ".join(["", *_missing(state, drill)[:1]])
    more = len(_missing(state, drill)) - 1
    if more > 0:
        missing += f", and {count(more, 'more condition')} (hinge why {drill})"
    return f"The {rung.name} is not open yet{missing}. It is in your log all the same."


_OF_NOW = frozenset({BEST_RUN, NEXT_TEST})
"""Topics of which the morning's words are past: a best run may be beaten since, or have opened."""


def _drill_reasons(state: State, drill: str) -> Iterable[Reason]:
    rung = state.index.rungs[drill]
    name = f"The {rung.name}"
    override = state.overrides.get(drill)
    if override is not None:
        since = say_on_day(override.day, seen_from=state.today)
        text = f"You opened it yourself {since}: {override.because}"
        yield reason(state.index, "override", text)
    gate = gate_of(state, drill)
    if drill in state.unlocks and override is None:
        yield _opened(state, drill)
    out = ladder.excluded(state, rung)
    if out is not None and (drill not in state.unlocks or drill in ladder.declined(state)):
        yield Reason(
            topic="ladder",
            rule="ladder",
            text=f"{name} is left out: {out}.",
            source="coach",
            grade="C",
        )
    for tracked in gate:
        now = condition_state(tracked, state)
        verdict = "met" if now.met else f"{now.have} of {now.need} so far"
        yield Reason(
            topic=condition_topic(tracked.condition.id),
            rule=tracked.condition.id,
            text=f"{now.text}: {verdict}. {tracked.condition.cite}",
            source=tracked.condition.source,
            grade=tracked.condition.grade,
        )


def missing_for(state: State, drill: str) -> str:
    """Return what `drill` still needs to open, in a line."""
    return "; ".join(_missing(state, drill))


def _missing(state: State, drill: str) -> list[str]:
    """Return the conditions of `drill` that are not met, each with how far it is."""
    return [
        f"{condition.text} ({condition.have} of {condition.need})"
        for condition in condition_states(state, drill)
        if not condition.met
    ]


def _opened(state: State, drill: str) -> Reason:
    """Return since when `drill` is open, as well supported as its weakest condition."""
    name, gate = f"The {state.index.rungs[drill].name}", gate_of(state, drill)
    grades = [tracked.condition.grade for tracked in gate if tracked.condition.grade is not None]
    return Reason(
        topic="gate",
        rule="gate",
        text=f"{name} is open since {say_day(state.unlocks[drill], seen_from=state.today)}."
        if gate
        else f"{name} is open from the first day.",
        source="coach" if grades else "guide",
        grade=max(grades, default=None),
    )
