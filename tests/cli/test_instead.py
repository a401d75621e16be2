"""A word that is no command is answered with what to type."""

from collections import Counter

import pytest

from cli.running import Hinge
from hingecli.cli import instead
from hingecli.cli.command_list import COMMANDS


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("start", 'there is no command "start". Did you mean today?'),
        ("Sick", 'there is no command "Sick". Did you mean pause?'),
        ("remove last", 'there is no command "remove". Did you mean delete?'),
        ("deadlift 5x5 100kg", '"deadlift" is a drill. To log it: hinge log deadlift 5x5 100kg'),
        ("wall", '"wall" is a drill. Its page: hinge show wall'),
        ("swings 3x10", '"swings" is a drill. To log it: hinge log swings 3x10'),
        ("3x10", "what you did goes behind log: hinge log 3x10"),
        ("10 9 8", "what you did goes behind log: hinge log 10 9 8"),
        ("lgo", 'there is no command "lgo". Did you mean log?'),
        ("lgo wall 3x10", 'there is no command "lgo". Did you mean log?'),
        ("histroy last week", 'there is no command "histroy". Did you mean history?'),
        ("prog", 'there is no command "prog". Did you mean progress?'),
        ("wal 3x10", '"wal" is a drill. To log it: hinge log wal 3x10'),
        ("wall hing 3x10", '"wall hing" is a drill. To log it: hinge log wall hing 3x10'),
        (
            "romanian dead lift 3x8",
            '"romanian dead lift" is a drill. To log it: hinge log romanian dead lift 3x8',
        ),
        (
            "deadlft",
            'there is no command "deadlft". Did you mean the barbell deadlift? '
            "Its page: hinge show barbell-deadlift",
        ),
        (
            "kettlebel 3x10",
            'there is no command "kettlebel". Did you mean the kettlebell deadlift? '
            "To log it: hinge log kettlebell-deadlift 3x10",
        ),
        (
            "Romanain deadlift 3x8 @16kg",
            'there is no command "Romanain deadlift". Did you mean the Romanian deadlift? '
            "To log it: hinge log romanian-deadlift 3x8 @16kg",
        ),
        ("log=3x10 now", "a command stands without quotes: hinge log 3x10 now"),
        ("squat", '"squat" is a mistake: hinge mistakes squat'),
        ("breathing", '"breathing" is a lesson: hinge learn breathing'),
        ("wa", 'there is no command "wa". hinge --help lists them.'),
        ("spaceship", 'there is no command "spaceship". hinge --help lists them.'),
    ],
)
def test_a_word_that_is_no_command_is_answered_with_what_to_type(
    hinge: Hinge, words: str, says: str
) -> None:
    answer = hinge(*(word.replace("=", " ") for word in words.split()))

    assert (answer.code, answer.error) == (2, f"hinge: {says}")


def test_a_protocol_that_cannot_be_read_names_no_drill(hinge: Hinge) -> None:
    answer = hinge("wall", "3x10", "--protocol", "nowhere")

    assert 'there is no command "wall"' in answer.error


def test_every_other_word_is_one_commands_alone_and_none_is_a_command() -> None:
    words = Counter(word for text in instead._OTHER_WORDS.values() for word in text.split())

    assert {*instead._OTHER_WORDS} <= {*COMMANDS}
    assert not {*words} & {*COMMANDS}
    assert max(words.values()) == 1


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        ("help deadlft", 2, "Its page: hinge show barbell-deadlift"),
        ("help wall", 2, '"wall" is a drill. Its page: hinge show wall'),
        ("help protocol wall", 2, 'hinge protocol has no command "wall". hinge help lists them.'),
        ("show rounding", 3, '"rounding" is a mistake: hinge mistakes rounding'),
        ("why breathing", 3, '"breathing" is a lesson: hinge learn breathing'),
        ("why nonsense", 3, 'no drill is called "nonsense". hinge progress lists them.'),
    ],
)
def test_what_is_asked_for_in_the_wrong_place_is_named_where_it_is(
    hinge: Hinge, words: str, code: int, says: str
) -> None:
    answer = hinge(*words.split())

    assert answer.code == code
    assert answer.error.endswith(says)


def test_why_today_is_why_alone(hinge: Hinge) -> None:
    assert hinge("why", "today").out == hinge("why").out
