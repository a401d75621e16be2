"""Breaks: the re-check before the first load after a long one."""

import msgspec
import pytest

from coach.rules.trained import RDL, away, load_and_sets
from factories import Journal, dose, lifter, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.sessions import after_session


def gone(days: int = 16) -> tuple[Journal, int]:
    return lifter("rdl").session(0, "rdl 3x8 @40"), days


@pytest.mark.parametrize(("days", "kind"), [(14, "load"), (15, "recheck")])
def test_from_fifteen_days_on_the_first_day_is_a_recheck(
    index: Index, days: int, kind: str
) -> None:
    journal, _ = gone()

    assert today(index, journal, days).kind == kind


def test_a_recheck_is_ten_dowel_reps_and_never_a_zero(index: Index) -> None:
    journal, on = gone()

    decision = today(index, journal, on)

    assert dose(decision) == ("dowel-hinge", 1, 10)
    assert "16 days away" in decision.reasons[0].text
    assert "short re-check" in decision.reasons[0].text
    assert "lost" not in decision.reasons[0].text


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("dowel 10", "load"),
        ("dowel 9/10", "load"),
        ("dowel 8/10", "recheck"),
        ("dowel 9", "recheck"),
        ("dowel 18/20", "load"),
        ("dowel 17/20", "recheck"),
        ("wall 3x10", "recheck"),
    ],
)
def test_nine_of_ten_clean_pass_the_recheck(index: Index, words: str, kind: str) -> None:
    journal, on = gone()

    assert today(index, journal.session(on, words), on + 1).kind == kind


@pytest.mark.parametrize(("tries", "sets"), [(1, 1), (2, 3)])
def test_after_two_tries_three_sets_of_ten_count(index: Index, tries: int, sets: int) -> None:
    journal, on = gone()
    tried = journal.sessions(range(on, on + tries), "dowel 5/10")

    decision = today(index, tried, on + tries)

    assert decision.kind == "recheck"
    assert dose(decision) == ("dowel-hinge", sets, 10)


@pytest.mark.parametrize(("words", "kind"), [("dowel 3x9/10", "load"), ("dowel 3x8/10", "recheck")])
def test_three_sets_at_ninety_percent_pass_it(index: Index, words: str, kind: str) -> None:
    journal, on = gone()
    tried = journal.sessions((on, on + 1), "dowel 5/10").session(on + 2, words)

    assert today(index, tried, on + 3).kind == kind


@pytest.mark.parametrize(
    ("days", "words", "kind"),
    [(84, "dowel 10", "load"), (85, "dowel 10", "recheck"), (85, "dowel 3x10", "load")],
)
def test_after_eighty_four_days_it_begins_from_the_dowel(
    index: Index, days: int, words: str, kind: str
) -> None:
    journal, _ = gone()

    assert today(index, journal.session(days, words), days + 1).kind == kind


def test_from_the_dowel_the_recheck_is_three_sets_of_ten(index: Index) -> None:
    journal, _ = gone()

    assert dose(today(index, journal, 85)) == ("dowel-hinge", 3, 10)


@pytest.mark.parametrize(("later", "kind"), [(14, "load"), (15, "recheck")])
def test_a_recheck_passed_long_ago_is_asked_again(index: Index, later: int, kind: str) -> None:
    journal, on = gone()

    assert today(index, journal.session(on, "dowel 10"), on + later).kind == kind


def test_a_load_logged_without_the_recheck_ends_the_break(index: Index) -> None:
    journal, on = gone()
    tried = journal.sessions((on, on + 1), "dowel 5/10").session(
        on + 2, "rdl 3x8 @32", "dowel 5/10"
    )

    assert today(index, tried, on + 4).kind == "load"
    assert dose(today(index, tried, on + 20)) == ("dowel-hinge", 1, 10)


