"""S8: the way back from a hold of one place is of what loads it."""

from decimal import Decimal

import pytest

from coach.rules.trained import BEFORE, DUMBBELLS, ONE_LEG, RDL, SWING, held, working
from factories import (
    Journal,
    day,
    lifter,
    reason_of,
    state_on,
    today,
)
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import rotation

# --- a hold of one place: the way back is of what loads it (S8) ---

SL = "single-leg-rdl"


def asked(index: Index, journal: Journal, on: int) -> dict[str, tuple[int, Decimal | None]]:
    """Return the sets and load of each loaded block of the day."""
    return {drill: (sets, load) for drill, sets, load in working(today(index, journal, on))}


def test_after_a_sore_ankle_only_what_loads_it_comes_back_by_halves(index: Index) -> None:
    ankle, knee = held(ONE_LEG, 4, where="ankle"), held(ONE_LEG, 4, where="knee")

    assert asked(index, ankle, 7) == {RDL: (3, Decimal(16)), SL: (1, None)}
    assert asked(index, knee, 7) == {RDL: (2, Decimal(14)), SL: (1, None)}


def test_the_card_names_what_is_on_the_way_back(index: Index) -> None:
    journal = held(ONE_LEG.setup(3, days=("mon", "wed", "fri")), 4, where="ankle")

    over, first = today(index, journal, 6), today(index, journal, 7)

    comes = reason_of(over, "S2 pain")
    assert comes is not None
    assert comes.text.endswith("is over. The single-leg RDL comes back over 2 easy days.")
    assert any("half the sets of the single-leg RDL" in why.text for why in first.reasons)
    assert not any("swings" in why.text for why in first.reasons)


def test_a_day_without_it_says_nothing_of_a_way_back(index: Index) -> None:
    alone = lifter("kb", "rdl", "sl", equipment=DUMBBELLS, without=(SL,))
    journal = alone.session(0, "kb 3x8 @20", "sl 3x6L 3x6R")

    assert reason_of(today(index, held(journal, 2, where="ankle"), 5), "S2 the way back") is None


@pytest.mark.parametrize(("words", "done"), [("sl 1x4L 1x4R", 1), ("kb 3x8 @20", 0)])
def test_a_step_of_it_is_a_day_with_what_it_is_for(index: Index, words: str, done: int) -> None:
    journal = held(ONE_LEG, 4, where="ankle").session(7, words, pain=0)

    back = state_on(index, journal, 7).way_back

    assert back is not None
    assert back.done == done


def test_who_never_did_what_loads_the_ankle_has_no_way_back(index: Index) -> None:
    assert state_on(index, held(BEFORE, 2, where="ankle"), 5).way_back is None


def test_what_does_not_load_the_ankle_earns_meanwhile(index: Index) -> None:
    journal = held(ONE_LEG, 4, where="ankle").session(7, "rdl 3x12 @16", "sl 2x6L 2x6R", pain=0)

    lifts = state_on(index, journal, 7).lifts

    assert len(lifts[RDL].work.tops) == 1
    assert lifts[SL].moved != day(7)


def test_a_new_drill_may_join_while_an_ankle_comes_back(index: Index) -> None:
    journal = lifter("kb", "sl", "swing", bells=(16,)).session(0, "kb 3x8 @16", pain=0)
    journal = journal.session(2, "sl 2x6L 2x6R", "kb 2x8 @16").session(4, "sl 2x6L 2x6R")

    joins = {
        where: SWING in rotation.joined(state_on(index, held(journal, 5, where=where), 9))
        for where in ("ankle", "knee")
    }

    assert joins == {"ankle": True, "knee": False}


def test_a_sore_ankle_on_the_way_back_of_all_begins_it_again_for_all(index: Index) -> None:
    journal = held(ONE_LEG, 4).session(7, "rdl 2x8 @14", pain=0)
    journal = held(journal, 12, where="ankle")

    back = state_on(index, journal, 14).way_back

    assert back is not None
    assert (back.done, back.drills == index.loaded, back.pain.where) == (0, True, None)


# --- the morning scores of a hold (S3) ---


def test_a_score_of_a_held_ankle_leaves_the_load_of_the_rest(index: Index) -> None:
    journal = ONE_LEG.session(4, "wall 5", pain=6, where="ankle").morning(6, 3)

    decision = today(index, journal, 7)

    assert today(index, journal, 6).kind != "hold"
    assert [block.sets for block in decision.blocks if block.drill == RDL] == [3]
    assert reason_of(decision, "S3") is None


def test_a_morning_beside_some_pain_that_came_often_is_like_any_other(index: Index) -> None:
    often = lifter("kb", "sl").sessions((0, 3, 6, 9, 12), "kb 3x8", pain=3, where="ankle")

    decision = today(index, often.morning(14, 3), 14)

    assert reason_of(decision, "S3") is not None
    assert [block.drill for block in decision.blocks] == ["wall-hinge"]


def test_the_morning_that_ends_a_hold_says_no_other_cut_than_the_way_back(index: Index) -> None:
    journal = BEFORE.session(2, "wall 5", pain=6).morning(3, 1).morning(4, 2)

    told = reason_of(today(index, journal, 4), "S3")

    assert told is not None
    assert told.text == (
        "Your morning score is 2: no load today; the way back begins with the next loaded day."
    )
