"""The order in which a day is decided, and rest."""

from collections.abc import Callable

import pytest

from factories import Journal, day, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.day.decide import decide
from hingecli.coach.day.dose import at_tempo
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Index


def kind(index: Index, journal: Journal, on: int) -> str:
    return today(index, journal, on).kind


# --- the order: the first that applies names the day ---


def test_a_pause_comes_before_a_hold(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8", pain=6).pause(1)

    assert kind(index, journal, 2) == "paused"
    assert kind(index, journal.resume(2), 2) == "hold"


def test_a_hold_comes_before_done(index: Index) -> None:
    assert kind(index, lifter().session(0, "kb 3x8", pain=6), 0) == "hold"


def test_done_comes_before_a_recheck(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").session(20, "dowel 5/10")

    assert kind(index, journal, 20) == "done"
    assert kind(index, journal, 21) == "recheck"


def test_a_recheck_comes_before_a_loaded_day(index: Index) -> None:
    assert kind(index, lifter().session(0, "kb 3x8"), 20) == "recheck"


def test_a_recheck_comes_before_a_test(index: Index) -> None:
    journal = Journal().setup(0, start=-28).override(0, "kb").sessions((0, 1), "wall 3x10")
    loaded = journal.session(1, "kb 3x8").override(1, "dowel")

    assert kind(index, loaded, 20) == "recheck"


def test_a_test_comes_before_a_loaded_day(index: Index) -> None:
    journal = Journal().setup(0, start=-28).override(0, "kb").sessions((0, 1), "wall 3x10")

    assert kind(index, journal, 2) == "test"


def test_a_loaded_day_comes_before_rest(index: Index) -> None:
    journal = lifter(days=("wed",)).session(0, "kb 3x8").sessions((6, 7, 8), "wall 5")

    assert kind(index, journal, 9) == "load"


def test_rest_comes_before_practice(index: Index) -> None:
    journal = lifter().sessions((0, 2), "kb 3x8")

    assert kind(index, journal, 3) == "rest"


def test_what_is_left_is_practice(index: Index) -> None:
    assert kind(index, lifter().session(0, "kb 3x8"), 1) == "practice"


# --- what every day carries ---


def test_the_day_carries_its_date_week_phase_and_next_gate(index: Index) -> None:
    decision = today(index, learner(), 20)

    assert (decision.date, decision.week, decision.phase) == (day(20), 3, "dowel")
    assert decision.next_gate is not None
    assert decision.next_gate.drill == "kettlebell-deadlift"


@pytest.mark.parametrize(
    ("journal", "phase"),
    [
        (Journal(), "pattern"),
        (Journal().session(0, "wall 20"), "dowel"),
        (lifter(), "loaded"),
        (lifter("swing"), "advanced"),
    ],
)
def test_the_phase_is_the_last_in_which_a_drill_is_open(
    index: Index, journal: Journal, phase: str
) -> None:
    assert today(index, journal, 0).phase == phase


def test_days_after_the_asked_one_do_not_count_yet(index: Index) -> None:
    journal = Journal().session(0, "wall 5").session(9, "wall 20")

    assert "dowel-hinge" not in state_on(index, journal, 8).unlocks


def test_deciding_changes_nothing(index: Index) -> None:
    state = state_on(index, lifter().sessions((0, 2), "kb 3x8"), 3)

    assert decide(state) == decide(state)


def test_an_override_keeps_its_mark_on_the_card(index: Index) -> None:
    told = reason_of(today(index, lifter(), 0), "Override")

    assert told is not None
    assert "You opened the kettlebell deadlift yourself" in told.text
    assert "I know it" in told.text


def test_a_drill_that_was_earned_has_no_mark(index: Index) -> None:
    assert reason_of(today(index, learner(), 28), "Override") is None


@pytest.mark.parametrize(("sessions", "count"), [(0, 0), (2, 2)])
def test_the_day_knows_how_often_its_drill_was_done(
    index: Index, sessions: int, count: int
) -> None:
    journal = Journal().sessions(range(sessions), "wall 3x5/10")

    assert today(index, journal, 5).sessions_of_main == count


def test_a_day_of_body_weight_has_no_load(index: Index) -> None:
    assert main_block(today(index, Journal(), 0)).load_kg is None


@pytest.mark.parametrize(
    ("journal", "offers", "red_flags"),
    [
        (Journal().session(0, "wall 3x10"), True, False),
        (Journal().session(0, "wall 3x10", pain=2), True, False),
        (Journal().session(0, "wall 3x10", pain=3), False, False),
        (Journal().session(0, "wall 3x10").morning(0, 1), True, False),
        (Journal().setup(usual_pain=3).session(0, "wall 3x10").morning(0, 4), True, False),
        (Journal().session(0, "wall 3x10").morning(0, 2), False, False),
        (Journal().session(0, "wall 3x10").morning(0, 4), False, False),
    ],
)
def test_after_pain_the_done_day_offers_no_more_and_shows_the_red_flags(
    index: Index, journal: Journal, offers: bool, red_flags: bool
) -> None:
    decision = today(index, journal, 0)

    assert (decision.kind, bool(decision.blocks)) == ("done", offers)
    assert decision.red_flags is red_flags


@pytest.mark.parametrize(
    "journal",
    [
        Journal().session(0, "wall 3x10").morning(0, 5),
        lifter().session(0, "kb 3x8").morning(0, 5),
    ],
)
def test_a_red_morning_holds_a_day_that_is_done(index: Index, journal: Journal) -> None:
    decision = today(index, journal, 0)

    assert (decision.kind, decision.blocks, decision.red_flags) == ("hold", (), True)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        (lambda journal: journal.morning(3, 5), "practice"),
        (lambda journal: journal.session(3, "wall 3x10", pain=3, where="neck", sharp=True), "done"),
        (lambda journal: journal.pause(2).morning(3, 6), "paused"),
    ],
    ids=["a red morning beside a held neck", "sharp pain", "a red morning in a pause"],
)
def test_the_signs_are_on_every_card_of_a_day_with_red_pain(
    index: Index, told: Callable[[Journal], Journal], kind: str
) -> None:
    journal = told(Journal().session(0, "wall 3x10").session(1, "wall 5", pain=6, where="neck"))

    assert (today(index, journal, 3).kind, today(index, journal, 3).red_flags) == (kind, True)
    assert today(index, journal.morning(4, 1), 4).red_flags is False


