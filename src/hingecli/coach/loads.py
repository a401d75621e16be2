"""The weight and reps of loaded drills: D7-D12, as remembered and as advised.

Owns how a logged loaded day moves a drill, and what it advises next time. Which drill is
due is `rotation`; what a break or an illness takes away is `breaks`.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec
from msgspec.structs import replace

from hingecli.coach import breaks, goals, kit
from hingecli.coach.events import SetRecord
from hingecli.coach.facts import DayFacts, share
from hingecli.coach.numbers import Tempo
from hingecli.coach.reasons import count, reason
from hingecli.coach.state import Lift, State
from hingecli.coach.values import Reason


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """What to do with one loaded drill: load (kg, None for body weight), reps, sets, rest (s).

    `tempo` is set where it differs from the drill's own. `dowel` sends the day back to the
    dowel: the lightest weight is still too much.
    """

    load_kg: Decimal | None
    reps: int
    reps_range: tuple[int, int]
    sets: int
    rest_s: int
    reasons: tuple[Reason, ...] = ()
    tempo: Tempo | None = None
    dowel: bool = False


def training_days(state: State) -> int:
    """Give the loaded days planned a week."""
    rules = state.index.rules
    days = len(state.profile.days or rules.loaded_day.default_days)
    return min(days, rules.sixty_plus.days) if state.profile.sixty_plus else days


def effort_ceiling(state: State) -> int:
    """D8: the highest effort (1-10) of the load week; lower at first for 60 or older."""
    rules = state.index.rules
    week = state.load_week
    ceiling = rules.effort_ceiling.ceiling[0]
    for first, value in zip(rules.effort_ceiling.weeks, rules.effort_ceiling.ceiling, strict=True):
        if week >= first:
            ceiling = value
    first_load_week = rules.weeks.first_load_week
    if state.profile.sixty_plus and week < first_load_week + rules.sixty_plus.weeks:
        ceiling = min(ceiling, rules.sixty_plus.ceiling)
    return ceiling


def sets_of(state: State) -> int:
    """D6: working sets of the main drill in this load week."""
    rule = state.index.rules.loaded_day
    light_until = state.index.rules.weeks.first_load_week + rule.light_weeks
    return rule.light_sets if state.load_week < light_until else rule.sets


def reps_range(state: State, drill: str) -> tuple[int, int]:
    """Give the reps a set of `drill` may grow between, before its weight goes up."""
    rules = state.index.rules
    rung = state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    if by_goal is not None:
        return by_goal.reps
    if rung.family == "swing":
        return rules.swings.reps, rules.swings.reps_most
    low, top = rules.loaded_day.reps
    return low, (rules.loaded_day.reps_most if _big_step(state, drill) else top)


def close_day(state: State, facts: DayFacts) -> None:
    """Move every loaded drill of the day by how it went, against the rules of that day."""
    for drill, sets in facts.sets.items():
        if drill in state.lifts:
            _close_lift(state, drill, sets, facts)
    if state.comeback is not None:
        state.comeback.sessions += 1


def morning_after(state: State, day: date, score: int) -> None:
    """S3: take the morning score of `day` as the answer for the last loaded day before it."""
    rules = state.index.rules
    usual = state.profile.usual_pain
    over = score - (rules.morning_after.usual if usual is None else usual)
    flagged = over >= rules.morning_after.flag_over
    if flagged:
        state.morning_flag = day
    for entry in reversed(state.loaded_days):
        if entry.day < day:
            if (day - entry.day).days <= rules.load_up.answer_days:
                state.answered[entry.day] = score
                if flagged:
                    for drill in entry.drills:
                        state.lifts[drill].top_days = ()
            return


def advise(state: State, drill: str) -> Advice:
    """Say the load, reps and sets of `drill` for its next loaded day, with the reasons."""
    lift = state.lifts[drill]
    low, top = reps_range(state, drill)
    plain = Advice(
        load_kg=None,
        reps=min(max(lift.reps, low), top),
        reps_range=(low, top),
        sets=_sets_for(state, drill),
        rest_s=_rest_for(state, drill),
    )
    implement = kit.implement_of(state.index, state.profile, state.index.rungs[drill])
    if implement is None:
        return plain
    if lift.load_kg is None:
        return _first(state, drill, implement, plain)
    base, because = _base(state, lift)
    cut = breaks.cut_today(state, drill)
    if cut.percent:
        return _cut(state, base, cut, plain, implement=implement)
    if is_up_due(state, lift):
        heavier = kit.step_up(state.index, state.profile, implement, base)
        if heavier is not None:
            return _heavier(state, lift, plain, base=base, heavier=heavier)
    again = replace(
        plain,
        load_kg=base,
        sets=max(1, plain.sets - cut.sets_less),
        reasons=because + cut.reasons,
    )
    light = goals.outgrown(state, drill)
    if light is None:
        return again
    return replace(
        again,
        tempo=light.tempo,
        sets=again.sets + light.sets_more,
        reasons=(*again.reasons, light.reason),
    )


def is_up_due(state: State, lift: Lift) -> bool:
    """D7: two sessions running at the top, or three where the morning after is unanswered."""
    rule = state.index.rules.load_up
    run = lift.top_days
    if len(run) >= rule.sessions_unanswered:
        return True
    last = run[-rule.sessions :]
    return len(last) == rule.sessions and all(day in state.answered for day in last)


def pain_on(state: State, day: date) -> int:
    """Give the pain (0-10) of the session last told of, if that was on `day`; else 0."""
    told = state.last_pain
    return told[1].score if told is not None and told[0] == day else 0


def say_load(state: State, load: Decimal | None) -> str:
    """Say a load (kg) in the person's unit."""
    if load is None:
        return "body weight"
    return kit.say(load, "lb" if state.profile.units == "lb" else "kg")


