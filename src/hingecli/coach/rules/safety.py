"""Pain and what it holds: S2, S4 and S8 as the fold remembers them, and what they hold today.

Owns the holds, and what pain under them takes away. What a hold says is `hold_reasons`, what
comes after it `way_back`.
"""

from collections.abc import Collection
from datetime import date, timedelta

from msgspec.structs import replace

from hingecli.coach.log.events import Pain
from hingecli.coach.log.tally import DayTally
from hingecli.coach.rules import severity, way_back
from hingecli.coach.state.pain import Grounds, Hold, PastHold
from hingecli.coach.state.state import State, keep_last

KEPT_AMBERS = 12
"""Amber days that are remembered; the rules count no more of them."""


def take_pain(state: State, day: date, pain: Pain, *, seq: int) -> None:
    """Remember the pain of a session on `day`: it may begin a hold, or help to end one.

    `seq` is the session's place in the log: what was told before it cannot be about it.
    """
    last = state.last_pain
    earlier_today = last is not None and last[0] == day
    state.last_pain = (day, _worse(pain, last[1])) if last and earlier_today else (day, pain)
    state.pain_seq = seq
    state.pains[day] = max(pain.score, state.pains.get(day, 0))
    if severity.hurts(state, pain):
        way_back.bar_fast_after(state, pain)
    if severity.stops_training(state.index, pain):
        _begin_hold(state, day, pain, seq=seq)
    _score(state, day, pain.score)


def take_morning(state: State, day: date, score: int, *, seq: int) -> None:
    """Remember the morning score of `day`; a red one is red like any other (S3)."""
    state.mornings[day] = score
    state.pains[day] = max(score, state.pains.get(day, 0))
    pain = Pain(score=score)
    if severity.stops_training(state.index, pain):
        # A morning names no place: a red one told before stays, and else all load is held.
        if state.hold is not None and state.hold.grounds != "often":
            held_for = state.hold.pain
            pain = replace(pain, where=held_for.where, where_told=held_for.where_told)
        way_back.bar_fast_after(state, pain)
        _begin_hold(state, day, pain, seq=seq)
    _score(state, day, score)


def close_day(state: State, tally: DayTally) -> None:
    """Take what the day's worst pain says of the days to come: ambers, and the way back."""
    loaded = tally.first_loaded is not None
    if state.last_pain is None and not loaded:
        return
    pain = pain_of(state, tally.day)
    if pain is None and not loaded:
        return
    amber = pain is not None and severity.is_amber(state, pain)
    green = pain is not None and not severity.hurts(state, pain)
    if amber:
        count_amber(state, tally.day)
    if pain is not None and amber and loaded:
        _count_loaded_amber(state, tally, pain)
    elif loaded and (green or not steps_back(state)):
        state.amber_run = 0  # after a step back nothing but a green score ends it
    red = pain is not None and not amber and not green
    way_back.close_day(state, tally, amber=amber, green=green, red=red)


def count_amber(state: State, day: date) -> None:
    """Count an amber day: several of them ask for a look (S2)."""
    if not state.ambers or state.ambers[-1] != day:
        keep_last(state.ambers, day, most=KEPT_AMBERS)


def pain_of(state: State, day: date) -> Pain | None:
    """Return the worst pain told of a session on `day`, if that was the last one told of."""
    last = state.last_pain
    return last[1] if last is not None and last[0] == day else None


def steps_back(state: State) -> bool:
    """Return whether amber sessions running leave one easy drill alone (S2), until a green one."""
    return state.amber_run >= state.index.rules.amber.step_back_after


def asks_for_a_look(state: State) -> bool:
    """Return whether so many days were amber lately that somebody should look at it (S2).

    Those that a professional was seen after, or gave their yes, were looked at.
    """
    rule, looked_at = state.index.rules.amber, (state.cleared, state.seen_professional)
    since = max((day for day in looked_at if day is not None), default=date.min)
    unseen = [day for day in state.ambers if day > since]
    return _within(unseen, state.today, rule.look_days) >= rule.look_after


