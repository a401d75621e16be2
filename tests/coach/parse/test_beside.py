"""A sentence about a session is parted where its parts begin, and nowhere else."""

import re
from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hingecli.coach.log.events import Pain, SetRecord
from hingecli.coach.parse import beside
from hingecli.errors import UsageError
from hingecli.show import reply
from hingecli.show.reply import Saved
from show.samples import index, sitting


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("wall 3x10", {}),
        ("10,10,9", {"sets": "10,10,9"}),
        ("kb 12,5 kg", {"sets": "kb 12,5 kg"}),
        ("wall 10 effort 6 dowel 12", {"sets": "wall 10 dowel 12", "effort": "effort 6"}),
        ("wall 10, pain 3, left knee", {"sets": "wall 10", "pain": "pain 3, left knee"}),
        ("wall 10, pain 3, dowel 12", {"sets": "wall 10, dowel 12", "pain": "pain 3"}),
        (
            "wall 10. Effort 6. Pain 3 in the knee.",
            {"sets": "wall 10", "pain": "Pain 3 in the knee"},
        ),
        ("wall 10, note: pain was 2, ok", {"sets": "wall 10", "note": "note: pain was 2, ok"}),
        ("wall 10 without any pain", {"sets": "wall 10", "pain": "without any pain"}),
        ("wall 10 on sunday morning", {"sets": "wall 10", "day": "on sunday morning"}),
        ("wall 10 this afternoon", {"sets": "wall 10", "day": "this afternoon"}),
        ("wall 10 with pain 2", {"sets": "wall 10", "pain": "pain 2"}),
        ("no pain wall 10", {"pain": "no pain wall 10", "sets": ""}),
        (
            "wall 10, noticed: a × 2, b, effort 5",
            {"mistakes": "noticed: a × 2, b", "effort": "effort 5", "sets": "wall 10"},
        ),
        ("10 reps a foot from the wall", {"sets": "10 reps", "distance": "a foot from the wall"}),
        ("wall 10 on Mon 23 Nov 2026", {"sets": "wall 10", "day": "on Mon 23 Nov 2026"}),
        ("wall 10 on 23.11.2026", {"sets": "wall 10", "day": "on 23.11.2026"}),
        ("wall 3x10 nov 22", {"sets": "wall 3x10", "day": "nov 22"}),
        (
            "wall 3x10 on November 22nd, 2026",
            {"sets": "wall 3x10", "day": "on November 22nd, 2026"},
        ),
        ("wall 10 last night", {"day": "last night"}),
        ("wall 10 weds", {"sets": "wall 10", "day": "weds"}),
        ("10 reps 30 cm off the wall", {"sets": "10 reps", "distance": "30 cm off the wall"}),
        ("wall 3x10 35cm", {"sets": "wall 3x10", "distance": "35cm"}),
        ("10, 14 inches, pain 2", {"sets": "10", "distance": "14 inches", "pain": "pain 2"}),
        ("10 heels at 32.5 cm away", {"sets": "10", "distance": "heels at 32.5 cm away"}),
        ("20 in a row", {"sets": "20 in a row", "distance": None}),
        ("jump 3x3 2 m", {"sets": "jump 3x3 2 m", "distance": None}),
        ("wall 10 tomorrow", {"sets": "wall 10", "day": "tomorrow"}),
        ("tomorrow morning 10", {"sets": "10", "day": "tomorrow morning"}),
        ("10 the day after tomorrow", {"sets": "10", "day": "the day after tomorrow"}),
        ("10 this morning", {"sets": "10", "day": "this morning"}),
        ("wall 10 tonight", {"sets": "wall 10", "day": "tonight"}),
        ("good morning 10", {"sets": "good morning 10", "day": None}),
        ("10 next monday", {"sets": "10", "day": "next monday"}),
        ("10 in 2 days", {"sets": "10", "day": "in 2 days"}),
        ("30 reps in 3 sets", {"sets": "30 reps in 3 sets"}),
        ("wall 10 2026-11-20", {"day": "2026-11-20"}),
        ("kb 8 16kg sat", {"sets": "kb 8 16kg", "day": "sat"}),
        ("wall 10 effort 6 effort 7", {"twice": "effort"}),
        ("swing 3x10 RPE 8", {"sets": "swing 3x10", "effort": "RPE 8"}),
        ("swing 3x10, rpe: 7/10", {"sets": "swing 3x10", "effort": "rpe: 7/10"}),
    ],
)
def test_each_part_of_a_sentence_is_found(sentence: str, parts: dict[str, str]) -> None:
    told = msgspec.structs.asdict(beside.part(sentence))

    assert {name: told[name] for name in parts} == parts
    assert parts or told == {**dict.fromkeys(told), "sets": sentence}


