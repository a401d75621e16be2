"""What is said right after a session."""

import pytest

from factories import Journal, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.sessions import after_session


@pytest.mark.parametrize(
    ("journal", "said"),
    [
        (Journal(), "With pain 3 these sets count in your totals and for the dowel hinge, not "),
        (Journal().override(0, "dowel"), "With pain 3 these sets count in your totals, not "),
    ],
)
def test_painful_sets_count_for_the_dowel_only_until_it_is_open(
    index: Index, journal: Journal, said: str
) -> None:
    journal = journal.session(0, "wall 10", pain=3)
    (sitting,) = journal.read().sittings

    told = after_session(state_on(index, journal, 0), sitting)

    assert told[0].text == f"{said}toward loads."
