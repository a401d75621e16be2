"""D6 and D13: whether a loaded day is due, and whose turn it is.

Owns the choice of drills for a loaded day. Their dose is `dose` and `advice`.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

import msgspec

from hingecli.coach.log.days import WEEKDAY_NAMES, WEEKDAYS, monday
from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import (
    breaks,
    gear,
    goals,
    ladder,
    outgrown,
    rotation,
    safety,
    swings,
    way_back,
)
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import ONE_DAY, ONE_WEEK, State
from hingecli.text import count

RECENT_DAYS = 14
"""Days: a week before the first day of the window in which a missed one is made up."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """Whether load is due today, and why, or why not."""

    yes: bool
    reason: Reason


def is_load_due(state: State) -> bool:
    """Return whether a loaded day is due today (D6), cheaply: every day of a log is asked.

    Before any load is logged on it: so the week's loads are known.
    """
    last, days = state.last_loaded, state.profile.days
    if last is not None and last == state.today - ONE_DAY:
        return False
    done = len(state.week_loaded) if state.today < state.next_week else 0
    if done >= state.bounds.training_days:
        return False
    if days is not None and WEEKDAYS[state.today.weekday()] not in days:
        return ask_of_the_day(state, state.today, _recent_loads(state)).load and has_load(state)
    return has_load(state)


def has_load(state: State) -> bool:
    """Return whether there is a drill to load today: asked for every day of a log."""
    return _goes_on(state) or bool(pool(state))


def _goes_on(state: State) -> bool:
    """Return whether what was loaded last may simply be loaded again: a cheap yes, no sure no."""
    profile = state.profile
    if not state.loaded_days or profile.limits or profile.without or safety.holds_anything(state):
        return False
    owned, fast = gear.owned(profile), state.index.rules.goals.athletic_families
    for drill in state.loaded_days[-1].drills:
        rung = state.index.rungs[drill]
        if drill in state.unlocks and rung.role == "ladder" and rung.family not in fast:
            return gear.allows(owned, rung)
    return False


def due_by_the_days(state: State) -> Due:
    """Return whether the days allow and ask for load today, for one who has a drill for it."""
    today = state.today
    asked = ask_of_the_day(state, today, _recent_loads(state))
    planned = state.bounds.training_days
    weekday = WEEKDAY_NAMES[today.weekday()]
    match asked.because:
        case "after-load":
            text = "Yesterday was a loaded day: the load rests today."
        case "week-is-full":
            text = f"{count(asked.done, 'loaded day')} this week: that is your week's load."
        case "any-day":
            text = f"Loaded day {asked.done + 1} of {planned} this week."
        case "training-day":
            text = f"{weekday} is one of your training days."
        case "owed":
            missed = asked.owed or Owed(day=today, moved=False)
            name = WEEKDAY_NAMES[missed.day.weekday()]
            text = f"{name}'s load {'waited; it ' if missed.moved else ''}is today."
        case _:
            text = "Today is not one of your training days."
    return Due(yes=asked.load, reason=reason(state.index, "loaded_day", text))


class DayAsk(msgspec.Struct, frozen=True, kw_only=True):
    """What a day asks for by the calendar: load or not, and why; `done` are the week's so far."""

    load: bool
    because: Literal[
        "after-load", "week-is-full", "any-day", "training-day", "owed", "no-training-day"
    ]
    done: int
    owed: "Owed | None" = None


def ask_of_the_day(state: State, day: date, logged: Collection[date]) -> DayAsk:
    """Return what `day` asks for at its dawn, with load `logged` on those days (D6).

    The week is Monday to Sunday; what was logged on `day` itself or after it does not count yet.
    """
    days = state.profile.days
    done = _loaded_in_the_week(day, logged)
    if day - ONE_DAY in logged:
        return DayAsk(load=False, because="after-load", done=done)
    if done >= state.bounds.training_days:
        return DayAsk(load=False, because="week-is-full", done=done)
    if days is None:
        return DayAsk(load=True, because="any-day", done=done)
    if WEEKDAYS[day.weekday()] in days:
        return DayAsk(load=True, because="training-day", done=done)
    owed = _owed(state, day, logged)
    if owed is not None:
        return DayAsk(load=True, because="owed", done=done, owed=owed)
    return DayAsk(load=False, because="no-training-day", done=done)


