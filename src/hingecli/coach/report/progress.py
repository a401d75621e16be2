"""How far everything is: the ladder, totals, milestones, weeks."""

from decimal import Decimal
from typing import Literal

import msgspec

from hingecli.coach.report.film import FilmAgreement
from hingecli.coach.results import Answer, ConditionState, NextLoad
from hingecli.coach.rules import ladder
from hingecli.coach.rules.good_week import week_so_far
from hingecli.coach.rules.load_up import load_now, next_load
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import State

Status = Literal["open", "next", "locked", "declined"]


class Totals(Answer, frozen=True, kw_only=True):
    """Everything logged so far."""

    reps: int
    clean_reps: int
    sessions: int


class DrillState(Answer, frozen=True, kw_only=True):
    """One drill in the progress: its status, whether an override opened it, its conditions.

    `load_kg` is the working weight (kg) of one that was loaded, `next_load` what comes after it.
    """

    id: str
    name: str
    status: Status
    override: bool
    conditions: tuple[ConditionState, ...]
    load_kg: Decimal | None = None
    next_load: NextLoad | None = None


class MilestoneState(Answer, frozen=True, kw_only=True):
    """A milestone's range of clean reps and how many there are."""

    id: str
    from_: int = msgspec.field(name="from")
    to: int
    have: int


class ConsistencyState(Answer, frozen=True, kw_only=True):
    """Days of this week (loaded ones once loads began), of how many is good, good weeks so far."""

    this_week: int
    of: int
    good_weeks: int


class Progress(Answer, frozen=True, kw_only=True):
    """`hinge progress`."""

    week: int
    phase: str
    drills: tuple[DrillState, ...]
    totals: Totals
    milestones: tuple[MilestoneState, ...]
    consistency: ConsistencyState
    film: FilmAgreement | None = None


def progress(state: State, *, film: FilmAgreement | None = None) -> Progress:
    """Say how far everything is: ladder, totals, milestones, weeks, and `film` as it is."""
    following = ladder.next_gate(state)
    days, good = week_so_far(state)
    turned_down = ladder.declined(state)
    drills = []
    for rung in state.index.ladder:
        status: Status = "open" if rung.id in state.unlocks else "locked"
        if following is not None and rung.id == following.drill:
            status = "next"
        if rung.id in turned_down:
            status = "declined"
        drills.append(
            DrillState(
                id=rung.id,
                name=rung.name,
                status=status,
                override=rung.id in state.overrides,
                conditions=condition_states(state, rung.id),
                load_kg=load_now(state, rung.id) if rung.loaded else None,
                next_load=next_load(state, rung.id) if rung.loaded else None,
            )
        )
    return Progress(
        week=state.plan_week,
        phase=state.phase,
        drills=tuple(drills),
        totals=totals(state),
        milestones=tuple(
            MilestoneState(
                id=milestone.id,
                from_=milestone.reps[0],
                to=milestone.reps[1],
                have=state.sums.clean,
            )
            for milestone in state.index.rules.milestones.ranges
        ),
        consistency=ConsistencyState(this_week=days, of=good, good_weeks=state.good_weeks),
        film=film,
    )


def totals(state: State) -> Totals:
    """Return all reps, clean reps and sessions so far."""
    return Totals(reps=state.sums.reps, clean_reps=state.sums.clean, sessions=state.sums.sessions)


def assists_waiting(state: State) -> tuple[str, ...]:
    """Say of each chosen assistance drill that cannot stand in yet what it waits for."""
    notes = []
    for drill in state.assists:
        rung = state.index.rungs[drill]
        out = ladder.excluded(state, rung)
        if out is not None:
            notes.append(f"The {rung.name} cannot stand in: {out}.")
        elif drill not in state.unlocks:
            notes.append(f"The {rung.name} stands in from when it opens: hinge why {drill}")
    return tuple(notes)