def end_hold_if_over(state: State, day: date) -> None:
    """End a hold whose conditions hold on `day`; the way back begins where load was done before."""
    hold = state.hold
    if hold is not None and _is_over(state, hold, day):
        state.hold = None
        state.last_hold = PastHold(hold.began, day, hold.worst)
        way_back.begin(state, day, hold.worst, held=_loads_held(state, hold))


def speaks_of_mornings(state: State) -> bool:
    """Return whether the score of a morning is about what a hold is for (S2, S3).

    Not in one for some pain that came often in one place: a morning names none.
    """
    hold = state.hold
    return hold is not None and (hold.grounds != "often" or holds_all_load(state, hold))


def covers(state: State, drill: str) -> bool:
    """Return whether the hold of today keeps `drill` from being done."""
    if not holds_anything(state):
        return False
    hold, screen = state.hold, state.bounds.screen
    rung = state.index.rungs[drill]
    if screen == "stop":
        return True
    if not rung.loaded:  # what is done on any day of pain, but for a place that it loads itself
        return hurts_now(state, rung.places)
    if screen == "unloaded":
        return True
    return hold is not None and severity.is_loaded_by(state.index, hold.pain, drill)


def hurts_now(state: State, places: Collection[str]) -> bool:
    """Return whether a hold is for pain in one of `places`, that only some drills load (S8)."""
    return state.hold is not None and state.hold.pain.where in places


def holds_anything(state: State) -> bool:
    """Return whether pain or the readiness answers keep any drill from being done today."""
    return state.hold is not None or state.bounds.screen is not None


def holds_the_day(state: State) -> bool:
    """Return whether a hold decides the whole day: it covers every loaded drill."""
    if state.bounds.screen == "stop":
        return True
    return state.hold is not None and holds_all_load(state, state.hold)


def holds_all_load(state: State, hold: Hold) -> bool:
    """Return whether `hold` keeps every load from being done, wherever it hurts."""
    where = hold.pain.where
    return where is None or where in state.index.rules.pain_during.places_that_stop_all_load


def _loads_held(state: State, hold: Hold) -> frozenset[str]:
    """Return the loaded drills that `hold` keeps from being done."""
    loaded = state.index.loaded
    if holds_all_load(state, hold):
        return loaded
    return frozenset(
        drill for drill in loaded if severity.is_loaded_by(state.index, hold.pain, drill)
    )


def greens_running(state: State, hold: Hold) -> int:
    """Return the days with a green score at the end of those told since the hold began."""
    green = 0
    for day in sorted(hold.scores, reverse=True):
        if hold.scores[day] >= state.bounds.amber_from:
            break
        green += 1
    return green


def quiet_scores(hold: Hold, day: date) -> int:
    """Return how many days until `day` have a score since the last one that was not green."""
    since = hold.quiet_from or hold.since
    return sum(since < told <= day for told in hold.scores)


def hurt_last_time(state: State) -> bool:
    """Return whether the last session had a pain that asks for no progress (S2)."""
    last, days = state.last_pain, state.session_days
    if last is None or not days or last[0] != days[-1]:
        return False
    return severity.hurts(state, last[1])


def score_today(state: State) -> int | None:
    """Return the worst pain told today (0-10): in a session or this morning."""
    scores = []
    if state.today in state.mornings:
        scores.append(state.mornings[state.today])
    if state.last_pain is not None and state.last_pain[0] == state.today:
        scores.append(state.last_pain[1].score)
    return max(scores, default=None)


