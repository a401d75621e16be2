"""`hinge calendar`: the days of the person, from when to when, and what keeps them away."""

from datetime import date, datetime
from pathlib import Path

import pytest

from cli.running import Answer, Hinge, on

icalendar = pytest.importorskip("icalendar", reason="needs the extra calendar")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def begins(answer: Answer) -> list[datetime]:
    found = icalendar.Calendar.from_ical(answer.out).walk("VEVENT")
    return [event.decoded("DTSTART") for event in found]


def days(answer: Answer) -> list[date]:
    return [moment.date() for moment in begins(answer)]


def test_the_days_told_at_setup_are_written_for_four_weeks(hinge: Hinge) -> None:
    hinge("setup", "--days", "mon,thu")

    answer = hinge("calendar")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        f"Written: {Path.cwd() / 'hinge-calendar.ics'}\n"
        "8 training days, Thursday to 21 Dec, at 07:30; another time: --at 18:00.\n"
        "Import it again whenever you like: no day comes twice.\n"
    )
    file = icalendar.Calendar.from_ical(Path("hinge-calendar.ics").read_bytes())
    assert len(file.walk("VEVENT")) == len(file.walk("VALARM")) == 8


def test_weeks_and_hour_are_as_asked(hinge: Hinge) -> None:
    hinge("setup", "--days", "mon,thu")

    answer = hinge("calendar", "--at", "6:15pm", "--weeks", "1", "-o", "-")

    assert begins(answer) == [datetime(2026, 11, 23, 18, 15), datetime(2026, 11, 26, 18, 15)]


@pytest.mark.parametrize(
    ("at", "now", "first"),
    [
        ("07:31", "2026-11-23T07:30:00+01:00", date(2026, 11, 23)),
        ("07:30", "2026-11-23T07:30:00+01:00", date(2026, 11, 24)),
        ("01:00", "2026-11-23T23:30:00+01:00", date(2026, 11, 24)),
        ("23:30", "2026-11-24T01:00:00+01:00", date(2026, 11, 24)),
    ],
)
def test_today_is_among_them_while_its_hour_is_still_to_come(
    hinge: Hinge, at: str, now: str, first: date
) -> None:
    assert days(hinge("calendar", "--at", at, "-o", "-", now=now))[0] == first


def test_a_day_that_is_done_is_not_asked_for_again(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    assert days(hinge("calendar", "--at", "20:00", "-o", "-"))[0] == date(2026, 11, 24)


def test_the_same_day_is_the_same_event_whenever_it_is_written(hinge: Hinge) -> None:
    def by_id(answer: Answer) -> dict[str, date]:
        found = icalendar.Calendar.from_ical(answer.out).walk("VEVENT")
        return {str(event["UID"]): event.decoded("DTSTART").date() for event in found}

    before = by_id(hinge("calendar", "-o", "-"))
    hinge("log", "wall", "10")
    after = by_id(hinge("calendar", "-o", "-", "--at", "18:00", now=on(3)))

    assert {id_: before[id_] for id_ in before if id_ in after} == {
        id_: after[id_] for id_ in after if id_ in before
    }
    assert len(set(before) & set(after)) == 27


def test_a_pause_with_an_end_leaves_its_days_out(hinge: Hinge) -> None:
    hinge("pause", "--until", "2026-12-06")

    assert days(hinge("calendar", "-o", "-"))[0] == date(2026, 12, 7)


def test_a_pause_over_all_of_it_is_told(hinge: Hinge) -> None:
    hinge("pause", "--until", "2026-12-31")

    answer = hinge("calendar")

    assert answer.code == 2
    assert "--weeks" in answer.error
    assert not list(Path().iterdir())


def test_a_pause_without_an_end_is_told(hinge: Hinge) -> None:
    hinge("pause")

    answer = hinge("calendar")

    assert answer.code == 2
    assert "hinge resume" in answer.error


def test_a_hold_keeps_its_days_and_says_so(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "6", "--where", "hip")

    answer = hinge("calendar")

    assert answer.code == 0
    assert "Load is on hold" in answer.err


def test_what_waits_for_a_professional_is_refused(hinge: Hinge) -> None:
    hinge("log", "wall", "10", "--pain", "2", "--where", "chest")

    answer = hinge("calendar")

    assert answer.code == 4
    assert "--seen-professional" in answer.error
    assert not list(Path().iterdir())


def test_one_day_is_told_as_one(hinge: Hinge) -> None:
    hinge("setup", "--days", "thu")

    assert "One training day, Thursday, at 07:30;" in hinge("calendar", "--weeks", "1").err


def test_who_told_no_days_is_told_whose_they_are(hinge: Hinge) -> None:
    hinge("setup", "--screen", "clear", "--equipment", "kettlebell")
    hinge("unlock", "kb", "--because", "I lift")

    answer = hinge("calendar")

    assert "You told no days" in answer.err
    assert "hinge-calendar.ics\n12 training days" in answer.err


@pytest.mark.parametrize("words", [("--weeks", "0"), ("--weeks", "53"), ("--at", "25:00")])
def test_what_is_out_of_range_is_refused(hinge: Hinge, words: tuple[str, ...]) -> None:
    answer = hinge("calendar", *words)

    assert answer.code == 2
    assert answer.error
    assert not list(Path().iterdir())


def test_only_its_own_file_is_written_over(hinge: Hinge) -> None:
    Path("theirs.ics").write_text("BEGIN:VCALENDAR\r\nPRODID:-//else//EN\r\n", "utf-8")

    assert hinge("calendar", "-o", "mine.ics").code == 0
    assert hinge("calendar", "-o", "mine.ics").code == 0
    assert hinge("calendar", "-o", "theirs.ics").code == 2
    assert "else" in Path("theirs.ics").read_text("utf-8")


def test_the_file_is_said_from_the_persons_home_on(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path.cwd().parent)

    answer = hinge("calendar", "--at", "18:00")

    assert answer.err.startswith(f"Written: {Path('~', Path.cwd().name, 'hinge-calendar.ics')}\n")
    assert "another time" not in answer.err
