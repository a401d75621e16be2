"""What a person types about a session is read as meant, or refused with the word at fault."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import KG_PER_LB, SetRecord, Side
from hingecli.coach.parse.session import MOST_SETS_IN_ALL, Named, read_sets
from hingecli.coach.protocol.fields import MOST_REPS, MOST_SETS
from hingecli.errors import HingeError, UnknownNameError, UsageError

MONDAY = date(2026, 11, 23)
NAMES = {"wall": "wall-hinge", "dowel": "dowel-hinge", "kb": "kettlebell-deadlift"}


def named(word: str) -> str:
    if word not in NAMES:
        raise UnknownNameError(f'no drill is called "{word}".')
    return NAMES[word]


def read(text: str, *, default: Callable[[], str] = lambda: "wall-hinge") -> tuple[SetRecord, ...]:
    return read_sets(text.split(), Named(named, default))


def done(
    reps: int, *, clean: int | None = None, drill: str = "wall-hinge", side: Side | None = None
) -> SetRecord:
    return SetRecord(drill=drill, reps=reps, clean=reps if clean is None else clean, side=side)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10", [done(10)]),
        ("18/20", [done(20, clean=18)]),
        ("0/5", [done(5, clean=0)]),
        ("3x10", [done(10)] * 3),
        ("2x8/10", [done(10, clean=8)] * 2),
        ("3X10", [done(10)] * 3),
        ("3×10", [done(10)] * 3),
        ("8L 8r", [done(8, side="L"), done(8, side="R")]),
        ("2x7/8L", [done(8, clean=7, side="L")] * 2),
        ("wall 5 dowel 6", [done(5), done(6, drill="dowel-hinge")]),
        ("5 dowel 6", [done(5), done(6, drill="dowel-hinge")]),
        ("dowel 6 wall 5", [done(6, drill="dowel-hinge"), done(5)]),
    ],
)
def test_a_set_is_read_as_the_grammar_says(text: str, expected: list[SetRecord]) -> None:
    assert read(text) == tuple(expected)


def test_the_default_drill_is_asked_for_only_when_no_drill_is_named() -> None:
    def never() -> str:
        raise AssertionError("the day was decided for nothing")

    assert read("dowel 10", default=never)[0].drill == "dowel-hinge"


def test_a_load_alone_goes_to_earlier_sets_of_its_drill_without_one() -> None:
    sets = read("dowel 10 kb 2x8 6@20kg @16kg 5")

    assert [one.load_kg for one in sets] == [
        None,
        Decimal(16),
        Decimal(16),
        Decimal(20),
        None,
    ]


def test_a_load_reaches_back_over_another_drill_to_its_own() -> None:
    sets = read("kb 8 dowel 10 kb 6 @16kg")

    assert [one.load_kg for one in sets] == [Decimal(16), None, Decimal(16)]


def test_pounds_are_kept_exactly_with_their_unit() -> None:
    (only,) = read("kb 8@35lb")

    assert only.load_kg == 35 * KG_PER_LB
    assert str(only.load_kg) == "15.87573295"
    assert only.unit == "lb"


@pytest.mark.parametrize("text", ["12.5kg", "12,5kg", "12,5KG", "12.5 kg"])
def test_a_load_may_have_a_comma_capitals_or_a_space(text: str) -> None:
    assert read(f"kb 8 @{text}")[0].load_kg == Decimal("12.5")


@pytest.mark.parametrize(
    "text",
    [
        "3xx10",
        "x10",
        "10x",
        "3x",
        "/20",
        "18/",
        "20/18",
        "0",
        "0x5",
        "3x0",
        f"{MOST_REPS + 1}",
        f"{MOST_SETS + 1}x5",
        "9" * 5000,
        "8M",
        "10@",
        "10@16",
        "10@0kg",
        "10@1001kg",
        "10@kg",
        "10@16stone",
        "16kg",
        "@16kg",
        "kb @16kg",
        "kb 8@16kg @20kg",
        "²",
        "٣",
        "½",
        "-5",
        "wall",
        "wall dowel 10",
    ],
)
def test_what_is_no_set_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        read(text)

    assert "rite" in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("text", "asked_back"),
    [
        ("205", True),
        ("204", False),
        ("310", True),
        ("520", True),
        ("521", False),
        ("605", False),
        ("110", False),
        ("300", False),
        ("1x310", False),
        ("310 reps", False),
        ("309 of 310", False),
    ],
)
def test_a_number_that_lost_its_x_is_asked_back(text: str, asked_back: bool) -> None:
    if not asked_back:
        assert read(text)
        return
    with pytest.raises(UsageError, match=f"Write 1x{text}, or {text[0]}x{int(text[1:])}"):
        read(text)


def test_one_session_holds_a_day_of_sets_and_no_more() -> None:
    assert len(read("50x5 " * 4)) == MOST_SETS_IN_ALL
    with pytest.raises(UsageError, match="in parts"):
        read("50x5 " * 4 + "5")


@pytest.mark.parametrize("text", [f"{MOST_REPS}", f"{MOST_SETS}x1", "1", "10@1000kg", "10@0.5kg"])
def test_the_bounds_themselves_are_accepted(text: str) -> None:
    assert read(text)


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_word_is_refused_not_skipped(empty: str) -> None:
    with pytest.raises(UsageError, match="empty"):
        read_sets([empty, "10"], Named(named, lambda: "wall-hinge"))


def test_the_word_at_fault_is_named() -> None:
    with pytest.raises(UsageError, match='"3xx10"'):
        read("wall 10 3xx10 12")


def test_an_unknown_drill_is_an_unknown_name() -> None:
    with pytest.raises(UnknownNameError, match='"wll"'):
        read("wll 10")


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_words_are_read_or_refused(words: list[str]) -> None:
    try:
        sets = read_sets(words, Named(named, lambda: "wall-hinge"))
    except HingeError:
        return
    assert all(0 <= record.clean_reps <= record.reps <= MOST_REPS for record in sets)


@given(
    sets=st.integers(1, MOST_SETS),
    reps=st.integers(1, MOST_REPS),
    share=st.floats(0, 1),
    side=st.sampled_from(["", "L", "R"]),
    load=st.none() | st.decimals(Decimal("0.25"), 999, places=2),
)
def test_every_set_of_the_grammar_is_read_back(
    sets: int, reps: int, share: float, side: str, load: Decimal | None
) -> None:
    clean = int(share * reps)
    word = f"{sets}x{clean}/{reps}{side}" + ("" if load is None else f"@{load}kg")

    records = read(word)

    assert len(records) == sets
    assert {(r.clean, r.reps, r.side or "", r.load_kg) for r in records} == {
        (clean, reps, side, load)
    }
