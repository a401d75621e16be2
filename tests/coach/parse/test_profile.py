"""Answers of setup are read as meant, or refused with what may be written."""

from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import KG_PER_LB, Limit, Unit, Weekday
from hingecli.coach.parse import profile
from hingecli.coach.parse.equipment import read_bells, read_equipment
from hingecli.coach.protocol.protocol import Index
from hingecli.content import bundled, load_protocol
from hingecli.errors import HingeError, UnknownNameError, UsageError
from hingecli.show import setup as shown

INDEX = load_protocol(bundled())


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon,wed,fri", ("mon", "wed", "fri")),
        ("friday monday", ("mon", "fri")),
        ("sat", ("sat",)),
        ("tue;thu", ("tue", "thu")),
    ],
)
def test_training_days_come_in_the_order_of_the_week(text: str, days: tuple[str, ...]) -> None:
    assert profile.read_days(text) == days


@pytest.mark.parametrize("text", ["mon,tue", "sun,mon", "mon,wed,thu", "fri,sat,mon"])
def test_neighbouring_training_days_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="neighbours"):
        profile.read_days(text)


@pytest.mark.parametrize("text", ["", "none", "m", "mondax", "someday"])
def test_what_is_no_training_day_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="mon,wed,fri"):
        profile.read_days(text)


@pytest.mark.parametrize(("text", "kg"), [("70", "70"), ("20", "20"), ("400kg", "400")])
def test_body_mass_is_read_within_bounds(text: str, kg: str) -> None:
    assert profile.read_body_mass(text, "kg") == Decimal(kg)


@pytest.mark.parametrize("text", ["19", "401", "heavy", "0"])
def test_an_unlikely_body_mass_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        profile.read_body_mass(text, "kg")


def test_limits_are_read_each_once() -> None:
    assert profile.read_limits("knee,low-back knee", INDEX) == ("knee", "low-back")
    assert profile.read_limits("none", INDEX) == ()
    with pytest.raises(UsageError, match="--limits"):
        profile.read_limits("elbow", INDEX)


def test_declined_drills_are_read_by_any_name_each_once(index: Index) -> None:
    assert profile.read_without("swing, bb kettlebell-swing", index) == (
        "kettlebell-swing",
        "barbell-deadlift",
    )
    assert profile.read_without("none", index) == ()


def test_a_drill_without_load_cannot_be_declined(index: Index) -> None:
    with pytest.raises(UsageError, match="Only drills with load can be declined, as in --without"):
        profile.read_without("swing,wall", index)


def test_an_unknown_drill_cannot_be_declined(index: Index) -> None:
    with pytest.raises(UnknownNameError, match="no drill is called"):
        profile.read_without("burpee", index)


@pytest.mark.parametrize(
    ("text", "unit", "kg"),
    [("100", "kg", "100"), ("10", "kg", "10"), ("500kg", "lb", "500"), ("225", "lb", None)],
)
def test_a_deadlift_is_read_within_bounds(text: str, unit: Unit, kg: str | None) -> None:
    expected = 225 * KG_PER_LB if kg is None else Decimal(kg)

    assert profile.read_deadlift(text, unit) == expected


@pytest.mark.parametrize("text", ["9.9", "501", "a lot", "0"])
def test_an_unlikely_deadlift_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        profile.read_deadlift(text, "kg")


@pytest.mark.parametrize(
    ("words", "drills"),
    [(("none",), ()), (("None",), ()), (("deficit", "deficit"), ("deficit-deadlift",))],
)
def test_assistance_is_told_by_name_once_or_ended(
    words: tuple[str, ...], drills: tuple[str, ...]
) -> None:
    assert profile.read_assistance(words, INDEX) == drills


def test_a_drill_that_assists_nothing_is_refused_with_those_that_do() -> None:
    with pytest.raises(UsageError, match=r"not an assistance drill\. Those are american-swing"):
        profile.read_assistance(("wall",), INDEX)


@pytest.mark.parametrize("score", [0, 5])
def test_a_usual_pain_of_up_to_five_is_kept(score: int) -> None:
    assert profile.read_usual_pain(str(score), load_protocol(bundled())) == score


def test_a_usual_pain_of_six_is_sent_to_a_professional() -> None:
    with pytest.raises(UsageError, match="have it looked at"):
        profile.read_usual_pain("6", load_protocol(bundled()))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("mon and wed", ("mon", "wed")),
        ("Monday, Wednesday and Friday", ("mon", "wed", "fri")),
        ("on tuesdays & fridays.", ("tue", "fri")),
        ("mon/wed/fri", ("mon", "wed", "fri")),
        ("mon-wed-fri", ("mon", "wed", "fri")),
        ("mo we fr", ("mon", "wed", "fri")),
        ("mwf", ("mon", "wed", "fri")),
        ("every monday", ("mon",)),
    ],
)
def test_days_are_told_in_many_ways(typed: str, days: tuple[str, ...]) -> None:
    assert profile.read_days(typed) == days


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("every day", "a day without load lies between"),
        ("the weekend", "Saturday and Sunday are neighbours"),
        ("mon-fri", "these two days, or all between them"),
        ("none", "one to three days"),
    ],
)
def test_days_that_cannot_be_taken_are_answered_with_why(typed: str, sentence: str) -> None:
    with pytest.raises(UsageError, match=f"^--days.*{sentence}"):
        profile.read_days(typed)
    with pytest.raises(UsageError) as asked:
        profile.read_days(typed, what="")
    assert "--" not in str(asked.value)


