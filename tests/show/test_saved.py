import msgspec
import pytest

from hingecli.coach.log.events import Pain, SetRecord
from hingecli.show import reply
from show import samples
from show.screens import printed


def write(**changes: object) -> reply.Saved:
    basis = reply.Saved(index=samples.index(), today=samples.TODAY, sitting=samples.sitting())
    return msgspec.structs.replace(basis, **changes)


def lines(one: reply.Saved) -> list[str]:
    return printed(reply.render(one)).splitlines()


def test_an_opened_drill_is_told_with_what_it_needs() -> None:
    note = {"dowel-hinge": "Get a dowel, a PVC pipe or a broomstick."}
    gate = samples.load_gate()

    assert lines(write(opened=("dowel-hinge",), opening_notes=note, next_gate=gate)) == [
        "✓ Saved: wall hinge 20 clean of 20.",
        "◆ Opened: dowel hinge. You earned it. Get a dowel, a PVC pipe or a broomstick.",
        "Next: hinge today · undo: hinge undo",
    ]


def test_a_miss_shows_the_best_run() -> None:
    one = samples.sitting(sets=(SetRecord(drill="wall-hinge", reps=20, clean=19),))
    gate = samples.gate(conditions=(samples.condition(have=17),))

    assert lines(write(sitting=one, next_gate=gate)) == [
        "✓ Saved: wall hinge 19 clean of 20.",
        "○ dowel hinge  ████████░░  best run 17 of 20",
        "  20 wall hinges in a row, all clean, in one set",
        "Next: hinge today · undo: hinge undo",
    ]


def test_what_is_missing_is_listed_where_a_gate_asks_for_more() -> None:
    text = lines(write(next_gate=samples.load_gate()))

    assert text[1] == "○ kettlebell deadlift  ██████░░░░  1 of 4 conditions met"
    assert text[4] == "  ○ 214 of 300  300 clean unloaded reps in all"
    assert not any("2 of 2" in line for line in text)


def test_several_drills_are_said_with_their_total() -> None:
    assert lines(write(sitting=samples.rich_sitting()))[:3] == [
        "✓ Saved: dowel hinge 10; kettlebell deadlift 8 at 35 lb, 7 of 8 at 35 lb;",
        "  single-leg RDL 8 left, 7 of 8 right (40 clean of 42), pain 2 in the low back,",
        "  soreness 1, effort 5, 32.5 cm from the wall; noticed: lower back rounding × 2.",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "20."), (1, "20, yesterday."), (2, "20, on Sunday."), (20, "20, on 4 Nov.")],
)
def test_another_day_is_named(days: int, said: str) -> None:
    day = samples.TODAY.fromordinal(samples.TODAY.toordinal() - days)

    assert lines(write(sitting=samples.sitting(day=day)))[0].endswith(said)


def test_a_write_without_a_session_says_what_it_was() -> None:
    one = write(sitting=None, about="2 events.", verb="Undone", closed=("dowel-hinge",), undo="")

    assert lines(one) == [
        "✓ Undone: 2 events.",
        "○ Closed again: dowel hinge.",
        "Next: hinge today",
    ]


def test_what_is_about_safety_comes_first() -> None:
    hurt = samples.sitting(pain=Pain(score=6, where="low-back"))
    hold = "No load until two days at 2 or less."

    one = write(sitting=hurt, urgent=(hold,), more=("Not open yet.",), opened=("dowel-hinge",))

    assert lines(one)[:2] == [
        "✓ Saved: wall hinge 20 clean of 20, pain 6 in the low back.",
        f"▲ {hold}",
    ]
    assert reply.plain(one).splitlines()[1] == hold
    assert "› Not open yet." in lines(one)


def test_the_answer_in_plain_lines() -> None:
    gate = samples.gate(conditions=(samples.condition(have=12),))

    assert reply.plain(write(next_gate=gate)).splitlines() == [
        "Saved: wall hinge 20 clean of 20.",
        "Dowel hinge: best run 12 of 20. It asks 20 wall hinges in a row, all clean, in one set.",
        "Next: hinge today",
        "undo: hinge undo",
    ]
    assert "Opened: dowel hinge. You earned it." in reply.plain(write(opened=("dowel-hinge",)))


def test_a_gate_that_only_a_hold_keeps_closed_says_so() -> None:
    met = samples.gate(conditions=(samples.condition(have=20),))

    assert "Dowel hinge: it opens once the hold is over." in reply.plain(write(next_gate=met))


def test_a_note_is_said_back() -> None:
    noted = samples.sitting(note="after a \x1blong drive")

    assert lines(write(sitting=noted))[1] == "  “after a long drive”"
    assert reply.plain(write(sitting=noted)).splitlines()[1] == "Note: after a long drive"
