"""What the coach says in a walk, word for word: short cues and counts, as a person would say."""

import pytest

from cli.walk.walkfakes import Fakes, make_block
from hingecli.cli.walk import script
from hingecli.cli.walk.stages import walk_sets
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.motion.paced_sets import PacedSet, sets_of
from hingecli.motion.pacer import Cue

TWO_SETS = """
0 Wall hinge: 2 sets of 8. Stand a foot from the wall. Focus: Touch the wall with your hips. \
Press Enter, then get in place.
1 Get in place.
8 3
9 2
10 1
11 Down.
14 Hold.
15 And up.
16 1
21 2
21 Touch the wall with your hips.
26 3. Five more.
31 4
36 5
41 6
46 7. Last one.
51 8
51 Rest. 45 seconds. How many were clean?
86 10 more seconds. Then last set.
96 3
97 2
98 1
99 Down.
104 1
109 2
109 Touch the wall with your hips.
114 3. Five more.
119 4
124 5
129 6
134 7. Last one.
139 8
"""


def test_a_walk_is_spoken_like_a_coach_speaks() -> None:
    fakes = Fakes([(1, "enter")], blocks=[make_block(sets=2, reps=8)])

    walk_sets(fakes.walk)

    assert [f"{at:.0f} {text}" for at, text in fakes.audio.timed] == TWO_SETS.strip().split("\n")


def make_set(**changes: object) -> PacedSet:
    from msgspec.structs import replace

    return replace(sets_of([make_block(sets=3)])[0], **changes)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "10 more seconds. Then set 1 of 3."),
        ({"number": 3}, "10 more seconds. Then last set."),
        ({"number": 3, "side": "L"}, "10 more seconds. Then last set, left side."),
        ({"number": 2, "until_miss": True}, "10 more seconds. Then run 2 of 3."),
        ({"number": 3, "until_miss": True}, "10 more seconds. Then run 3 of 3."),
        ({"of": 1}, "10 more seconds. Get ready."),
        ({"of": 1, "side": "R"}, "10 more seconds. Then right side."),
    ],
)
def test_before_a_set_one_hears_which_it_is(changes: dict[str, object], said: str) -> None:
    assert script.rest_ends(make_set(**changes)).text == said


@pytest.mark.parametrize(
    ("reps", "rep", "said"),
    [(7, 2, "2"), (8, 3, "3. Five more."), (7, 6, "6. Last one."), (1, 1, "1")],
)
def test_what_is_left_is_said_where_it_is_no_chatter(reps: int, rep: int, said: str) -> None:
    heard = script.in_a_set(make_set(reps=reps), Cue(0.0, "rep", rep), focus="")

    assert heard == script.Said(said)


def test_a_short_pause_is_not_said() -> None:
    swift, slow = make_set(tempo=Tempo(2, 0.5, 1)), make_set(tempo=Tempo(2, 1, 1))

    assert script.in_a_set(swift, Cue(0.0, "hold", 1), focus="") is None
    assert script.in_a_set(slow, Cue(0.0, "hold", 1), focus="") == script.Said("Hold.")


def test_the_focus_of_a_short_set_comes_with_its_last_rep() -> None:
    said = script.in_a_set(make_set(reps=2), Cue(0.0, "down", 2), focus="Hips back.")

    assert said == script.Said("Hips back.", urgent=False)


@pytest.mark.parametrize(("count_in", "said"), [(10, "Get in place."), (5, None), (3, "3")])
def test_only_a_long_count_begins_with_words(count_in: int, said: str | None) -> None:
    heard = script.counted_in(Cue(0.0, "count", count_in), count_in=count_in)

    assert (heard.text if heard else None) == said


def test_no_sentence_of_a_set_is_long() -> None:
    fakes = Fakes([(1, "enter")])
    walk_sets(fakes.walk)

    in_sets = [text for at, text in fakes.audio.timed if at > 1]
    assert max(len(text.split()) for text in in_sets) <= 8
