"""Repair: what a hand edit says otherwise, what an earlier log lacked, what can be salvaged."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import Journal
from hingecli.coach.log.events import AnyEvent, Redone, Undone
from hingecli.coach.log.sessions import read_log
from hingecli.errors import LogError
from hingecli.store import EventLog
from hingecli.store.codec import Contents, Format, NewerSchemaError
from hingecli.store.diagnosis import diagnose, hand_edits, quarantined
from hingecli.store.repair import hand_edit, plan_restore
from hingecli.store.salvage import salvage
from hingecli.store.tidy import forget, tidy
from hingecli.store.union import unite
from store.logs import NEWER, contents, file_bytes, log_of, paths, write
from systems import needs_modes

THREE = Journal().session(0, "wall 20", note="one").session(1, "wall 12").session(2, "wall 15")


def edited(data: bytes) -> tuple[list[str], list[str], list[str]]:
    """Return the ids that an edit of THREE's file changes, adds, takes out."""
    found = hand_edit(Contents(events=THREE.events), [salvage(data, layout=Format())])
    return (
        [event.id for event in found.changed],
        [event.id for event in found.added],
        [event.id for event in found.removed],
    )


def test_a_changed_word_is_a_change() -> None:
    assert edited(file_bytes(THREE).replace(b'"one"', b'"ONE"')) == (["e001"], [], [])


def test_a_row_taken_out_is_removed_even_the_last() -> None:
    lines = file_bytes(THREE).split(b"\n")
    without_last = b"\n".join(lines[:4] + lines[5:]).replace(b"}},\n}}", b"}}\n}}")

    assert edited(without_last) == ([], [], ["e003"])


def test_a_row_put_in_is_added() -> None:
    other = THREE.session(3, "wall 9")

    assert edited(file_bytes(other)) == ([], ["e004"], [])


def test_what_was_logged_after_the_edit_is_not_taken_out() -> None:
    log = THREE.session(3, "wall 9")
    data = file_bytes(THREE).replace(b'"one"', b'"ONE"')

    found = hand_edit(Contents(events=log.events), [salvage(data, layout=Format())])

    assert (len(found.changed), found.removed) == (1, ())


def test_a_cut_file_gives_its_whole_rows_and_takes_nothing_out() -> None:
    data = file_bytes(THREE)
    cut = data[: data.index(b'"3":') + 40]

    found = salvage(cut, layout=Format())

    assert [event.id for event in found.contents.events] == ["e001", "e002"]
    assert not found.whole
    assert edited(cut) == ([], [], [])


def test_rows_that_are_no_events_are_told_by_number() -> None:
    data = file_bytes(THREE).replace(b'"reps":12', b'"reps":-12')

    found = salvage(data, layout=Format())

    assert [number for number, _ in found.rejected] == [2]
    assert len(found.contents.events) == 2


def test_a_deeply_nested_row_is_rejected_and_the_others_kept() -> None:
    deep = b"[" * 100_000 + b"]" * 100_000
    data = file_bytes(THREE).replace(b'"clean":12', b'"clean":%b' % deep)

    found = salvage(data, layout=Format())

    assert [number for number, _ in found.rejected] == [2]
    assert [event.id for event in found.contents.events] == ["e001", "e003"]


def test_a_newer_schema_is_not_salvaged() -> None:
    with pytest.raises(NewerSchemaError):
        salvage(file_bytes(THREE, schema=NEWER), layout=Format())


@given(contents)
def test_an_untouched_file_is_an_edit_of_nothing(held: Contents) -> None:
    held = unite([held])
    found = salvage(file_bytes(Journal(held.events)), layout=Format())

    if not found.rejected:
        assert hand_edit(held, [found]).empty


@given(st.integers(0, 6), st.lists(st.integers(0, 5), max_size=6))
def test_going_back_shows_what_the_snapshot_showed(at: int, undos: list[int]) -> None:
    journal = Journal()
    for number in range(3):
        journal = journal.session(number, "wall 20")
    for step, target in enumerate(undos):
        name = f"e{target + 1:03}"
        journal = journal.undo(name) if step % 2 == 0 else journal.redo(name)
    journal = journal.session(8, "wall 9")
    earlier = journal.events[: at % (len(journal.events) + 1)]

    change = plan_restore(Contents(events=journal.events), Contents(events=earlier))
    restored: list[AnyEvent] = list(journal.events)
    head = Journal(journal.events)
    restored += head.redo(*change.redo).events[-1:]
    restored += Journal(tuple(restored)).undo(*change.undo).events[-1:]

    shown = [sitting.id for sitting in read_log(restored).sittings]
    assert shown == [sitting.id for sitting in read_log(earlier).sittings]
    assert isinstance(restored[-2], Redone)
    assert isinstance(restored[-1], Undone)


