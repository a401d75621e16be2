"""How it feels is understood as people say it, or asked back kindly."""

import pytest

from hingecli.coach.log.events import Pain
from hingecli.coach.parse.felt import MorningTold, PlaceKept, read_felt, read_morning, read_sign
from hingecli.content import bundled, load_protocol
from hingecli.errors import UsageError

INDEX = load_protocol(bundled())


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("my back hurts", "low back"),
        ("a bit in the low back", "low back"),
        ("my left knee", "knee"),
        ("knee and hip", "low back"),
        ("y", "low back"),
        ("a little", "low back"),
        ("11 knee", "knee"),
    ],
)
def test_a_pain_without_a_number_is_asked_how_much(typed: str, place: str) -> None:
    with pytest.raises(UsageError, match=rf"^How much, from 0 to 10\? For example 3 {place}\.$"):
        read_felt(typed, INDEX)


def test_a_place_that_is_a_story_is_asked_for_shorter() -> None:
    with pytest.raises(UsageError, match="in a word or two"):
        read_felt("3 " + "m" * 61, INDEX)


@pytest.mark.parametrize(
    "typed",
    [
        "n",
        "no",
        "No.",
        "none",
        "not really",
        "0",
        "good",
        "no pain, a little stiff",
        "fine, thanks",
    ],
)
def test_no_pain_is_nought(typed: str) -> None:
    assert read_felt(typed, INDEX) == Pain(score=0)
    assert read_morning(typed, INDEX) == MorningTold(Pain(score=0))


@pytest.mark.parametrize(
    ("typed", "score", "place", "sore"),
    [
        ("2", 2, None, None),
        ("2 low back", 2, "low-back", None),
        ("1, a little stiff", 1, "other", None),
        ("0 2", 0, None, 2),
        ("0, 2", 0, None, 2),
        ("0 none", 0, None, 0),
        ("no pain", 0, None, None),
    ],
)
def test_a_morning_is_a_number_with_or_without_words(
    typed: str, score: int, place: str | None, sore: int | None
) -> None:
    told = read_morning(typed, INDEX)

    assert (told.pain.score, told.pain.where, told.sore) == (score, place, sore)


@pytest.mark.parametrize("typed", ["2 11", "stiff", "11"])
def test_a_morning_without_one_number_is_asked_how_much(typed: str) -> None:
    with pytest.raises(UsageError, match="How much, from 0 to 10"):
        read_morning(typed, INDEX)


@pytest.mark.parametrize(("typed", "yes"), [("y", True), ("no", False)])
def test_a_sign_is_there_or_not(typed: str, yes: bool) -> None:
    assert read_sign(typed, counts="") is yes


@pytest.mark.parametrize("typed", ["a little sore", "a bit", "sometimes"])
def test_a_sign_half_told_is_explained(typed: str) -> None:
    with pytest.raises(UsageError, match=r"^A stiff back: no\.$"):
        read_sign(typed, counts="A stiff back: no.")


@pytest.mark.parametrize("typed", ["no, my back hurts", "none, but the knee", "good, it is sharp"])
def test_a_no_with_a_pain_behind_it_is_not_nought(typed: str) -> None:
    with pytest.raises(UsageError):
        read_felt(typed, INDEX)


@pytest.mark.parametrize(
    ("before", "typed", "score", "place"),
    [
        ("a bit in the lower back", "2", 2, "low-back"),
        ("a bit in the lower back", "2 knee", 2, "knee"),
        ("a bit in the lower back", "no", 0, None),
        ("knee and hip", "2", 2, None),
        ("no idea", "2", 2, None),
    ],
)
def test_a_place_told_without_how_much_is_kept_for_the_score(
    before: str, typed: str, score: int, place: str | None
) -> None:
    kept = PlaceKept(INDEX)
    with pytest.raises(UsageError):
        kept.read(before)

    pain = kept.read(typed)

    assert (pain.score, pain.where) == (score, place)


@pytest.mark.parametrize(
    ("before", "typed", "told", "sharp"),
    [
        ("a bit in the left knee", "2", "left knee", False),
        ("my left knee aches", "2", None, False),
        ("it aches somewhere at the side of the knee that I twisted in May", "2", None, False),
        ("a sharp pain in the left knee", "2", None, True),
        ("sharp, left knee", "2 left knee", "left knee", True),
        ("sharp, left knee", "2, not sharp", None, False),
        ("not sharp, left knee", "2", None, False),
        ("not sharp, left knee", "2, sharp", None, True),
        ("sharp", "0", None, False),
    ],
)
def test_what_was_told_before_the_score_is_kept_as_told(
    before: str, typed: str, told: str | None, *, sharp: bool
) -> None:
    kept = PlaceKept(INDEX)
    with pytest.raises(UsageError):
        kept.read(before)

    pain = kept.read(typed)

    assert (pain.where_told, pain.sharp) == (told, sharp)
    assert pain.where == ("knee" if pain.score else None)


@pytest.mark.parametrize(
    "typed", ["3, lower back, it was sharp", "3 lower back today", "low back 3"]
)
def test_words_behind_a_place_are_no_part_of_it(typed: str) -> None:
    pain = read_felt(typed, INDEX)

    assert (pain.where, (pain.where_told or "low back")[-4:]) == ("low-back", "back")
