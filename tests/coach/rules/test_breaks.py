"""Days without load: what they take away, the re-check, and how the load comes back."""

from decimal import Decimal

import pytest

from coach.rules.trained import RDL, away, load_and_sets
from factories import lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription

# --- how much ---


@pytest.mark.parametrize(
    ("days", "load", "sets"),
    [
        (1, 40, 3),
        (9, 40, 3),
        (10, 36, 2),
        (14, 36, 2),
        (15, 32, 2),
        (28, 32, 2),
        (29, 28, 3),
        (84, 28, 3),
        (85, 20, 2),
        (400, 20, 2),
    ],
)
def test_a_break_takes_load_and_sets_by_its_days(
    index: Index, days: int, load: int, sets: int
) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40")
    if days >= 15:
        journal = journal.session(days, "dowel 3x10")

    assert load_and_sets(index, journal, days) == (load, sets)


def test_a_break_says_how_long_it_was_and_what_it_means(index: Index) -> None:
    journal, on = away(10)

    told = reason_of(today(index, journal, on), "Break")

    assert told is not None
    assert "10 days without load" in told.text
    assert "40 kg → 36 kg, fewer sets" in told.text


def test_unlocks_stay_through_any_break(index: Index) -> None:
    before = state_on(index, lifter("rdl").session(0, "rdl 3x8"), 1).unlocks

    assert state_on(index, lifter("rdl").session(0, "rdl 3x8"), 900).unlocks == before


