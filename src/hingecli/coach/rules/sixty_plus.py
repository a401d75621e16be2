"""S8: what is gentler for those who said they are 60 or older: fewer loaded days, less effort."""

from hingecli.coach.state.state import State


def cap_days(state: State, days: int) -> int:
    """Return how many of the `days` with load that were planned a week are asked for."""
    return min(days, state.index.rules.sixty_plus.days) if state.profile.sixty_plus else days


def cap_effort(state: State, effort: int) -> int:
    """Return the highest effort (1-10) where others may have `effort`: lower in the first weeks."""
    rule, first = state.index.rules.sixty_plus, state.index.rules.weeks.first_load_week
    if state.profile.sixty_plus and state.load_week < first + rule.weeks:
        return min(effort, rule.ceiling)
    return effort
