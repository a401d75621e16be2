"""The day's decision: the first rule that applies names it, each later one adds its reason.

Owns the order: paused, safety hold, done today, break re-check, test, load, rest, practice.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from hingecli.coach.day import dose
from hingecli.coach.day.draft import TRAINING, Draft, main_drill
from hingecli.coach.day.held import held, hurts_today
from hingecli.coach.day.notes import NOTES
from hingecli.coach.day.practice_reasons import day_goal_reasons, dose_reason, variety_reason
from hingecli.coach.log.days import say_day
from hingecli.coach.log.tally import DayTally
from hingecli.coach.results import Block, DayKind, Decision, DoneToday, NextTest
from hingecli.coach.rules import breaks, focus, ladder, load_due, readiness, rotation, sides
from hingecli.coach.rules.hold_reasons import hold_reason
from hingecli.coach.rules.practice import variant_due, variant_on_rest
from hingecli.coach.rules.reasons import reason
from hingecli.coach.rules.recheck import stands as recheck_stands
from hingecli.coach.rules.rest import next_from, rest_due
from hingecli.coach.rules.sent_back import takes_the_day
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.rules.stuck import focus_of_the_day, stuck
from hingecli.coach.rules.wall_test import BEST_RUN, offer_test, test_ahead
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import capital, count

DayRule = Callable[[State], Draft | None]


def decide(state: State, *, hour: int | None = None, began: Decision | None = None) -> Decision:
    """Return what the state's day is.

    `hour` (0-23, local) is for what holds only before noon; not told, it is left out. `began` is
    what the day was before its sessions: where it is told, the sets that they left are offered.
    """
    draft = next(draft for rule in ORDER if (draft := rule(state)) is not None)
    if draft.kind == "done" and began is not None and began.kind in TRAINING:
        from hingecli.coach.day.left import left_over

        draft = left_over(state, began.blocks) or draft
    named = stuck(state)
    chosen = focus_of_the_day(state, named)
    draft = msgspec.structs.replace(draft, hour=hour, standstill=named, focus=chosen)
    more = tuple(note for rule in NOTES if (note := rule(state, draft)) is not None)
    tally = state.done_today()
    practising = state.first_loaded is None and draft.kind != "load"
    goal = state.index.rules.day_goal.clean_reps if practising else None
    main = main_drill(draft.blocks)
    full_range = not any(block.range == "half" for block in draft.blocks)
    films = focus.film_due(state) or (named is not None and named.way == "film")
    return Decision(
        date=state.today,
        week=state.plan_week,
        phase=state.phase,
        kind=draft.kind,
        title=draft.title,
        titled_by_drill=draft.titled_by_drill,
        minutes=dose.minutes(state.index, draft.blocks) if draft.blocks else 0,
        blocks=draft.blocks,
        focus=chosen.mistake,
        because=chosen.because,
        reasons=draft.reasons + more,
        next_gate=ladder.next_gate(state),
        done_today=DoneToday(clean_reps=tally.clean if tally else 0, goal=goal),
        test_ahead=_test_ahead(state, draft),
        say=draft.say,
        red_flags=draft.red_flags or state.last_stop == state.today,
        film=draft.kind in TRAINING and full_range and films,
        right_first=tuple(
            block.drill
            for block in draft.blocks
            if block.per_side and sides.weaker(state, block.drill) == "R"
        ),
        no_held_breath=readiness.spares_breath(state),
        sessions_of_main=state.drill_sessions.get(main or "", 0),
        daily_turn=(state.today - state.start).days if state.start else 0,
        ask=draft.ask,
        unfinished=draft.unfinished,
    )


def paused(state: State) -> Draft | None:
    """Decide a day inside a pause; a hold that stands waits for its end like all else."""
    pause = state.pause
    if pause is None:
        return None
    since = say_day(pause.day, seen_from=state.today)
    until = f" until {pause.until:%a} {pause.until.day} {pause.until:%b}" if pause.until else ""
    text = f"Paused since {since}{until}. Nothing that you earned is lost; weeks wait too."
    why = reason(state.index, "illness" if pause.ill else "pause", text)
    return Draft(
        kind="paused",
        title="Paused",
        reasons=tuple(filter(None, (why, hold_reason(state)))),
        say=(state.index.rules.illness.while_ill,) if pause.ill else (),
    )


def done(state: State) -> Draft | None:
    """Decide a day that had its session: a second one is offered while reps are left."""
    tally = state.done_today()
    if tally is None or _load_follows(state, tally):
        return None
    low, high = state.index.rules.day_goal.clean_reps
    hurts = hurts_today(state)
    if state.first_loaded is not None:
        text = "The day's session is in the log."
        return Draft(
            kind="done",
            title="Done for today",
            reasons=(reason(state.index, "done_today", text), *hurts),
            say=tuple(filter(None, (_next_load(state),))),
        )
    text = (
        f"Done: {tally.clean} of the day's {low}-{high} clean reps. One sitting is a full session."
    )
    return Draft(
        kind="done",
        title="Done for today",
        blocks=() if hurts else _second_sitting(state, high - tally.clean),
        reasons=(reason(state.index, "day_goal", text), *hurts),
    )


def _load_follows(state: State, tally: DayTally) -> bool:
    """Return whether today had the re-check alone, and passed it: then the load comes."""
    passed = state.recheck_passed == state.today and tally.first_loaded is None
    return passed and _loads_today(state)


def recheck(state: State) -> Draft | None:
    """Decide the first days after a long break: a short check of the dowel before load."""
    if not recheck_stands(state):
        return None
    rule = state.index.rules.breaks
    blocks = dose.recheck_blocks(state)
    away = breaks.days_away(state)
    drill = state.index.rungs[rule.recheck_drill]
    check = f"{rule.recheck_reps} {drill.plural}, {rule.recheck_clean} of them clean"
    if blocks[0].sets > 1:
        check = f"{blocks[0].sets} sets of {blocks[0].reps} at {rule.recheck_share} % clean"
    text = f"{away} days away from load: today is a short re-check. {check}, then load returns."
    return Draft(
        kind="recheck",
        title="Welcome back: a short re-check",
        blocks=blocks,
        reasons=(reason(state.index, "breaks", text),),
    )


def test(state: State) -> Draft | None:
    """Decide a test day (D2)."""
    if not offer_test(state):
        return None
    rule = state.index.rules.test
    block = dose.test_block(state)
    opens = state.index.rungs[state.index.tested or ""].name
    text = (
        f"{count(state.tests.clean_days, 'clean day')} behind you: up to {rule.runs} runs today, "
        f"each to its first miss. A run of {rule.reps} opens the {opens}."
    )
    best = f"Your best run is {state.tests.best_said}."
    best_run = (reason(state.index, "test", best, topic=BEST_RUN),) if state.tests.best else ()
    return Draft(
        kind="test",
        title=f"Test: {rule.reps} {state.index.rungs[rule.drill].plural} in a row",
        blocks=(block,),
        reasons=(reason(state.index, "test", text), *best_run),
    )


def load(state: State) -> Draft | None:
    """Decide a loaded day (D6), unless the morning, soreness or the screen moves it."""
    if not _loads_today(state):
        return None
    plan = dose.loaded_plan(state)
    main = state.index.rungs[main_drill(plan.blocks) or ""]
    kind: DayKind = "load" if main.loaded else "practice"
    return Draft(
        kind=kind,
        title=capital(main.name),
        titled_by_drill=True,
        blocks=plan.blocks,
        reasons=(load_due.due_by_the_days(state).reason, *plan.reasons),
    )


def _loads_today(state: State) -> bool:
    """Return whether load is due today, and nothing moves it: a cheap question, asked every day."""
    return load_due.is_load_due(state) and load_moves(state) is None


def rest(state: State) -> Draft | None:
    """Decide a rest day, with one short set for those who would like to move."""
    why = rest_due(state)
    if why is None:
        return None
    variant = variant_on_rest(state)
    block = dose.unloaded_block(state, ladder.practice_drill(state))
    if variant is not None:
        block = dose.variant_block(state, variant)
    how = None if variant is None else variant.text
    return Draft(
        kind="rest",
        title="Rest day",
        blocks=(msgspec.structs.replace(block, sets=1),),
        reasons=(why,),
        say=tuple(filter(None, (how, _tomorrow(state), _next_load(state)))),
    )


def practice(state: State) -> Draft:
    """Decide a practice day: what is left when no rule before it applied."""
    variant = variant_due(state)
    if variant is not None:
        return Draft(
            kind="practice",
            title=capital(variant.name),
            titled_by_drill=True,
            blocks=(dose.variant_block(state, variant),),
            reasons=(variety_reason(state, variant), *day_goal_reasons(state)),
            say=tuple(filter(None, (variant.text, _next_load(state)))),
        )
    blocks = dose.practice_blocks(state)
    name = state.index.rungs[main_drill(blocks) or ""].name
    return Draft(
        kind="practice",
        title=capital(name),
        titled_by_drill=True,
        blocks=blocks,
        reasons=(dose_reason(state, blocks), *day_goal_reasons(state)),
    )


ORDER: tuple[DayRule, ...] = (paused, held, done, recheck, test, load, rest, practice)
"""The order in which a day is decided (RULES, last section)."""


def _test_ahead(state: State, draft: Draft) -> NextTest | None:
    """Return the next test on a day that practises its drill, or has done so."""
    if draft.kind not in ("practice", "done") or not draft.blocks:
        return None
    practised = draft.blocks[-1].drill
    return test_ahead(state) if practised == state.index.rules.test.drill else None


def _second_sitting(state: State, left: int) -> tuple[Block, ...]:
    """D4: offer a second sitting, trimmed to what is left of the day."""
    rung = ladder.practice_drill(state)
    block = dose.unloaded_block(state, rung)
    sets = min(block.sets, left // block.reps)
    return (msgspec.structs.replace(block, sets=sets),) if sets > 0 else ()


def _tomorrow(state: State) -> str | None:
    """Name the drill of the day after a rest day; None where it is a load: that is told anyway."""
    rests = [*state.rests, state.today]
    rest_from = next_from(state.index, rests)
    then = _on(state, state.today + ONE_DAY, rests=rests, rest_from=rest_from)
    draft = next(draft for rule in ORDER if (draft := _in_outline(rule, then)) is not None)
    if draft.kind == "load":
        return None
    return f"Tomorrow: {draft.title[:1].lower()}{draft.title[1:]}."


def _in_outline(rule: DayRule, state: State) -> Draft | None:
    """Return what `rule` makes of the day; of a loaded day only that it is one, which is cheap."""
    if rule is load and _loads_today(state) and not takes_the_day(state):
        return Draft(kind="load", title="")
    return rule(state)


def _on(state: State, day: date, **known: Any) -> State:
    """Return the state as it stands on a later `day`; with the new week its loads begin anew."""
    loaded = set[date]() if day >= state.next_week else state.week_loaded
    return state.on(day, week_loaded=loaded, **known)


def _next_load(state: State) -> str | None:
    """Name the next day on which load is due, seen from today, and its main drill."""
    if recheck_stands(state):
        return "The re-check comes again next time, then load."
    for day in load_due.loaded_days_ahead(state):
        then = _on(state, day)
        if drills := rotation.pool(then):
            main = rotation.pick(then, drills).main
            return f"Next load: {say_day(day, seen_from=state.today)}, {main.name}."
    return None
