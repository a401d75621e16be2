"""Answers about oneself are read as meant, or refused with what may be written."""

from decimal import Decimal
from typing import get_args

import pytest

from hingecli.coach.log.events import KG_PER_LB, Pain, Place, Unit
from hingecli.coach.parse import answers, places, profile
from hingecli.coach.protocol.protocol import Index
from hingecli.content import bundled, load_protocol
from hingecli.errors import UnknownNameError, UsageError


@pytest.mark.parametrize(("text", "score"), [("0", 0), ("10", 10), (" 7 ", 7)])
def test_a_score_is_a_whole_number_to_ten(text: str, score: int) -> None:
    assert answers.read_score(text, what="pain") == score


@pytest.mark.parametrize("text", ["-1", "11", "", "5.5", "five", "٣", "100"])
def test_what_is_no_score_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="from 0 to 10"):
        answers.read_score(text, what="pain")


def test_effort_begins_at_one() -> None:
    assert answers.read_score("1", what="effort", least=1) == 1
    with pytest.raises(UsageError, match="from 1 to 10"):
        answers.read_score("0", what="effort", least=1)


@pytest.mark.parametrize("place", get_args(Place))
def test_every_place_can_be_told(index: Index, place: str) -> None:
    assert places.read_place(place.upper().replace("-", " "), index) == (place, None)


@pytest.mark.parametrize(
    ("typed", "place"), [("low", "low-back"), ("kn", "knee"), ("SHO", "shoulder"), ("oth", "other")]
)
def test_a_place_is_found_by_its_beginning(index: Index, typed: str, place: str) -> None:
    assert places.read_place(typed, index) == (place, None)


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("back", "low-back"),
        ("Lower back", "low-back"),
        ("groin", "hip"),
        ("calf", "leg"),
        ("foot", "leg"),
        ("hand", "wrist"),
        ("left_knee", "knee"),
        ("left lower back", "low-back"),
        ("between the shoulder-blades", "upper-back"),
        ("back of the head", "head"),
        ("chest and left arm", "chest"),
        ("hip and knee", "other"),
        ("a", "other"),
        ("moon", "other"),
        ("Rücken", "other"),
        ("???", "other"),
    ],
)
def test_a_plain_word_for_a_place_is_understood_and_kept_as_told(
    index: Index, typed: str, place: str
) -> None:
    assert places.read_place(typed, index) == (place, typed)


def test_every_word_of_the_table_means_its_place(index: Index) -> None:
    for row in index.protocol.places:
        for word in row.words:
            assert places.read_place(f"left {word}", index) == (row.id, f"left {word}")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("in the  left\tcalf", "left calf"),
        ("pain in my calf", "calf"),
        ("cal\x1b[31mf", "cal[31mf"),
        ("in", "in"),
    ],
)
def test_what_is_no_part_of_a_places_name_is_not_kept(index: Index, typed: str, told: str) -> None:
    assert places.read_place(typed, index).told == told


@pytest.mark.parametrize("typed", ["the knee", "my Knee", "in the knee"])
def test_a_places_own_name_is_not_kept_twice(index: Index, typed: str) -> None:
    assert places.read_place(typed, index) == ("knee", None)


@pytest.mark.parametrize("typed", ["none", "No", "-", "nowhere"])
def test_no_place_is_an_answer(index: Index, typed: str) -> None:
    assert places.read_place(typed, index) == (None, None)


def test_a_place_has_a_length_and_is_not_empty(index: Index) -> None:
    assert places.read_place("x" * 60, index) == ("other", "x" * 60)
    with pytest.raises(UsageError, match="at most 60"):
        places.read_place("x" * 61, index)
    with pytest.raises(UsageError, match="--where"):
        places.read_place(" \t", index)


