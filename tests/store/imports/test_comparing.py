"""A file against the log: what is new, known, undone, deleted, purged, grown, or says otherwise."""

from typing import Any

import msgspec
import pytest

from factories import Journal
from hingecli.coach.log.events import AnyEvent, Session
from hingecli.store.codec import Contents
from hingecli.store.imports.comparing import FileComparison, compare
from hingecli.store.imports.incoming import Incoming
from store.tables import csv, sessions

V1 = "date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,10\n"
FIX = "date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,11\n"
MORE = "date,drill,reps\n2026-01-05,wall,10\n2026-01-05,wall,10\n2026-01-05,wall,12\n"
KEYED = "session,date,drill,reps\nabc,2026-01-05,wall,10\nabc,2026-01-05,wall,10\n"


class Log:
    """A log that imports, without a disk."""

    def __init__(self) -> None:
        self.journal = Journal()

    @property
    def contents(self) -> Contents:
        return Contents(events=self.journal.events)

    def take(self, found: Incoming, **how: Any) -> FileComparison:
        compared = compare(self.contents, found, **how)
        ids = tuple(event.id for event in compared.new)
        self.journal = Journal((*self.journal.events, *_after(self.journal, compared.new)))
        self.journal = self.journal.imported(*ids)
        return compared


def _after(journal: Journal, events: tuple[AnyEvent, ...]) -> list[AnyEvent]:
    first = max((event.seq for event in journal.events), default=0) + 1
    return [msgspec.structs.replace(event, seq=first + n) for n, event in enumerate(events)]


@pytest.fixture
def log() -> Log:
    return Log()


def test_a_file_is_new_once_and_then_known(log: Log) -> None:
    first = log.take(csv(V1))
    again = compare(log.contents, csv(V1))

    assert (first.sessions, len(first.new)) == (1, 2)
    assert (again.empty, again.known_sessions, again.known) == (True, 1, 2)


def test_one_more_row_grows_the_session(log: Log) -> None:
    log.take(csv(V1))

    found = compare(log.contents, csv(MORE))

    assert (found.sessions, found.grown, len(found.new), found.standing) == (0, 1, 1, ())


def test_rows_that_say_otherwise_leave_the_day_as_it_is(log: Log) -> None:
    log.take(csv(V1))

    (standing,) = compare(log.contents, csv(FIX)).standing
    taken = compare(log.contents, csv(FIX), update=True)

    assert standing.why == "differs"
    assert [r.reps for r in standing.ours] == [10, 10]
    assert [r.reps for r in standing.theirs] == [10, 11]
    assert (len(taken.new), [r.session for r in taken.rewrites]) == (1, [None])


def test_a_session_by_its_own_name_that_says_otherwise_is_taken_with_update(log: Log) -> None:
    log.take(csv(KEYED))
    other = csv(KEYED.replace("wall,10\n", "wall,11\n", 1))

    assert compare(log.contents, other).standing[0].why == "differs"
    (rewrite,) = compare(log.contents, other, update=True).rewrites
    assert rewrite.session == sessions(other)[0]


def test_sets_that_were_logged_by_hand_are_not_counted_twice(log: Log) -> None:
    log.journal = log.journal.session(0, "wall 10 10 12")

    (standing,) = compare(log.contents, csv(V1)).standing

    assert standing.why == "alike"
    assert compare(log.contents, csv(V1), update=True).sessions == 1


@pytest.mark.parametrize("logged", ["wall 10", "wall 10 11", "dowel 10 10"])
def test_another_session_of_the_day_is_no_hindrance(log: Log, logged: str) -> None:
    log.journal = log.journal.session(0, logged)

    assert compare(log.contents, csv(V1)).sessions == 1


def test_what_was_undone_comes_back(log: Log) -> None:
    found = log.take(csv(V1))
    ids = tuple(event.id for event in found.new)
    log.journal = log.journal.undo(*ids).session(3, "wall 5")

    again = compare(log.contents, csv(V1))

    assert (again.back, again.new, again.sessions) == (ids, (), 1)


def test_what_was_deleted_stays_away(log: Log) -> None:
    found = log.take(csv(KEYED))
    log.journal = log.journal.delete(found.new[0].id, 0)

    again = compare(log.contents, csv(KEYED))

    assert (again.empty, again.deleted) == (True, 1)


def test_what_was_purged_stays_away(log: Log) -> None:
    found = log.take(csv(KEYED))
    gone = found.new[0].id
    log.journal = log.journal.purge(gone)
    log.journal = Journal(tuple(e for e in log.journal.events if e.id != gone))

    again = compare(log.contents, csv(KEYED))

    assert (again.empty, again.purged) == (True, 1)


def test_what_was_edited_here_is_known_as_long_as_the_file_says_the_same(log: Log) -> None:
    found = log.take(csv(KEYED))
    log.journal = log.journal.edit(found.new[0].id, 0, "wall 9/10 10")

    assert compare(log.contents, csv(KEYED)).known_sessions == 1
    assert compare(log.contents, csv(KEYED.replace("10", "12"))).standing[0].why == "differs"


def events_of(journal: Journal) -> Incoming:
    return Incoming(contents=Contents(events=journal.events), format="hinge export")


def test_an_export_brings_back_what_was_undone_and_another_log_does_not() -> None:
    there = Journal().session(0, "wall 10")
    here = there.undo("e001")

    again = compare(Contents(events=here.events), events_of(there))
    merged = compare(
        Contents(events=here.events),
        msgspec.structs.replace(events_of(there), format="hinge log"),
    )

    assert (again.back, again.known) == (("e001",), 0)
    assert (merged.back, merged.known) == ((), 1)


def test_another_log_brings_back_what_it_had_brought() -> None:
    there = Journal().session(0, "wall 10")
    here = there.imported("e001").undo("e001", "e002")

    found = compare(
        Contents(events=here.events),
        msgspec.structs.replace(events_of(there), format="hinge log"),
    )

    assert found.back == ("e001",)


def test_an_export_that_holds_the_undo_brings_nothing_back() -> None:
    here = Journal().session(0, "wall 10").undo("e001")

    assert compare(Contents(events=here.events), events_of(here)).back == ()


def test_sessions_of_a_file_are_all_sessions() -> None:
    assert all(isinstance(event, Session) for event in csv(V1).contents.events)