def loaded_days_ahead(state: State) -> Iterator[date]:
    """Yield the days of the next week on which the calendar asks for load, as things stand."""
    logged = _recent_loads(state)
    for ahead in range(1, state.index.rules.weeks.days_in_week + 1):
        day = state.today + timedelta(days=ahead)
        if ask_of_the_day(state, day, logged).load:
            yield day


def _recent_loads(state: State) -> frozenset[date]:
    """Return the loaded days that a day can ask about: two weeks of them at most."""
    return frozenset([entry.day for entry in state.loaded_days[-RECENT_DAYS:]])


def _loaded_in_the_week(day: date, logged: Collection[date]) -> int:
    """Count the loaded days of the week of `day`, before it."""
    return sum(day - back * ONE_DAY in logged for back in range(1, day.weekday() + 1))


def pool(state: State) -> tuple[Rung, ...]:
    """Return the drills of a loaded day, one a family, in the order of the families (D6, D13).

    After ambers running it is the first open loaded drill alone, or its substitute (S2).
    """
    ready = joined(state)
    if not ready:
        return ()
    if safety.steps_back(state):
        return _first_loaded(state, ready)
    families = state.index.rules.loaded_day.families
    chosen = (_of_family(state, family, ready) for family in families)
    return tuple(rung for rung in chosen if rung is not None)


def _first_loaded(state: State, ready: frozenset[str]) -> tuple[Rung, ...]:
    families = (
        [rung for rung in state.index.families.get(family, ()) if rung.id in ready]
        for family in state.index.rules.loaded_day.families
    )
    able = next(filter(None, families))
    return (next((rung for rung in able if _substitutes(state, rung)), able[0]),)


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """The drills of a loaded day. `instead_of` had the turn and gave it away, for `reasons`."""

    main: Rung
    second: Rung | None
    instead_of: Rung | None = None
    reasons: tuple[Reason, ...] = ()


def pick(state: State, drills: tuple[Rung, ...] = ()) -> Turn:
    """Choose today's main drill and the second of `drills`, by default the day's pool.

    Main is the one least recently done as main, ties go to the later on the ladder; second
    the least recently trained of the rest. An outgrown drill gives its turn to the single leg.
    """
    drills = drills or pool(state)
    position = state.index.position

    def as_main(rung: Rung) -> tuple[date, int]:
        return state.lifts[rung.id].last_main or date.min, -position[rung.id]

    def trained(rung: Rung) -> tuple[date, int]:
        return state.lifts[rung.id].last or date.min, -position[rung.id]

    def rest(main: Rung) -> Rung | None:
        others = [rung for rung in drills if rung.id != main.id]
        return min(others, key=trained, default=None)

    main = _by_the_week(state, drills) or min(drills, key=as_main)
    light = outgrown.outgrown(state, main.id)
    single = next((rung for rung in drills if rung.family == "single-leg"), None)
    if light is not None and light.single_leg and single is not None:
        return Turn(main=single, second=rest(single), instead_of=main, reasons=light.reasons)
    return Turn(main=main, second=rest(main))


def joined(state: State) -> frozenset[str]:
    """Return the open drills that have joined: one new drill at a time (D13)."""
    rule, unlocks = state.index.rules.joining, state.unlocks
    fast = state.index.rules.goals.athletic_families
    opened = [rung for rung in state.bounds.able if rung.id in unlocks]
    if state.goal is not None:
        opened = [rung for rung in opened if not ladder.belongs_to_another_goal(state, rung)]
    if safety.holds_anything(state):
        opened = [rung for rung in opened if not safety.covers(state, rung.id)]
    able = {rung.id for rung in opened if rung.family not in fast or not _fast_waits(state, rung)}
    if state.way_back is not None:  # nothing new then, if there is anything else
        fresh = {drill for drill in able if not state.lifts[drill].days}
        able = able.difference(drill for drill in fresh if way_back.covers(state, drill)) or able
    new = [drill for drill in rule.order if drill in able and not state.lifts[drill].days]
    if not new:
        return frozenset(able)
    begun, before = able.difference(new), rule.order[: rule.order.index(new[0])]
    settled = (
        not breaks.is_all_coming_back(state)
        and all(state.lifts[drill].days >= rule.days for drill in before if drill in able)
        and _all_settled(state, begun.difference(rule.order), days=rule.days)
    )
    return frozenset({*begun, new[0]}) if settled else frozenset(begun)