def test_paused_days_count_as_days_without_load(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40").pause(1, until=9)

    assert load_and_sets(index, journal, 10) == (36, 2)


def test_wall_practice_does_not_shorten_a_break(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40").sessions(range(1, 15), "wall 3x10")

    assert today(index, journal, 15).kind == "recheck"


def test_a_logged_locked_drill_ends_a_break(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40").session(10, "bb 3x5")

    assert today(index, journal, 16).kind == "load"


# --- coming back ---


def test_after_a_short_break_one_session_is_lighter_then_the_load_returns(index: Index) -> None:
    journal, on = away(10)
    back = journal.session(on, "rdl 2x8 @36")

    decision = today(index, back, on + 2)

    assert main_block(decision).load_kg == 40
    told = reason_of(decision, "Break")
    assert told is not None
    assert "back to 40 kg" in told.text


@pytest.mark.parametrize(("words", "load"), [("rdl 2x9/10 @36", 40), ("rdl 2x8/10 @36", 36)])
def test_the_load_returns_only_after_ninety_percent_clean(
    index: Index, words: str, load: int
) -> None:
    journal, on = away(10)

    assert load_and_sets(index, journal.session(on, words), on + 2)[0] == load


def test_two_to_four_weeks_away_take_two_weeks_with_half_then_seventy_percent_of_the_sets(
    index: Index,
) -> None:
    journal, on = away(20)
    back = journal.session(on, "rdl 2x8 @32")

    first = load_and_sets(index, back, on + 2)
    second = load_and_sets(index, back.session(on + 3, "rdl 2x8 @32"), on + 7)
    done = back.session(on + 3, "rdl 2x8 @32").session(on + 9, "rdl 2x8 @32")

    assert first == (32, 2)
    assert second == (32, 3)
    assert load_and_sets(index, done, on + 14) == (40, 4)


@pytest.mark.parametrize(("week", "load"), [(0, 28), (1, 32), (2, 36), (3, 40), (4, 40)])
def test_after_months_the_load_comes_back_by_the_week(index: Index, week: int, load: int) -> None:
    journal, on = away(40)
    for number in range(week + 1):
        journal = journal.session(on + 7 * number, "rdl 3x8 @28")

    assert load_and_sets(index, journal, on + 7 * week + 2)[0] == load


def test_a_break_begins_the_row_of_top_sessions_anew(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x12 @40").morning(1, 0)

    state = state_on(index, journal.session(10, "rdl 3x12 @36"), 10)

    assert state.lifts[RDL].work.tops == ()


@pytest.mark.parametrize("days", [16, 42])
def test_lighter_sessions_of_a_return_earn_no_more_than_the_load_before(
    index: Index, days: int
) -> None:
    journal = lifter("rdl", start=-56, equipment=("dumbbells",)).session(0, "rdl 3x8 @6")
    journal = journal.session(days - 1, "dowel 3x10")
    loads = []
    for on in range(days, days + 45, 3):
        block = main_block(today(index, journal, on))
        if block.drill != RDL:
            break
        loads.append(block.load_kg or Decimal(0))
        words = f"rdl {block.sets}x15 @{block.load_kg}"
        journal = journal.session(on, words).morning(on + 1, 0)

    assert loads[0] == 4
    assert loads.count(Decimal(6)) >= 2


def test_a_second_short_break_does_not_lift_more_than_the_first_return(index: Index) -> None:
    journal, on = away(40)
    back = journal.session(on, "rdl 3x8 @28")

    assert load_and_sets(index, back, on + 9)[0] == 32
    assert load_and_sets(index, back.session(on + 9, "rdl 3x8 @32"), on + 11)[0] == 32


def test_a_longer_second_break_counts_from_the_load_before_the_first(index: Index) -> None:
    journal, on = away(10)
    back = journal.session(on, "rdl 2x8 @36")

    assert load_and_sets(index, back.session(on + 19, "dowel 10"), on + 20)[0] == 32


def test_a_heavier_log_than_before_the_break_is_the_new_load(index: Index) -> None:
    journal, on = away(10)

    assert load_and_sets(index, journal.session(on, "rdl 3x8 @42"), on + 2)[0] == 42


# --- where weights are coarse ---


@pytest.mark.parametrize(
    ("days", "bells", "load", "sets", "reps"),
    [
        (10, (12, 16), 12, 2, 9),
        (10, (8, 16), 16, 2, 7),
        (10, (16,), 16, 2, 7),
        (20, (12, 16), 12, 2, 9),
        (40, (8, 12, 16), 12, 3, 9),
        (40, (4, 16), 16, 2, 7),
        (86, (8, 12, 16), 8, 2, 9),
    ],
)
def test_without_a_weight_within_twenty_percent_sets_and_reps_go_down(
    index: Index, days: int, bells: tuple[int, ...], load: int, sets: int, reps: int
) -> None:
    journal = lifter("kb", bells=bells).session(0, "kb 3x8 @16")
    if days >= 15:
        journal = journal.session(days - 1, "dowel 3x10")

    block = main_block(today(index, journal, days))

    assert (block.load_kg, block.sets, block.reps) == (Decimal(load), sets, reps)


def test_keeping_the_weight_says_so(index: Index) -> None:
    journal = lifter("kb", bells=(16,)).session(0, "kb 3x8 @16")

    told = reason_of(today(index, journal, 10), "Break")

    assert told is not None
    assert "no lighter weight is near, so 16 kg and fewer sets and reps" in told.text


def test_a_second_drill_loses_a_set_to_a_break_too(index: Index) -> None:
    journal = lifter("kb", "rdl", start=-56, bells=(16,)).session(0, "rdl 4x8 @16", "kb 2x8 @16")

    decision = today(index, journal.session(2, "kb 4x8 @16", "rdl 2x8 @16"), 12)

    blocks = decision.blocks
    told = [reason.text for reason in decision.reasons if reason.rule == "Break"]

    assert [(block.purpose, block.sets) for block in blocks][1:] == [("main", 2), ("second", 1)]
    assert [text.endswith("so 16 kg and fewer sets and reps.") for text in told] == [True, True]


def test_a_weight_far_from_what_a_cut_asks_for_takes_sets_and_reps_off_too(index: Index) -> None:
    journal = lifter("bb", start=-56).session(0, "bb 4x12 @22.5").session(101, "dowel 3x10")

    decision = today(index, journal, 102)

    block, told = main_block(decision), reason_of(decision, "Break")
    assert (block.load_kg, block.sets, block.reps) == (Decimal(20), 2, 10)
    assert told is not None
    assert "22.5 kg → 20 kg, fewer sets and reps" in told.text


def test_the_return_of_a_load_is_told_in_the_last_week_too(index: Index) -> None:
    journal, on = away(40)
    for number in range(3):
        journal = journal.session(on + 7 * number, "rdl 3x8 @32")

    decision = today(index, journal, on + 21)

    told = reason_of(decision, "Break")
    assert main_block(decision).load_kg == Decimal(40)
    assert told is not None
    assert "back to 40 kg" in told.text


@pytest.mark.parametrize(("on", "sets"), [(23, 2), (26, 2), (29, 2), (32, 3), (35, 3), (38, 4)])
def test_a_return_takes_its_two_weeks_where_the_weight_is_kept(
    index: Index, on: int, sets: int
) -> None:
    journal = lifter("kb", bells=(16,), start=-56).session(0, "kb 3x10 @16").session(22, "dowel 10")
    for number in range(23, on, 3):
        block = main_block(today(index, journal, number))
        journal = journal.session(number, f"kb {block.sets}x{block.reps} @16")

    advised = prescription.advise(state_on(index, journal, on), "kettlebell-deadlift")

    assert (advised.load_kg, advised.sets) == (Decimal(16), sets)


# --- said once ---


def test_what_takes_load_away_is_said_once_a_day_and_the_break_once(index: Index) -> None:
    two = lifter("kb", "rdl", equipment=("dumbbells",)).sessions(
        (0, 3), "kb 3x8 @20", "rdl 2x8 @20"
    )
    back = two.session(23, "dowel 10").session(23, "kb 2x8 @16", "rdl 1x8 @16")

    first = [reason.text for reason in today(index, two.session(23, "dowel 10"), 23).reasons]
    second = [reason.text for reason in today(index, back, 26).reasons]

    assert sum("20 days without load" in text for text in first) == 1
    assert not any("days without load" in text for text in second)
    assert sum("Step 1 of 2 back after the break" in text for text in second) == 1
