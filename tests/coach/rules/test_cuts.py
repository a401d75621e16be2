"""D9: a load is held, then cut; then the drill goes back to the dowel."""

from decimal import Decimal
from typing import Any

import pytest

from coach.rules.trained import KB, next_load
from factories import Journal, dose, lifter, main_block, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import prescription

BELLS = (8, 12, 16, 20)


@pytest.mark.parametrize(
    ("words", "told", "load"),
    [
        ("rdl 3x8/10 @20", {}, 20),
        ("rdl 2x8/10 7/10 @20", {}, 18),
        ("rdl 3x8 @20", {"effort": 7}, 20),
        ("rdl 3x8 @20", {"effort": 8}, 18),
        ("rdl 3x8 @20", {"pain": 4}, 20),
        ("rdl 3x7 @20", {}, 20),
    ],
)
def test_a_weight_is_cut_by_ten_percent_when_it_was_too_much(
    index: Index, words: str, told: dict[str, Any], load: int
) -> None:
    assert next_load(index, lifter("rdl").session(0, words, **told), 2)[0] == load


@pytest.mark.parametrize(("days", "load"), [(1, 20), (2, 18)])
def test_sets_under_eight_twice_running_cut_the_weight(index: Index, days: int, load: int) -> None:
    journal = lifter("rdl").sessions(range(0, 3 * days, 3), "rdl 2x8 7 @20")

    assert next_load(index, journal, 3 * days)[0] == load


def test_few_reps_that_were_asked_for_cut_nothing(index: Index) -> None:
    heavy = lifter("rdl", equipment=("kettlebell",), bells=(16,))
    first = main_block(today(index, heavy, 1))
    assert (first.sets, first.reps) == (2, 6)
    journal = heavy.session(1, "rdl 2x6 @16").session(10, "dowel 10")
    short = main_block(today(index, journal, 11))
    assert (short.sets, short.reps) == (2, 4)

    journal = journal.session(11, "rdl 2x4 @16")

    assert reason_of(today(index, journal, 14), "D9") is None
    assert main_block(today(index, journal, 14)).drill == "romanian-deadlift"


