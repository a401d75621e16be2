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
        ("spaceship", 'there is no command "spaceship". hinge --help lists them.'),
    ],
)
def test_a_word_that_is_no_command_is_answered_with_what_to_type(
    hinge: Hinge, words: str, says: str
) -> None:
    answer = hinge(*words.split())

    assert (answer.code, answer.error) == (2, f"hinge: {says}")


def test_a_protocol_that_cannot_be_read_names_no_drill(hinge: Hinge) -> None:
    answer = hinge("wall", "3x10", "--protocol", "nowhere")

    assert 'there is no command "wall"' in answer.error


def test_every_other_word_is_one_commands_alone_and_none_is_a_command() -> None:
    words = Counter(word for text in instead._OTHER_WORDS.values() for word in text.split())

    assert {*instead._OTHER_WORDS} <= {*COMMANDS}
    assert not {*words} & {*COMMANDS}
    assert max(words.values()) == 1