def test_doctor_finds_nothing_wrong_with_a_fresh_log(tmp_path: Path) -> None:
    found = diagnose(log_of(tmp_path, THREE))

    assert (found.problems, found.notes, found.edit) == ((), (), None)
    assert [copy.condition for copy in found.copies] == ["good", "good"]
    assert [copy.events for copy in found.copies] == [3, 3]


def test_doctor_finds_a_missing_log_well(tmp_path: Path) -> None:
    found = diagnose(EventLog(tmp_path / "none"))

    assert [copy.condition for copy in found.copies] == ["missing", "missing"]
    assert found.problems == ()


@pytest.mark.parametrize("which", [0, 1])
def test_doctor_names_the_damaged_copy_and_what_it_says_otherwise(
    tmp_path: Path, which: int
) -> None:
    log = log_of(tmp_path, THREE)
    copy = paths(tmp_path)[which]
    copy.write_bytes(copy.read_bytes().replace(b'"one"', b'"ONE"'))

    found = diagnose(log)

    assert found.copies[which].condition == "damaged"
    assert any(copy.name in problem for problem in found.problems)
    assert found.edit is not None
    assert [event.id for event in found.edit.changed] == ["e001"]


def test_doctor_calls_an_older_second_copy_stale_not_wrong(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    paths(tmp_path)[1].write_bytes(file_bytes(Journal(THREE.events[:2])))

    found = diagnose(log)

    assert found.copies[1].condition == "stale"
    assert found.problems == ()
    assert len(found.notes) == 1


@needs_modes
def test_doctor_says_what_others_may_read(tmp_path: Path) -> None:
    log = log_of(tmp_path / "home", THREE)
    paths(tmp_path / "home")[0].chmod(0o644)

    notes = diagnose(log).notes

    assert len(notes) == 1
    assert "644" in notes[0]


def test_a_conflict_copy_is_removed_once_both_copies_hold_it(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    conflict = tmp_path / "hinge (1).json"
    conflict.write_bytes(file_bytes(THREE.session(3, "wall 9")))

    assert tidy(log) == ()
    assert not diagnose(log).conflicts[0].absorbed

    write(tmp_path, THREE.session(3, "wall 9").morning(4, 0))
    assert diagnose(log).conflicts[0].absorbed
    assert tidy(log) == (conflict,)
    assert len(log.read().events) == 5


def test_a_conflict_copy_stays_while_one_of_the_copies_lacks_it(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    (tmp_path / "hinge (1).json").write_bytes(file_bytes(Journal(THREE.events[:2])))
    paths(tmp_path)[1].unlink()

    assert tidy(log) == ()


def test_a_copy_of_any_other_name_is_never_removed(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    (tmp_path / "hinge-LAPTOP.json").write_bytes(file_bytes(Journal(THREE.events[:2])))

    assert diagnose(log).conflicts[0].absorbed
    assert tidy(log) == ()


def test_a_log_in_utf_16_is_told_as_such(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    main, _ = paths(tmp_path)
    main.write_bytes(main.read_bytes().decode().encode("utf-16"))

    assert "UTF-16" in diagnose(log).copies[0].why
    assert len(log.read().events) == 3


def test_a_damaged_conflict_copy_is_left_alone(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    (tmp_path / "hinge (1).json").write_bytes(b"half")

    assert diagnose(log).conflicts[0].condition == "damaged"
    assert tidy(log) == ()
    assert log.read().warnings == ()


def test_an_accepted_hand_edit_wins_over_every_copy_from_then_on(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    main, backup = paths(tmp_path)
    good = backup.read_bytes()
    for word in (b'"zzz"', b'"aaa"'):  # whichever digest is higher
        main.write_bytes(main.read_bytes().replace(b'"one"', word).replace(b'"zzz"', word))
        files = hand_edits(log)
        log.rebuild(
            lambda held: (hand_edit(held, [one for _, one in files]).contents, ()),  # noqa: B023
            damaged=True,
        )
        forget(log, files)
        (tmp_path / "hinge (1).json").write_bytes(good)

        first = log.read().events[0]
        assert f'"{first.body.note}"'.encode() == word  # type: ignore[union-attr]
        assert quarantined(tmp_path) == ()


def test_two_damaged_copies_are_rebuilt_from_the_rows_that_are_left(tmp_path: Path) -> None:
    log = log_of(tmp_path, THREE)
    for copy in paths(tmp_path):
        data = copy.read_bytes()
        copy.write_bytes(data[: data.index(b'"3":') + 40])
    with pytest.raises(LogError):
        log.read()

    files = hand_edits(log)
    log.rebuild(
        lambda held: (hand_edit(held, [one for _, one in files]).contents, ()), damaged=True
    )

    assert log.read().events == THREE.events[:2]
    assert len(quarantined(tmp_path)) == 1