def test_a_session_of_full_sets_between_forgives_the_short_one(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x7 @20").session(3, "rdl 3x8 @20")

    assert next_load(index, journal.session(6, "rdl 3x7 @20"), 9)[0] == 20


@pytest.mark.parametrize(
    ("words", "told", "says"),
    [
        ("rdl 3x5/10 @20", {}, "50 % clean last time"),
        ("rdl 3x8 @20", {"effort": 9}, "Effort 9 last time"),
    ],
)
def test_a_cut_says_why(index: Index, words: str, told: dict[str, Any], says: str) -> None:
    reason = reason_of(today(index, lifter("rdl").session(0, words, **told), 2), "D9")

    assert reason is not None
    assert says in reason.text
    assert "20 kg → 18 kg" in reason.text


def test_short_sets_say_how_often(index: Index) -> None:
    reason = reason_of(today(index, lifter("rdl").sessions((0, 3), "rdl 3x7 @20"), 6), "D9")

    assert reason is not None
    assert "Sets under 8 reps twice running" in reason.text


def test_a_cut_takes_one_bell(index: Index) -> None:
    assert next_load(index, lifter(bells=BELLS).session(0, "kb 3x5/10 @16"), 2)[0] == 12


def test_never_two_cuts_at_once(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x5/10 @20", effort=9).morning(2, 3)

    assert next_load(index, journal, 3)[0] == 18


FLOOR = lifter(bells=(16,)).session(0, "kb 3x5/10 @16")


def test_at_the_lightest_weight_sets_and_reps_go_first(index: Index) -> None:
    decision = today(index, FLOOR, 2)

    told = reason_of(decision, "D9")
    assert (main_block(decision).load_kg, dose(decision)) == (Decimal(16), (KB, 2, 6))
    assert told is not None
    assert "no lighter weight is near, so 16 kg and fewer sets and reps" in told.text


def test_if_that_is_too_much_as_well_the_day_is_a_dowel_day(index: Index) -> None:
    decision = today(index, FLOOR.session(2, "kb 2x3/6 @16"), 4)

    assert (decision.kind, dose(decision)[0]) == ("practice", "dowel-hinge")
    told = reason_of(decision, "D9")
    assert told is not None
    assert "no lighter weight is there, so back to the dowel hinge" in told.text


def test_who_loads_before_the_dowel_opened_goes_back_to_the_wall(index: Index) -> None:
    opened = Journal().override(0, "kb").setup(0, bells=(16,)).session(0, "kb 3x5/10 @16")
    too_much = opened.session(2, "kb 2x3/6 @16")

    decision = today(index, too_much, 4)
    after = today(index, too_much.session(4, "wall 3x10"), 7)

    told = reason_of(decision, "D9")
    assert told is not None
    assert "back to the wall hinge" in told.text
    assert dose(decision)[0] == "wall-hinge"
    assert dose(after)[0] == KB


def test_after_the_dowel_day_the_load_returns(index: Index) -> None:
    journal = FLOOR.session(2, "kb 2x3/6 @16").session(4, "dowel 3x10")

    assert dose(today(index, journal, 5))[0] == KB


@pytest.mark.parametrize(
    ("answers", "first", "loads"),
    [
        ({"equipment": ("dumbbells",)}, 10, (8, 6, 6)),
        ({"equipment": ("dumbbells",)}, 4, (2, 2)),
        ({"bells": (12, 16, 20)}, 20, (16, 12, 12)),
        ({"bells": (4, 12)}, 12, (12,)),
    ],
    ids=["half the first", "the lightest there is", "the lightest owned", "a bell under the half"],
)
def test_a_cut_never_goes_under_half_the_first_weight_nor_the_lightest(
    index: Index, answers: dict[str, Any], first: int, loads: tuple[int, ...]
) -> None:
    journal, on, found = lifter(**answers), 0, []
    load: Decimal | int | None = first
    for _ in loads:
        journal = journal.session(on, f"kb 3x5/10 @{load}")
        on += 2
        load = prescription.advise(state_on(index, journal, on), KB).load_kg
        found.append(load)

    assert tuple(found) == loads


def test_a_cut_is_over_after_its_session(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x5/10 @20").session(3, "rdl 3x8 @18")

    assert next_load(index, journal, 6)[0] == 18
    assert reason_of(today(index, journal, 6), "D9") is None


@pytest.mark.parametrize(
    ("words", "effort", "held"),
    [
        ("kb 2x5/6 @16", None, "83 % clean last time"),
        ("kb 2x8/9 @16", None, "89 % clean last time"),
        ("kb 2x9/10 @16", None, None),
        ("kb 2x6 @16", 7, "Effort 7 last time"),
        ("kb 2x6 @16", 6, None),
    ],
)
def test_fewer_sets_and_reps_stay_until_a_session_of_them_is_clean_and_easy(
    index: Index, words: str, effort: int | None, held: str | None
) -> None:
    """D9: where no weight could go down more of them would be a step up."""
    decision = today(index, FLOOR.session(2, words, effort=effort), 4)

    told = reason_of(decision, "D9")
    assert dose(decision) == ((KB, 2, 6) if held else (KB, 3, 8))
    assert (told is not None and held in told.text) if held else told is None


def test_a_session_that_only_stays_is_not_too_much_again(index: Index) -> None:
    stays = FLOOR.session(2, "kb 2x5/6 @16").session(4, "kb 2x3/6 @16")

    assert today(index, stays, 7).kind == "practice"  # the first under 80 % since: the dowel
    assert today(index, FLOOR.session(2, "kb 2x5/6 @16").session(4, "kb 2x5/6 @16"), 7).kind == (
        "load"
    )


def test_a_lighter_weight_is_answer_enough(index: Index) -> None:
    lighter = lifter("rdl").session(0, "rdl 3x5/10 @20").session(3, "rdl 3x7/8 @18")

    assert next_load(index, lighter, 6) == (18, 3, 8)