def first_load(state: State, drill: str, implement: str) -> Decimal | None:
    """D10: suggest a first weight (kg) for `drill`; None for body weight."""
    rule, profile, index = state.index.rules.first_load, state.profile, state.index
    rung = index.rungs[drill]
    if rung.family == "single-leg":
        if state.lifts[drill].ready_days < rule.single_leg_days:
            return None
        wanted = _load_of(state, "rdl") * rule.single_leg_percent / 100
    elif rung.family == "rdl" and rung.role == "ladder":
        wanted = _load_of(state, "deadlift") * rule.rdl_percent / 100
    elif implement in ("barbell", "trap-bar"):
        wanted = max(
            _load_of(state, "rdl") * rule.barbell_percent / 100,
            kit.lightest(index, profile, implement),
        )
    elif rung.family == "swing" or rung.role == "substitute":
        wanted = _load_of(state, "deadlift")
    else:
        wanted = _first_bell(state)
    return kit.at_most(index, profile, implement, wanted)


def _first_bell(state: State) -> Decimal:
    rule, profile = state.index.rules.first_load, state.profile
    mass = profile.body_mass_kg
    if mass is None or mass < rule.light_under_kg or profile.experience == "new":
        return rule.bell_light_kg
    return rule.bell_middle_kg if mass <= rule.middle_up_to_kg else rule.bell_heavy_kg


def _load_of(state: State, family: str) -> Decimal:
    """Give the working load (kg) of the family's first drill on the ladder, or its suggestion."""
    for rung in state.index.ladder:
        if rung.family == family and rung.role == "ladder" and rung.loaded:
            load = state.lifts[rung.id].load_kg
            if load is not None:
                return load
            if family == "rdl":
                percent = state.index.rules.first_load.rdl_percent
                return _load_of(state, "deadlift") * percent / 100
            break
    return _first_bell(state)


def _heavier(state: State, lift: Lift, plain: Advice, *, base: Decimal, heavier: Decimal) -> Advice:
    low, top = plain.reps_range
    text = f"{_evidence(lift, top)}: {say_load(state, base)} -> {say_load(state, heavier)}"
    return replace(
        plain, load_kg=heavier, reps=low, reasons=(reason(state.index, "load_up", text),)
    )


