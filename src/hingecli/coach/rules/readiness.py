"""S1 and S7: what the readiness answers still forbid, and the breath they ask to spare."""

from hingecli.coach.state.state import State


def screened(state: State) -> str | None:
    """Give what the readiness screen still forbids: "stop", "unloaded" or nothing."""
    screen = state.profile.screen
    if screen in (None, "clear") or state.cleared is not None:
        return None
    return screen


def spares_breath(state: State) -> bool:
    """S7: tell whether the readiness answers name what a held breath can be too much for."""
    return state.profile.screen not in (None, "clear")