@given(st.text(max_size=60))
def test_any_text_is_parted(text: str) -> None:
    assert isinstance(beside.part(text).sets, str)


scores = st.none() | st.integers(0, 10)


@given(
    reps=st.lists(st.integers(1, 30), min_size=1, max_size=3),
    pain=st.none()
    | st.builds(
        Pain,
        score=st.integers(0, 10),
        where=st.sampled_from(("low-back", "knee", None)),
        sharp=st.booleans(),
    ),
    sore=scores,
    effort=scores,
    away=st.integers(-20, 0),
)
def test_every_reply_is_parted_as_it_was_put_together(
    reps: list[int], pain: Pain | None, sore: int | None, effort: int | None, away: int
) -> None:
    saved = _saved(reps, pain=pain, sore=sore, effort=effort, away=away)
    line = reply.said(saved)

    told = beside.part(line)

    assert told.twice is None
    assert (told.pain is None) == (pain is None)
    assert _digits(told.pain) == ([] if pain is None else [pain.score])
    assert _digits(told.sore) == ([] if sore is None else [sore])
    assert _digits(told.effort) == ([] if effort is None else [effort])
    assert (told.day is None) == (away == 0)
    assert told.sets.startswith("wall hinge")


def _digits(text: str | None) -> list[int]:
    return [int(number) for number in re.findall(r"[0-9]+", text or "")]


def _saved(
    reps: list[int], *, pain: Pain | None, sore: int | None, effort: int | None, away: int
) -> Saved:
    today = date(2026, 11, 23)
    done = sitting(
        day=today + timedelta(days=away),
        sets=tuple(SetRecord(drill="wall-hinge", reps=n, clean=n) for n in reps),
        mistakes=(),
        pain=pain,
        sore=sore,
        effort=effort,
    )
    return Saved(index=index(), today=today, sitting=done)


@pytest.mark.parametrize("sentence", ["wall 10 nov 22", "10 November 22, effort 6"])
def test_a_month_between_two_numbers_is_asked_back(sentence: str) -> None:
    with pytest.raises(UsageError, match=r'10 \w+, or \w+ 22\? Put the day behind -d: -d "10'):
        beside.part(sentence)


@pytest.mark.parametrize(
    "sentence", ["wall 8 10 nov", "wall 3x10 nov 22", "wall 10 on 22 nov 2026"]
)
def test_a_month_beside_one_number_is_its_day(sentence: str) -> None:
    assert beside.part(sentence).day is not None


@pytest.mark.parametrize(
    ("text", "rest", "day"),
    [
        ("2", "2", None),
        ("1 yesterday", "1", "yesterday"),
        ("on Friday: 2", "2", "on Friday"),
        ("good, 2 days ago", "good", "2 days ago"),
        ("2 knee, 23 Nov 2026", "2 knee", "23 Nov 2026"),
        ("yesterday", "", "yesterday"),
        ("3 monstrous", "3 monstrous", None),
    ],
)
def test_a_day_is_taken_out_of_a_sentence(text: str, rest: str, day: str | None) -> None:
    assert beside.take_day(text) == (rest, day)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("24 nov", True),
        ("last monday", True),
        ("2 weeks", True),
        ("24", False),
        ("mon 3x10", False),
    ],
)
def test_what_says_when_and_nothing_else_is_a_day(text: str, is_one: bool) -> None:
    assert beside.is_day(text) is is_one