def _fast_waits(state: State, rung: Rung) -> bool:
    """Return whether pain or a break lately, or want of a lift, keeps a swing or jump for later."""
    return way_back.bars_fast(state, rung.id) or _nothing_lifted_for(state, rung)


def _nothing_lifted_for(state: State, rung: Rung) -> bool:
    """Return whether nothing was lifted lately that a bell could be swung at all (D11)."""
    if rung.implement is None:
        return False
    lifted = swings.lifted_lately(state)
    implement = state.bounds.implements[rung.id] or ""
    least = gear.lightest(state.index, state.profile, implement)
    first = state.lifts[rung.id].first_kg or gear.ZERO
    floor = first * state.index.rules.load_hold.floor_percent / 100
    return lifted is None or lifted < max(least, floor)


def _all_settled(state: State, drills: Iterable[str], *, days: int) -> bool:
    """Return whether each of `drills` that was begun has `days` days behind it.

    The days of its family count: a drill that an assist or a substitute has replaced, or that
    was itself one for a day, must not keep the next drill waiting forever.
    """
    lifts, rungs = state.lifts, state.index.rungs
    short = {rungs[drill].family for drill in drills if 0 < lifts[drill].days < days}
    return all(
        sum(lift.days for drill, lift in lifts.items() if rungs[drill].family == family) >= days
        for family in short
    )


def _of_family(state: State, family: str, ready: frozenset[str]) -> Rung | None:
    """Choose the drill of one family: a chosen assist, a limit's substitute, else the highest."""
    rungs = [rung for rung in state.index.families.get(family, ()) if rung.id in ready]
    if not rungs:
        return None
    if family == "swing" and swings.left(state) < state.index.rules.swings.max_reps:
        rungs = [rung for rung in rungs if rung.implement is None]
        if not rungs:
            return None
    if state.assists:
        for rung in rungs:
            if rung.role == "assist" and _assisting(state, rung.id):
                return rung
    if state.profile.limits:
        for rung in rungs:
            if _substitutes(state, rung):
                return rung
    steps = [rung for rung in rungs if rung.role == "ladder"]
    half = state.bounds.half_range
    if half and any(rung.id in half for rung in steps):
        return steps[0]  # at half the range the gentlest of them does
    if not steps:
        # What the equipment allows in its place: a trap bar alone is a deadlift too.
        if not ladder.declined(state).isdisjoint(r.id for r in state.index.families[family]):
            return None
        others = (rung for rung in rungs if rung.role == "substitute")
        return next(
            (rung for rung in others if gear.can_be_asked(state.index, state.profile, rung)), None
        )
    if family == "swing":
        return min(steps, key=lambda rung: state.lifts[rung.id].last or date.min)
    return steps[-1]


def _substitutes(state: State, rung: Rung) -> bool:
    """Return whether `rung` takes its family's place because of a limit."""
    return (
        rung.role == "substitute"
        and bool(set(rung.suits).intersection(state.profile.limits or ()))
        and gear.can_be_asked(state.index, state.profile, rung)
    )


def _by_the_week(state: State, drills: tuple[Rung, ...]) -> Rung | None:
    """Return the drill of the goal's week (D14); None while the turns of D6 go on."""
    if not goals.begun(state):
        return None
    by_family = {rung.family: rung for rung in drills}
    return next((by_family[name] for name in turns_of_the_goal(state) if name in by_family), None)


