"""How far everything is: the ladder, what opened, totals, milestones, weeks."""

from collections.abc import Iterable

from hingecli.coach.results import (
    ConsistencyState,
    DrillState,
    FilmAgreement,
    MilestoneState,
    Progress,
    Status,
    Totals,
)
from hingecli.coach.rules import gear, ladder
from hingecli.coach.rules.good_week import week_so_far
from hingecli.coach.rules.load_up import next_load
from hingecli.coach.state.gates import condition_states
from hingecli.coach.state.state import State


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
                load_kg=state.lifts[rung.id].load_kg if rung.loaded else None,
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


def newly_open(before: State, after: State) -> tuple[str, ...]:
    """Return the drills open in `after` and not in `before`, in the ladder's order.

    Not those that the person declined: they open in silence, and stay out of the way.
    """
    turned_down = ladder.declined(after)
    return tuple(
        rung.id
        for rung in after.index.ladder
        if rung.id in after.unlocks and rung.id not in before.unlocks and rung.id not in turned_down
    )


def worth_saying(state: State, drills: Iterable[str]) -> tuple[str, ...]:
    """Leave of freshly opened `drills` those that the person can do and that suit them."""
    rungs = (state.index.rungs[drill] for drill in drills)
    return tuple(
        rung.id
        for rung in rungs
        if gear.can_be_asked(state.index, state.profile, rung)
        and (rung.role != "substitute" or ladder.takes_a_place(state, rung))
    )


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
