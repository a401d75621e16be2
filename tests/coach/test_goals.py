"""D14 and D15: the goal's dose and week, varied practice days, and an outgrown weight."""

from typing import Any

import pytest

from factories import Journal, dose, lifter, main_block, reason_of, state_on, today
from hingecli.coach import advice, goals, rotation
from hingecli.coach.events import Goal
from hingecli.coach.protocol import Index
from hingecli.coach.state import State

KB = "kettlebell-deadlift"
RDL = "romanian-deadlift"
WEEK_13 = 56


def experienced(*drills: str, on: int = WEEK_13, **answers: Any) -> Journal:
    """A lifter whose first loaded day was day 0 and who trained until the week before `on`."""
    journal = lifter(*drills, **answers).session(0, "kb 3x8")
    return journal.sessions(range(on - 17, on - 6, 5), *(f"{drill} 8" for drill in drills))


def dose_of(index: Index, journal: Journal, drill: str, *, on: int = WEEK_13) -> Any:
    advised = advice.advise(state_on(index, journal, on), drill)
    return advised.sets, advised.reps_range, advised.rest_s


# --- D14: by goal ---


@pytest.mark.parametrize(("on", "begun"), [(WEEK_13 - 1, False), (WEEK_13, True)])
def test_the_goal_shapes_the_dose_from_load_week_thirteen(
    index: Index, on: int, begun: bool
) -> None:
    journal = lifter("kb", "rdl", goal="hypertrophy").session(0, "kb 3x8")

    assert goals.begun(state_on(index, journal, on)) is begun


def test_without_a_goal_the_dose_goes_on(index: Index) -> None:
    assert dose_of(index, experienced("kb"), KB) == (4, (8, 12), 90)


@pytest.mark.parametrize(
    ("goal", "drill", "expected"),
    [
        ("hypertrophy", KB, (4, (8, 12), 90)),
        ("hypertrophy", "kettlebell-swing", (5, (5, 10), 60)),
        ("athletic", "kettlebell-swing", (5, (3, 5), 150)),
        ("athletic", KB, (4, (8, 12), 90)),
        ("strength", KB, (3, (3, 5), 180)),
        ("strength", "kettlebell-swing", (5, (5, 10), 60)),
    ],
)
def test_each_goal_has_its_dose(
    index: Index, goal: Goal, drill: str, expected: tuple[int, tuple[int, int], int]
) -> None:
    journal = experienced("kb", "rdl", "swing", goal=goal, equipment=("kettlebell",))

    assert dose_of(index, journal, drill) == expected


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
    journal = lifter(*drills, goal="strength", equipment=equipment).sessions((0, 50), "kb 8")

    state = state_on(index, journal, WEEK_13)

    assert (goals.dose_for(state, index.rungs[KB]) is not None) is heavy


@pytest.mark.parametrize(("loaded", "heavy"), [((56,), True), ((56, 58), False)])
def test_heavy_at_most_twice_a_week(index: Index, loaded: tuple[int, ...], heavy: bool) -> None:
    journal = lifter("kb", "rdl", "swing", goal="strength").session(0, "kb 8")
    journal = journal.sessions(loaded, "kb 8")

    state = state_on(index, journal, 60)

    assert (goals.dose_for(state, index.rungs[KB]) is not None) is heavy


def test_until_the_goal_begins_the_card_says_why(index: Index) -> None:
    before = reason_of(today(index, lifter(goal="strength"), 0), "D14")

    assert before is not None
    assert "from load week 13; this is 5" in before.text
    assert reason_of(today(index, lifter(), 0), "D14") is None
    after = experienced("kb", "rdl", goal="strength")
    told = reason_of(today(index, after, WEEK_13), "D14")
    assert told is None or "from load week" not in told.text


@pytest.mark.parametrize(
    ("logged", "drill"), [((), KB), ((56,), RDL), ((56, 58), "kettlebell-swing")]
)
def test_the_goals_week_is_deadlift_rdl_swing_in_this_order(
    index: Index, logged: tuple[int, ...], drill: str
) -> None:
    journal = experienced("kb", "rdl", "swing", goal="strength", equipment=("kettlebell",))
    journal = journal.sessions(logged, "kb 8")

    main, _ = rotation.pick(state_on(index, journal, 60))

    assert main.id == drill


def test_a_day_whose_drill_is_not_open_takes_the_next_open_one(index: Index) -> None:
    journal = experienced("kb", "rdl", goal="strength").sessions((56, 58), "kb 8")

    main, _ = rotation.pick(state_on(index, journal, 60))

    assert main.id == KB


# --- D15: varied practice days ---


def practised(times: int) -> tuple[Journal, int]:
    """A lifter with a load on Mondays and practice on `times` Tuesdays; the next Tuesday."""
    journal = lifter().session(0, "kb 3x8")
    for week in range(times):
        journal = journal.session(7 * week + 1, "wall 2x10").session(7 * week + 7, "kb 3x8")
    return journal, 7 * times + 1


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


