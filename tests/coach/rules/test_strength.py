"""D14, strength: when sets of 3-5 are heavy, and how heavy."""

from decimal import Decimal
from typing import Any

import pytest

from coach.rules.trained import KB, RDL, STRONG, WEEK_13, experienced, heavy, in_turn, is_heavy
from factories import Journal, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import goals, load_up, prescription, rotation

MON_WED_FRI = ("mon", "wed", "fri")


@pytest.mark.parametrize(
    ("drills", "equipment", "heavy"),
    [
        (("kb",), ("kettlebell",), False),
        (("kb", "rdl"), ("kettlebell",), False),
        (("kb", "rdl", "swing"), ("kettlebell",), True),
        (("kb", "rdl"), ("dumbbells",), True),
    ],
    ids=["nothing after it", "one of two", "both", "the other out of reach"],
)
def test_strength_is_heavy_only_once_all_that_follows_is_open(
    index: Index, drills: tuple[str, ...], equipment: tuple[str, ...], heavy: bool
) -> None:
    # One long set a day opens nothing by itself; the last day tops the range.
    journal = lifter(*drills, goal="strength", equipment=equipment)
    journal = journal.sessions(range(0, 49, 7), "kb 1x8 @20").session(50, "kb 4x12 @20")

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize(("sets", "heavy"), [("4x11 @20", False), ("4x12 @20", True)])
def test_strength_is_heavy_only_once_the_long_sets_were_topped(
    index: Index, sets: str, heavy: bool
) -> None:
    journal = experienced(*STRONG, sets=sets, goal="strength", equipment=("kettlebell",))

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize(("effort", "heavy"), [(4, False), (5, True), (6, True), (None, True)])
def test_they_were_topped_at_an_effort_within_two_of_the_ceiling(
    index: Index, effort: int | None, heavy: bool
) -> None:
    journal = experienced(*STRONG, sets="4x8 @20", goal="strength", equipment=("kettlebell",))
    journal = journal.session(50, "kb 4x12 @20", "rdl 2x8 @20", effort=effort)

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize(
    ("bells", "heavy"), [((20,), False), ((20, 24), True), ((20, 26), False), ((20, 22), True)]
)
def test_strength_is_heavy_only_where_a_heavier_weight_is_near(
    index: Index, bells: tuple[int, ...], heavy: bool
) -> None:
    journal = experienced(*STRONG, sets="4x15 @20", goal="strength", bells=bells)

    assert is_heavy(index, journal) is heavy


@pytest.mark.parametrize(
    ("journal", "says"),
    [
        (experienced("kb", goal="strength"), "until all that follows it is open."),
        (
            experienced(*STRONG, sets="4x11 @20", goal="strength", equipment=("kettlebell",)),
            "until each reaches the top of its range.",
        ),
        (experienced(*STRONG, sets="4x15 @20", goal="strength", bells=(20,)), "none is near."),
        (experienced(*STRONG, goal="strength", bells=(20, 22)), "in sets of 3-5, rest 3 min."),
        (experienced("swing", goal="strength"), None),
        (experienced(*STRONG, goal="athletic"), None),
    ],
    ids=["another to open", "not topped", "nothing heavier", "heavy", "a swing", "another goal"],
)
def test_a_card_says_why_a_strong_persons_reps_are_still_many(
    index: Index, journal: Journal, says: str | None
) -> None:
    state = state_on(index, journal, WEEK_13)

    told = goals.shaping_note(state, KB if state.lifts[KB].days else "kettlebell-swing")

    assert (told is None) is (says is None)
    assert told is None or told.text.endswith(str(says))


@pytest.mark.parametrize("drill", ["single-leg-rdl", "kettlebell-swing"])
def test_neither_one_leg_nor_swings_are_done_heavy(index: Index, drill: str) -> None:
    journal = experienced("kb", "rdl", "sl", "swing", "bb", goal="strength")

    state = state_on(index, journal, WEEK_13)

    assert goals.dose_for(state, index.rungs[drill]) is None


