"""What must hold on every day of every life, checked against the ledger kept beside the coach.

Owns the list of the invariants; each stands in the file of its subject.
"""

from hingecli.coach.results import Decision
from hingecli.coach.state.state import State
from hingecli.simulate.checks import ladder, load, pain, rhythm
from hingecli.simulate.checks.day import Day, Found, Invariant, make_day
from hingecli.simulate.checks.rhythm import waits_for_load
from hingecli.simulate.ledger import Ledger, dawn, decided

INVARIANTS: dict[str, Invariant] = {
    "a prescribed drill is open": ladder.only_open,
    "a drill that opened stays open": ladder.stays_open,
    "a declined drill is left out": ladder.declined_is_left_out,
    "no load before its week": ladder.not_before_its_week,
    "no load during a hold": pain.no_load_on_hold,
    "no load while a professional is asked for": pain.no_load_while_a_professional_is_asked,
    "no load on a bad morning": pain.no_load_on_a_bad_morning,
    "nothing opens in a hold": ladder.nothing_opens_in_a_hold,
    "a gentle way back after a hold": pain.way_back_is_gentle,
    "a rung less after two amber days": pain.a_rung_less_after_ambers,
    "a hold asks how it is": pain.a_hold_asks,
    "a hold without an answer explains itself": pain.a_hold_explains_itself,
    "never load on two days running": rhythm.not_two_days_running,
    "no more loaded days than planned": rhythm.not_more_than_planned,
    "no load over the next step": load.a_step_at_a_time,
    "no weight too light": load.not_too_light,
    "swings within the week's limits": rhythm.swings_within_the_week,
    "a swing's bell was deadlifted before": load.swing_within_what_was_lifted,
    "a sitting within its minutes": rhythm.within_the_minutes,
    "a re-check before load after a break": rhythm.checked_after_a_break,
    "no kind of day without end": rhythm.ends,
    "never two rest days running": rhythm.not_two_rests_running,
    "rest on three days of seven at most": rhythm.not_too_much_rest,
    "the practice card varies": rhythm.the_card_varies,
    "load comes for who may load": rhythm.load_comes,
    "every drill rises for who does all": load.rises,
    "a standstill is named": load.standstill_is_named,
    "every day says what to do": rhythm.says_what_to_do,
}
"""Each invariant by the sentence that says what must hold."""


def check_day(state: State, decision: Decision, ledger: Ledger) -> list[Found]:
    """Check one decided day against every invariant, and note it."""
    dawn(ledger, state, decision)
    day = make_day(state, decision, ledger)
    found = []
    for name, holds in INVARIANTS.items():
        what = holds(day)
        if what is not None:
            found.append(Found(name, decision.date, f"{decision.kind}: {what}"))
    decided(ledger, state, decision)
    return found


__all__ = ["INVARIANTS", "Day", "Found", "Invariant", "check_day", "waits_for_load"]