def _sets_for(state: State, drill: str) -> int:
    rung = state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    if by_goal is not None:
        return by_goal.sets[1]
    if rung.family == "swing":
        return state.lifts[drill].sets or state.index.rules.swings.sets
    return sets_of(state)


def _rest_for(state: State, drill: str) -> int:
    rules, rung = state.index.rules, state.index.rungs[drill]
    by_goal = goals.dose_for(state, rung)
    if by_goal is not None:
        return by_goal.rest_s
    return rules.swings.rest_s if rung.family == "swing" else rules.loaded_day.rest_s


def _first(state: State, drill: str, implement: str, plain: Advice) -> Advice:
    """Suggest a first weight; where none is light enough, the lightest for few reps (D10)."""
    rule = state.index.rules.first_load
    load = first_load(state, drill, implement)
    if load is None:
        return plain
    lightest = kit.lightest(state.index, state.profile, implement)
    if state.index.rungs[drill].family == "deadlift" and lightest > _first_bell(state):
        text = f"Your lightest weight is {say_load(state, load)}: few reps at first."
        reps = min(plain.reps, rule.none_light_reps)
        plain = replace(
            plain,
            reps=reps,
            reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
            sets=rule.none_light_sets,
        )
    else:
        text = f"A first weight to try: {say_load(state, load)}. Log the one that you used."
    return replace(plain, load_kg=load, reasons=(reason(state.index, "first_load", text),))


def _base(state: State, lift: Lift) -> tuple[Decimal, tuple[Reason, ...]]:
    """Give the load to reckon from: the one before a break while it is being won back."""
    now = lift.load_kg or kit.ZERO
    before = lift.before_break_kg
    if before is None:
        return now, ()
    if breaks.is_coming_back(state):
        return before, ()
    reps, clean = lift.last_clean
    if 100 * clean >= state.index.rules.breaks.restore_share * reps:
        text = f"The break is made up: back to {say_load(state, before)}."
        return before, (reason(state.index, "breaks", text),)
    return now, ()


