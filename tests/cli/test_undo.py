"""What `hinge undo` and `hinge redo` say they took."""

import pytest

from cli.running import Hinge


def test_with_nothing_done_undo_and_redo_say_so(hinge: Hinge) -> None:
    assert hinge("undo").out == "There is nothing to undo.\n"
    assert hinge("redo").out == "There is nothing to redo.\n"


def test_a_new_command_ends_what_can_be_redone(hinge: Hinge) -> None:
    hinge("log", "wall", "20")
    hinge("undo")
    hinge("log", "wall", "5")

    assert hinge("redo").out == "There is nothing to redo.\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("morning", "2"), "the morning score 2"),
        (("setup", "--goal", "strength"), "setup answers"),
        (("pause",), "the pause"),
        (("setup", "--cleared", "today"), "the professional's yes"),
        (("setup", "--seen-professional", "today"), "the visit to a professional"),
        (("unlock", "dowel", "--because", "x"), "the unlock of the dowel hinge"),
    ],
)
def test_undo_says_what_it_took_back(hinge: Hinge, words: tuple[str, ...], said: str) -> None:
    assert hinge(*words).code == 0

    assert f"Undone: {said}, told today." in hinge("undo", "--plain").out
