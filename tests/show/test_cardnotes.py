"""What the card says of last week, of the test and of the next weight."""

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from hingecli.coach.day.load_notes import NEXT_LOAD
from hingecli.coach.results import LastWeek, Moved, NextTest
from hingecli.coach.rules.wall_test import NEXT_TEST
from hingecli.show import card
from show import kinds, samples
from show.kinds import changed, told


def test_safety_comes_before_all_other_sentences() -> None:
    reasons = (
        samples.ruled("override", "You opened it yourself: I know it."),
        samples.ruled("early_morning", "No hinges in the first 2 hours after getting up."),
    )

    lines = told(changed(kinds.practice(), reasons=reasons, say=("Slowly.",))).splitlines()

    assert lines[4:7] == [
        "▲ No hinges in the first 2 hours after getting up.",
        "› You opened it yourself: I know it.",
        "› Slowly.",
    ]


def with_test_ahead(*, best: int) -> card.Card:
    ahead = NextTest(best=best, best_said=f"Best run {best} of 20.", when="Next test Thursday.")
    reasons = (samples.ruled("test", ahead.text, topic=NEXT_TEST),)
    return changed(kinds.practice(), reasons=reasons, test_ahead=ahead)


def test_the_best_run_is_said_once() -> None:
    text = told(with_test_ahead(best=12))

    assert text.count("est run 12 of 20") == 1
    assert "             Next test Thursday." in text


def test_a_best_run_that_the_gate_does_not_count_is_said() -> None:
    text = told(with_test_ahead(best=20))

    assert "best run 12 of 20" in text
    assert "             Best run 20 of 20. Next test Thursday." in text


def with_last_week(**changes: object) -> card.Card:
    moved = Moved(
        drill="kettlebell-deadlift",
        name="kettlebell deadlift",
        from_kg=Decimal(12),
        to_kg=Decimal(16),
        from_reps=12,
        to_reps=8,
    )
    week = LastWeek(
        monday=date(2026, 11, 16),
        days=4,
        reps=110,
        clean_reps=101,
        clean_percent=91,
        opened=("dowel-hinge",),
        moved=(moved,),
    )
    one = kinds.practice()
    week = msgspec.structs.replace(week, **changes)
    return msgspec.structs.replace(one, today=msgspec.structs.replace(one.today, last_week=week))


def test_the_first_card_of_a_week_says_last_week_in_one_line() -> None:
    one = with_last_week()
    said = "Last week: 4 days, 91 % clean; dowel hinge opened; kettlebell deadlift 12 kg → 16 kg."

    assert f"✓ {said}" in told(one, width=100).splitlines()
    assert said in card.plain(one).splitlines()


def step(**changes: object) -> Moved:
    bare = Moved(drill="x", name="wall hinge", from_kg=None, to_kg=None, from_reps=10, to_reps=12)
    return msgspec.structs.replace(bare, **changes)


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (step(), "wall hinge 10 → 12 reps"),
        (step(from_kg=Decimal(8), to_kg=Decimal(8)), "wall hinge 10 → 12 reps at 8 kg"),
        (step(to_kg=Decimal(8)), "wall hinge no weight → 8 kg"),
        (step(from_reps=None), "wall hinge begun"),
    ],
)
def test_a_step_of_last_week_is_said_by_what_moved(moved: Moved, said: str) -> None:
    one = with_last_week(opened=(), moved=(moved,), clean_percent=None)

    assert f"Last week: 4 days; {said}." in card.plain(one)


def test_as_many_steps_are_named_as_one_line_holds() -> None:
    names = ("wall hinge", "dowel hinge", "kettlebell deadlift")
    one = with_last_week(opened=(), moved=tuple(step(name=name) for name in names))

    (line,) = (line for line in told(one).splitlines() if "Last week" in line)

    assert line == ("✓ Last week: 4 days, 91 % clean; wall hinge 10 → 12 reps.")
    assert "kettlebell deadlift 10 → 12 reps." in card.plain(one)


def test_the_next_weight_has_a_row_of_its_own() -> None:
    reasons = (samples.ruled("load_up", "20 kg after 1 more day of 4 × 12.", topic=NEXT_LOAD),)
    one = changed(kinds.load(), reasons=reasons)

    assert "Next weight  20 kg after 1 more day of 4 × 12." in told(one).splitlines()
    assert told(one).count("20 kg after") == 1
    assert "Next weight: 20 kg after 1 more day of 4 × 12." in card.plain(one).splitlines()
