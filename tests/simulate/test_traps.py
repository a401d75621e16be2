"""The traps that virtual learners fell into: each once kept somebody waiting for ever."""

from itertools import pairwise

import pytest

from factories import Journal, lifter, main_block, opened, reason_of, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.rules.prescription import advise
from hingecli.coach.rules.progression import asked_of
from simulate.obedient import decisions

pytestmark = pytest.mark.deep

KB, RDL, SINGLE, SWING = (
    "kettlebell-deadlift",
    "romanian-deadlift",
    "single-leg-rdl",
    "kettlebell-swing",
)


def test_a_drill_that_a_substitute_replaced_lets_the_next_one_join(index: Index) -> None:
    once = (
        lifter("kb", "rdl", "sl")
        .session(0, "kb 3x8")
        .setup(1, limits=("low-back",), equipment=("trap-bar", "dumbbells", "kettlebell"))
    )
    journal = once.sessions((2, 4, 7, 9), "trap 3x8", "rdl 2x8")

    drills = {block.drill for block in today(index, journal, 11).blocks}

    assert SINGLE in drills


def test_days_of_a_substitute_open_what_comes_after_the_barbell(index: Index) -> None:
    able = lifter("kb", "bb").setup(
        1, limits=("knee",), equipment=("barbell", "platform", "kettlebell")
    )
    five = able.sessions(range(2, 12, 2), "sumo 3x8")

    assert "deficit-deadlift" not in opened(index, five, 12)
    assert "deficit-deadlift" in opened(index, five.session(12, "sumo 3x8"), 12)


@pytest.mark.parametrize(
    ("open_drills", "sets", "low"),
    [
        (("kb", "rdl", "swing"), ("kb 3x8",), 8),
        (("kb", "rdl", "swing", "sl"), ("kb 4x12 @20", "rdl 4x12 @20"), 3),
    ],
    ids=["single-leg still waits for sets of 8", "all that follows is open"],
)
def test_strength_reps_wait_until_all_that_follows_is_open(
    index: Index, open_drills: tuple[str, ...], sets: tuple[str, ...], low: int
) -> None:
    journal = lifter(*open_drills).setup(0, goal="strength", start=-100)
    trained = journal.sessions(range(0, 77, 7), *sets)

    state = state_on(index, trained, 72)

    assert state.load_week >= index.rules.goals.from_week
    assert asked_of(state, RDL, main=True).low == low


