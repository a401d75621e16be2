"""Who is 60 or older plans two loaded days, and stays at an effort of six for eight load weeks."""

import pytest

from factories import lifter, state_on
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import effort


@pytest.mark.parametrize(
    ("sixty", "days", "planned"),
    [(None, None, 3), (True, None, 2), (True, ("mon",), 1), (False, ("mon", "wed", "fri"), 3)],
)
def test_sixty_or_older_plans_two_loaded_days(
    index: Index, sixty: bool | None, days: tuple[str, ...] | None, planned: int
) -> None:
    state = state_on(index, lifter(sixty_plus=sixty, days=days), 0)

    assert state.bounds.training_days == planned


@pytest.mark.parametrize(("on", "ceiling"), [(55, 6), (56, 8)])
def test_sixty_or_older_stays_at_six_for_eight_load_weeks(
    index: Index, on: int, ceiling: int
) -> None:
    journal = lifter(sixty_plus=True).sessions(range(0, on, 7), "kb 3x8")

    assert effort.ceiling(state_on(index, journal, on)) == ceiling
