"""The gates up to the first load, each condition at both sides of its boundary."""

from collections.abc import Callable

import pytest

from factories import Journal, day, have, learner, missing, opened, sets, state_on
from hingecli.coach.log.tally import longest_clean
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules import ladder
from hingecli.coach.state.gates import condition_states

KB = "kettlebell-deadlift"


# --- the dowel hinge ---


def test_only_the_wall_hinge_is_open_at_first(index: Index) -> None:
    assert set(state_on(index, Journal(), 0).unlocks) == {"wall-hinge"}


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("wall 19", False),
        ("wall 20", True),
        ("wall 21", True),
        ("wall 19/20", False),
        ("wall 24/25", False),
        ("wall 3x15", False),
        ("wall 10 10", False),
        ("wall 15 20 15", True),
        ("dowel 20", False),
        ("kb 20", False),
    ],
)
def test_the_dowel_opens_at_twenty_clean_wall_reps_in_one_set(
    index: Index, words: str, opens: bool
) -> None:
    assert opened(index, Journal().session(0, words), 0) == (["dowel-hinge"] if opens else [])


def test_two_sittings_of_ten_are_not_twenty_in_a_row(index: Index) -> None:
    assert not opened(index, Journal().session(0, "wall 10").session(0, "wall 10"), 0)


def test_the_dowel_opens_on_any_day_even_with_pain(index: Index) -> None:
    assert opened(index, Journal().session(3, "wall 20", pain=4), 3) == ["dowel-hinge"]


def test_undoing_the_evidence_closes_the_dowel_and_redoing_opens_it(index: Index) -> None:
    undone = Journal().session(0, "wall 20").undo("e001")

    assert not opened(index, undone, 0)
    assert opened(index, undone.redo("e001"), 0) == ["dowel-hinge"]


def test_deleting_and_editing_the_evidence_recompute(index: Index) -> None:
    journal = Journal().session(0, "wall 20")

    assert not opened(index, journal.delete("e001"), 0)
    assert not opened(index, journal.edit("e001", 0, "wall 19"), 0)
    assert opened(index, Journal().session(0, "wall 1").edit("e001", 0, "wall 20"), 0)


# --- the kettlebell deadlift: four conditions, each alone ---


def test_the_first_load_opens_when_all_four_conditions_hold(index: Index) -> None:
    assert missing(index, learner(), KB, on=28) == []
    assert KB in opened(index, learner(), 28)


@pytest.mark.parametrize(("on", "week", "opens"), [(27, 4, False), (28, 5, True)])
def test_the_first_load_opens_in_plan_week_five(
    index: Index, on: int, week: int, opens: bool
) -> None:
    state = state_on(index, learner(), on)

    assert state.plan_week == week
    assert (KB in state.unlocks) is opens
    assert missing(index, learner(), KB, on=on) == ([] if opens else ["week-5"])


def test_a_week_alone_opens_on_a_day_without_a_session_and_dates_it(index: Index) -> None:
    later = learner().session(40, "wall 5")

    assert state_on(index, later, 40).unlocks[KB] == day(28)
    assert state_on(index, learner(), 40).unlocks[KB] == day(28)


@pytest.mark.parametrize(("days", "opens"), [(1, False), (2, True)])
def test_the_first_load_needs_the_long_wall_set_on_two_days(
    index: Index, days: int, opens: bool
) -> None:
    journal = Journal().sessions(range(days), "wall 20").sessions(range(2, 12), "dowel 3x10")

    assert missing(index, journal, KB, on=28) == ([] if opens else ["wall-20-on-2-days"])


def test_two_long_wall_sets_on_one_day_are_one_day(index: Index) -> None:
    journal = (
        Journal().session(0, "wall 2x20").session(0, "wall 20").sessions(range(2, 12), "dowel 3x10")
    )

    assert missing(index, journal, KB, on=28) == ["wall-20-on-2-days"]


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_the_first_load_needs_three_dowel_days(index: Index, days: int, opens: bool) -> None:
    journal = (
        Journal()
        .sessions((0, 1), "wall 20")
        .sessions(range(2, 2 + days), "dowel 3x10")
        .sessions(range(6, 16), "wall 3x12")
    )

    assert missing(index, journal, KB, on=28) == ([] if opens else ["dowel-3-days"])


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("dowel 3x10", True),
        ("dowel 2x10 9", False),
        ("dowel 10 2x9", False),
        ("dowel 30", True),
        ("dowel 29", False),
        ("dowel 10 9 9 2", True),
        ("dowel 20 18/20", True),
        ("dowel 20 17/20", False),
        ("dowel 3x9 3", False),
        ("dowel 9/10 21", True),
        ("dowel 19/20 19/20", False),
        ("wall 3x10", False),
    ],
)
def test_a_dowel_day_has_thirty_reps_contact_kept_and_ten_unbroken(
    index: Index, words: str, counts: bool
) -> None:
    journal = Journal().session(0, "wall 20").session(1, words)

    assert have(index, journal, KB, on=1)["dowel-3-days"] == int(counts)


