"""Undo and redo go one command a step; an import is one, with all that it brought."""

from factories import Journal
from hingecli.coach.log.undo import redo_step, undo_step


def ids(events: tuple[object, ...]) -> list[str]:
    return [getattr(event, "id", "") for event in events]


def shown(journal: Journal) -> list[str]:
    return [sitting.id for sitting in journal.read().sittings]


def test_undo_steps_back_one_command_with_all_its_events() -> None:
    journal = (
        Journal().session(0, "wall 10").session(0, "wall 9", cmd="x").session(0, "kb 8", cmd="x")
    )

    assert ids(undo_step(journal.events)) == ["e002", "e003"]


def test_undo_of_nothing_is_empty() -> None:
    assert undo_step(()) == ()


def test_undo_twice_steps_to_the_command_before() -> None:
    journal = Journal().session(0, "wall 10").session(0, "wall 9").undo("e002")

    assert ids(undo_step(journal.events)) == ["e001"]


def test_undo_ends_when_all_is_undone() -> None:
    assert undo_step(Journal().session(0, "wall 10").undo("e001").events) == ()


def test_undo_of_an_import_takes_all_that_it_brought() -> None:
    journal = Journal().session(0, "wall 10").session(1, "wall 9").imported("e001", "e002", on=2)

    assert ids(undo_step(journal.events)) == ["e001", "e002", "e003"]


def test_what_an_import_brought_is_no_step_of_its_own() -> None:
    journal = (
        Journal().session(0, "wall 8").session(0, "wall 10").imported("e002").undo("e002", "e003")
    )

    assert ids(undo_step(journal.events)) == ["e001"]


def test_a_purge_is_never_undone() -> None:
    journal = Journal().session(0, "wall 8").session(0, "wall 10").purge("e002")

    assert ids(undo_step(journal.events)) == ["e001"]


def test_redo_brings_back_the_last_undo() -> None:
    journal = Journal().session(0, "wall 10").session(0, "wall 9").undo("e002").undo("e001")

    assert ids(redo_step(journal.events)) == ["e001"]


def test_redo_twice_brings_back_both() -> None:
    journal = (
        Journal().session(0, "wall 10").session(0, "wall 9").undo("e002").undo("e001").redo("e001")
    )

    assert ids(redo_step(journal.events)) == ["e002"]


def test_redo_without_an_undo_is_empty() -> None:
    assert redo_step(Journal().session(0, "wall 10").events) == ()


def test_a_redo_that_has_nothing_to_bring_back_is_harmless() -> None:
    assert redo_step(Journal().session(0, "wall 10").redo("e001").events) == ()


def test_redo_is_gone_after_the_next_new_command() -> None:
    journal = Journal().session(0, "wall 10").undo("e001").session(0, "wall 9")

    assert redo_step(journal.events) == ()


def test_redo_brings_an_import_back_whole() -> None:
    journal = Journal().session(0, "wall 10").session(1, "wall 9").imported("e001", "e002", on=2)

    assert ids(redo_step(journal.undo("e001", "e002", "e003", on=2).events)) == [
        "e001",
        "e002",
        "e003",
    ]


def test_undo_of_an_import_undoes_the_undos_it_brought() -> None:
    brought = Journal().session(0, "wall 10").undo("e001", on=1).imported("e002", on=2)
    assert ids(brought.read().sittings) == []

    undone = brought.undo(*ids(undo_step(brought.events)), on=3)

    assert ids(undone.read().sittings) == ["e001"]
    assert ids(undone.redo(*ids(redo_step(undone.events)), on=4).read().sittings) == []


def test_what_was_undone_in_an_import_stays_off_through_undo_and_redo() -> None:
    brought = (
        Journal()
        .session(0, "wall 10")
        .undo("e001", on=1)
        .session(1, "wall 11")
        .imported("e001", "e002", "e003", on=2)
    )
    assert shown(brought) == ["e003"]

    undone = brought.undo(*ids(undo_step(brought.events)), on=3)
    redone = undone.redo(*ids(redo_step(undone.events)), on=4)
    again = redone.undo(*ids(undo_step(redone.events)), on=5)

    assert (shown(undone), shown(redone), shown(again)) == ([], ["e003"], [])
