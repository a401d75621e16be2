"""What a person's answers come to: the bounds that many rules read, worked out in one place.

Owns when they are worked out. Each bound is its own rule's.
"""

from hingecli.coach.rules import gear, good_week, ladder, progression, readiness, severity
from hingecli.coach.state.state import Bounds, State


def settle(state: State) -> None:
    """Work the bounds out anew, after an answer, a yes, or a drill opened by hand."""
    index, profile = state.index, state.profile
    has_weight = gear.owns_weight(index, profile)
    set_aside = ladder.set_aside_of(state) if has_weight else frozenset()
    state.bounds = Bounds(
        screen=readiness.screen_of(state),
        amber_from=severity.amber_of(state),
        training_days=progression.training_days_of(state),
        loaded_goal=good_week.loaded_goal_of(state),
        half_range=ladder.half_range_of(state),
        able=ladder.able_of(state),
        implements={rung.id: gear.implement_of(index, profile, rung) for rung in index.ladder},
        has_weight=has_weight,
        set_aside=set_aside,
        can_begin_load=has_weight and ladder.can_begin_load(state, set_aside),
    )