def test_the_cleanest_sets_make_a_dowel_day_whatever_comes_after(index: Index) -> None:
    journal = Journal().session(0, "wall 20").session(1, "dowel 3x10 5/10 2/10")

    assert have(index, journal, KB, on=1)["dowel-3-days"] == 1


def test_a_sloppy_second_session_of_the_day_closes_nothing(index: Index) -> None:
    journal = Journal().session(0, "wall 20").session(1, "dowel 3x10").session(1, "dowel 3x1/10")

    assert have(index, journal, KB, on=1)["dowel-3-days"] == 1


def test_a_dowel_day_may_be_made_of_two_sittings(index: Index) -> None:
    journal = Journal().session(0, "wall 20").session(1, "dowel 20").session(1, "dowel 10")

    assert have(index, journal, KB, on=1)["dowel-3-days"] == 1


@pytest.mark.parametrize(("last", "opens"), [(9, False), (10, True)])
def test_the_first_load_needs_three_hundred_clean_unloaded_reps(
    index: Index, last: int, opens: bool
) -> None:
    journal = (
        Journal()
        .sessions((0, 1), "wall 20")
        .sessions((2, 3, 4), "dowel 3x10")
        .sessions((5, 6, 7, 8), "wall 3x13/15")
        .session(9, f"wall {last} 4/15")
    )

    assert have(index, journal, KB, on=28)["clean-300"] == 290 + last
    assert missing(index, journal, KB, on=28) == ([] if opens else ["clean-300"])


def test_loaded_reps_are_no_unloaded_reps(index: Index) -> None:
    assert have(index, Journal().session(0, "kb 3x10"), KB, on=0)["clean-300"] == 0


def test_reps_of_a_drill_that_the_protocol_does_not_know_count_for_no_gate(index: Index) -> None:
    journal = Journal().session(0, "cossack-squat 5x60")

    assert have(index, journal, KB, on=0)["clean-300"] == 0
    assert have(index, journal, "barbell-deadlift", on=0)["clean-500"] == 0


# --- pain ---


@pytest.mark.parametrize(("pain", "days"), [(2, 1), (3, 0)])
def test_sets_with_pain_three_or_more_do_not_count_for_a_loaded_gate(
    index: Index, pain: int, days: int
) -> None:
    journal = Journal().session(0, "wall 20", "dowel 3x10", pain=pain)

    far = have(index, journal, KB, on=0)

    assert far["dowel-3-days"] == days
    assert far["wall-20-on-2-days"] == days
    assert far["clean-300"] == 50 * days
    assert state_on(index, journal, 0).sums.clean == 50


def test_a_session_with_pain_leaves_the_other_session_of_its_day_alone(index: Index) -> None:
    before = Journal().session(0, "dowel 3x10").session(0, "dowel 3x10", pain=4)
    after = Journal().session(0, "dowel 3x10", pain=4).session(0, "dowel 3x10")
    both = Journal().session(0, "dowel 20", pain=4).session(0, "dowel 10")

    assert have(index, before, KB, on=0)["dowel-3-days"] == 1
    assert have(index, after, KB, on=0)["dowel-3-days"] == 1
    assert have(index, both, KB, on=0)["dowel-3-days"] == 0


# --- what stays open ---


@pytest.mark.parametrize(
    "then",
    [
        lambda journal: journal.session(50, "wall 3x1/15", "kb 3x1/8", pain=4),
        lambda journal: journal.session(50, "wall 5", pain=8),
        lambda journal: journal.pause(30, ill=True),
        lambda journal: journal.setup(29, start=60),
        lambda journal: journal.setup(29, goal="athletic", equipment=()),
    ],
    ids=["bad day", "red pain", "pause", "later start", "goal and equipment"],
)
def test_nothing_that_comes_later_closes_an_open_drill(
    index: Index, then: Callable[[Journal], Journal]
) -> None:
    assert KB in opened(index, then(learner()), 60)


def test_a_later_start_date_moves_a_week_that_is_still_awaited(index: Index) -> None:
    journal = learner().setup(20, start=7)

    assert KB not in opened(index, journal, 34)
    assert KB in opened(index, journal, 35)


def test_an_earlier_start_date_counts_from_the_day_it_was_told(index: Index) -> None:
    journal = learner().setup(12, start=-20)

    assert state_on(index, journal, 12).unlocks[KB] == day(12)


def test_a_pause_moves_the_week_by_its_days(index: Index) -> None:
    journal = learner().pause(12, until=14)

    assert KB not in opened(index, journal, 30)
    assert KB in opened(index, journal, 31)


