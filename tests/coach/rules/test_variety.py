"""D15: varied practice days, an outgrown weight, and life without any weight."""

from itertools import groupby

import pytest
from msgspec.structs import replace

from coach.rules.trained import practised
from factories import Journal, dose, lifter, main_block, reason_of, sets, state_on, today
from hingecli.coach.day.decide import decide
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.practice import variant_due

# --- D15: varied practice days ---


@pytest.mark.parametrize(
    ("times", "variant", "drill"),
    [
        (0, "far-wall", "wall-hinge"),
        (1, "slow-dowel", "dowel-hinge"),
        (2, "kickstand", "wall-hinge"),
        (3, "eyes-closed", "dowel-hinge"),
        (4, "far-wall", "wall-hinge"),
    ],
)
def test_once_loaded_practice_days_take_four_variants_in_turn(
    index: Index, times: int, variant: str, drill: str
) -> None:
    journal, on = practised(times)

    (block,) = today(index, journal, on).blocks

    assert (block.variant, block.drill, block.purpose) == (variant, drill, "main")


def test_a_varied_practice_day_is_short_and_says_why(index: Index) -> None:
    decision = today(index, lifter().session(0, "kb 3x8"), 1)

    assert decision.kind == "practice"
    assert decision.minutes <= 5
    assert decision.reasons[0].rule.startswith("D15")
    assert "farthest" in decision.title
    assert any(text.startswith("Next load: tomorrow") for text in decision.say)


def test_the_slow_dowel_takes_five_seconds_down(index: Index) -> None:
    journal, on = practised(1)

    assert main_block(today(index, journal, on)).tempo.down == 5


FAR_WALL = replace(sets("wall 10")[0], variant="far-wall")
LOAD = sets("kb 2x8")


@pytest.mark.parametrize(
    ("done", "then"),
    [
        ((FAR_WALL,), "slow-dowel"),
        ((FAR_WALL, *LOAD), "slow-dowel"),
        ((replace(FAR_WALL, clean=None), *LOAD), "slow-dowel"),
        ((FAR_WALL, *LOAD, *sets("wall 10")), "slow-dowel"),
        (LOAD, "far-wall"),
        ((*sets("wall 10"), *LOAD), "far-wall"),
        ((*LOAD, replace(LOAD[0], variant="slow")), "far-wall"),
    ],
)
def test_a_variation_is_over_also_where_load_came_on_top(
    index: Index, done: tuple[SetRecord, ...], then: str
) -> None:
    journal = lifter().session(0, "kb 3x8").with_sets(1, *done)

    due = variant_due(state_on(index, journal, 2))

    assert due is not None
    assert due.id == then