@pytest.mark.parametrize(
    ("answers", "load"),
    [
        ({"equipment": ("dumbbells",)}, 22),
        ({"bells": (20, 22, 24)}, 22),
        ({"bells": (20, 24)}, 24),
    ],
)
def test_few_reps_begin_ten_percent_heavier_or_at_the_next_bell(
    index: Index, answers: dict[str, Any], load: int
) -> None:
    journal = experienced(*STRONG, sets="4x15 @20", goal="strength", **answers)

    advised = prescription.advise(state_on(index, journal, WEEK_13), KB)

    assert (advised.load_kg, advised.sets, advised.reps) == (Decimal(load), 3, 3)
    assert f"sets of 3-5 now, 20 kg → {load} kg" in advised.reasons[0].text


def test_the_few_reps_keep_their_own_weight_reps_and_row(index: Index) -> None:
    journal = heavy("kb 3x5 @24", "kb 3x5 @24")

    main = prescription.advise(state_on(index, journal, 70), KB)
    second = prescription.advise(state_on(index, journal, 70), KB, main=False)

    assert (main.load_kg, main.reps) == (Decimal(26), 3)
    assert (second.load_kg, second.reps_range) == (Decimal(20), (8, 12))


@pytest.mark.parametrize(("few", "many"), [("24", 20), ("22", 18)])
def test_many_reps_are_never_over_eighty_five_percent_of_the_few(
    index: Index, few: str, many: int
) -> None:
    journal = heavy(f"kb 3x3 @{few}")

    second = prescription.advise(state_on(index, journal, 65), KB, main=False)

    assert second.load_kg == many
    says = any("at most 85 % of your heavy sets" in reason.text for reason in second.reasons)
    assert says is (many < 20)


def test_the_lightest_weight_there_is_stays(index: Index) -> None:
    journal = experienced(*STRONG, goal="strength", equipment=("kettlebell",), bells=(20, 22))
    journal = journal.session(WEEK_13, "kb 3x3 @22")

    second = prescription.advise(state_on(index, journal, WEEK_13 + 7), KB, main=False)

    assert second.load_kg == 20


@pytest.mark.parametrize(("times", "few"), [(1, False), (2, True)])
def test_topped_twice_is_ready_for_few_reps_however_easy_it_was(
    index: Index, times: int, few: bool
) -> None:
    journal = experienced(*STRONG, sets="4x8 @20", goal="strength", equipment=("kettlebell",))
    journal = journal.sessions((50, 53)[:times], "kb 4x12 @20", "rdl 2x8 @20", effort=3)

    assert is_heavy(index, journal) is few


def test_a_block_in_another_range_neither_earns_nor_breaks_the_row(index: Index) -> None:
    journal = heavy("kb 3x5 @22").session(58, "rdl 3x8 @20", "kb 2x8 @16", pain=0).morning(59, 0)

    once = state_on(index, journal, 60).lifts[KB]
    twice = state_on(index, journal.session(63, "kb 3x5 @22").morning(64, 0), 65).lifts[KB]

    assert (len(once.heavy.tops), len(twice.heavy.tops)) == (1, 2)
    assert load_up.steps_due(state_on(index, journal, 60), once.work) == 0


@pytest.mark.parametrize(("heavy_kg", "load"), [(24, 20), (26, 22)])
def test_no_step_of_the_long_sets_goes_over_eighty_five_percent(
    index: Index, heavy_kg: int, load: int
) -> None:
    journal = heavy(f"kb 3x3 @{heavy_kg}")
    for on in (65, 72):
        journal = journal.session(on, "rdl 3x3 @22", "kb 2x12 @20").morning(on + 1, 0)

    second = prescription.advise(state_on(index, journal, 77), KB, main=False)

    assert second.load_kg == load


@pytest.mark.parametrize(("loaded", "heavy"), [((56,), True), ((56, 58), False)])
def test_heavy_at_most_twice_a_week(index: Index, loaded: tuple[int, ...], heavy: bool) -> None:
    journal = experienced(*STRONG, goal="strength", equipment=("kettlebell",))
    journal = journal.sessions(loaded, "rdl 4x12 @20")

    assert is_heavy(index, journal, on=60) is heavy


