"""Clocks that jump, zones that move, borders of days: the log keeps its order and its days."""

from pathlib import Path

import pytest

from faults.harness import Hinge, Tally, Template, check_listing, copied, must

pytestmark = pytest.mark.deep

CLOCKS = {
    "1970": "1970-01-02T00:00+00:00",
    "2099": "2099-12-31T23:59+00:00",
    "a year back": "2025-03-02T09:00+01:00",
    "the far east": "2026-03-03T05:00+14:00",
    "the far west": "2026-03-01T20:00-12:00",
    "before summer time": "2026-03-29T01:59:59+01:00",
    "in summer time": "2026-03-29T03:00+02:00",
    "the hour that comes twice": "2026-10-25T02:30+02:00",
    "that hour again": "2026-10-25T02:30+01:00",
    "a leap day": "2028-02-29T12:00+01:00",
    "seconds and their parts": "2026-03-02T09:00:00.123456+01:00",
    "a zone of quarters": "2026-03-02T09:00+05:45",
}


@pytest.mark.parametrize("clock", CLOCKS)
def test_any_clock_logs_undoes_and_redoes(
    clock: str, template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    copied(home, tmp_path / "home")
    hinge = Hinge(tmp_path / "home", now=CLOCKS[clock])

    must(hinge.log())
    must(hinge.run("undo"))
    must(hinge.run("redo"))

    added = check_listing(before, hinge.events())
    assert [event["kind"] for event in added] == ["session", "undone", "redone"]
    assert must(hinge.run("today", "--json")).err == ""
    tally.count("clocks", acknowledged=True)


def test_a_clock_set_back_between_undo_and_redo_keeps_their_order(
    template: Template, tmp_path: Path, tally: Tally
) -> None:
    home, before = template
    copied(home, tmp_path / "home")
    must(Hinge(tmp_path / "home", now="2026-03-05T09:00+01:00").log())
    must(Hinge(tmp_path / "home", now="2026-03-05T09:01+01:00").run("undo"))

    must(Hinge(tmp_path / "home", now="2026-01-01T09:00+01:00").run("redo"))

    hinge = Hinge(tmp_path / "home", now="2026-03-06T09:00+01:00")
    assert must(hinge.run("history", "--json")).out.count('"sitting"') == len(before) + 1
    tally.count("clocks", acknowledged=True)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-03-03T03:59:59+01:00", "2026-03-02"),
        ("2026-03-03T04:00+01:00", "2026-03-03"),
        ("2028-03-01T03:59+01:00", "2028-02-29"),
    ],
)
def test_a_training_day_ends_at_four(now: str, day: str, tmp_path: Path) -> None:
    hinge = Hinge(tmp_path / "home", now=now)

    must(hinge.log())

    assert hinge.events()[0]["day"] == day


def test_a_move_across_zones_shifts_no_day(template: Template, tmp_path: Path) -> None:
    home, before = template
    copied(home, tmp_path / "home")

    after = Hinge(tmp_path / "home", now="2026-03-04T09:00-11:00").events()

    assert [event["day"] for event in after] == [event["day"] for event in before]
