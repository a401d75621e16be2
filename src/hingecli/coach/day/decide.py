"""The day's decision: the first rule that applies names it, each later one adds its reason.

Owns the order: paused, safety hold, done today, break re-check, test, load, rest, practice.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import msgspec

from hingecli.coach.day import dose
from hingecli.coach.day.draft import TRAINING, Draft, main_drill
from hingecli.coach.day.notes import NOTES
from hingecli.coach.log.days import say_day
from hingecli.coach.log.tally import DayTally
from hingecli.coach.protocol.parameters import Variant
from hingecli.coach.results import (
    Block,
    Decision,
    DoneToday,
    Kind,
    NextTest,
    Reason,
)
from hingecli.coach.rules import (
    breaks,
    focus,
    ladder,
    readiness,
    rotation,
    safety,
    sides,
)
from hingecli.coach.rules.practice import (
    dose_direction,
    share_together,
    variant_due,
    variant_on_rest,
    variants_offered,
)
from hingecli.coach.rules.reasons import guide_says, reason
from hingecli.coach.rules.recheck import stands as recheck_stands
from hingecli.coach.rules.rest import rest_due
from hingecli.coach.rules.soreness import load_moves
from hingecli.coach.rules.stuck import focus_of_the_day, stuck
from hingecli.coach.rules.wall_test import BEST_RUN, offer_test, test_ahead
from hingecli.coach.state.state import ONE_DAY, State
from hingecli.text import capital, count

DayRule = Callable[[State], Draft | None]


def decide(state: State, *, hour: int | None = None) -> Decision:
    """Return what the state's day is.

    `hour` (0-23, local) is for what holds only before noon; not told, it is left out.
    """
    draft = next(draft for rule in ORDER if (draft := rule(state)) is not None)
    draft = msgspec.structs.replace(draft, hour=hour)
    more = tuple(told for rule in NOTES if (told := rule(state, draft)) is not None)
    tally = state.done_today()
    practising = state.first_loaded is None and draft.kind != "load"
    goal = state.index.rules.day_goal.clean_reps if practising else None
    main = main_drill(draft.blocks)
    full_range = not any(block.range == "half" for block in draft.blocks)
    chosen, named = focus_of_the_day(state), stuck(state)
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
        red_flags=draft.red_flags,
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
    )


def paused(state: State) -> Draft | None:
    """Decide a day inside a pause."""
    pause = state.pause
    if pause is None:
        return None
    since = say_day(pause.day, seen_from=state.today)
    until = f" until {pause.until:%a} {pause.until.day} {pause.until:%b}" if pause.until else ""
    text = f"Paused since {since}{until}. Nothing that you earned is lost; weeks wait too."
    return Draft(
        kind="paused",
        title="Paused",
        reasons=(reason(state.index, "illness" if pause.ill else "pause", text),),
        say=(state.index.rules.illness.while_ill,) if pause.ill else (),
    )


def held(state: State) -> Draft | None:
    """Decide a day under a safety hold (S1, S2, S4) or after a bad morning (S3)."""
    if safety.holds_the_day(state):
        return _on_hold(state)
    if state.morning_flag == state.today and state.done_today() is None:
        return _bad_morning(state)
    return None


def done(state: State) -> Draft | None:
    """Decide a day that had its session: a second one is offered while reps are left."""
    tally = state.done_today()
    if tally is None or _load_follows(state, tally):
        return None
    low, high = state.index.rules.day_goal.clean_reps
    hurts = _hurts_today(state)
    red_flags = (safety.score_today(state) or 0) >= state.index.rules.pain_during.stop_from
    if state.first_loaded is not None:
        text = "The day's session is in the log."
        return Draft(
            kind="done",
            title="Done for today",
            reasons=(reason(state.index, "done_today", text), *hurts),
            say=tuple(filter(None, (_next_load(state),))),
            red_flags=red_flags,
        )
    text = (
        f"Done: {tally.clean} of the day's {low}-{high} clean reps. One sitting is a full session."
    )
    return Draft(
        kind="done",
        title="Done for today",
        blocks=() if hurts else _second_sitting(state, high - tally.clean),
        reasons=(reason(state.index, "day_goal", text), *hurts),
        red_flags=red_flags,
    )


def _load_follows(state: State, tally: DayTally) -> bool:
    """Return whether today had the re-check alone, and passed it: then the load comes."""
    passed = state.recheck_passed == state.today and tally.first_loaded is None
    return passed and rotation.load_due(state).yes and load_moves(state) is None


def recheck(state: State) -> Draft | None:
    """Decide the first days after a long break: a short check of the dowel before load."""
    if not recheck_stands(state):
        return None
    rule = state.index.rules.breaks
    blocks = dose.recheck_blocks(state)
    away = breaks.days_away(state)
    check = f"{rule.recheck_reps} dowel hinges, {rule.recheck_clean} of them clean"
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
    due = rotation.load_due(state)
    if not due.yes or load_moves(state) is not None:
        return None
    plan = dose.loaded_plan(state)
    main = state.index.rungs[main_drill(plan.blocks) or ""]
    kind: Kind = "load" if main.loaded else "practice"
    return Draft(
        kind=kind,
        title=capital(main.name),
        titled_by_drill=True,
        blocks=plan.blocks,
        reasons=(due.reason, *plan.reasons),
    )


def rest(state: State) -> Draft | None:
    """Decide a rest day, with one short set for who would like to move."""
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
            reasons=(_variety_reason(state, variant), *_day_goal(state)),
            say=tuple(filter(None, (variant.text, _next_load(state)))),
        )
    blocks = dose.practice_blocks(state)
    name = state.index.rungs[main_drill(blocks) or ""].name
    return Draft(
        kind="practice",
        title=capital(name),
        titled_by_drill=True,
        blocks=blocks,
        reasons=(_dose_reason(state, blocks), *_day_goal(state)),
    )


ORDER: tuple[DayRule, ...] = (paused, held, done, recheck, test, load, rest, practice)
"""The order in which a day is decided (RULES, last section)."""


def _test_ahead(state: State, draft: Draft) -> NextTest | None:
    """Return the next test on a day that practises its drill, or has done so."""
    if draft.kind not in ("practice", "done") or not draft.blocks:
        return None
    practised = draft.blocks[-1].drill
    return test_ahead(state) if practised == state.index.rules.test.drill else None


def _on_hold(state: State) -> Draft:
    rule = state.index.rules.pain_during
    why = safety.hold_reason(state)
    reasons = () if why is None else (why,)
    hold = state.hold
    if readiness.screened(state) == "stop" or hold is None:
        return Draft(kind="hold", title="Not before a professional's yes", reasons=reasons)
    score = safety.score_today(state)
    blocks: tuple[Block, ...] = ()
    ask = None
    gentle = "A gentle day"
    if score is None:
        ask = "How is the pain this morning, 0-10?"
        say = [
            f"At {rule.max_move_in_hold} or less: {rule.hold_sets}x{rule.hold_reps} wall hinges "
            f"at half range. At {rule.stop_from} or more: walking only."
        ]
    elif score <= rule.max_move_in_hold:
        blocks = (dose.held_block(state, sets=rule.hold_sets, reps=rule.hold_reps),)
        say = [f"Pain {score}: gentle movement, half the range, nothing forced."]
        gentle = "Gentle day: half the range"
    else:
        gentle = "Gentle day: walking only"
        say = [f"Pain {score}: walking only today, as far as it feels good."]
    say += safety.explanation(state, hold)
    return Draft(
        kind="hold",
        # Who never had a load, and needs nobody's yes, is not told of one.
        title="Load on hold" if state.first_loaded or hold.asks_for_a_professional else gentle,
        blocks=blocks,
        reasons=reasons,
        say=tuple(say),
        red_flags=True,
        ask=ask,
    )


def _bad_morning(state: State) -> Draft:
    rule = state.index.rules.morning_after
    score = state.mornings[state.today]
    moves = score <= rule.max_move
    say = ["Half the range, gently." if moves else "Walking only today, as far as it feels good."]
    if state.profile.usual_pain is None:
        say.append(f"Is {score} a usual morning for you? hinge setup --usual-pain {score}")
    return Draft(
        kind="hold" if state.loaded_open or not moves else "practice",
        title="An easy day",
        blocks=(dose.held_block(state, sets=rule.sets, reps=rule.reps),) if moves else (),
        reasons=(_morning_reason(state),),
        say=tuple(say),
        red_flags=score >= state.index.rules.pain_during.stop_from,
    )


def _morning_reason(state: State) -> Reason:
    rule = state.index.rules.morning_after
    text = f"Your morning score is {state.mornings[state.today]}: an easy day."
    if state.loaded_open:
        text = (
            f"Your morning score is {state.mornings[state.today]}: no load today, and "
            f"{rule.cut_percent} % less on the next loaded day."
        )
    return reason(state.index, "morning_after", text)


def _hurts_today(state: State) -> tuple[Reason, ...]:
    """S2 and S3: say after the day's session why its pain leaves it at that."""
    if state.morning_flag == state.today:
        return (_morning_reason(state),)
    if state.last_pain is None or not safety.hurt_last_time(state):
        return ()
    text = f"Pain {state.last_pain[1].score} today: leave it at that."
    return (reason(state.index, "pain_during", text),)


