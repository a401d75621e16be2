from decimal import Decimal
from typing import Any

import msgspec
import pytest

from hingecli.coach.log.events import Pain, SetRecord
from hingecli.coach.log.sessions import Sitting
from hingecli.show import history, sets
from show import samples
from show.screens import printed


def drawn(*sittings: Sitting, width: int = 80) -> str:
    return printed(
        history.render(
            sittings,
            index=samples.index(),
            today=samples.TODAY,
            mistakes=samples.mistakes(),
        ),
        width=width,
    )


def test_a_session_with_everything_told() -> None:
    assert drawn(samples.rich_sitting()).splitlines() == [
        "Today, Tue 24 Nov · 07:30                                40 clean of 42 · 4f9c2d",
        "  dowel hinge  10",
        "  kettlebell deadlift  8 at 35 lb, 7 of 8 at 35 lb",
        "  single-leg RDL  8 left, 7 of 8 right",
        "  noticed: lower back rounds × 2 · pain 2 in the low back · soreness 1",
        "  effort 5 · 32.5 cm from the wall",
        "  “felt [bold]good[/bold] today”",
    ]


def test_an_older_year_is_named() -> None:
    old = samples.sitting(day=samples.TODAY.replace(year=2024))

    assert drawn(old).startswith("Sun 24 Nov 2024 · 07:30")


def test_ids_are_shown_as_long_as_they_need_to_be() -> None:
    twins = (samples.sitting(id="abcdef1" + "0" * 25), samples.sitting(id="abcdef2" + "0" * 25))

    assert history.short_ids(twins) == ("abcdef1", "abcdef2")
    assert history.short_ids(twins[:1]) == ("abcdef",)


def test_an_empty_log_says_how_to_begin() -> None:
    assert drawn() == "No sessions yet.\nThe first one: hinge today"
    assert history.plain((), index=samples.index(), today=samples.TODAY) == drawn()


def test_a_drill_that_the_protocol_does_not_know_keeps_its_id() -> None:
    one = samples.sitting(sets=(SetRecord(drill="old-drill", reps=5, clean=5),))

    assert "  old-drill  5" in drawn(one)


def test_history_in_plain_lines() -> None:
    text = history.plain(
        (samples.rich_sitting(),),
        index=samples.index(),
        today=samples.TODAY,
        mistakes=samples.mistakes(),
    )

    assert text.splitlines() == [
        "Today, Tue 24 Nov at 07:30, session 4f9c2d.",
        "Dowel hinge: 10.",
        "Kettlebell deadlift: 8 at 35 lb, 7 of 8 at 35 lb.",
        "Single-leg RDL: 8 left, 7 of 8 right.",
        "Noticed: lower back rounds × 2.",
        "Pain 2 in the low back.",
        "Soreness 1.",
        "Effort 5.",
        "32.5 cm from the wall.",
        "Note: felt [bold]good[/bold] today",
    ]


def test_equal_neighbours_are_said_together() -> None:
    ten = SetRecord(drill="wall-hinge", reps=10, clean=10)
    nine = msgspec.structs.replace(ten, clean=9)

    assert sets.in_words((ten, ten, nine, ten)) == "2 × 10, 9 of 10, 10"


def test_sharp_pain_is_said_to_be_sharp() -> None:
    sharp = Pain(score=4, sharp=True, where="other")

    index = samples.index()

    assert sets.feelings(pain=sharp, sore=None, effort=None, index=index) == ("sharp pain 4",)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("LRLR", "2 × 8 each side at 4 kg"),
        ("LLRR", "2 × 8 each side at 4 kg"),
        ("RLRL", "2 × 8 each side at 4 kg"),
        ("LRL", "2 × 8 left at 4 kg, 8 right at 4 kg"),
        ("RLR", "2 × 8 right at 4 kg, 8 left at 4 kg"),
        ("LL", "2 × 8 left at 4 kg"),
    ],
)
def test_one_sided_sets_are_said_side_by_side(order: str, said: str) -> None:
    records = [
        SetRecord(
            drill="single-leg-rdl",
            reps=8,
            clean=8,
            load_kg=Decimal(4),
            side="L" if s == "L" else "R",
        )
        for s in order
    ]

    assert sets.in_words(records) == said


def record(reps: int, clean: int | None, **more: Any) -> SetRecord:
    return SetRecord(drill="kettlebell-deadlift", reps=reps, clean=clean, **more)


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ((record(10, None),) * 3, "3 × 10 done"),
        ((record(10, None), record(10, 10)), "10 done, 10"),
        ((record(10, None), record(10, 0)), "10 done, 0 of 10"),
        ((record(8, None, side="L"), record(8, None, side="R")), "8 each side done"),
        ((record(8, None, load_kg=Decimal(16)),), "8 done at 16 kg"),
        ((record(6, 6, warmup=True), record(6, 6)), "6 (warm-up), 6"),
        ((record(8, 8, range="half"),) * 2, "2 × 8 (half the range)"),
        ((record(8, 7, variant="slow-dowel"),), "7 of 8 (slow dowel)"),
        (
            (record(8, None, variant="kickstand", range="half", warmup=True),),
            "8 done (kickstand, half the range, warm-up)",
        ),
    ],
)
def test_a_set_that_was_not_counted_or_is_no_plain_work_is_marked(
    records: tuple[SetRecord, ...], said: str
) -> None:
    assert sets.in_words(records) == said


@pytest.mark.parametrize(
    ("records", "said"),
    [
        ((record(10, 9), record(10, 10)), "19 clean of 20"),
        ((record(10, 10), record(10, None), record(6, 6, warmup=True)), "10 clean, 10 done"),
        ((record(10, None), record(8, None)), "18 done"),
        ((record(6, 6, warmup=True),), "warm-up"),
    ],
)
def test_a_total_counts_no_warm_up_and_no_rep_that_nobody_counted_as_clean(
    records: tuple[SetRecord, ...], said: str
) -> None:
    assert sets.total(records) == said
