"""Events become sessions: what was undone, edits, deletions, sittings, imports, any order."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import DAY_ONE, Journal, day, sets, state_on
from hingecli.coach.log.events import Resume, in_order
from hingecli.coach.log.sessions import find_sitting, read_log
from hingecli.coach.log.undo import redo_step, undo_step
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UnknownNameError

HOUR = timedelta(hours=1)
LATE = datetime(2026, 1, 1, tzinfo=UTC)


def reps(journal: Journal) -> list[int]:
    """Return the reps of each session's first set, in the log's order."""
    return [sitting.sets[0].reps for sitting in journal.read().sittings]


def ids(events: tuple[object, ...]) -> list[str]:
    return [getattr(event, "id", "") for event in events]


def test_an_empty_log_has_no_entries() -> None:
    assert read_log(()).days == ()


def test_sessions_come_by_day_and_within_a_day_in_log_order() -> None:
    journal = Journal().session(3, "wall 10").session(1, "wall 11").session(3, "wall 12")

    days = journal.read().days

    assert [entry.day for entry in days] == [day(1), day(3)]
    assert reps(journal) == [11, 10, 12]


def test_events_are_ordered_by_seq_and_ties_by_id_whatever_the_clock_says() -> None:
    events = [
        Resume(id=id_, seq=seq, cmd="c", at=LATE - seq * HOUR, day=DAY_ONE, recorded=LATE)
        for id_, seq in (("a", 1), ("a2", 2), ("b2", 2), ("a3", 3))
    ]

    assert list(in_order(events)) == events
    assert list(in_order(events[:2] + events[3:])) == events[:2] + events[3:]
    assert list(in_order(reversed(events))) == events


def test_settings_stand_in_the_entry_of_their_day() -> None:
    journal = Journal().morning(2, 1).session(2, "wall 10").pause(4)

    days = journal.read().days

    assert [(len(e.sittings), len(e.statements)) for e in days] == [(1, 1), (0, 1)]


def test_an_undone_session_counts_no_longer() -> None:
    journal = Journal().session(0, "wall 10").session(1, "wall 11").undo("e002")

    assert reps(journal) == [10]


def test_a_redone_session_counts_again() -> None:
    journal = Journal().session(0, "wall 10").undo("e001").redo("e001")

    assert reps(journal) == [10]


def test_the_last_of_undone_and_redone_wins() -> None:
    journal = Journal().session(0, "wall 10").undo("e001").redo("e001").undo("e001")

    assert reps(journal) == []


def test_an_undone_setting_counts_no_longer() -> None:
    journal = Journal().override(0, "kb").undo("e001")

    assert journal.read().days == ()


def test_an_edit_replaces_the_whole_session_and_its_day() -> None:
    journal = Journal().session(3, "wall 10", effort=5, note="old").edit("e001", 1, "wall 12")

    (sitting,) = journal.read().sittings

    assert (sitting.id, sitting.day, sitting.sets) == ("e001", day(1), sets("wall 12"))
    assert (sitting.effort, sitting.note) == (None, None)


def test_the_last_edit_wins() -> None:
    journal = Journal().session(0, "wall 10").edit("e001", 0, "wall 11").edit("e001", 0, "wall 12")

    assert reps(journal) == [12]


def test_an_undone_edit_brings_the_words_before_it_back() -> None:
    journal = Journal().session(0, "wall 10").edit("e001", 0, "wall 11").undo("e002")

    assert reps(journal) == [10]


def test_an_edit_of_what_is_not_there_is_ignored() -> None:
    journal = Journal().session(0, "wall 10").edit("gone", 0, "wall 11")

    assert reps(journal) == [10]


def test_a_deletion_beats_an_edit_that_comes_later() -> None:
    journal = Journal().session(0, "wall 10").delete("e001").edit("e001", 0, "wall 11")

    assert reps(journal) == []


def test_a_deletion_of_what_is_not_there_is_ignored() -> None:
    assert reps(Journal().session(0, "wall 10").delete("gone")) == [10]


def test_an_undone_deletion_brings_the_session_back() -> None:
    assert reps(Journal().session(0, "wall 10").delete("e001").undo("e002")) == [10]


def test_a_purged_event_counts_for_nothing_even_when_redone() -> None:
    journal = Journal().session(0, "wall 10").session(0, "wall 11").purge("e001").redo("e001")

    assert reps(journal) == [11]


def test_events_of_one_sitting_show_as_one_session() -> None:
    journal = (
        Journal()
        .session(0, "wall 10", sitting="s", pain=2, effort=4, note="first", distance="30", sore=1)
        .session(0, "dowel 8/10", sitting="s", pain=5, mistakes={"looking-up": 2})
        .session(0, "dowel 9", sitting="s", pain=3, effort=6, note="last", distance="35", sore=2)
    )

    (sitting,) = journal.read().sittings

    assert (sitting.id, sitting.ids) == ("e001", ("e001", "e002", "e003"))
    assert sitting.sets == sets("wall 10", "dowel 8/10", "dowel 9")
    assert sitting.pain is not None
    assert sitting.pain.score == 5
    assert (sitting.effort, sitting.note, sitting.sore) == (6, "first; last", 2)
    assert sitting.distance_cm == Decimal(35)
    assert [(m.mistake, m.count) for m in sitting.mistakes] == [("looking-up", 2)]


def test_a_mistake_of_several_sets_is_told_once_for_each_drill() -> None:
    journal = Journal()
    for text in ("wall 10", "wall 9", "dowel 8"):
        journal = journal.session(0, text, sitting="s", mistakes={"looking-up": 2, "arms-lift": 1})

    (sitting,) = journal.read().sittings

    assert [(noted.drill, noted.mistake, noted.count) for noted in sitting.mistakes] == [
        ("wall-hinge", "looking-up", 4),
        ("wall-hinge", "arms-lift", 2),
        ("dowel-hinge", "looking-up", 2),
        ("dowel-hinge", "arms-lift", 1),
    ]


def test_a_joined_sitting_keeps_the_unit_of_its_last_distance() -> None:
    journal = (
        Journal()
        .session(0, "wall 10", sitting="s", distance="30")
        .session(0, "wall 9", sitting="s")
        .session(0, "wall 9", sitting="s")
    )
    journal = journal.edit("e002", 0, "wall 9", distance_cm=Decimal("35.56"), distance_unit="in")

    (sitting,) = journal.read().sittings

    assert (sitting.distance_cm, sitting.distance_unit) == (Decimal("35.56"), "in")


def test_a_joined_sitting_keeps_what_only_its_first_event_told() -> None:
    journal = (
        Journal().session(0, "wall 10", sitting="s", effort=4).session(0, "wall 9", sitting="s")
    )

    (sitting,) = journal.read().sittings

    assert (sitting.effort, sitting.pain, sitting.note) == (4, None, None)


def test_sharp_is_worse_than_dull_at_the_same_score() -> None:
    journal = (
        Journal()
        .session(0, "wall 10", sitting="s", pain=4, sharp=True)
        .session(0, "wall 9", sitting="s", pain=4)
    )

    (sitting,) = journal.read().sittings

    assert sitting.pain is not None
    assert sitting.pain.sharp


def test_a_sitting_loses_only_the_event_that_was_deleted() -> None:
    journal = (
        Journal()
        .session(0, "wall 10", sitting="s")
        .session(0, "wall 9", sitting="s")
        .delete("e001")
    )

    (sitting,) = journal.read().sittings

    assert (sitting.id, sitting.ids) == ("e002", ("e002",))


def test_only_what_was_recorded_by_the_end_of_a_day_counts_then() -> None:
    evening = datetime.combine(day(2), time(3, 59), tzinfo=UTC)
    next_day = datetime.combine(day(2), time(4), tzinfo=UTC)
    journal = (
        Journal()
        .session(0, "wall 10")
        .session(0, "wall 11", recorded=evening)
        .session(0, "wall 12", recorded=next_day)
    )

    then = journal.read(recorded_by=1)

    assert [sitting.sets[0].reps for sitting in then.sittings] == [10, 11]
    assert len(journal.read(recorded_by=2).sittings) == 3


def test_an_undo_recorded_later_does_not_reach_back() -> None:
    journal = Journal().session(0, "wall 10").undo("e001", on=5)

    assert len(journal.read(recorded_by=4).sittings) == 1
    assert len(journal.read(recorded_by=5).sittings) == 0


def test_a_session_is_found_by_any_unique_prefix_of_its_ids() -> None:
    journal = Journal().session(0, "wall 10", sitting="s").session(0, "wall 9", sitting="s")

    assert find_sitting(journal.read(), "E002").id == "e001"


@pytest.mark.parametrize(
    ("prefix", "says"), [("e00", "2 sessions"), ("x", 'id "x"'), ("", 'id ""')]
)
def test_a_prefix_of_none_or_many_is_refused(prefix: str, says: str) -> None:
    log = Journal().session(0, "wall 10").session(1, "wall 9").read()

    with pytest.raises(UnknownNameError, match=says):
        find_sitting(log, prefix)


# --- order ---


@given(st.permutations(range(9)))
def test_the_order_of_events_in_the_file_does_not_matter(places: list[int]) -> None:
    journal = (
        Journal()
        .session(0, "wall 10", sitting="s", effort=3)
        .session(0, "wall 11", sitting="s", effort=4)
        .edit("e001", 1, "wall 12")
        .session(2, "wall 13")
        .undo("e004")
        .redo("e004")
        .delete("e002")
        .undo("e007")
        .morning(2, 1)
    )
    shuffled = tuple(journal.events[place] for place in places)

    assert read_log(shuffled) == journal.read()
    assert undo_step(shuffled) == undo_step(journal.events)
    assert redo_step(shuffled) == redo_step(journal.events)


def test_equal_numbers_are_ordered_by_id_and_never_by_the_clock() -> None:
    early = datetime.combine(DAY_ONE, time(7), tzinfo=UTC)
    journal = (
        Journal()
        .session(0, "wall 10", id="b", seq=1)
        .session(0, "wall 11", id="a", seq=1)
        .session(0, "wall 12", id="c", seq=1, at=early)
    )

    assert reps(journal) == [11, 10, 12]


def test_film_reviews_and_what_is_asked_once_are_statements_of_their_day() -> None:
    journal = Journal().review(2, "s").told_once(1, "key", "no").review(2, None)

    days = journal.read().days

    assert [(entry.day, ids(entry.statements)) for entry in days] == [
        (day(1), ["e002"]),
        (day(2), ["e001", "e003"]),
    ]


def test_film_reviews_and_what_is_asked_once_are_undone_and_redone_like_any_statement() -> None:
    journal = Journal().review(0, "s").told_once(0, "key", "no")

    assert ids(undo_step(journal.events)) == ["e002"]
    undone = journal.undo("e002")
    assert ids(undo_step(undone.events)) == ["e001"]
    assert [ids(entry.statements) for entry in undone.read().days] == [["e001"]]
    assert ids(redo_step(undone.events)) == ["e002"]
    assert [ids(entry.statements) for entry in undone.redo("e002").read().days] == [
        ["e001", "e002"]
    ]


def test_the_last_answer_to_what_is_asked_once_is_remembered(index: Index) -> None:
    journal = Journal().told_once(0, "a", "no").told_once(0, "b", "no").told_once(1, "a", "yes")

    state = state_on(index, journal.review(1, "s"), 1)

    assert state.told_once == {"a": "yes", "b": "no"}
    assert state.seen_professional is None


def test_the_last_session_is_found_by_that_word() -> None:
    journal = Journal().session(0, "wall 10").session(2, "wall 11").session(1, "wall 12")

    assert find_sitting(journal.read(), "Last").sets[0].reps == 11
    with pytest.raises(UnknownNameError):
        find_sitting(Journal().read(), "last")


def test_days_are_put_beside_those_of_a_log_that_has_them() -> None:
    first = Journal().morning(0, 1).session(1, "wall 10")
    both = first.session(1, "wall 11").morning(1, 2).session(0, "wall 12").session(2, "wall 13")
    later = Journal(events=both.events[len(first.events) :])

    assert first.read().with_days(later.read()) == both.read()
