"""Names and texts of the report: days, loads, and what each chart shows."""

from datetime import date
from decimal import Decimal

from factories import Journal, day, learner
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import Report, report
from hingecli.show.report.words import ReportWords


def told(index: Index, journal: Journal, on: int, *, weeks: int = 12) -> Report:
    return report(index, journal.read(), today=day(on), weeks=weeks)


def words(index: Index, journal: Journal, on: int, *, weeks: int = 12) -> ReportWords:
    return ReportWords(told(index, journal, on, weeks=weeks), index)


def test_the_title_names_the_weeks_and_their_days(index: Index) -> None:
    assert words(index, learner(), 11).title() == "2 weeks, 5 Jan to 16 Jan 2026"
    assert words(index, Journal().session(0, "wall 10"), 0).title() == "1 week, 5 Jan 2026"


def test_a_day_of_another_year_says_so(index: Index) -> None:
    said = words(index, learner(), 11)

    assert said.day(date(2026, 3, 2)) == "2 Mar"
    assert said.day(date(2025, 3, 2)) == "2 Mar 2025"
    assert said.period(date(2025, 12, 30), date(2026, 1, 2)) == "30 Dec 2025 to 2 Jan 2026"


def test_the_weeks_compare_their_ends(index: Index) -> None:
    journal = Journal().session(0, "wall 5/10").session(7, "wall 9/10").session(14, "wall 20")

    assert words(index, journal, 14).weeks() == (
        "50 % of the reps were clean in the first week with sessions, 100 % in the last week. "
        "Between 10 and 20 reps in each week with a session."
    )
    assert words(index, Journal().session(0, "wall 5/10"), 0).weeks() == "10 reps."
    assert words(index, Journal().session(0, "wall 5/10"), 30, weeks=1).weeks() == (
        "No session in these weeks."
    )


def test_loads_are_said_in_the_persons_unit(index: Index) -> None:
    pound = Decimal("0.45359237")
    record = SetRecord(drill="kettlebell-deadlift", reps=8, clean=8, load_kg=35 * pound, unit="lb")
    journal = Journal().setup(0, units="lb").with_sets(0, record)

    said = words(index, journal, 0)

    assert said.drills(said.report.drills) == "Kettlebell deadlift: 35 lb, 8 reps, 100 % clean."


def test_a_bell_told_in_both_units_is_said_once(index: Index) -> None:
    pounds = 18 * Decimal("0.45359237")
    record = SetRecord(drill="kettlebell-deadlift", reps=8, clean=8, load_kg=pounds, unit="lb")
    journal = Journal().setup(0, units="lb").session(0, "kb 8 @8").with_sets(7, record)

    said = words(index, journal, 7)

    assert [said.loads(drill) for drill in said.report.drills] == ["18 lb"]


def test_a_drill_says_its_loads_from_and_to(index: Index) -> None:
    journal = Journal().session(0, "kb 8 @12").session(7, "kb 8 @16").session(8, "jump 5")

    said = words(index, journal, 8)

    assert [said.loads(drill) for drill in said.report.drills] == ["12 kg to 16 kg", "without load"]
    assert said.load(None) == "body weight"


def test_mistakes_say_their_rates_and_what_then_is(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", mistakes={"looking-up": 3})
        .session(7, "wall 20", mistakes={"looking-up": 1})
    )
    one_week = Journal().session(0, "wall 10", mistakes={"looking-up": 3})

    noticed = told(index, journal, 7).noticed
    alone = told(index, one_week, 0).noticed

    assert words(index, journal, 7).mistakes(noticed, ["Looking up"]) == (
        "Noticed in 100 reps: looking up 30.0 then, 5.0 now. "
        "Then is the first week with sessions, now the last week."
    )
    assert words(index, one_week, 0).mistakes(alone, ["Looking up"]) == (
        "Noticed in 100 reps: looking up 30.0 now. All sessions are from one week."
    )


def test_films_say_what_felt_and_what_looked_clean(index: Index) -> None:
    journal = Journal().session(0, "wall 10").review(0, "e001", felt=10, saw=8)
    unseen = Journal().session(0, "wall 10").review(0, "e001", saw=8)

    said = words(index, journal, 0)

    assert said.reviews(said.report.reviews) == (
        "In 1 film 10 reps felt clean; on looking, 8 were."
    )
    assert said.reviews(told(index, unseen, 0).reviews) == "1 film looked at."
