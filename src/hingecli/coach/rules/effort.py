"""D8: how hard a loaded session may be, week by week, and whether one was easy."""

from hingecli.coach.state.state import State


def ceiling(state: State) -> int:
    """Return the highest effort (1-10) of the load week; lower at first for 60 or older (D8)."""
    rules = state.index.rules
    week = state.load_week
    most = rules.effort_ceiling.ceiling[0]
    for first, value in zip(rules.effort_ceiling.weeks, rules.effort_ceiling.ceiling, strict=True):
        if week >= first:
            most = value
    first_load_week = rules.weeks.first_load_week
    if state.profile.sixty_plus and week < first_load_week + rules.sixty_plus.weeks:
        most = min(most, rules.sixty_plus.ceiling)
    return most


def is_very_easy(state: State, felt: int | None, *, ceiling: int) -> bool:
    """Return whether an effort that was told (1-10) is so far under its `ceiling` (D7).

    So far that one session of it is enough for the next weight.
    """
    return felt is not None and felt <= ceiling - state.index.rules.load_up.very_easy_by


def is_easy(state: State, felt: int | None, *, ceiling: int) -> bool:
    """Return whether an effort that was told (1-10) is well under its `ceiling` (D7)."""
    return felt is not None and felt <= ceiling - state.index.rules.load_up.easy_by
