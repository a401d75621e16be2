"""A day on which pain decides: under a safety hold, or after a bad morning.

Owns what such a day asks and offers. When a hold begins and ends is `safety`'s.
"""

from hingecli.coach.day import dose
from hingecli.coach.day.draft import Draft
from hingecli.coach.results import Block, Reason
from hingecli.coach.rules import hold_reasons, safety, way_back
from hingecli.coach.rules.reasons import reason
from hingecli.coach.state.state import State


def held(state: State) -> Draft | None:
    """Decide a day under a safety hold (S1, S2, S4) or after a bad morning (S3)."""
    if safety.holds_the_day(state):
        return _on_hold(state)
    if state.morning_flag == state.today and state.done_today() is None:
        return _bad_morning(state)
    return None


def hurts_today(state: State) -> tuple[Reason, ...]:
    """S2 and S3: say after the day's session why its pain leaves it at that."""
    if state.morning_flag == state.today:
        return (_morning_reason(state),)
    if state.last_pain is None or not safety.hurt_last_time(state):
        return ()
    text = f"Pain {state.last_pain[1].score} today: leave it at that."
    return (reason(state.index, "pain_during", text),)


_ASK = "How is the pain this morning, 0-10?"


def _on_hold(state: State) -> Draft:
    rule = state.index.rules.pain_during
    why = hold_reasons.hold_reason(state)
    reasons = () if why is None else (why,)
    hold = state.hold
    if state.bounds.screen == "stop" or hold is None:
        return Draft(kind="hold", title="Not before a professional's yes", reasons=reasons)
    score = safety.score_today(state)
    if hold.grave:
        return Draft(
            kind="hold",
            title="Not before a professional's yes",
            reasons=reasons,
            say=hold_reasons.explanation(state, hold),
            red_flags=True,
            ask=_ASK if score is None else None,
        )
    gently = dose.held_block(state, sets=rule.hold_sets, reps=rule.hold_reps)
    blocks: tuple[Block, ...] = ()
    ask = None
    gentle = "A gentle day"
    if score is None:
        ask = _ASK
        say = [
            f"At {rule.max_move_in_hold} or less: {gently.sets}x{gently.reps} "
            f"{state.index.rungs[gently.drill].plural} at half range. "
            f"At {rule.stop_from} or more: walking only."
        ]
    elif score <= rule.max_move_in_hold:
        blocks = (gently,)
        say = [f"Pain {score}: gentle movement, half the range, nothing forced."]
        gentle = "Gentle day: half the range"
    else:
        gentle = "Gentle day: walking only"
        say = [f"Pain {score}: walking only today, as far as it feels good."]
    say += hold_reasons.explanation(state, hold)
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
    told = f"Your morning score is {state.mornings[state.today]}"
    text = f"{told}: an easy day."
    if way_back.covers_all(state):
        text = f"{told}: no load today; the way back begins with the next loaded day."
    elif state.loaded_open:
        text = f"{told}: no load today, and {rule.cut_percent} % less on the next loaded day."
    return reason(state.index, "morning_after", text)
