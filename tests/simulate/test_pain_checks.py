"""What must hold of pain: each invariant with a day that breaks it and one that does not."""

import pytest

from hingecli.coach.protocol.protocol import Index
from hingecli.simulate.checks import INVARIANTS
from simulate.past import WHY, Past, block

HELD = "no load during a hold"
SEEN = "no load while a professional is asked for"
MORNING = "no load on a bad morning"
BACK = "a gentle way back after a hold"
LESS = "a rung less after two amber days"
ASKS = "a hold asks how it is"
EXPLAINS = "a hold without an answer explains itself"


def lifting(index: Index) -> Past:
    """Somebody who has deadlifted 20 kg for eight, three times."""
    past = Past(index)
    for on in (0, 2, 4):
        past.does(on, "kb 4x8 @20", "rdl 2x8 @16")
    return past


def test_the_names_used_here_are_invariants() -> None:
    assert {HELD, SEEN, MORNING, BACK, LESS, ASKS, EXPLAINS} <= set(INVARIANTS)


@pytest.mark.parametrize(
    ("scores", "breaks"),
    [
        ((), True),
        ((2,), True),
        ((2, 2), False),
        ((2, 3, 2), True),
        ((2, 3, 2, 1), False),
    ],
    ids=["no score", "one green day", "two", "another between", "two after another"],
)
def test_a_red_session_holds_load_until_two_green_days(
    index: Index, scores: tuple[int, ...], breaks: bool
) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=5)
    for on, score in enumerate(scores, 8):
        past.morning(on, score)

    assert (HELD in past.breaks(13, "kb 2x8 @18")) is breaks


def test_a_red_morning_holds_the_load_of_its_day_and_of_the_next(index: Index) -> None:
    past = lifting(index).morning(7, 6)

    assert HELD in past.breaks(7, "kb 2x8 @18")
    assert HELD in past.breaks(8, "kb 2x8 @18")
    assert HELD not in past.breaks(8, "dowel 2x8", kind="practice")


def test_sharp_pain_is_red_whatever_its_score(index: Index) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=2, sharp=True)

    assert HELD in past.breaks(9, "kb 2x8 @18")


def test_two_greens_of_one_day_are_one_day(index: Index) -> None:
    past = lifting(index).morning(7, 6).morning(8, 1).logs(8, "wall 8", pain=1)

    assert HELD in past.breaks(9, "kb 2x8 @18")


@pytest.mark.parametrize(("usual", "breaks"), [(3, False), (None, True)])
def test_a_usual_three_is_green(index: Index, usual: int | None, breaks: bool) -> None:
    past = lifting(index).setup(usual_pain=usual).logs(7, "kb 4x8 @20", pain=6)
    past.morning(8, 3).morning(9, 3)

    assert (HELD in past.breaks(10, "kb 2x8 @18")) is breaks


def test_a_usual_four_is_green_only_after_a_yes(index: Index) -> None:
    past = lifting(index).setup(usual_pain=4).logs(7, "kb 4x8 @20", pain=6)
    past.morning(8, 4).morning(9, 4)

    assert HELD in past.breaks(10, "kb 2x8 @18")
    past.seen(10)
    assert HELD not in past.breaks(11, "kb 2x8 @18")


def test_pain_elsewhere_holds_only_what_loads_the_place(index: Index) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=6, where="ankle")

    assert HELD in past.breaks(9, "sl 2x6")
    assert HELD not in past.breaks(9, "kb 4x8 @20")


@pytest.mark.parametrize(("again", "breaks"), [(11, True), (15, False)])
def test_a_second_episode_within_a_week_asks_for_more_than_two_green_days(
    index: Index, again: int, breaks: bool
) -> None:
    past = lifting(index).morning(7, 5).morning(8, 1).morning(9, 1).sees(10, "practice")
    past.morning(again, 5).morning(again + 1, 1).morning(again + 2, 1)

    assert (SEEN in past.breaks(again + 3, "kb 2x8 @18")) is breaks


def test_a_red_score_four_days_into_a_hold_asks_for_a_professional(index: Index) -> None:
    past = lifting(index).morning(7, 6).morning(11, 6).morning(12, 1).morning(13, 1)

    assert SEEN in past.breaks(14, "kb 2x8 @18")
    past.seen(14)
    assert not {SEEN, HELD} & past.breaks(15, "kb 2x8 @18")


def test_two_green_weeks_with_four_scores_end_a_second_episode(index: Index) -> None:
    past = lifting(index).morning(7, 6).morning(11, 6)
    for on in (13, 15, 17):
        past.morning(on, 1)

    assert SEEN in past.breaks(25, "kb 2x8 @18")
    past.morning(25, 1)
    assert SEEN not in past.breaks(25, "kb 2x8 @18")


@pytest.mark.parametrize(("usual", "breaks"), [(0, True), (1, False)])
def test_a_morning_well_beyond_the_usual_has_no_load(
    index: Index, usual: int, breaks: bool
) -> None:
    past = lifting(index).setup(usual_pain=usual).morning(7, 2)

    assert (MORNING in past.breaks(7, "kb 4x8 @20")) is breaks


def test_a_bad_morning_is_over_the_next_day(index: Index) -> None:
    past = lifting(index).morning(7, 4)

    assert MORNING not in past.breaks(8, "kb 4x8 @20")


def recovered(index: Index) -> Past:
    """Somebody whose hold has just ended."""
    return lifting(index).logs(7, "kb 4x8 @20", pain=6).morning(8, 1).morning(9, 1)