def test_a_usual_pain_that_was_never_told_is_asked_for(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").morning(1, 2)

    asked = " ".join(today(index, journal, 1).say)
    told = today(index, journal.setup(1, usual_pain=2).morning(2, 2), 2)

    assert "hinge setup --usual-pain 2" in asked
    assert told.kind == "load"


@pytest.mark.parametrize(("seen", "ended"), [(13, False), (14, True)])
def test_a_hold_of_two_weeks_ends_with_a_professionals_yes(
    index: Index, seen: int, ended: bool
) -> None:
    held = lifter().session(0, "kb 3x8", pain=5)
    for on in range(1, 15):
        held = held.morning(on, 3)

    asked = " ".join(today(index, held, 14).say)
    after = state_on(index, held.seen_professional(seen), 15)

    assert "hinge setup --seen-professional" in asked
    assert (after.hold is None) is ended


def test_sets_that_pain_keeps_from_counting_say_so(index: Index) -> None:
    journal = Journal().session(0, "wall 20").session(1, "wall 20", "dowel 3x10", pain=3)

    told = reason_of(today(index, journal, 2), "Painful sets")

    assert told is not None
    assert "please see a professional" in told.text


def test_no_re_check_is_asked_for_where_no_load_may_follow(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8").setup(1, screen="unloaded")

    assert today(index, journal, 20).kind != "recheck"
    assert today(index, journal.cleared(19), 20).kind == "recheck"


@pytest.mark.parametrize(
    ("run", "taken"),
    [("6/7", True), ("7", False), ("5/7", False), ("9/10", True), ("10/11", True)],
)
def test_a_test_run_that_ends_early_is_a_test_all_the_same(
    index: Index, run: str, taken: bool
) -> None:
    ready = Journal().sessions((0, 1), "wall 3x10")
    tested = ready.session(2, f"wall {run}")

    assert today(index, ready, 2).kind == "test"
    assert (today(index, tested, 3).kind != "test") is taken


def test_load_that_returns_after_the_dowel_does_not_send_back_again(index: Index) -> None:
    short = lifter("kb").session(0, "kb 3x5/8 @4").session(2, "kb 2x3/6 @4")
    back = short.session(5, "dowel 3x10")

    first, then = today(index, short, 5), today(index, back, 7)

    assert main_block(first).drill == "dowel-hinge"
    assert main_block(then).drill == KB
    assert reason_of(then, "D9") is None


@pytest.mark.parametrize(
    ("answers", "load", "sets"),
    [
        ({"bells": (4, 16)}, 4, 3),
        ({"bells": (16,)}, 16, 2),
        ({"equipment": ("kettlebell", "dumbbells")}, 6, 3),
        ({"equipment": ("barbell",)}, None, 3),
    ],
    ids=["own bells", "one heavy bell: the lightest, 2x6", "dumbbells", "nothing for the hand"],
)
def test_a_first_weight_for_one_leg_is_one_that_is_owned(
    index: Index, answers: dict[str, tuple[int, ...]], load: int | None, sets: int
) -> None:
    ready = lifter("rdl", "sl").setup(0, start=-60, **answers)
    trained = ready.session(0, "rdl 3x8 @16").sessions((7, 14, 21), "sl 3x12L 3x12R")

    told = advise(state_on(index, trained, 23), SINGLE)

    assert (told.load_kg, told.sets) == (load, sets)


def test_every_turn_turns(index: Index) -> None:
    year = list(decisions(index, days=300))

    loaded = {main_block(one).drill for one in year if one.kind == "load"}
    shown = {block.variant for one in year for block in one.blocks if block.variant}

    assert {RDL, SINGLE, SWING, "barbell-deadlift"} <= loaded
    assert {variant.id for variant in index.rules.variety.variants} <= shown


def test_rest_days_occur_and_never_two_loads_running(index: Index) -> None:
    kinds = [one.kind for one in decisions(index, days=120)]

    assert "rest" in kinds[28:]
    assert all("load" in kinds[start : start + 7] for start in range(28, 113))
    assert not any(pair == ("load", "load") for pair in pairwise(kinds))


@pytest.mark.parametrize(("away", "kind"), [(14, "load"), (15, "recheck")])
def test_wall_practice_alone_is_a_break_from_load(index: Index, away: int, kind: str) -> None:
    journal = lifter().session(0, "kb 3x8").sessions(range(1, away), "wall 3x10")

    assert today(index, journal, away).kind == kind


def test_a_hold_asks_for_the_score_that_ends_it(index: Index) -> None:
    hurt = lifter().session(0, "kb 3x8", pain=6)

    assert today(index, hurt, 1).ask is not None
    assert today(index, hurt.morning(1, 2), 2).kind == "hold"
    assert today(index, hurt.morning(1, 2).morning(2, 1), 2).kind == "load"


@pytest.mark.parametrize(
    "more",
    [("dowel 10",), ("dowel 2/10",), ("wall 20",), ("wall 1/20", "dowel 15")],
    ids=["a better set", "a sloppy set", "another drill", "both"],
)
def test_doing_more_on_a_day_closes_no_gate(index: Index, more: tuple[str, ...]) -> None:
    enough = Journal().session(0, "wall 20").session(1, "wall 20", "dowel 3x10")
    enough = enough.sessions(range(2, 11), "dowel 3x10")

    assert KB in opened(index, enough, 28)
    assert KB in opened(index, enough.sessions(range(1, 11), *more), 28)


def test_a_second_drill_sent_back_to_the_dowel_returns(index: Index) -> None:
    goal = lifter("kb", "rdl", "sl").setup(0, goal="hypertrophy", start=-100)
    trained = goal.sessions(range(0, 70, 7), "kb 3x8", "sl 2x8L 2x8R")
    short = trained.session(70, "kb 3x8", "sl 2x3/8L 2x3/8R").session(73, "rdl 3x8", "sl 3/7L 3/7R")

    out = today(index, short, 75)
    then = today(index, short.session(75, "kb 3x8", "rdl 2x8").session(76, "dowel 10"), 78)

    assert SINGLE not in {block.drill for block in out.blocks}
    assert "waits for a dowel hinge day" in str(reason_of(out, "D9"))
    assert [b.drill for b in then.blocks if b.purpose == "second"] == [SINGLE]