# --- overrides ---


def test_an_override_opens_one_drill_and_keeps_its_mark(index: Index) -> None:
    state = state_on(index, Journal().override(0, "kb", because="trained"), 5)

    assert state.unlocks[KB] == day(0)
    assert state.overrides[KB].because == "trained"


def test_an_override_opens_what_waits_for_that_drill_alone(index: Index) -> None:
    assert "sumo-deadlift" in opened(index, Journal().override(0, "kb"), 0)


def test_an_override_of_what_is_open_leaves_no_mark(index: Index) -> None:
    journal = Journal().session(0, "wall 20").override(1, "dowel")

    assert not state_on(index, journal, 1).overrides


def test_an_override_of_an_unknown_drill_is_ignored(index: Index) -> None:
    assert not opened(index, Journal().override(0, "cossack-squat"), 0)


# --- without any weight ---


@pytest.mark.parametrize(("on", "opens"), [(55, False), (56, True)])
def test_without_weight_single_leg_opens_in_week_nine_on_the_first_loads_conditions(
    index: Index, on: int, opens: bool
) -> None:
    journal = learner().setup(11, equipment=("wall", "dowel"))

    assert ("single-leg-rdl" in opened(index, journal, on)) is opens


@pytest.mark.parametrize("id_", ["dowel-3-days", "wall-20-on-2-days", "clean-300", "week-9"])
def test_without_weight_each_condition_is_asked(index: Index, id_: str) -> None:
    start = Journal().setup(0, equipment=())

    assert id_ in missing(index, start, "single-leg-rdl", on=10)


def test_without_weight_the_ladder_ends_at_single_leg(index: Index) -> None:
    journal = learner().setup(11, equipment=("wall", "dowel"))

    gate = ladder.next_gate(state_on(index, journal, 20))
    after = ladder.next_gate(state_on(index, journal, 60))

    assert gate is not None
    assert gate.drill == "single-leg-rdl"
    assert after is None


def test_a_bell_bought_later_puts_the_person_back_on_the_whole_ladder(index: Index) -> None:
    journal = learner().setup(11, equipment=("wall", "dowel")).setup(20, equipment=("kettlebell",))

    gate = ladder.next_gate(state_on(index, journal, 20))

    assert gate is not None
    assert gate.drill == KB


def test_without_a_barbell_the_ladder_has_no_barbell_rung(index: Index) -> None:
    state = state_on(index, Journal().setup(0, equipment=("kettlebell",)), 0)

    assert ladder.excluded(state, index.rungs["barbell-deadlift"]) == "you have no equipment for it"
    assert ladder.excluded(state, index.rungs["kettlebell-swing"]) is None


def test_what_follows_a_drill_out_of_reach_is_out_of_reach(index: Index) -> None:
    rung = index.rungs["american-swing"]
    dumbbells = state_on(index, Journal().setup(0, equipment=("dumbbells",)), 0)
    bells = state_on(index, Journal().setup(0, equipment=("kettlebell",)), 0)
    nothing = state_on(index, Journal().setup(0, equipment=()), 0)
    jump = ladder.excluded(nothing, index.rungs["broad-jump"])

    assert ladder.excluded(bells, rung) is None
    assert ladder.excluded(dumbbells, rung) == "you have no equipment for it"
    assert jump == "it comes after the kettlebell swing, which is out of your reach for now"


def test_a_drill_of_another_goal_is_left_out_and_says_so(index: Index) -> None:
    rung = index.rungs["broad-jump"]
    strong = state_on(index, Journal().setup(0, goal="strength"), 0)
    athletic = state_on(index, Journal().setup(0, goal="athletic"), 0)

    assert ladder.excluded(strong, rung) == "it belongs to the athletic goal"
    assert ladder.excluded(athletic, rung) is None


# --- counting ---


@pytest.mark.parametrize(
    ("words", "longest"), [("wall 3x12", 12), ("wall 19/20 7", 7), ("wall 9/10", 0)]
)
def test_the_longest_clean_set_has_every_rep_clean(words: str, longest: int) -> None:
    assert longest_clean(sets(words)) == longest


@pytest.mark.parametrize(
    ("words", "run", "unsure"),
    [
        (("wall 3x10",), 10, False),
        (("wall 24/25",), 12, True),
        (("wall 24/25", "wall 12"), 12, False),
        (("wall 20",), 20, False),
        ((), 0, False),
    ],
)
def test_a_run_that_may_have_been_longer_is_marked(
    index: Index, words: tuple[str, ...], run: int, unsure: bool
) -> None:
    journal = Journal().sessions((0,), *words) if words else Journal()

    (only,) = condition_states(state_on(index, journal, 0), "dowel-hinge")

    assert (only.have, only.at_least) == (run, unsure)