def _cut(state: State, base: Decimal, cut: breaks.Cut, plain: Advice, *, implement: str) -> Advice:
    """Take the cut off the load, or off sets and reps where no lighter weight is near."""
    rule = state.index.rules.breaks
    sets = max(1, plain.sets * cut.sets_percent // 100 - cut.sets_less)
    wanted = base * (100 - cut.percent) / 100
    lighter = min(kit.at_most(state.index, state.profile, implement, wanted), base)
    within = 100 * lighter >= base * (100 - rule.no_weight_within_percent)
    keep = cut.by_break and (lighter == base or (not within and lighter < wanted))
    if keep:
        sets = max(1, sets - rule.sets_less)
    reps = max(1, plain.reps - rule.reps_less) if keep else plain.reps
    return replace(
        plain,
        load_kg=base if keep else lighter,
        reps=reps,
        reps_range=(min(reps, plain.reps_range[0]), plain.reps_range[1]),
        sets=sets,
        reasons=cut.reasons,
        dowel=lighter == base and not cut.by_break,
    )


def _close_lift(state: State, drill: str, sets: Sequence[SetRecord], facts: DayFacts) -> None:
    rules = state.index.rules
    lift = state.lifts[drill]
    low, top = reps_range(state, drill)
    working = _working(sets)
    load = working[0].load_kg
    if lift.days and load != lift.load_kg:
        lift.top_days, lift.short = (), 0
        if (load or 0) > (lift.load_kg or 0):
            lift.reps = low
    lift.load_kg, lift.unit = load, working[0].unit
    lift.days += 1
    lift.last = facts.day
    if facts.first_loaded == drill:
        lift.last_main = facts.day
    lift.last_effort = facts.effort
    clean = share(working)
    lift.last_clean = sum(r.reps for r in working), sum(r.clean for r in working)
    lift.clean_days += clean >= rules.loaded_day.up_at
    ceiling = effort_ceiling(state)
    pain = pain_on(state, facts.day)
    within = (facts.effort or 0) <= ceiling and pain <= rules.load_up.pain_most
    _cuts(state, lift, working, clean=clean, over=(facts.effort or 0) - ceiling, low=low)
    enough = len(working) >= rules.loaded_day.second_sets
    least = min(r.reps for r in working)
    top_reached = enough and least >= top and clean >= rules.load_up.clean_share and within
    lift.top_days = (*lift.top_days, facts.day) if top_reached else ()
    grown = clean >= rules.loaded_day.up_at and within and enough and least >= min(lift.reps, top)
    if grown:
        _grow(state, drill, lift, least=least, top=top)
    lift.reps = max(low, lift.reps)
    _close_single_leg(state, drill, sets, lift)
    if lift.before_break_kg is not None and (load or 0) >= lift.before_break_kg:
        lift.before_break_kg = None


def _grow(state: State, drill: str, lift: Lift, *, least: int, top: int) -> None:
    """One rep more next time; a swing first grows by sets (D11)."""
    rule = state.index.rules.swings
    if state.index.rungs[drill].family == "swing":
        lift.sets = lift.sets or rule.sets
        if lift.sets < rule.sets_most:
            lift.sets += 1
            return
    lift.reps = min(top, max(lift.reps, least) + state.index.rules.loaded_day.step)


def _cuts(
    state: State,
    lift: Lift,
    working: Sequence[SetRecord],
    *,
    clean: float,
    over: int,
    low: int,
) -> None:
    """D9: what of this session asks for less weight next time."""
    rule = state.index.rules.load_hold
    short = low >= rule.cut_under_reps and any(r.reps < rule.cut_under_reps for r in working)
    lift.short = lift.short + 1 if short else 0
    lift.cut, lift.cut_because = 0, ""
    if clean < rule.cut_under:
        lift.cut_because = f"{clean:.0f} % clean last time"
    elif over >= rule.cut_over_effort:
        lift.cut_because = f"effort {lift.last_effort} last time"
    elif lift.short >= rule.cut_after:
        lift.cut_because = f"sets under {rule.cut_under_reps} reps {lift.short} times running"
    if lift.cut_because:
        lift.cut = rule.cut_percent


def _close_single_leg(state: State, drill: str, sets: Sequence[SetRecord], lift: Lift) -> None:
    """D10 and D12: days that earn a first load, and the two sides of the last sessions."""
    if not state.index.rungs[drill].per_side:
        return
    rule = state.index.rules.first_load
    for side in ("L", "R"):
        long = [r for r in sets if r.side in (side, None) and r.clean >= rule.single_leg_reps]
        if len(long) < rule.single_leg_sets:
            break
    else:
        lift.ready_days += 1
    left = sum(r.clean for r in sets if r.side == "L")
    right = sum(r.clean for r in sets if r.side == "R")
    if left or right:
        kept = state.index.rules.sides.in_sessions
        lift.sides = (*lift.sides, (left, right))[-kept:]


def _working(sets: Sequence[SetRecord]) -> Sequence[SetRecord]:
    """Give the working sets: those at the heaviest load that was used twice, else heaviest."""
    by_load: dict[Decimal, list[SetRecord]] = {}
    for record in sets:
        by_load.setdefault(record.load_kg or kit.ZERO, []).append(record)
    if len(by_load) == 1:
        return sets
    repeated = [load for load, group in by_load.items() if len(group) > 1]
    return by_load[max(repeated or by_load)]


def _evidence(lift: Lift, top: int) -> str:
    effort = "" if lift.last_effort is None else f", effort {lift.last_effort}"
    return f"{count(len(lift.top_days), 'session')} running with all sets at {top} clean{effort}"


def _big_step(state: State, drill: str) -> bool:
    """Tell whether the next weight is so far up that the long sets come first (D6, D7)."""
    load = state.lifts[drill].load_kg
    implement = kit.implement_of(state.index, state.profile, state.index.rungs[drill])
    if load is None or not load or implement is None:
        return False
    heavier = kit.step_up(state.index, state.profile, implement, load)
    limit = 100 + state.index.rules.load_up.big_step_percent
    return heavier is not None and 100 * heavier > limit * load