def _second_sitting(state: State, left: int) -> tuple[Block, ...]:
    """D4: offer a second sitting, trimmed to what is left of the day."""
    rung = ladder.practice_drill(state)
    block = dose.unloaded_block(state, rung)
    sets = min(block.sets, left // block.reps)
    return (msgspec.structs.replace(block, sets=sets),) if sets > 0 else ()


def _day_goal(state: State) -> tuple[Reason, ...]:
    """D4: say the goal of the day; once loading began there is none."""
    if state.first_loaded is not None:
        return ()
    low, high = state.index.rules.day_goal.clean_reps
    return (
        guide_says(state.index, "day_goal", f"{low}-{high} clean reps over the day."),
        reason(state.index, "day_goal", "One sitting is already a full session."),
    )


def _variety_reason(state: State, variant: Variant) -> Reason:
    """Say why the day is varied (D4, D15)."""
    rule = state.index.rules.variety
    turn = f"one of {len(variants_offered(state))} in turn: {variant.name}."
    if state.first_loaded is not None:
        text = f"A short day between loads, {turn}"
    elif ladder.waits_for_a_week(state):
        text = f"The next drill only waits for its week. The days are varied, {turn}"
    elif variant == rule.early:
        text = (
            f"{rule.early_every - 1} days of the same behind you, so a varied one: {variant.name}."
        )
    else:
        text = f"Every {rule.every} practice days one is varied, {turn}"
    return reason(state.index, "variety", text)


def _dose_reason(state: State, blocks: tuple[Block, ...]) -> Reason:
    """Say why the reps are what they are (D1)."""
    rule = state.index.rules.unloaded_dose
    block = blocks[-1]
    before = state.practice[block.drill]
    tests = state.tests
    is_tested = block.drill == state.index.rules.test.drill
    low, top = rule.reps
    days = f"the last {rule.days} full days"
    if tests.practice_left and is_tested:
        left = count(tests.practice_left, "practice day")
        text = f"{left} of {rule.sets} sets of {rule.start}, then the test again."
    elif not before.full_days and is_tested and tests.last is not None:
        text = f"After a test it begins anew: {rule.sets} sets of {block.reps}."
    elif not before.full_days and block.reps == rule.start:
        text = f"Everyone begins with {rule.sets} sets of {rule.start}."
    elif len(before.full_days) < rule.days:
        text = (
            f"{block.reps} a set again: no day moves it alone, only {rule.days} of "
            f"{rule.sets} sets together."
        )
    else:
        shown = share_together(before)
        way = dose_direction(rule, before)
        text = f"{shown} % clean over {days}: "
        if way > 0:
            text += f"{block.reps} a set" + (
                ", the top of the range." if block.reps == top else "."
            )
        elif way < 0 and block.reps > low:
            text += f"fewer reps, {block.reps} a set, each one clean."
        elif way < 0:
            text += f"{low} a set, the least there is, each one clean."
        elif shown < rule.up_at:
            text += f"{block.reps} a set again, until they are {rule.up_at} % together."
        else:
            text += f"{block.reps} a set again, because one of them hurt."
    return reason(state.index, "unloaded_dose", text)


def _tomorrow(state: State) -> str | None:
    """Name the drill of the day after a rest day; None where it is a load: that is told anyway."""
    then = _on(state, state.today + ONE_DAY, rests=[*state.rests, state.today])
    draft = next(draft for rule in ORDER if (draft := rule(then)) is not None)
    if draft.kind == "load":
        return None
    return f"Tomorrow: {draft.title[:1].lower()}{draft.title[1:]}."


def _on(state: State, day: date, **known: Any) -> State:
    """Return the state as it stands on a later `day`; with the new week its loads begin anew."""
    loaded = set[date]() if day >= state.next_week else state.week_loaded
    return state.on(day, week_loaded=loaded, **known)


def _next_load(state: State) -> str | None:
    """Name the next day on which load is due, seen from today, and its main drill."""
    if recheck_stands(state):
        return "The re-check comes again next time, then load."
    for ahead in range(1, 8):
        day = state.today + timedelta(days=ahead)
        then = _on(state, day)
        if rotation.due_by_the_days(then).yes and (drills := rotation.pool(then)):
            main = rotation.pick(then, drills).main
            return f"Next load: {say_day(day, seen_from=state.today)}, {main.name}."
    return None