# --- D15: an outgrown weight ---


def tops(count: int, *, bells: tuple[int, ...] = (16,)) -> tuple[Journal, int]:
    """A lifter with `count` answered sessions at the top of one bell; a day after them."""
    journal = lifter("kb", "sl", bells=bells).sessions((0, 0), "sl 8")
    for number in range(count):
        on = 2 + 3 * number
        journal = journal.session(on, "kb 3x12 @16").morning(on + 1, 0)
    return journal, 2 + 3 * count


def outgrown(index: Index, count: int, *, bells: tuple[int, ...] = (16,)) -> State:
    journal, on = tops(count, bells=bells)
    return state_on(index, journal, on)


@pytest.mark.parametrize(
    ("top_days", "change"),
    [
        (1, None),
        (2, "down"),
        (3, "down"),
        (4, "pause"),
        (5, "pause"),
        (6, "set"),
        (7, "set"),
        (8, "single-leg"),
        (12, "single-leg"),
    ],
)
def test_the_heaviest_weight_outgrown_is_varied_in_turn(
    index: Index, top_days: int, change: str | None
) -> None:
    state = outgrown(index, top_days)

    light = goals.outgrown(state, KB)

    found = None
    if light is not None:
        own = index.rungs[KB].tempo
        if light.tempo is not None:
            found = "down" if light.tempo.down != own.down else "pause"
        else:
            found = "set" if light.sets_more else "single-leg"
        assert "For strength you need more weight" in light.reason.text
    assert found == change


def test_a_slow_lowering_takes_three_seconds_and_a_pause_two(index: Index) -> None:
    slow = advice.advise(outgrown(index, 2), KB)
    still = advice.advise(outgrown(index, 4), KB)

    assert slow.tempo is not None
    assert slow.tempo.down == 3
    assert still.tempo is not None
    assert still.tempo.pause == 2


def test_one_more_set_is_one_more_than_usual(index: Index) -> None:
    usual, more = advice.advise(outgrown(index, 1), KB), advice.advise(outgrown(index, 6), KB)

    assert (usual.sets, more.sets) == (3, 5)


def test_at_last_single_leg_comes_first(index: Index) -> None:
    def main(count: int) -> str:
        journal, on = tops(count)
        turned = journal.session(on, "sl 8").session(on + 2, "rdl 8")
        return rotation.pick(state_on(index, turned, on + 4))[0].id

    assert (main(7), main(8)) == (KB, "single-leg-rdl")


def test_a_person_without_single_leg_keeps_the_deadlift(index: Index) -> None:
    journal = lifter("kb", bells=(16,))
    for number in range(8):
        journal = journal.session(3 * number, "kb 3x12 @16").morning(3 * number + 1, 0)
    turned = journal.session(24, "rdl 8")

    assert dose(today(index, turned, 26))[0] == KB


def test_a_weight_with_a_heavier_one_is_not_outgrown(index: Index) -> None:
    assert goals.outgrown(outgrown(index, 4, bells=(16, 20)), KB) is None


def test_body_weight_is_not_outgrown(index: Index) -> None:
    state = state_on(index, lifter("jump").sessions((0, 3, 6), "jump 3x12"), 9)

    assert goals.outgrown(state, "broad-jump") is None


# --- the goal's week, as the plan shows it ---


def test_the_week_of_the_goal_lies_on_the_chosen_days(index: Index) -> None:
    journal = experienced("kb", "rdl", "swing", goal="strength", equipment=("kettlebell",))
    chosen = journal.setup(1, days=("fri", "mon"))

    default = rotation.week_of_the_goal(state_on(index, journal, WEEK_13))
    own = rotation.week_of_the_goal(state_on(index, chosen, WEEK_13))

    assert [(one.weekday, one.drill) for one in default] == [
        ("Monday", KB),
        ("Wednesday", RDL),
        ("Friday", "kettlebell-swing"),
    ]
    assert [(one.weekday, one.drill) for one in own] == [("Monday", KB), ("Friday", RDL)]


def test_the_week_of_the_goal_carries_its_doses(index: Index) -> None:
    journal = experienced("kb", "rdl", "swing", goal="athletic", equipment=("kettlebell",))

    monday, _, friday = rotation.week_of_the_goal(state_on(index, journal, WEEK_13))

    assert (monday.sets, monday.reps, monday.rest_s) == (4, (8, 12), 90)
    assert (friday.sets, friday.reps, friday.rest_s) == (5, (3, 5), 150)


def test_without_a_loaded_drill_there_is_no_week_of_the_goal(index: Index) -> None:
    assert rotation.week_of_the_goal(state_on(index, Journal(), 0)) == ()