def test_the_next_load_begins_the_turns_of_a_goals_week_anew_on_monday(index: Index) -> None:
    journal = lifter("kb", "rdl", "swing", start=-91, goal="strength", days=("mon", "wed", "fri"))
    promised = []
    for on in range(7 * 12):
        decision = today(index, journal, on)
        if decision.kind == "load" and on < 7 * 10:
            words = [f"{block.drill} {block.sets}x{block.reps}" for block in decision.blocks]
            journal = journal.session(on, *words)
        elif decision.kind == "load" and on % 7 != 4:  # Fridays are missed from now on
            journal = journal.session(on, f"{main_block(decision).drill} 3x5")
        for text in decision.say:
            if on >= 7 * 10 and text.startswith("Next load: tomorrow, "):
                main = main_block(today(index, journal, on + 1))
                promised.append((text, f"Next load: tomorrow, {main.name}."))

    assert len(promised) >= 3
    assert all(said == true for said, true in promised)


def test_a_tempo_of_ones_own_is_that_of_every_rep_and_takes_its_time(index: Index) -> None:
    slow = Tempo(down=6, pause=2, up=2)
    decision = today(index, Journal(), 0)

    own = at_tempo(decision, index, slow)

    assert {block.tempo for block in own.blocks} == {slow}
    assert own.minutes > decision.minutes
    assert own.reasons == decision.reasons


def test_a_day_without_blocks_has_no_tempo(index: Index) -> None:
    paused = today(index, Journal().pause(0), 0)

    assert at_tempo(paused, index, Tempo(down=6, pause=2, up=2)) is paused
