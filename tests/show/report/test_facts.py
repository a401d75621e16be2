"""What stands at the top: true to the values, for a reader who was not there."""

from factories import Journal, day, learner, lifter
from hingecli.coach.log.events import SetRecord
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import report
from hingecli.show.report.facts import facts
from hingecli.show.report.painwords import MOST_NAMED, PainCaptions
from hingecli.show.report.words import ReportWords


def words(index: Index, journal: Journal, on: int, *, weeks: int = 12) -> ReportWords:
    return ReportWords(report(index, journal.read(), today=day(on), weeks=weeks), index)


def fact(index: Index, journal: Journal, on: int, about: str) -> str:
    return next(f.text for f in facts(words(index, journal, on)) if f.about == about)


def test_the_facts_of_a_quiet_beginner_say_what_is_and_what_was_not(index: Index) -> None:
    told = {f.about: f.text for f in facts(words(index, learner(), 11))}

    assert told == {
        "Practice": "11 sessions on 11 of 12 days, none with load.",
        "Load on hold": "Not in these weeks.",
        "Red days": "None: no pain of 5 or more, none sharp or spreading.",
        "Pain": "No score was told.",
        "Reps": "340 reps, 100 % clean by their own count.",
        "Ladder": "Week 2 of 12. Phase 2 of 4: light resistance: the dowel. "
        "Furthest drill done: dowel hinge. "
        "Next: kettlebell deadlift, which needs plan week 5 or later (2 of 5).",
    }


def test_practice_says_on_how_many_days_there_was_load(index: Index) -> None:
    journal = lifter().session(0, "kb 8 @16").session(0, "wall 10").session(1, "wall 10")

    assert fact(index, journal, 2, "Practice") == (
        "3 sessions on 2 of 3 days, on 1 of them with load."
    )


def test_a_share_is_never_rounded_up_to_all(index: Index) -> None:
    journal = Journal().session(0, "wall 10").session(1, "wall 299/300")

    assert fact(index, journal, 1, "Reps") == "310 reps, 99 % clean by their own count."


def test_reps_that_nobody_counted_have_no_share(index: Index) -> None:
    journal = Journal().with_sets(0, SetRecord(drill="wall-hinge", reps=10, clean=None))

    assert fact(index, journal, 0, "Reps") == "10 reps by their own count."


def test_a_hold_that_stands_is_marked_and_says_why(index: Index) -> None:
    said = words(index, lifter().session(1, "kb 8 @16", pain=6, where="hip"), 2)

    hold = next(f for f in facts(said) if f.about == "Load on hold")

    assert hold.now
    assert hold.text == "Load is on hold since 6 Jan, after pain 6 of 10, hip."


def test_a_hold_that_is_over_says_its_days(index: Index) -> None:
    hurt = lifter().session(1, "kb 8 @16", pain=6, where="hip")
    short = hurt.morning(2, 0).morning(3, 0)
    long = hurt.morning(3, 0).morning(4, 0)

    assert "on hold from 6 Jan to 7 Jan," in fact(index, short, 5, "Load on hold")
    assert "on hold from 6 Jan to 8 Jan," in fact(index, long, 5, "Load on hold")
    assert not next(f for f in facts(words(index, long, 5)) if f.about == "Load on hold").now


def test_a_hold_that_asks_for_a_professional_says_so(index: Index) -> None:
    journal = lifter().session(1, "kb 8 @16", pain=2, where="chest")

    assert "professional" in fact(index, journal, 2, "Load on hold")


def test_a_hold_of_many_ambers_says_that(index: Index) -> None:
    journal = lifter()
    for number in range(0, 20, 2):
        journal = journal.session(number, "kb 3x8 @16", pain=4, where="hip")

    assert "after many days with some pain" in fact(index, journal, 20, "Load on hold")


def test_of_many_holds_and_red_days_the_latest_are_named(index: Index) -> None:
    journal = lifter()
    for number in range(0, 60, 10):
        journal = journal.session(number, "kb 8 @16", pain=6, where="hip")
        journal = journal.morning(number + 1, 0).morning(number + 2, 0)

    holds, red = fact(index, journal, 60, "Load on hold"), fact(index, journal, 60, "Red days")

    assert holds.startswith("6 times; the latest: Load was on hold from 25 Jan")
    assert holds.count("on hold") == MOST_NAMED
    assert red.startswith("6 days: pain 6 of 10, hip, 25 Jan;")
    assert red.endswith(", and 2 earlier.")


def test_pain_says_the_quiet_scores_and_the_worst(index: Index) -> None:
    journal = Journal().session(0, "wall 10", pain=2).session(1, "wall 10", pain=4).morning(2, 1)

    assert fact(index, journal, 2, "Pain") == (
        "3 scores told, 2 or less in 2. Worst: pain 4 of 10, 6 Jan."
    )
    assert PainCaptions(words(index, journal, 2)).chart() == (
        "Told after sessions on 2 days: 2 or less on 1 of them. Worst pain 4 of 10, 6 Jan. "
        "Told on 1 morning: never over 2 of 10."
    )


def test_pain_says_where_it_was_the_place_told_most_first(index: Index) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", pain=1, where="hip")
        .session(1, "wall 10", pain=2, where="low-back")
        .session(2, "wall 10", pain=2, where="low-back")
        .session(3, "wall 10", pain=0, where="knee")
        .session(4, "wall 10", pain=1)
    )

    assert fact(index, journal, 4, "Pain").endswith(" Where: low back on 2 days, hip on 1 day.")


def test_scores_of_which_none_is_quiet_are_said_so(index: Index) -> None:
    journal = Journal().session(0, "wall 10", pain=4)

    assert fact(index, journal, 0, "Pain") == (
        "1 score told, 2 or less in none. Worst: pain 4 of 10, 5 Jan."
    )
    assert (
        PainCaptions(words(index, journal, 0))
        .chart()
        .startswith("Told after sessions on 1 day. Worst pain 4 of 10, ")
    )


def test_a_break_says_its_days_and_its_pause(index: Index) -> None:
    away = Journal().session(0, "wall 10").pause(2, until=12).session(20, "wall 10")
    ill = Journal().session(0, "wall 10").pause(2, ill=True).session(20, "wall 10")
    none = Journal().session(0, "wall 10").session(20, "wall 10")

    assert fact(index, away, 20, "Breaks") == "No session from 6 Jan to 24 Jan (19 days, paused)."
    assert fact(index, ill, 20, "Breaks") == "No session from 6 Jan to 24 Jan (19 days, ill)."
    assert fact(index, none, 20, "Breaks") == "No session from 6 Jan to 24 Jan (19 days)."


def test_what_was_opened_by_hand_is_named_without_its_reason(index: Index) -> None:
    journal = learner().override(12, "kb", because="a secret")

    assert fact(index, journal, 13, "Opened by hand") == (
        "kettlebell deadlift (17 Jan): before its gate."
    )
    assert fact(index, journal.override(13, "rdl"), 13, "Opened by hand") == (
        "kettlebell deadlift (17 Jan), Romanian deadlift (18 Jan): before their gates."
    )


def test_after_the_plan_the_week_says_so(index: Index) -> None:
    assert fact(index, learner(), 90, "Ladder").startswith("Week 13; the 12 weeks of the plan are")