@pytest.mark.parametrize(
    ("typed", "pain"),
    [
        ("0", Pain(score=0)),
        ("3 low-back sharp", Pain(score=3, where="low-back", sharp=True)),
        ("3, Low Back, SPREADING", Pain(score=3, where="low-back", sharp=True)),
        ("10 sharp kn", Pain(score=10, where="knee", sharp=True)),
        ("3 Left sharp Calf", Pain(score=3, where="leg", where_told="Left Calf", sharp=True)),
        ("3 elbow", Pain(score=3, where="arm", where_told="elbow")),
        ("3 moon", Pain(score=3, where="other", where_told="moon")),
    ],
)
def test_a_pain_is_a_score_then_a_place_and_a_kind_in_any_order(
    index: Index, typed: str, pain: Pain
) -> None:
    assert answers.read_pain(answers.pain_words(typed), index) == pain


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", 'pain ""'), (",", 'pain ""'), ("knee 3", 'pain "knee"'), (f"3 {'x' * 61}", "where has")],
)
def test_a_pain_that_cannot_be_read_names_the_part(index: Index, typed: str, sentence: str) -> None:
    words = answers.pain_words(typed)

    with pytest.raises(UsageError, match=f"^{sentence}"):
        answers.read_pain(words, index)
    with pytest.raises(UsageError, match=f"^--{sentence}"):
        answers.read_pain(words, index, prefix="--")


@pytest.mark.parametrize("typed", ["0", "11", "hard"])
def test_effort_is_from_one_to_ten(typed: str) -> None:
    assert answers.read_effort("1") == 1
    assert answers.read_effort("10") == 10
    with pytest.raises(UsageError, match=r"^--effort .* from 1 to 10"):
        answers.read_effort(typed)


def test_a_note_has_a_limit() -> None:
    assert answers.read_note("x" * answers.MOST_NOTE)
    with pytest.raises(UsageError, match="at most 500"):
        answers.read_note("x" * (answers.MOST_NOTE + 1))


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


def test_equipment_is_known_by_the_protocols_words_in_singular_and_plural(index: Index) -> None:
    owned = profile.read_equipment("kettlebells, dumbbell barbell", index)

    assert owned == ("kettlebell", "dumbbells", "barbell")


def test_no_equipment_is_an_answer(index: Index) -> None:
    assert profile.read_equipment("none", index) == ()


def test_unknown_equipment_is_answered_with_what_is_near(index: Index) -> None:
    with pytest.raises(UsageError, match="Did you mean kettlebell"):
        profile.read_equipment("ketlebell", index)
    with pytest.raises(UsageError, match="Write wall, dowel"):
        profile.read_equipment("rocket", index)


def test_bells_are_sorted_exact_and_in_the_persons_unit() -> None:
    assert profile.read_bells("16,8,12,8", "kg") == (Decimal(8), Decimal(12), Decimal(16))
    assert profile.read_bells("18 35lb", "lb") == (18 * KG_PER_LB, 35 * KG_PER_LB)
    assert profile.read_bells("none", "kg") == ()


def test_bells_have_a_limit() -> None:
    with pytest.raises(UsageError, match="at most 20"):
        profile.read_bells(",".join(str(n) for n in range(1, 22)), "kg")


@pytest.mark.parametrize(("text", "kg"), [("70", "70"), ("20", "20"), ("400kg", "400")])
def test_body_mass_is_read_within_bounds(text: str, kg: str) -> None:
    assert profile.read_body_mass(text, "kg") == Decimal(kg)


@pytest.mark.parametrize("text", ["19", "401", "heavy", "0"])
def test_an_unlikely_body_mass_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        profile.read_body_mass(text, "kg")


def test_limits_are_read_each_once() -> None:
    assert profile.read_limits("knee,low-back knee") == ("knee", "low-back")
    assert profile.read_limits("none") == ()
    with pytest.raises(UsageError, match="--limits"):
        profile.read_limits("elbow")


def test_declined_drills_are_read_by_any_name_each_once(index: Index) -> None:
    assert profile.read_without("swing, bb kettlebell-swing", index) == (
        "kettlebell-swing",
        "barbell-deadlift",
    )
    assert profile.read_without("none", index) == ()


def test_a_drill_without_load_cannot_be_declined(index: Index) -> None:
    with pytest.raises(UsageError, match="Only loaded drills can be declined: kettlebell-deadlift"):
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


def test_yes_and_no_are_read() -> None:
    assert answers.read_yes("Y")
    assert not answers.read_yes("no")
    with pytest.raises(UsageError, match="yes or no"):
        answers.read_yes("maybe")


INDEX = load_protocol(bundled())


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
