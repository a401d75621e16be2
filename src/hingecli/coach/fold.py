"""The coach as one fold over training days: a log in, a state out.

Owns the order in which a day is taken: what was told, then what was done, through every rule.
What each of these changes is its rule's; what a day should hold is `day`.
"""

from collections.abc import Iterable
from datetime import date

from hingecli.coach.log.days import monday
from hingecli.coach.log.events import (
    Cleared,
    Morning,
    Override,
    Pause,
    Profile,
    ProfileSet,
    Resume,
    SeenProfessional,
    ToldOnce,
)
from hingecli.coach.log.sessions import Sitting, Statement, TrainingDay, TrainingLog
from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import (
    bounds,
    breaks,
    focus,
    good_week,
    new_bells,
    practice,
    progression,
    recheck,
    rest,
    rotation,
    safety,
    severity,
    soreness,
    stuck,
    swings,
    wall_test,
    win_back,
)
from hingecli.coach.state.evidence import begin_gates, count_sitting
from hingecli.coach.state.gates import all_met, refresh_pending
from hingecli.coach.state.lift import Lift, LoadedEntry
from hingecli.coach.state.practised import Practice
from hingecli.coach.state.state import KEPT_DAYS, ONE_DAY, ONE_WEEK, State, keep_last


def fold(index: Index, log: TrainingLog, today: date) -> State:
    """Fold `log` up to and including `today` into a state; later days do not count yet."""
    return go_on(begin(index), log.days, today)


def go_on(state: State, days: Iterable[TrainingDay], today: date) -> State:
    """Take those of `days` into `state` that have come by `today`, bring it there, give it back."""
    for entry in days:
        if entry.day > today:
            break
        step(state, entry)
    return carry_on(state, today)


def begin(index: Index) -> State:
    """Return the state of a person before the first day."""
    start = index.rules.unloaded_dose.start
    state = State(
        index=index,
        gates=begin_gates(index),
        practice={rung.id: Practice(reps=start) for rung in index.ladder if not rung.loaded},
        lifts={rung.id: Lift() for rung in index.ladder if rung.loaded},
        unlocks={rung.id: date.min for rung in index.ladder if not rung.gate},
    )
    bounds.settle(state)
    refresh_pending(state)
    return state


def step(state: State, entry: TrainingDay) -> State:
    """Take one training day into `state` and give it back."""
    advance(state, entry.day)
    take_statements(state, entry.statements)
    take_day(state, entry)
    return state


def carry_on(state: State, today: date) -> State:
    """Bring `state` to `today`, not before its own day, and give it back."""
    advance(state, today)
    open_gates(state)
    return state


def advance(state: State, day: date) -> None:
    """Bring the state to the dawn of `day`: weeks close, the days between may open a gate."""
    if day > state.today != date.min:
        _let_pass(state, day)
    state.today = day
    if day >= state.next_week:
        _close_week(state, monday(day))
    if state.hold is not None:
        safety.end_hold_if_over(state, day)


def _close_week(state: State, this_monday: date) -> None:
    """Close the last week with an entry, for one that begins on `this_monday`."""
    if state.next_week != date.min:
        stuck.close_week(state)
        if this_monday > state.next_week:
            stuck.begin_anew(state)
    good_week.close_week(state)
    state.next_week = this_monday + ONE_WEEK


def take_statements(state: State, statements: tuple[Statement, ...]) -> None:
    """Apply what was typed that day beside sessions, in log order."""
    if not statements:
        return
    for statement in statements:
        _take(state, statement)
    safety.end_hold_if_over(state, state.today)
    soreness.flag_morning(state)
    open_gates(state)


def take_day(state: State, entry: TrainingDay) -> None:
    """Take the sittings of `entry`, whose day is the state's, into the state."""
    if not entry.sittings:
        return
    day = entry.day
    if state.done_today() is None:
        rest.note_day(state)
    if state.first_session is None:
        state.first_session = day
    if state.start is None and _is_counted(entry):
        state.start = day
    tally = DayTally(
        day=day,
        loaded=state.index.loaded,
        unloaded=state.index.unloaded,
        unearned=_unearned(state),
        half_is_full=state.bounds.half_range,
    )
    state.tally = tally
    state.tests.offered_today = wall_test.offer_test(state)
    dawn = practice.begin_day(state)
    for sitting in entry.sittings:
        _take_sitting(state, tally, sitting)
    _close_day(state, tally, dawn)


def _unearned(state: State) -> frozenset[str]:
    """Return the loaded drills that earn nothing today: in a hold all, else those coming back."""
    if state.hold is not None:
        return state.index.loaded
    return frozenset() if state.way_back is None else state.way_back.drills


def _is_counted(entry: TrainingDay) -> bool:
    """Return whether anybody said of any set how many reps were clean: the plan begins with it."""
    return any(record.clean is not None for s in entry.sittings for record in s.sets)


def open_gates(state: State) -> None:
    """Open every drill whose conditions all hold; one that opens may open the next."""
    opened = state.hold is None  # nothing opens in a hold
    while opened:
        opened = False
        for drill, gate in state.pending:
            if all_met(gate, state):
                state.unlocks[drill] = state.today
                opened = True
        if opened:
            refresh_pending(state)


