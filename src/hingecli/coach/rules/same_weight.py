"""The same weight told in another unit: 8 kg and 18 lb are one bell, and no step up.

Owns which weights of a drill are known. When two are the same is `gear`'s.
"""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from hingecli.coach.log.events import SetRecord
from hingecli.coach.log.tally import DayTally
from hingecli.coach.rules import gear
from hingecli.coach.state.lift import Lift
from hingecli.coach.state.state import State


def known_weights(state: State, lift: Lift) -> tuple[Decimal | None, ...]:
    """Return the weights (kg) that a drill has, and those of the person's bells."""
    return (lift.work.load_kg, lift.heavy.load_kg, *(state.profile.bells or ()))


def in_known_weights(state: State, drill: str, tally: DayTally) -> Sequence[SetRecord]:
    """Let the day's sets of `drill` have the weights known of it, and return them.

    What was told in another unit than before is no other weight.
    """
    sets, lift = tally.sets[drill], state.lifts[drill]
    if sets[0].load_kg == lift.work.load_kg == sets[-1].load_kg:
        return sets  # as most are
    known = known_weights(state, lift)
    for load, unit in {(record.load_kg, record.unit) for record in sets}:
        if load is None or load in known:
            continue
        same = gear.as_known(state.index, load, unit, known)
        if same != load:
            sets = [replace(r, load_kg=same) if r.load_kg == load else r for r in sets]
    tally.sets[drill] = sets
    return sets