def test_the_set_of_a_rest_day_takes_no_turn_with_load_on_top_either(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").session(1, "wall 2x10").session(2, "kb 3x8")
    rest = today(index, journal, 3)
    (block,) = rest.blocks
    shown = replace(sets("wall 10")[0], drill=block.drill, variant=block.variant)

    after = journal.with_sets(3, shown, *LOAD)

    assert (rest.kind, block.variant) == ("rest", "kickstand")
    turns = state_on(index, journal, 3).variant_turns
    assert state_on(index, after, 3).variant_turns == turns


# --- D4: practice that varies before the first load ---


def plain(times: int, *words: str) -> Journal:
    """A learner of the wall, far from clean, on `times` days; then the sets `words`."""
    journal = Journal().sessions(range(times), "wall 3x8/10")
    return journal.session(times, *words) if words else journal


def varied(index: Index, journal: Journal, on: int) -> str | None:
    return main_block(today(index, journal, on)).variant


@pytest.mark.parametrize(
    ("days", "variant"), [(0, None), (4, None), (5, "slow-wall"), (6, None), (11, "slow-wall")]
)
def test_every_sixth_day_of_the_wall_is_five_seconds_down(
    index: Index, days: int, variant: str | None
) -> None:
    journal = plain(days)

    assert varied(index, journal, days) == variant
    if variant:
        block = main_block(today(index, journal, days))
        assert (block.drill, block.sets, block.tempo.down) == ("wall-hinge", 3, 5)


def test_a_varied_day_that_was_not_done_waits(index: Index) -> None:
    assert varied(index, plain(5), 20) == "slow-wall"


def test_the_slow_wall_says_why_and_keeps_the_goal_of_the_day(index: Index) -> None:
    decision = today(index, plain(5), 5)

    told = reason_of(decision, "D15")
    assert told is not None
    assert told.text == "5 days of the same behind you, so a varied one: wall hinge, 5 s down."
    assert reason_of(decision, "D4") is not None
    assert decision.done_today.goal == (50, 100)


def test_a_test_neither_counts_nor_ends_a_row_of_plain_days(index: Index) -> None:
    tested = Journal().sessions((0, 1), "wall 3x10").session(2, "wall 17/18")

    assert state_on(index, tested.sessions((3, 4), "wall 3x8/10"), 5).plain_days == 4


def test_a_test_takes_no_variations_turn(index: Index) -> None:
    journal = plain(4).session(4, "wall 3x10").session(5, "wall 8").session(6, "wall 3x10")

    assert today(index, journal, 7).kind == "test"
    assert state_on(index, journal.session(7, "wall 17/18"), 8).variant_turns == 1


def test_the_practice_that_a_row_of_tests_asks_for_is_not_varied(index: Index) -> None:
    tested = Journal().sessions((0, 1), "wall 3x10").sessions((2, 5, 8), "wall 17/18")

    for on in (11, 12, 13):
        assert varied(index, tested.sessions(range(11, on), "wall 3x10"), on) is None


@pytest.mark.parametrize(("before", "variant"), [(6, None), (7, "slow-wall")])
def test_not_even_that_practice_is_the_same_more_than_seven_days_running(
    index: Index, before: int, variant: str | None
) -> None:
    state = state_on(index, plain(4), 4)
    state.tests.practice_left, state.plain_days = 2, before

    block = main_block(decide(state))

    assert block.variant == variant


@pytest.mark.parametrize("easy", ["a hold", "a bad morning"])
def test_what_pain_leaves_is_no_practice_day(index: Index, easy: str) -> None:
    score = 5 if easy == "a hold" else 3
    journal = plain(5).morning(5, score).session(5, "wall 2x8")

    state = state_on(index, journal, 6)

    assert (state.plain_days, state.variant_turns) == (5, 0)


def test_who_loads_before_the_dowel_opened_still_learns_the_wall(index: Index) -> None:
    opened = Journal().override(0, "kb").session(0, "kb 3x8")
    again = opened.session(1, "wall 3x10").session(2, "kb 3x8").session(3, "wall 3x10")

    assert dose(today(index, opened, 1))[0] == "wall-hinge"
    assert varied(index, opened, 1) is None
    assert today(index, again, 4).kind == "test"


@pytest.mark.parametrize(
    ("days", "variant"),
    [(0, None), (1, None), (2, "far-wall"), (3, None), (5, "slow-dowel"), (8, "kickstand")],
)
def test_once_twenty_in_a_row_stand_every_third_practice_day_is_varied(
    index: Index, days: int, variant: str | None
) -> None:
    journal = Journal().sessions((0, 1), "wall 20").sessions(range(2, 2 + days), "dowel 3x10")

    assert varied(index, journal, 2 + days) == variant


def test_with_the_long_set_still_to_come_it_is_every_sixth(index: Index) -> None:
    journal = Journal().session(0, "wall 20").sessions(range(1, 6), "dowel 3x10")

    assert varied(index, journal, 6) == "slow-wall"
    assert varied(index, journal, 5) is None


def test_a_variation_done_as_a_full_dose_is_over_too(index: Index) -> None:
    journal = Journal().sessions((0, 1), "wall 20").sessions((2, 3, 4), "dowel 3x10")

    assert varied(index, journal, 5) is None


@pytest.mark.parametrize("words", ["wall 3x8/10", "wall 3x10"])
def test_nobody_has_the_same_card_more_than_seven_days_running(index: Index, words: str) -> None:
    journal, cards = Journal(), []
    for on in range(28):
        decision = today(index, journal, on)
        cards.append(decision.blocks)
        journal = journal.session(on, "wall 17/18" if decision.kind == "test" else words)

    runs = [len(list(run)) for _, run in groupby(cards)]
    assert max(runs) <= 7
