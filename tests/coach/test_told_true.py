"""Sentences that were once untrue: each is said only where it holds."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from factories import Journal, day, learner, lifter, main_block, reason_of, state_on, today
from hingecli.coach.log.events import ReadinessResult
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.opened import worth_saying
from hingecli.coach.report.plan import plan
from hingecli.coach.report.sessions import after_session
from hingecli.coach.report.why import why_day
from hingecli.coach.rules import prescription
from hingecli.coach.rules.advice import say_load

KB = "kb 3x8 @8"
FIRST_MONDAY = next(n for n in range(7) if day(n).weekday() == 0)
MON, WED, THU, FRI, SAT = (FIRST_MONDAY + n for n in (0, 2, 3, 4, 5))


def thrice_a_week() -> Journal:
    return lifter("kb", days=("mon", "wed", "fri")).session(MON, KB)


def load_is_due(index: Index, journal: Journal, on: int) -> bool:
    return today(index, journal, on).kind == "load"


def test_a_missed_day_is_made_up_on_the_next(index: Index) -> None:
    decision = today(index, thrice_a_week(), THU)

    assert decision.kind == "load"
    assert decision.reasons[0].text == "Wednesday's load is today."


def test_one_missed_day_does_not_move_the_days_that_follow(index: Index) -> None:
    made_up = thrice_a_week().session(THU, KB)

    assert not load_is_due(index, made_up, FRI)
    assert not load_is_due(index, made_up, SAT)
    assert load_is_due(index, made_up, MON + 7)


@pytest.mark.parametrize("paused", [False, True])
def test_a_day_of_a_pause_is_not_missed(index: Index, paused: bool) -> None:
    journal = thrice_a_week()
    if paused:
        journal = journal.pause(WED - 1, ill=True).resume(THU)

    assert load_is_due(index, journal, THU) is not paused


def test_a_load_that_waited_for_soreness_is_not_called_missed(index: Index) -> None:
    journal = thrice_a_week().morning(WED, 0, sore=4).session(WED, "wall 5")

    decision = today(index, journal, THU)

    assert decision.kind == "load"
    assert decision.reasons[0].text == "Wednesday's load waited; it is today."


def test_a_day_with_another_session_is_not_missed(index: Index) -> None:
    assert not load_is_due(index, thrice_a_week().session(WED, "wall 5"), THU)


def test_a_day_of_a_hold_is_not_missed_though_a_later_one_was_red_too(index: Index) -> None:
    journal = thrice_a_week().session(MON + 1, "wall 5", pain=5)
    journal = journal.morning(THU, 6).morning(FRI, 0).morning(SAT, 0)

    assert not load_is_due(index, journal, SAT)
    assert load_is_due(index, journal, MON + 7)


@pytest.mark.parametrize(("score", "held"), [(1, True), (6, False)])
def test_a_day_under_a_hold_is_not_missed(index: Index, score: int, held: bool) -> None:
    journal = thrice_a_week().session(MON + 1, "wall 5", pain=5)
    journal = journal.morning(WED, score).morning(THU, 0).morning(THU + 1, 0)

    decision = today(index, journal, THU if held else FRI)

    assert "missed" not in decision.reasons[0].text


def test_what_the_calendar_opens_is_said_until_the_next_session(index: Index) -> None:
    journal = lifter("kb").sessions((0, 2, 4), "kb 3x8 @8")
    journal = journal.sessions((7, 9, 11), "rdl 3x8 @4").sessions((16, 23), "kb 8 @8")
    opened = next(
        n for n in range(24, 60) if "single-leg-rdl" in state_on(index, journal, n).unlocks
    )

    assert reason_of(today(index, journal, opened - 1), "Weeks") is None
    told = reason_of(today(index, journal, opened + 1), "Weeks")
    assert told is not None
    assert told.text.startswith("Opened: single-leg RDL")
    after = journal.session(opened + 1, "kb 8 @8")
    assert reason_of(today(index, after, opened + 2), "Weeks") is None


@pytest.mark.parametrize(
    ("equipment", "says"),
    [
        (("dowel", "kettlebell"), "Opened: kettlebell deadlift. You earned it."),
        (("dowel", "cable"), "Opened: cable pull-through. You earned it."),
        (("dowel", "trap-bar"), "Opened: trap-bar deadlift. You earned it."),
        (("dowel",), "Opened: kettlebell deadlift. You earned it. Get a light kettlebell;"),
    ],
)
def test_what_the_calendar_opens_is_said_by_the_name_it_is_done_as(
    index: Index, equipment: tuple[str, ...], says: str
) -> None:
    journal = learner().setup(0, equipment=equipment)

    assert reason_of(today(index, journal, 27), "Weeks") is None
    told = reason_of(today(index, journal, 28), "Weeks")
    assert told is not None
    assert told.text.startswith(says)
    assert told.text == says or not says.endswith("earned it.")


@pytest.mark.parametrize(("own", "says"), [((), False), (("kettlebell",), True)])
def test_a_swing_opens_in_silence_for_who_has_no_bell(
    index: Index, own: tuple[str, ...], says: bool
) -> None:
    journal = lifter("kb", "rdl", equipment=("dowel", "barbell", *own))
    journal = journal.sessions(range(0, 27, 3), "kb 3x6 @20")
    state = state_on(index, journal, 35)
    assert "kettlebell-swing" in state.unlocks

    told = reason_of(today(index, journal, 35), "Weeks")

    assert (told is not None and "kettlebell swing" in told.text) is says


def test_what_opens_on_the_way_back_is_not_offered_at_once(index: Index) -> None:
    journal = lifter("kb").sessions((0, 2, 4), "kb 3x8 @8")
    journal = journal.sessions((7, 9, 11), "rdl 3x8 @4").sessions((16, 23), "kb 8 @8")
    opened = next(
        n for n in range(24, 60) if "single-leg-rdl" in state_on(index, journal, n).unlocks
    )
    journal = journal.session(opened - 4, "wall 5", pain=6)
    journal = journal.morning(opened - 3, 0).morning(opened - 2, 0)

    told = reason_of(today(index, journal, opened + 1), "Weeks")

    assert told is not None
    assert told.text == "Opened: single-leg RDL; not for the way back, but for the days after it."


@pytest.mark.parametrize(
    ("screen", "says"),
    [("unloaded", "it waits for the yes."), ("clear", "You earned it. Get a light")],
)
def test_what_opens_without_a_yes_is_not_told_as_if_it_could_be_done(
    index: Index, screen: ReadinessResult, says: str
) -> None:
    told = reason_of(today(index, learner().setup(0, screen=screen), 28), "Weeks")

    assert told is not None
    assert says in told.text


def test_after_a_row_of_tests_the_dose_is_told_from_the_row(index: Index) -> None:
    journal = Journal().sessions((0, 1), "wall 3x10").sessions((2, 5, 8), "wall 17/18")

    for on in (9, 10, 11):
        told = reason_of(today(index, journal, on), "D1")
        assert told is not None
        assert told.text == "3 sets of 10 on each day until the next test."
        journal = journal.session(on, "wall 3x10")


def test_no_load_is_promised_while_a_re_check_stands(index: Index) -> None:
    journal = lifter("kb").session(0, KB).session(16, "dowel 8/10")

    state = state_on(index, journal, 16)

    assert "re-check comes again" in today(index, journal, 16).say[0]
    (sitting,) = journal.read().days[-1].sittings
    assert "same short check" in after_session(state, sitting)[0].text


def test_a_re_check_that_is_done_says_so(index: Index) -> None:
    journal = lifter("kb").session(0, KB).session(16, "dowel 9/10")

    (sitting,) = journal.read().days[-1].sittings
    told = after_session(state_on(index, journal, 16), sitting)

    assert "re-check is done" in told[0].text


@pytest.mark.parametrize(("before", "cut"), [(True, True), (False, False)])
def test_a_drill_first_done_after_a_break_is_not_cut_for_it(
    index: Index, before: bool, cut: bool
) -> None:
    journal = lifter("kb", "swing").session(0, KB)
    if before:
        journal = journal.session(2, "swing 5x5 @8")
    journal = journal.session(20, "dowel 10").session(21, KB).session(23, "swing 5x5 @4")

    told = prescription.advise(state_on(index, journal, 25), "kettlebell-swing").reasons

    assert any(one.rule == "Break" for one in told) is cut


def test_a_small_cut_keeps_a_weight_that_none_is_near(index: Index) -> None:
    journal = lifter("kb", bells=(8, 12)).session(0, "kb 3x8 @12").morning(2, 3)

    block = main_block(today(index, journal, 3))

    assert (block.load_kg, block.reps) == (Decimal(12), 7)


def test_a_weight_not_typed_is_the_one_before(index: Index) -> None:
    journal = lifter("kb").session(0, "kb 3x8 @12").session(2, "kb 3x8")

    assert main_block(today(index, journal, 4)).load_kg == 12


def test_a_day_that_is_done_still_says_why_it_was_so(index: Index) -> None:
    before, after = lifter("kb"), lifter("kb").session(MON, KB)

    told = why_day(state_on(index, after, MON), state_on(index, before, MON))

    rules = [one.rule for one in told.reasons]
    assert "D6 loaded day" in rules
    assert "Done today" in rules


@pytest.mark.parametrize(
    "cut",
    [
        lambda log: log.morning(2, 3),
        lambda log: log.pause(1, ill=True).resume(2),
    ],
)
def test_a_cut_for_one_day_is_made_up_after_it(
    index: Index, cut: Callable[[Journal], Journal]
) -> None:
    journal = cut(lifter("kb").session(0, "kb 3x8 @20"))

    lighter = main_block(today(index, journal, 3))
    after = today(index, journal.session(3, f"kb 3x8 @{lighter.load_kg}"), 5)

    assert lighter.load_kg == 18
    assert main_block(after).load_kg == 20
    assert "back to 20 kg" in next(one.text for one in after.reasons if one.rule == "Break")


def test_the_rounding_correction_takes_weight_away_for_one_day(index: Index) -> None:
    rounded = {"lower-back-rounding": 3}
    journal = lifter("kb").sessions((0, 2), "kb 3x8 @20", mistakes=rounded)

    lighter = main_block(today(index, journal, 4))
    after = today(index, journal.session(4, f"kb 3x8 @{lighter.load_kg}"), 7)

    assert lighter.load_kg == 18
    assert [b.load_kg for b in after.blocks if b.drill == "kettlebell-deadlift"] == [20]


@pytest.mark.parametrize(("goal", "said"), [("hypertrophy", True), (None, False)])
def test_a_goal_that_shapes_the_dose_says_so(index: Index, goal: str | None, said: bool) -> None:
    answers = {} if goal is None else {"goal": goal}
    journal = (
        lifter("kb", "rdl", **answers)
        .sessions(range(0, 56, 7), KB)
        .session(50, KB)
        .session(54, "rdl 3x8 @4")
    )

    told = reason_of(today(index, journal, 56), "D14")

    assert (told is not None and "Your goal is hypertrophy" in told.text) is said


def test_without_a_weight_the_plan_says_where_the_ladder_ends(index: Index) -> None:
    told = plan(state_on(index, learner().setup(0, equipment=("wall", "dowel")), 20)).notes

    assert any("ends at the single-leg RDL" in note for note in told)


def test_a_chosen_assistance_drill_says_until_when(index: Index) -> None:
    journal = lifter("kb", "rdl", "gm").setup(0, assist=("good-morning",))
    journal = journal.session(0, KB).session(2, KB)

    told = today(index, journal, 4).reasons

    assert any("stands in for its family until" in one.text for one in told)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, ("kettlebell-deadlift",)),
        (
            {"equipment": ("kettlebell", "trap-bar"), "limits": ("low-back",)},
            ("kettlebell-deadlift", "trap-bar-deadlift"),
        ),
        ({"equipment": ("barbell",)}, ("kettlebell-deadlift",)),
        ({"equipment": ("cable",)}, ("cable-pull-through",)),
    ],
)
def test_only_what_a_person_can_do_is_announced(
    index: Index, answers: dict[str, object], said: tuple[str, ...]
) -> None:
    state = state_on(index, lifter(**answers), 0)

    opened = ("kettlebell-deadlift", "trap-bar-deadlift", "cable-pull-through", "sumo-deadlift")

    assert worth_saying(state, opened) == said


def test_the_first_loaded_day_has_no_goal_of_reps(index: Index) -> None:
    assert today(index, lifter("kb"), 0).done_today.goal is None


@pytest.mark.parametrize(
    ("equipment", "left_out"),
    [(("kettlebell", "dumbbells"), True), (("kettlebell", "dumbbells", "barbell"), False)],
)
def test_at_the_end_of_the_ladder_the_plan_says_what_equipment_keeps_off(
    index: Index, equipment: tuple[str, ...], left_out: bool
) -> None:
    every = [rung.id for rung in index.ladder if rung.loaded]

    notes = plan(state_on(index, lifter(*every, equipment=equipment), 0)).notes

    assert any("barbell deadlift" in note for note in notes) is left_out


@pytest.mark.parametrize(("units", "bar"), [(None, "20 kg"), ("kg", "20 kg"), ("lb", "45 lb")])
def test_the_empty_bar_is_that_of_the_persons_units(
    index: Index, units: str | None, bar: str
) -> None:
    answers = {} if units is None else {"units": units}
    state = state_on(index, lifter("bb", equipment=("barbell",), **answers), 0)

    load = prescription.advise(state, "barbell-deadlift").load_kg

    assert say_load(state, load) == bar


def test_a_rest_day_speaks_of_no_cue(index: Index) -> None:
    rounded = {"soft-lockout": 3}
    journal = lifter("kb").sessions((0, 1, 2), "wall 20", mistakes=rounded)
    journal = journal.sessions((3, 5), KB, mistakes=rounded)

    decision = today(index, journal, 6)

    assert decision.kind == "rest"
    assert reason_of(decision, "Focus") is None


@pytest.mark.parametrize(("usual", "says"), [(2, True), (3, True), (4, False)])
def test_pain_that_has_become_the_usual_one_is_not_held_against_its_sets(
    index: Index, usual: int, says: bool
) -> None:
    journal = Journal().session(0, "wall 3x10", pain=4).cleared(1).setup(1, usual_pain=usual)

    decision = today(index, journal, 1)

    assert (reason_of(decision, "Painful sets") is not None) is says


@pytest.mark.parametrize(
    ("screen", "says"), [("unloaded", "A short and varied day,"), ("clear", "A short day between")]
)
def test_no_day_is_called_one_between_loads_where_none_may_come(
    index: Index, screen: str, says: str
) -> None:
    journal = lifter("kb", days=("mon", "wed", "fri")).session(0, "kb 3x8 @8")

    told = reason_of(today(index, journal.setup(1, screen=screen), 1), "D15")

    assert told is not None
    assert told.text.startswith(says)