def _let_pass(state: State, day: date) -> None:
    """Live the days before `day` on which nothing was done: one may open a gate, or be for rest.

    After the week there is nothing left to rest from.
    """
    if state.done_today() is None:
        rest.note_day(state)
    last = day - ONE_DAY
    if state.today == last:
        return
    opens = _ready_by(state, last)
    rests_until = max(state.today + ONE_DAY, state.next_week - ONE_DAY)
    until = last if opens else min(last, rests_until)
    while state.today < until:
        state.today += ONE_DAY
        if opens:
            open_gates(state)
        if state.today <= rests_until:
            rest.note_day(state)


def _ready_by(state: State, last: date) -> bool:
    then = state.on(last)
    return any(all_met(gate, then) for _, gate in state.pending)


def _take(state: State, statement: Statement) -> None:
    if isinstance(statement, ProfileSet):
        _take_profile(state, statement)
    elif isinstance(statement, Morning):
        safety.take_morning(state, statement.day, statement.score, seq=statement.seq)
        soreness.morning_after(state, statement.day, statement.score)
        if statement.sore is not None:
            soreness.take_soreness(state, statement.day, statement.sore)
    elif isinstance(statement, Pause):
        breaks.end_pause(state, statement.day - ONE_DAY)
        state.pauses.append(statement)
        state.pause_ends.append(statement.until)
        if statement.ill:
            state.ill_since = statement.day
    elif isinstance(statement, Resume):
        breaks.end_pause(state, statement.day - ONE_DAY)
    elif isinstance(statement, Override):
        if statement.drill in state.index.rungs and statement.drill not in state.unlocks:
            state.unlocks[statement.drill] = statement.day
            state.overrides[statement.drill] = statement
            bounds.settle(state)
            refresh_pending(state)
    elif isinstance(statement, Cleared):
        state.cleared, state.cleared_seq = statement.day, statement.seq
        bounds.settle(state)
    elif isinstance(statement, SeenProfessional):
        state.seen_professional, state.seen_seq = statement.day, statement.seq
    elif isinstance(statement, ToldOnce):
        state.told_once[statement.key] = statement.answer


def _take_profile(state: State, statement: ProfileSet) -> None:
    profile, day = statement.profile, statement.day
    answers = {
        name: value
        for name in profile.__struct_fields__
        if (value := getattr(profile, name)) is not None
    }
    if profile.equipment is not None and "kettlebell" not in profile.equipment:
        answers.setdefault("bells", ())  # who no longer has any owns none of those told before
    merged = {name: getattr(state.profile, name) for name in Profile.__struct_fields__}
    other_bells = profile.bells and profile.bells != state.profile.bells
    state.profile = Profile(**(merged | answers))
    if profile.start is not None:
        state.start = profile.start
    # A yes is for the answers it was typed after, whatever the day on which it was given.
    if profile.screen is not None and statement.seq > state.cleared_seq:
        state.cleared = None
    if profile.assist is not None:
        state.assists = {drill: state.assists.get(drill, day) for drill in profile.assist}
    bounds.settle(state)
    if other_bells:
        new_bells.fit(state)
    refresh_pending(state)


def _take_sitting(state: State, tally: DayTally, sitting: Sitting) -> None:
    first_of_load = tally.first_loaded is None
    hurts = sitting.pain is not None and severity.hurts(state, sitting.pain)
    drills = sitting.drills
    tally.add(sitting, drills, state.sums, hurts=hurts)
    if first_of_load and tally.first_loaded is not None:
        breaks.begin_loaded_day(state)
        win_back.begin_loaded_day(state)
    if state.first_loaded is None and tally.first_loaded is not None:
        open_gates(state)
        if any(drill in state.unlocks and drill in tally.loaded for drill in tally.drills):
            state.first_loaded = tally.day
    focus.notice(state, sitting)
    for drill in drills:
        state.drill_sessions[drill] += 1
    count_sitting(state.gates, tally, drills, unlocks=state.unlocks)
    if sitting.sore is not None:
        soreness.take_soreness(state, tally.day, sitting.sore)
    if sitting.pain is not None:
        safety.take_pain(state, tally.day, sitting.pain, seq=sitting.seq)
        safety.end_hold_if_over(state, tally.day)
    open_gates(state)  # last, because what the session hurt may hold it


def _close_day(state: State, tally: DayTally, dawn: practice.Dawn) -> None:
    """Draw what only the whole day shows: doses, the test, loads, the week."""
    day = tally.day
    rest.note_session(state)
    keep_last(state.session_days, day, most=KEPT_DAYS)
    state.week_sessions.add(day)
    state.week_counted += tally.counted > 0
    recheck.close_day(state, tally)
    practice.close_dose(state, tally)
    wall_test.close_day(state, tally)
    practice.close_distance(state, tally)
    if tally.first_loaded is not None:
        state.week_loaded.add(day)
        good_week.count_load_week(state, tally)
        instead_of = rotation.took_the_turn_of(state, tally)
        progression.close_day(state, tally)
        breaks.close_loaded_day(state, tally)
        if instead_of is not None:
            state.lifts[instead_of].last_main = day
        keep_last(state.loaded_days, _loaded_entry(state, tally), most=KEPT_DAYS)
        state.last_loaded = day
        swings.note_lifted(state, tally)
        focus.note_rounding(state, tally)
    practice.close_turn(state, tally, dawn)
    safety.close_day(state, tally)


def _loaded_entry(state: State, tally: DayTally) -> LoadedEntry:
    return LoadedEntry(
        day=tally.day,
        drills=tuple(tally.drills),
        swings=swings.done_on(state, tally),
    )
