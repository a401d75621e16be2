"""What a hold says: what is held and why, what ends it, and that its evidence was taken away.

Never diagnoses: it stops, asks, and names who to see. When a hold begins and ends is `safety`'s.
"""

from hingecli.coach.log.days import say_on_day
from hingecli.coach.results import Reason
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.safety import (
    covers,
    greens_running,
    holds_all_load,
    holds_the_day,
    quiet_scores,
)
from hingecli.coach.rules.severity import describe
from hingecli.coach.state.pain import Hold
from hingecli.coach.state.state import State
from hingecli.text import count


def explanation(state: State, hold: Hold) -> tuple[str, ...]:
    """Return what a hold that has lasted long, or that nobody answers, says beside its reason."""
    long = state.index.rules.pain_during.ask_after_days
    waited = (state.today - hold.since).days
    unanswered = (state.today - max(hold.scores, default=hold.since)).days
    said = []
    if unanswered >= long:
        ends = "your scores do, or a professional's yes"
        if hold.grave:
            ends = "only a professional's yes does"
        said.append(f"No score for {unanswered} days. I cannot end the hold by myself: {ends}.")
    if waited >= long and hold.scores and not hold.asks_for_a_professional:
        said.append(
            f"{waited} days now: please see a professional. With their yes: "
            "hinge setup --seen-professional DATE"
        )
    return tuple(said)


def hold_reason(state: State) -> Reason | None:
    """Return what is held and what ends it; None without a hold."""
    if state.bounds.screen == "stop":
        return reason(
            state.index,
            "screen",
            "Your readiness answers ask for a professional's yes before any session. "
            "Have it? hinge setup --cleared DATE",
        )
    hold = state.hold
    if hold is None:
        return None
    day = say_on_day(hold.since, seen_from=state.today)
    again = " again" if hold.grounds == "again" else ""
    logged = f"You logged {describe(state.index, hold.pain)}{again} {day}."
    if hold.grave:
        text = (
            f"{logged} Please have it looked at before anything else. No session until "
            "hinge setup --seen-professional DATE"
        )
        return reason(state.index, "pain_during", text)
    if hold.grounds is not None:
        return _second_episode(state, hold, logged)
    rule = state.index.rules.pain_during
    missing = rule.end_days - greens_running(state, hold)
    more = " more" if missing < rule.end_days else ""
    score = f"at {state.bounds.amber_from - 1} or less"
    if missing == 1:
        until = f"one{more} day {score}"
    else:
        days = {2: "two"}.get(missing, str(missing))
        until = f"{days}{more} days {score}, with none higher between"
    text = f"{logged} {_scope(state, hold)} until {until}. {_TELL}"
    return reason(state.index, "pain_during", text)


def refuses(state: State, drill: str) -> Reason | None:
    """Return why `drill` cannot be opened by hand now: never past a safety hold."""
    if holds_the_day(state) or covers(state, drill):
        return hold_reason(state) or reason(
            state.index,
            "screen",
            "Your readiness answers ask for a professional's yes before load. "
            "Have it? hinge setup --cleared DATE",
        )
    return None


def lifted(before: State, after: State) -> Reason | None:
    """Return that a hold is gone because its evidence was taken away (S0); None where it is not.

    `before` and `after` are the same day without and with what took it away.
    """
    hold = before.hold
    if hold is None or after.hold is not None:
        return None
    over = after.last_hold
    if over is not None and over != before.last_hold and over.pain == hold.worst:
        began = say_on_day(over.began, seen_from=after.today)
        text = f"This also ends the hold: it began {began}, and what you told since ended it."
        return reason(after.index, "pain_during", text)
    day = say_on_day(hold.since, seen_from=before.today)
    pain = describe(before.index, hold.pain)
    text = (
        f"This also lifts the hold: it stood on the {pain} you logged {day}. "
        "If that pain was real, log it again."
    )
    return reason(after.index, "pain_during", text)


def brought(before: State, after: State) -> Reason | None:
    """Return that a hold stands by what was brought in; None where none is new.

    `before` and `after` are the same day without and with that.
    """
    return hold_reason(after) if before.hold is None and after.hold is not None else None


def _second_episode(state: State, hold: Hold, logged: str) -> Reason:
    rule = state.index.rules.second_episode
    why = {
        "again": "Please see a professional.",
        "stays": "It stays: please see a professional.",
        "often": "It comes too often: please see a professional.",
    }[hold.grounds or "again"]
    so_far = ""
    if days := (state.today - (hold.quiet_from or hold.since)).days:
        so_far = f" (day {days}, {count(quiet_scores(hold, state.today), 'score')} so far)"
    tell = "" if holds_all_load(state, hold) else f" {_TELL}"  # else the hold's card asks itself
    return reason(
        state.index,
        "second_episode",
        f"{logged} {why} {_scope(state, hold)} until "
        f"hinge setup --seen-professional DATE, or {rule.end_days} days with "
        f"{rule.end_scores} scores, none over {state.bounds.amber_from - 1}{so_far}.{tell}",
    )


_TELL = "Tell me each morning: hinge morning."


def _scope(state: State, hold: Hold) -> str:
    """Return what the hold forbids: load, for those who have had any or need a yes."""
    if holds_all_load(state, hold):
        spoken_of = state.first_loaded is not None or hold.asks_for_a_professional
        return "No load" if spoken_of else "Only gentle days"
    return f"Nothing that loads the {(hold.pain.where or '').replace('-', ' ')}"