def turns_of_the_goal(state: State) -> tuple[str, ...]:
    """Return the families in the order in which today's main drill is looked for (D14).

    With a loaded day for each they go by the week, but first comes what two weeks had none of.
    With fewer days they take turns over the weeks.
    """
    week, this_monday = state.index.rules.goals.week, monday(state.today)
    overdue = this_monday - 2 * ONE_WEEK
    mains = {family: _last_main(state, family) for family in week}
    if state.bounds.training_days < len(week):
        return tuple(sorted(week, key=lambda family: (mains[family], week.index(family))))

    def of_the_week(family: str) -> tuple[bool, bool, int]:
        last = mains[family]
        return last >= this_monday, last >= overdue, week.index(family)

    return tuple(sorted(week, key=of_the_week))


def mains_of_the_week(state: State) -> tuple[str, ...]:
    """Return the families of this week's main drills in order: those that were, then those due."""
    this_monday = monday(state.today)
    due = turns_of_the_goal(state)
    done = [family for family in due if _last_main(state, family) >= this_monday]
    done.sort(key=lambda family: _last_main(state, family))
    return (*done, *(family for family in due if family not in done))


def _last_main(state: State, family: str) -> date:
    """Return the last day on which a drill of `family` came first."""
    rungs = state.index.families.get(family, ())
    return max((state.lifts[rung.id].last_main or date.min for rung in rungs), default=date.min)


def _assisting(state: State, drill: str) -> bool:
    since = state.assists.get(drill)
    weeks = state.index.rules.loaded_day.assist_weeks
    return since is not None and state.today < since + timedelta(weeks=weeks)


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A training day whose load is still owed: it was missed, or the coach moved it."""

    day: date
    moved: bool


def _owed(state: State, today: date, logged: Collection[date]) -> Owed | None:
    """Find the last training day of the window whose load is owed and was not made up since.

    A day on which the coach itself asked for no load is not missed: else one missed day would
    move all later ones off the days that the person chose.
    """
    rule = state.index.rules.loaded_day
    days, owed, opened = state.profile.days or (), None, None
    for back in range(rule.missed_window_days, 0, -1):
        day = today - timedelta(days=back)
        planned = WEEKDAYS[day.weekday()] in days
        if day in logged:
            owed = owed if planned else None
        elif planned:
            if opened is None:
                opened = min((state.unlocks[d] for d in state.loaded_open), default=today)
            if day <= opened:
                continue
            moved = load_waited(state, day)
            if moved or _was_left_out(state, day, logged):
                owed = Owed(day=day, moved=moved)
    return owed


def load_waited(state: State, day: date) -> bool:
    """Return whether the load of `day` waited for soreness or a bad morning (S3, S5)."""
    sore_day, sore = state.sore or (None, 0)
    too_sore = sore_day == day and sore >= state.index.rules.soreness.move_from
    return too_sore or state.morning_flag == day


def _was_left_out(state: State, day: date, logged: Collection[date]) -> bool:
    """Return whether load was asked for on `day` and nothing was done."""
    if day in state.session_days or day - ONE_DAY in logged:
        return False
    if state.paused_days(day, day + ONE_DAY):
        return False
    if was_held(state, day):
        return False
    return _loaded_in_the_week(day, logged) < state.bounds.training_days


def took_the_turn_of(state: State, tally: DayTally) -> str | None:
    """Name the outgrown drill whose turn the day's main drill took (D15): its turn is over."""
    main = state.index.rungs[tally.first_loaded or ""]
    if main.family != "single-leg" or main.id not in state.unlocks:
        return None
    # Asked first because it is cheap: a turn is given by what was main before the single leg was.
    before = state.lifts[main.id].last_main or date.min
    long = [
        drill
        for drill, lift in state.lifts.items()
        if lift.work.topped_since is not None and (lift.last_main or date.min) <= before
    ]
    if not any((light := outgrown.outgrown(state, drill)) and light.single_leg for drill in long):
        return None
    drills = rotation.pool(state)
    turn = rotation.pick(state, drills) if drills else None
    if turn is not None and turn.instead_of is not None and turn.main == main:
        return turn.instead_of.id
    return None


def was_held(state: State, day: date) -> bool:
    """Return whether the last hold that is over stood on `day`."""
    last = state.last_hold
    return last is not None and last.began <= day < last.ended
