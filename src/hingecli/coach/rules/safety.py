"""Pain and what it holds: S2, S4 and S8 as the fold remembers them, and what they say today.

Owns the holds. Never diagnoses: it stops, asks, and names who to see.
"""

from datetime import date, timedelta

from msgspec.structs import replace

from hingecli.coach.log.days import say_on_day
from hingecli.coach.log.events import Pain
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Reason
from hingecli.coach.rules.readiness import screened
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import Hold, State


def stops_training(index: Index, pain: Pain | None) -> bool:
    """Tell whether `pain` stops the session and holds the load."""
    return pain is not None and (pain.score >= index.rules.pain_during.stop_from or pain.sharp)


def take_pain(state: State, day: date, pain: Pain, *, seq: int) -> None:
    """Remember the pain of a session on `day`: it may begin a hold, or help to end one.

    `seq` is the session's place in the log: what was told before it cannot be about it.
    """
    last = state.last_pain
    earlier_today = last is not None and last[0] == day
    state.last_pain = (day, _worse(pain, last[1])) if last and earlier_today else (day, pain)
    state.pains[day] = max(pain.score, state.pains.get(day, 0))
    if stops_training(state.index, pain):
        _begin_hold(state, day, pain, seq=seq)
    _score(state, day, pain.score)


def take_morning(state: State, day: date, score: int) -> None:
    """Remember the morning score of `day`; it may help to end a hold."""
    state.mornings[day] = score
    state.pains[day] = max(score, state.pains.get(day, 0))
    _score(state, day, score)


def end_hold_if_over(state: State, day: date) -> None:
    """End a hold whose conditions hold on `day`."""
    hold = state.hold
    if hold is not None and _is_over(state, hold, day):
        state.hold = None
        state.hold_ended = day


def is_long(state: State, hold: Hold) -> bool:
    """Tell whether the hold has lasted so long that more than waiting is asked for."""
    return (state.today - hold.since).days >= state.index.rules.pain_during.ask_after_days


def covers(state: State, drill: str) -> bool:
    """Tell whether the hold of today keeps `drill` from being done."""
    hold, screen = state.hold, screened(state)
    if hold is None and screen is None:
        return False
    rung = state.index.rungs[drill]
    if screen == "stop" or not rung.loaded:
        return screen == "stop"
    if screen == "unloaded":
        return True
    return hold is not None and (_everywhere(state.index, hold) or hold.pain.where in rung.places)


def holds_the_day(state: State) -> bool:
    """Tell whether a hold decides the whole day: it covers every loaded drill."""
    if screened(state) == "stop":
        return True
    return state.hold is not None and _everywhere(state.index, state.hold)


def hold_reason(state: State) -> Reason | None:
    """Say what is held and what ends it; None without a hold."""
    if screened(state) == "stop":
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
    told = f"You logged {describe(hold.pain)} {day}."
    if hold.professional:
        rule = state.index.rules.second_episode
        return reason(
            state.index,
            "second_episode",
            f"{told} It is the second time: please see a professional. No load until "
            f"hinge setup --seen-professional DATE, or {rule.end_days} days with "
            f"{rule.end_scores} scores, none over {rule.end_score_most}.",
        )
    rule2 = state.index.rules.pain_during
    low = sum(score <= rule2.end_score_most for score in hold.scores.values())
    missing = rule2.end_days - low
    days = {1: "one day", 2: "two days"}.get(missing, f"{missing} days")
    more = " more" if low else ""
    scope = (
        "No load" if _everywhere(state.index, hold) else f"Nothing that loads the {hold.pain.where}"
    )
    return reason(
        state.index,
        "pain_during",
        f"{told} {scope} until {days}{more} at {rule2.end_score_most} or less. "
        "Tell me each morning: hinge morning 0-10.",
    )


def refuses(state: State, drill: str) -> Reason | None:
    """Say why `drill` cannot be opened by hand now: never past a safety hold."""
    if holds_the_day(state) or covers(state, drill):
        return hold_reason(state) or reason(
            state.index,
            "screen",
            "Your readiness answers ask for a professional's yes before load. "
            "Have it? hinge setup --cleared DATE",
        )
    return None


def hurt_last_time(state: State) -> bool:
    """S2: tell whether the last session had a pain that asks for no progress."""
    told, days = state.last_pain, state.session_days
    if told is None or not days or told[0] != days[-1]:
        return False
    return told[1].score >= state.index.rules.pain_during.no_progress_from


def describe(pain: Pain) -> str:
    """Say a pain in words: score, kind and place."""
    kind = "sharp or spreading pain" if pain.sharp else "pain"
    where = "" if pain.where in (None, "other") else f" in the {str(pain.where).replace('-', ' ')}"
    return f"{kind} {pain.score}{where}"


def score_today(state: State) -> int | None:
    """Give the worst pain told today: in a session or this morning."""
    scores = []
    if state.today in state.mornings:
        scores.append(state.mornings[state.today])
    if state.last_pain is not None and state.last_pain[0] == state.today:
        scores.append(state.last_pain[1].score)
    return max(scores, default=None)


def _begin_hold(state: State, day: date, pain: Pain, *, seq: int) -> None:
    rule = state.index.rules.second_episode
    before, hold = state.last_stop, state.hold
    state.last_stop = day
    began = day
    if hold is not None:
        began = hold.began
        again = hold.professional or (day - began).days >= rule.apart_days
        if hold.since == day:
            pain = _worse(pain, hold.pain)
        if pain.where != hold.pain.where:
            # Two places hurt: what either of them held stays held.
            pain = replace(pain, where=None)
    else:
        again = before is not None and 0 < (day - before).days <= rule.within_days
    state.hold = Hold(
        since=day, began=began, pain=pain, seq=seq, professional=again, quiet_from=day
    )


def _worse(one: Pain, other: Pain) -> Pain:
    return max(one, other, key=lambda told: (told.score, told.sharp))


def _score(state: State, day: date, score: int) -> None:
    hold = state.hold
    if hold is None or day <= hold.since:
        return
    hold.scores[day] = max(score, hold.scores.get(day, 0))
    if score > state.index.rules.second_episode.end_score_most:
        hold.quiet_from = day


def _is_over(state: State, hold: Hold, day: date) -> bool:
    rule = state.index.rules.pain_during
    if hold.professional:
        return _seen_since(state, hold) or _quiet(state, hold, day)
    low = sum(score <= rule.end_score_most for score in hold.scores.values())
    seen = state.seen_professional
    asked_from = hold.since + timedelta(days=rule.ask_after_days)
    return low >= rule.end_days or (seen is not None and seen >= asked_from)


def _seen_since(state: State, hold: Hold) -> bool:
    """Tell whether a professional was seen after the pain; on its very day by what came first."""
    seen = state.seen_professional
    if seen is None or seen < hold.since:
        return False
    return seen > hold.since or state.seen_seq > hold.seq


def _quiet(state: State, hold: Hold, day: date) -> bool:
    rule = state.index.rules.second_episode
    since = hold.quiet_from or hold.since
    scores = [d for d in hold.scores if since < d <= day]
    return day - since >= timedelta(days=rule.end_days) and len(scores) >= rule.end_scores


def _everywhere(index: Index, hold: Hold) -> bool:
    places = index.rules.pain_during.places_that_stop_all_load
    return hold.pain.where is None or hold.pain.where in places
