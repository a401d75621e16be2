"""S1 and S7: what the readiness answers still forbid, and the breath they ask to spare."""

from hingecli.coach.state.state import State


def screen_of(state: State) -> str | None:
    """Work out what the readiness screen still forbids: "stop", "unloaded" or nothing.

    A usual pain of 4 and more asks for a professional's yes before load, too (S3).
    """
    screen = state.profile.screen
    if has_a_yes(state):
        return None
    if screen in (None, "clear"):
        usual, rule = state.profile.usual_pain or 0, state.index.rules.pain_during
        return "unloaded" if usual > rule.usual_at_once else None
    return screen


def waits_for_a_yes(state: State) -> bool:
    """Return whether load is open, and nothing but a professional's yes is missing for it."""
    return state.bounds.screen == "unloaded" and bool(state.loaded_open)


def has_a_yes(state: State) -> bool:
    """Return whether a professional's yes is recorded."""
    return state.cleared is not None


def spares_breath(state: State) -> bool:
    """Return whether the readiness answers name what a held breath can be too much for (S7)."""
    return state.profile.screen not in (None, "clear")


def bars_ballistic(state: State) -> bool:
    """Return whether, after a recorded yes, the first light weeks still have no swing or jump.

    Nor sets of 3-5 (S1).
    """
    if state.profile.screen in (None, "clear"):
        return False
    weeks = state.index.rules.weeks
    return state.load_week < weeks.first_load_week + weeks.light_weeks