def test_while_a_hold_keeps_every_load_no_recheck_stands_nor_is_tried(index: Index) -> None:
    journal = lifter("kb", equipment=("kettlebell",))
    held = journal.session(0, "kb 3x8", pain=5, where="wrist").sessions((16, 17), "dowel 2x8")

    state = state_on(index, held, 17)
    decision = today(index, held, 17)
    after = after_session(state, held.read().sittings[-1])

    assert state.recheck_tries == 0
    assert not any("re-check" in text for text in decision.say)
    assert not any("Not quite clean" in told.text for told in after)


def test_a_person_who_never_loaded_has_no_recheck(index: Index) -> None:
    assert today(index, lifter("rdl"), 300).kind == "load"


@pytest.mark.parametrize(
    ("on", "words", "says"),
    [
        (16, "dowel 10", "The re-check is done"),
        (16, "dowel 5/10", "the same short check comes next time"),
        (5, "dowel 10", None),
        (16, "wall 5", None),
    ],
)
def test_a_session_says_how_the_recheck_went(
    index: Index, on: int, words: str, says: str | None
) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40").session(on, words)
    sitting = journal.read().sittings[-1]

    told = [one.text for one in after_session(state_on(index, journal, on), sitting)]

    found = [text for text in told if "check" in text]
    assert (found == []) if says is None else (says in found[0])


@pytest.mark.parametrize("away_for", [10, 42])
def test_a_load_that_is_too_much_after_a_return_stays_cut(index: Index, away_for: int) -> None:
    journal, on = away(away_for)
    if away_for > 28:
        journal = journal.sessions((on, on + 7, on + 14), "rdl 3x8 @32")
        on += 21
    cut = journal.session(on, "rdl 3x5/8 @40")
    assert load_and_sets(index, cut, on + 2)[0] == 36

    assert load_and_sets(index, cut.session(on + 2, "rdl 3x8 @36"), on + 4)[0] == 36


def test_weights_given_up_during_a_return_leave_nothing_to_win_back(index: Index) -> None:
    journal = lifter("sl", equipment=("dumbbells",)).session(0, "sl 3x12L 3x12R @8")
    without = journal.morning(3, 3).session(4, "sl 3x12L 3x12R @6").setup(5, equipment=("wall",))
    for number in range(2):
        without = without.session(7 + 3 * number, "sl 3x12L 3x12R").morning(8 + 3 * number, 0)

    lift = state_on(index, without, 13).lifts["single-leg-rdl"]

    assert lift.work.before_kg is None
    assert len(lift.work.tops) == 2


def test_a_break_never_goes_under_half_the_first_weight(index: Index) -> None:
    journal = lifter("rdl").session(0, "rdl 3x8 @40").session(2, "rdl 3x8 @24", pain=0)
    journal = journal.session(92, "dowel 3x10")

    assert load_and_sets(index, journal, 92) == (24, 2)


def test_a_protocol_may_let_a_break_take_sets_alone(index: Index) -> None:
    rules = index.rules
    step = msgspec.structs.replace(rules.breaks.steps[0], load_percent=(100,))
    steps = msgspec.structs.replace(rules.breaks, steps=(step, *rules.breaks.steps[1:]))
    changed = msgspec.structs.replace(rules, breaks=steps)
    other = Index(msgspec.structs.replace(index.protocol, rules=changed))
    journal, on = away(10)

    told = reason_of(today(other, journal, on), "Break")

    assert load_and_sets(other, journal, on) == (40, 2)
    assert told is not None
    assert told.text.endswith("Romanian deadlift: fewer sets.")


def test_a_first_weight_after_a_break_stays_the_one_that_was_used(index: Index) -> None:
    journal = lifter("kb", "rdl", bells=(4, 6, 8)).session(0, "kb 3x8 @8").session(20, "dowel 10")
    journal = journal.session(20, "kb 2x8 @6").session(22, "rdl 2x8 @4")

    assert state_on(index, journal, 22).lifts[RDL].work.before_kg is None