@pytest.mark.parametrize(
    ("blocks", "breaks"),
    [
        (("kb 2x8 @18", "rdl 1x8 @14"), False),
        (("kb 4x8 @18",), True),
        (("kb 2x8 @20",), True),
        (("kb 2x6 @20",), True),
        (("kb 2x8 @18", "rdl 2x8 @14"), True),
        (("swing 2x5 @16",), True),
        (("sl 1x6",), True),
    ],
    ids=["half", "all sets", "all weight", "a weight near", "all of the second", "swing", "new"],
)
def test_the_way_back_is_half_the_sets_and_lighter(
    index: Index, blocks: tuple[str, ...], breaks: bool
) -> None:
    past = recovered(index).logs(3, "swing 5x5 @16")

    assert (BACK in past.breaks(10, *blocks)) is breaks


@pytest.mark.parametrize(("dose", "breaks"), [("kb 2x6 @16", False), ("kb 2x8 @16", True)])
def test_where_no_weight_is_near_two_reps_less_are_lighter(
    index: Index, dose: str, breaks: bool
) -> None:
    past = Past(index).setup(equipment=("kettlebell",), bells=(8, 16)).does(0, "kb 4x8 @16")
    past.morning(2, 6).morning(3, 1).morning(4, 1)

    assert (BACK in past.breaks(5, dose)) is breaks


def test_the_way_back_has_two_days(index: Index) -> None:
    past = recovered(index).does(10, "kb 2x8 @18", pain=1)

    assert BACK in past.breaks(12, "kb 4x8 @20")
    past.does(12, "kb 2x8 @18", pain=1)
    assert BACK not in past.breaks(14, "kb 4x8 @20")


def test_an_amber_day_begins_the_way_back_again(index: Index) -> None:
    past = recovered(index).does(10, "kb 2x8 @18").does(12, "kb 2x8 @18", pain=3)

    assert BACK in past.breaks(14, "kb 4x8 @20")
    past.does(14, "kb 2x8 @18").does(16, "kb 2x8 @18")
    assert BACK not in past.breaks(18, "kb 4x8 @20")


def test_without_a_load_before_the_hold_there_is_no_way_back(index: Index) -> None:
    past = Past(index).morning(7, 6).morning(8, 1).morning(9, 1)

    assert BACK not in past.breaks(10, "kb 3x8 @8")


def amber(index: Index) -> Past:
    """Somebody whose last two loaded days were amber."""
    past = lifting(index).does(7, "kb 4x8 @24", pain=3)
    return past.does(9, "kb 4x8 @24", pain=4)


def test_after_two_ambers_the_first_drill_is_light_and_short(index: Index) -> None:
    light = block(index, "kb 2x8 @20", variant="half-range")

    assert LESS not in amber(index).breaks(11, light)


@pytest.mark.parametrize(
    "wrong",
    [
        ("kb 3x8 @20", {"variant": "half-range"}),
        ("kb 2x8 @24", {"variant": "half-range"}),
        ("kb 2x8 @20", {}),
        ("rdl 2x8 @16", {"variant": "half-range"}),
    ],
    ids=["three sets", "more than its first weight", "full range", "another drill"],
)
def test_after_two_ambers_nothing_else_will_do(
    index: Index, wrong: tuple[str, dict[str, str]]
) -> None:
    words, changes = wrong

    assert LESS in amber(index).breaks(11, block(index, words, **changes))


def test_after_two_ambers_there_is_no_second_drill(index: Index) -> None:
    light = block(index, "kb 2x8 @20", variant="half-range")

    assert LESS in amber(index).breaks(11, light, "rdl 2x8 @16")


@pytest.mark.parametrize("pain", [2, None])
def test_a_session_without_amber_ends_the_rung_less(index: Index, pain: int | None) -> None:
    past = amber(index).does(11, "kb 2x8 @20", pain=pain)

    assert LESS not in past.breaks(13, "kb 4x8 @20")


def test_an_unanswered_hold_asks_every_day(index: Index) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=6)

    assert ASKS in past.breaks(9, kind="hold")
    assert ASKS not in past.breaks(9, kind="hold", ask="How is it?")
    assert ASKS not in past.breaks(9, kind="paused")
    past.morning(10, 1)
    assert ASKS not in past.breaks(10, kind="hold")


def test_a_hold_of_some_drills_is_named_beside_other_work(index: Index) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=6, where="ankle")
    name = index.rules.pain_during.name
    named = (WHY, type(WHY)(topic="pain_during", rule=name, text="Pain.", source="coach"))

    assert ASKS in past.breaks(9, "kb 4x8 @20")
    assert ASKS not in past.breaks(9, "kb 4x8 @20", reasons=named)


def test_two_weeks_without_an_answer_are_explained(index: Index) -> None:
    past = lifting(index).logs(7, "kb 4x8 @20", pain=6)
    usual, more = ("hinge morning",), ("hinge morning", "No score for two weeks.")
    past.sees(8, "hold", say=usual, ask="How is it?")

    assert EXPLAINS not in past.breaks(20, kind="hold", say=usual)
    assert EXPLAINS in past.breaks(21, kind="hold", say=usual)
    assert EXPLAINS not in past.breaks(21, kind="hold", say=more)
    past.morning(21, 5)
    assert EXPLAINS not in past.breaks(22, kind="hold", say=usual)
