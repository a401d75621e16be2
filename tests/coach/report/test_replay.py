"""One log under two protocols."""

from msgspec.structs import replace as changed

from factories import Journal, day, learner
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.replay import Opened, replay


def easier(index: Index) -> Index:
    """A protocol whose dowel opens at fifteen reps, without most of the ladder."""
    dowel = index.rungs["dowel-hinge"]
    gate = (changed(dowel.gate[0], reps=15),)
    ladder = (index.rungs["wall-hinge"], changed(dowel, gate=gate, name="stick hinge"))
    return Index(changed(index.protocol, title="Easier", ladder=ladder))


def opened(index: Index, journal: Journal, on: int) -> dict[str, Opened]:
    found = replay(journal.read(), index, easier(index), today=day(on))
    return {drill.drill: drill for drill in found.drills}


def test_a_drill_opens_on_its_day_under_each_protocol(index: Index) -> None:
    drills = opened(index, Journal().session(0, "wall 15").session(4, "wall 20"), 9)

    assert (drills["dowel-hinge"].own, drills["dowel-hinge"].other) == (day(4), day(0))
    assert drills["dowel-hinge"].name == "stick hinge"


def test_what_is_open_from_the_start_has_the_day_of_the_first_entry(index: Index) -> None:
    assert opened(index, Journal().session(3, "wall 5"), 9)["wall-hinge"].own == day(3)
    assert opened(index, Journal(), 9)["wall-hinge"].other == day(9)


def test_a_drill_that_one_protocol_lacks_never_opens_there(index: Index) -> None:
    drills = opened(index, learner(), 30)

    assert drills["kettlebell-deadlift"].own == day(28)
    assert drills["kettlebell-deadlift"].other is None
    assert list(drills)[:2] == ["wall-hinge", "dowel-hinge"]
    assert len(drills) == len(index.rungs)


def test_an_override_keeps_its_mark(index: Index) -> None:
    assert opened(index, Journal().override(0, "dowel"), 0)["dowel-hinge"].override


def test_the_day_is_decided_under_both(index: Index) -> None:
    found = replay(learner().read(), index, easier(index), today=day(28))

    assert (found.own, found.other) == (index.protocol.title, "Easier")
    assert (found.today_own, found.today_other) == ("load", "practice")