@pytest.mark.parametrize(
    ("typed", "limits"),
    [
        ("back", ("low-back",)),
        ("my lower back", ("low-back",)),
        ("my left knee", ("knee",)),
        ("knees and lower back", ("knee", "low-back")),
        ("both", ("low-back", "knee")),
        ("Nope", ()),
        ("no limits", ()),
    ],
)
def test_limits_are_told_in_any_words_for_the_places(typed: str, limits: tuple[str, ...]) -> None:
    assert profile.read_limits(typed, INDEX) == limits


@pytest.mark.parametrize("typed", ["knee and shoulder", "everything hurts", ""])
def test_a_limit_that_cannot_be_worked_around_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="write low-back, knee or none"):
        profile.read_limits(typed, INDEX, what="")


def test_several_drills_are_told_with_and_between_them() -> None:
    assert profile.read_without("kettlebell swing and the barbell".replace("the ", ""), INDEX) == (
        "kettlebell-swing",
        "barbell-deadlift",
    )
    assert profile.read_assistance(("block pull, deficit",), INDEX) == (
        "block-pull",
        "deficit-deadlift",
    )


@pytest.mark.parametrize(("typed", "kg"), [("82,5 kg", "82.5"), ("about 80", "80")])
def test_a_mass_is_told_with_a_comma_or_about(typed: str, kg: str) -> None:
    assert profile.read_body_mass(typed, "kg") == Decimal(kg)


def test_a_mass_that_is_none_is_answered_with_an_example() -> None:
    with pytest.raises(UsageError, match=r'^"heavy": write a weight, as in 80 lb'):
        profile.read_body_mass("heavy", "lb", what="")


@given(st.text(max_size=30))
def test_any_profile_is_read_or_refused(text: str) -> None:
    readers: tuple[tuple[Callable[[str], object], Callable[[Any], bool]], ...] = (
        (profile.read_days, lambda days: set(days) <= set(get_args(Weekday))),
        (
            lambda typed: profile.read_limits(typed, INDEX),
            lambda found: set(found) <= set(get_args(Limit)),
        ),
        (
            lambda typed: profile.read_without(typed, INDEX),
            lambda drills: set(drills) <= INDEX.loaded,
        ),
        (lambda typed: profile.read_body_mass(typed, "kg"), lambda kg: 0 < kg <= 1000),
        (lambda typed: profile.read_usual_pain(typed, INDEX), lambda score: 0 <= score <= 10),
    )
    for read, is_known in readers:
        with suppress(HingeError):
            assert is_known(read(text))


@given(st.sets(st.sampled_from([thing.id for thing in INDEX.protocol.equipment])))
def test_things_are_read_back_as_setup_shows_them(owned: set[str]) -> None:
    told = tuple(thing.id for thing in INDEX.protocol.equipment if thing.id in owned)

    assert read_equipment(str(shown.equipment(told, INDEX)), INDEX) == told


@given(st.sets(st.integers(1, 60).map(Decimal)), st.sampled_from(["kg", "lb"]))
def test_bells_are_read_back_as_setup_shows_them(masses: set[Decimal], unit: Unit) -> None:
    kgs = tuple(sorted(mass * KG_PER_LB if unit == "lb" else mass for mass in masses))[:20]

    assert read_bells(str(shown.masses(kgs, unit)), unit) == kgs


def test_other_answers_are_read_back_as_setup_shows_them() -> None:
    assert profile.read_days(str(shown.weekdays(("mon", "thu")))) == ("mon", "thu")
    assert profile.read_limits(str(shown.listed(("low-back", "knee"))), INDEX) == (
        "low-back",
        "knee",
    )
    assert profile.read_without(
        shown.drills(("kettlebell-swing", "good-morning"), INDEX), INDEX
    ) == (
        "kettlebell-swing",
        "good-morning",
    )
    assert profile.read_body_mass(str(shown.mass(Decimal("72.5"), "kg")), "kg") == Decimal("72.5")


@pytest.mark.parametrize(
    ("typed", "goal"),
    [
        *(("1", "strength"), ("2", "hypertrophy"), ("3", "athletic"), ("str", "strength")),
        *(("Muscle", "hypertrophy"), ("speed", "athletic"), ("jumps", "athletic")),
        ("speed and jumps", "athletic"),
    ],
)
def test_a_goal_is_told_in_the_words_of_its_question(typed: str, goal: str) -> None:
    assert profile.read_goal(typed) == goal


@pytest.mark.parametrize("typed", ["4", "fame", ""])
def test_another_goal_is_told_what_each_one_means(typed: str) -> None:
    with pytest.raises(UsageError, match=r"strength \(1\), muscle \(2\), or speed and jumps \(3\)"):
        profile.read_goal(typed)


@pytest.mark.parametrize(
    ("typed", "older"),
    [
        ("yes", True),
        ("nope", False),
        ("60", True),
        ("59", False),
        ("I'm 67", True),
        ("I am 41 years old.", False),
        ("101", True),
    ],
)
def test_an_age_says_whether_a_person_is_sixty(typed: str, older: bool) -> None:
    assert profile.read_sixty(typed) is older


@pytest.mark.parametrize("typed", ["6", "600", "perhaps", "67 kg"])
def test_what_is_no_age_is_asked_again(typed: str) -> None:
    with pytest.raises(UsageError):
        profile.read_sixty(typed)
