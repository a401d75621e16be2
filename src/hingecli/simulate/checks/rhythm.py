"""What must hold of the days' order: load and rest in a week, what ends, what varies."""

from hingecli.coach.log.days import monday
from hingecli.coach.results import Decision
from hingecli.coach.rules import rotation
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.state.state import State
from hingecli.simulate.checks.day import Day
from hingecli.simulate.ledger import ONE_DAY, card_of

MINUTES_OVER = 2
"""Minutes by which a sitting may pass its limit: the rule says about 20."""
LONGEST_KIND = {"load": 1, "test": 3, "recheck": 25, "rest": 9, "hold": 40, "paused": 3}
"""Days lived running, by one who does what the day asks, after which a kind never ends.

Who lifts unasked on days of rest gets more of these: the week's loads are used up the sooner.
A hold lasts as long as it hurts: only its green days count.
"""
LONGEST_WITHOUT_LOAD = 8
"""Days lived running without a loaded one, for one who may load."""
RESTS_MOST = 3
"""Rest days in any week of days (RULES, order of a day)."""
RESTS_WINDOW = 7 * ONE_DAY
SAME_CARD_MOST = 7
"""D4: practice days running on which the card may be the same (RULES)."""


def not_two_days_running(day: Day) -> str | None:
    """Expect no load the day after a load."""
    loaded = day.ledger.lifts.loaded
    if day.working and loaded and loaded[-1] >= day.decision.date - ONE_DAY:
        return "load the day after a load"
    return None


def not_more_than_planned(day: Day) -> str | None:
    """Expect no more loaded days from Monday to Sunday than the person plans."""
    if not day.working:
        return None
    week = monday(day.decision.date)
    done = sum(when >= week for when in day.ledger.lifts.loaded)
    planned = day.state.bounds.training_days
    return f"load number {done + 1} of {planned} in a week" if done >= planned else None


def swings_within_the_week(day: Day) -> str | None:
    """Expect swings, and days of them, within what the rule has from Monday to Sunday."""
    index = day.state.index
    rule = index.rules.swings
    today = sum(b.sets * b.reps for b in day.working if index.rungs[b.drill].family == "swing")
    if not today:
        return None
    first = monday(day.decision.date)
    week = [reps for when, reps in day.ledger.lifts.swings if when >= first]
    if len(week) >= rule.max_days:
        return f"swings on day {len(week) + 1} of the week"
    if sum(week) + today > rule.max_week_reps:
        return f"{sum(week)} swings this week and {today} more"
    return None


def within_the_minutes(day: Day) -> str | None:
    """Expect no sitting much longer than the rule says."""
    most = day.state.index.rules.loaded_day.max_minutes + MINUTES_OVER
    return f"{day.decision.minutes} minutes" if day.decision.minutes > most else None


def checked_after_a_break(day: Day) -> str | None:
    """Expect no load after a long break before the dowel was done again."""
    rule, ledger = day.state.index.rules.breaks, day.ledger
    if not day.working or not ledger.lifts.loaded or ledger.rechecked:
        return None
    away = (day.decision.date - ledger.lifts.loaded[-1]).days
    if away >= rule.recheck_from_days and rule.recheck_drill in day.state.unlocks:
        return f"load after {away} days without a check"
    return None


def ends(day: Day) -> str | None:
    """Expect no kind of day to go on forever."""
    ledger, kind = day.ledger, day.decision.kind
    most = LONGEST_KIND.get(kind)
    if most is None or kind != ledger.kind or ledger.kind_days < most:
        return None
    ledger.kind_days = 0
    return f"{most} days of it and one more"


def load_comes(day: Day) -> str | None:
    """Expect load before long, for one who may load."""
    if day.ledger.without_load < LONGEST_WITHOUT_LOAD or not waits_for_load(
        day.state, day.decision
    ):
        return None
    day.ledger.without_load = 0
    return f"{LONGEST_WITHOUT_LOAD} days without a loaded one"


def not_two_rests_running(day: Day) -> str | None:
    """Expect no rest the day after a rest, for one who came on that day."""
    ledger, yesterday = day.ledger, day.decision.date - ONE_DAY
    if day.decision.kind != "rest" or not ledger.rests or ledger.rests[-1] != yesterday:
        return None
    return "a rest day after a rest day"


def not_too_much_rest(day: Day) -> str | None:
    """Expect rest on few of any seven days, of those on which the person came."""
    if day.decision.kind != "rest":
        return None
    since = day.decision.date - RESTS_WINDOW
    rests = sum(when > since for when in day.ledger.rests) + 1
    return f"rest day number {rests} in 7 days" if rests > RESTS_MOST else None


def the_card_varies(day: Day) -> str | None:
    """Expect no practice card to stay the same forever, counted in practice days."""
    if day.decision.kind != "practice" or day.ledger.card_days < SAME_CARD_MOST:
        return None
    if card_of(day.decision) != day.ledger.card:
        return None
    return f"the same card on practice day {day.ledger.card_days + 1} running"


def says_what_to_do(day: Day) -> str | None:
    """Expect a reason, and something to do, on every day."""
    decision = day.decision
    if not decision.reasons:
        return "no reason"
    if decision.blocks or decision.kind in ("done", "paused"):
        return None
    words = " ".join((*decision.say, *(why.text for why in decision.reasons)))
    return None if "hinge " in words or "alking" in words else "nothing to do is named"


def waits_for_load(state: State, decision: Decision) -> bool:
    """Return whether an unloaded day could as well have been a loaded one."""
    return (
        decision.kind in ("practice", "rest")
        and state.hold is None
        and load_moves(state) is None
        and rotation.has_load(state)
    )