def test_until_the_goal_begins_the_card_says_why(index: Index) -> None:
    before = reason_of(today(index, lifter(goal="strength"), 0), "D14")

    assert before is not None
    assert "shapes the dose after 8 weeks with load; 0 so far." in before.text
    assert reason_of(today(index, lifter(), 0), "D14") is None
    after = experienced("kb", "rdl", goal="strength")
    told = reason_of(today(index, after, WEEK_13), "D14")
    assert told is None or "weeks with load" not in told.text


@pytest.mark.parametrize(
    ("logged", "drill"), [((), KB), ((56,), RDL), ((56, 58), "kettlebell-swing")]
)
def test_the_goals_week_is_deadlift_rdl_swing_in_this_order(
    index: Index, logged: tuple[int, ...], drill: str
) -> None:
    journal = in_turn().setup(50, days=MON_WED_FRI)
    for on, done in zip(logged, ("kb", "rdl"), strict=False):
        journal = journal.session(on, f"{done} 8 @20")

    main = rotation.pick(state_on(index, journal, 60)).main

    assert main.id == drill


def test_a_day_whose_drill_is_not_open_takes_the_next_open_one(index: Index) -> None:
    journal = in_turn("kb", "rdl").setup(50, days=MON_WED_FRI)
    journal = journal.session(56, "kb 8 @20").session(58, "rdl 8 @20")

    main = rotation.pick(state_on(index, journal, 60)).main

    assert main.id == KB


@pytest.mark.parametrize("days", [("mon", "thu"), ("wed",)])
def test_with_fewer_loaded_days_than_families_the_mains_take_turns_over_the_weeks(
    index: Index, days: tuple[Any, ...]
) -> None:
    journal, mains = in_turn().setup(50, days=days), []
    for week in range(3):
        for weekday in days:
            on = WEEK_13 + 7 * week + {"mon": 0, "wed": 2, "thu": 3}[weekday]
            main = rotation.pick(state_on(index, journal, on)).main
            mains.append(main.family)
            journal = journal.session(on, f"{main.id} 8 @20")

    assert mains == (["deadlift", "rdl", "swing"] * 2)[: len(mains)]


@pytest.mark.parametrize(("last", "first"), [(46, "deadlift"), (32, "swing")])
def test_what_two_weeks_had_none_of_comes_first(index: Index, last: int, first: str) -> None:
    journal = lifter(*STRONG, goal="strength", equipment=("kettlebell",), days=MON_WED_FRI)
    for week in range(8):
        journal = journal.session(7 * week, "kb 8 @20").session(7 * week + 2, "rdl 8 @20")
    journal = journal.session(last, "swing 5x5 @20")

    assert rotation.pick(state_on(index, journal, WEEK_13)).main.family == first


def test_the_first_few_reps_name_no_weight_to_come_that_is_there_already(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", goal="strength", equipment=("dowel", "dumbbells"))
    journal = journal.sessions(range(0, WEEK_13, 7), "rdl 4x12 @20").session(WEEK_13, "kb 8 @20")

    decision = today(index, journal, WEEK_13 + 2)

    told = [reason.text for reason in decision.reasons]
    assert "Romanian deadlift: sets of 3-5 now, 20 kg → 22 kg." in told
    assert not any("22 kg after" in text for text in told)


@pytest.mark.parametrize(("on", "said"), [(WEEK_13, False), (WEEK_13 + 2, True)])
def test_the_goals_dose_is_told_of_the_main_drill_alone(index: Index, on: int, said: bool) -> None:
    journal = lifter("kb", "rdl", "sl", goal="strength", equipment=("dowel", "dumbbells"))
    journal = journal.sessions(range(0, WEEK_13, 7), "rdl 4x12 @20").session(51, "sl 2x6")
    journal = journal.session(WEEK_13, "kb 8 @20") if on > WEEK_13 else journal

    decision = today(index, journal, on)

    assert any(block.drill == RDL for block in decision.blocks)
    told = [reason.text for reason in decision.reasons]
    assert any("Romanian deadlift in sets of 3-5" in text for text in told) is said
