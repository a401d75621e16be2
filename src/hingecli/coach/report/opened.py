"""Which drills a change opened, and of which of them it is worth saying."""

from collections.abc import Iterable

from hingecli.coach.rules import gear, ladder
from hingecli.coach.state.state import State


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