def _count_loaded_amber(state: State, tally: DayTally, pain: Pain) -> None:
    """Count an amber loaded day: two running leave one easy drill, a fifth one holds (S2, S4).

    Where nothing of the day loads what hurts, a lighter day would be no answer to it.
    """
    rule, day = state.index.rules.amber, tally.day
    state.amber_run += any(
        severity.is_loaded_by(state.index, pain, drill) for drill in tally.drills
    )
    keep_last(state.loaded_ambers, day, most=KEPT_AMBERS)
    if state.hold is None and _within(state.loaded_ambers, day, rule.hold_days) >= rule.hold_after:
        state.hold = Hold(
            since=day,
            began=day,
            pain=pain,
            worst=pain,
            seq=state.pain_seq,
            grounds="often",
            quiet_from=day,
        )
        state.last_stop = day
        _drop_the_way_back(state, state.hold)


def _begin_hold(state: State, day: date, pain: Pain, *, seq: int) -> None:
    rule = state.index.rules.second_episode
    before, hold = state.last_stop, state.hold
    state.last_stop = day
    if state.tally is not None and state.tally.day == day:
        state.tally.unearned = state.index.loaded
    began, grave, worst = day, _is_grave(state, pain), pain
    grounds: Grounds | None = None
    if hold is not None:
        began, grave, worst = hold.began, grave or hold.grave, _worse(pain, hold.worst)
        stays = (day - began).days >= rule.apart_days
        grounds = hold.grounds or ("stays" if stays else None)
        if hold.since == day:
            pain = _worse(pain, hold.pain)
        if pain.where != hold.pain.where:
            # Two places hurt: what either of them held stays held.
            pain = replace(pain, where=None, where_told=None)
    elif before is not None and 0 < (day - before).days <= rule.within_days:
        grounds = "again"
    state.hold = Hold(
        since=day,
        began=began,
        pain=pain,
        worst=worst,
        seq=seq,
        grave=grave,
        grounds=grounds,
        quiet_from=day,
    )
    _drop_the_way_back(state, state.hold)


def _drop_the_way_back(state: State, hold: Hold) -> None:
    """Let a new hold take the place of the way back: all of it, or only where it hurts now.

    While a hold is for some drills alone, the others go on with the way back of the last one.
    """
    if holds_all_load(state, hold):
        state.way_back = None


def _is_grave(state: State, pain: Pain) -> bool:
    """Return whether nothing but a professional ends a hold for `pain` (S8)."""
    rule = state.index.rules.pain_during
    much = pain.score >= rule.stop_from
    return pain.where in rule.grave or (much and pain.where in rule.grave_if_red)


def _worse(pain: Pain, other: Pain) -> Pain:
    return max(pain, other, key=lambda told: (told.score, told.sharp))


def _score(state: State, day: date, score: int) -> None:
    hold = state.hold
    if hold is None or day <= hold.since:
        return
    hold.scores[day] = max(score, hold.scores.get(day, 0))
    if score >= state.bounds.amber_from:
        hold.quiet_from = day


def _is_over(state: State, hold: Hold, day: date) -> bool:
    rule = state.index.rules.pain_during
    if hold.grave:
        return _seen_since(state, hold)
    if hold.grounds is not None:
        return _seen_since(state, hold) or _quiet(state, hold, day)
    seen = state.seen_professional
    asked_from = hold.since + timedelta(days=rule.ask_after_days)
    enough = greens_running(state, hold) >= rule.end_days
    return enough or (seen is not None and seen >= asked_from)


def _seen_since(state: State, hold: Hold) -> bool:
    """Return whether a professional was seen after the pain; on its day by what came first."""
    seen = state.seen_professional
    if seen is None or seen < hold.since:
        return False
    return seen > hold.since or state.seen_seq > hold.seq


def _quiet(state: State, hold: Hold, day: date) -> bool:
    rule = state.index.rules.second_episode
    long = day - (hold.quiet_from or hold.since) >= timedelta(days=rule.end_days)
    return long and quiet_scores(hold, day) >= rule.end_scores


def _within(days: list[date], last: date, window: int) -> int:
    first = last - timedelta(days=window - 1)
    return sum(day >= first for day in days)
