"""A time of day is read as people write it; what is none is told with a way to write it."""

from datetime import time

import pytest

from hingecli.coach.parse.clock import read_time
from hingecli.errors import UsageError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07:30", time(7, 30)),
        ("7:30", time(7, 30)),
        ("7.05", time(7, 5)),
        ("18h", time(18)),
        ("18h15", time(18, 15)),
        (" 7 ", time(7)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
        ("7pm", time(19)),
        ("7:30 PM", time(19, 30)),
        ("12am", time(0)),
        ("12 pm", time(12)),
    ],
)
def test_a_time_is_read(text: str, expected: time) -> None:
    assert read_time(text) == expected


@pytest.mark.parametrize(
    "text", ["", "24:00", "7:60", "13pm", "0am", "noon", "7:3", "730", "-1", "7:30:00", "٧:٣٠x"]
)
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(UsageError, match="07:30"):
        read_time(text)
