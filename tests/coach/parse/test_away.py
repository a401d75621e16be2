"""Why and for how long one is away, as people say it."""

from datetime import date

import pytest

from hingecli.coach.parse.away import Away, read_away
from hingecli.errors import UsageError

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("typed", "away"),
    [
        ("", Away()),
        ("ill", Away(ill=True)),
        ("I am sick", Away(ill=True)),
        ("because I have a cold", Away(ill=True)),
        ("holiday", Away()),
        ("a week", Away(until=date(2026, 12, 5))),
        ("for two weeks", Away(until=date(2026, 12, 12))),
        ("until monday", Away(until=date(2026, 11, 30))),
        ("sick until 6 dec", Away(ill=True, until=date(2026, 12, 6))),
        ("ill, for 3 days", Away(ill=True, until=date(2026, 12, 1))),
        ("on holiday and +10d", Away(until=date(2026, 12, 8))),
        ("2026-12-06", Away(until=date(2026, 12, 6))),
    ],
)
def test_a_reason_and_a_time_are_understood(typed: str, away: Away) -> None:
    assert read_away(typed, TODAY) == away


@pytest.mark.parametrize("typed", ["spaceship", "until yesterday", "ill until whenever"])
def test_what_is_neither_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        read_away(typed, TODAY)
