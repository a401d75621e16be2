"""D6 and D13: whose turn it is on a loaded day.

Owns the choice of its drills. Whether the day is one is `load_due`, their dose `prescription`.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

import msgspec

from hingecli.coach.log.days import monday
from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.protocol import Rung
from hingecli.coach.results import Reason
from hingecli.coach.rules import (
    breaks,
    gear,
    goals,
    ladder,
    outgrown,
    safety,
    swings,
    way_back,
)
from hingecli.coach.state.state import ONE_WEEK, State


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
    """Return the first of the ladder that is ready, or what stands in for it.

    A limit's substitute before all; what was declined has none. Nothing where only swings and jumps
    are left: these are no easy drills.
    """
    able = [rung for rung in state.bounds.able if rung.id in ready]
    without = state.profile.without or ()
    steps = (r for r in state.index.ladder if r.role == "ladder" and r.id not in without)
    chosen = (rung for step in steps for rung in able if rung == step or step.id in rung.stands_for)
    for_a_limit = (rung for rung in able if _substitutes(state, rung))
    easy = next(for_a_limit, None) or next(chosen, able[0])
    is_fast = easy.family in state.index.rules.goals.athletic_families
    return () if is_fast else (easy,)


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
    if safety.holds_anything(state):
        opened = [rung for rung in opened if not safety.covers(state, rung.id)]
    able = {rung.id for rung in opened if rung.family not in fast or not _fast_waits(state, rung)}
    if state.rounding_pending:  # a swing has no shorter range
        able = {rung.id for rung in opened if rung.family not in fast} or able
    if state.way_back is not None:  # nothing new then, if there is anything else
        fresh = {drill for drill in able if not state.lifts[drill].days}
        able = able.difference(drill for drill in fresh if way_back.covers(state, drill)) or able
    new = [drill for drill in rule.order if drill in able and not state.lifts[drill].days]
    if not new:
        return frozenset(able)
    begun, before = able.difference(new), rule.order[: rule.order.index(new[0])]
    settled = (
        not breaks.is_all_coming_back(state)
        and not _was_too_much(state, begun)
        and all(state.lifts[drill].days >= rule.days for drill in before if drill in able)
        and _all_settled(state, begun.difference(rule.order), days=rule.days)
    )
    return frozenset({*begun, new[0]}) if settled else frozenset(begun)


def _was_too_much(state: State, drills: Collection[str]) -> bool:
    """Return whether a drill done lately goes down next time (D9): no day for a new one beside."""
    days = state.index.rules.joining.cut_within_days
    return any(
        drill in drills and (state.today - (state.lifts[drill].last or date.min)).days < days
        for drill in state.cut_lifts
    )


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
    drills = pool(state)
    turn = pick(state, drills) if drills else None
    if turn is not None and turn.instead_of is not None and turn.main == main:
        return turn.instead_of.id
    return None
