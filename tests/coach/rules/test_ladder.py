"""The ladder for one person: optional and declined drills, substitutes, and what is to hand."""

import pytest

from factories import Journal, have, learner, lifter, missing, opened, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.opened import newly_open
from hingecli.coach.report.progress import progress
from hingecli.coach.report.why import why_drill
from hingecli.coach.rules import ladder, rotation

KB, RDL, SINGLE = "kettlebell-deadlift", "romanian-deadlift", "single-leg-rdl"
SWING, BARBELL = "kettlebell-swing", "barbell-deadlift"
OPTIONAL = {
    "american-swing",
    "deficit-deadlift",
    "block-pull",
    "good-morning",
    "broad-jump",
    "trap-bar-deadlift",
    "cable-pull-through",
    "sumo-deadlift",
}


def headline(index: Index, journal: Journal, on: int = 0) -> str | None:
    gate = ladder.next_gate(state_on(index, journal, on))
    return None if gate is None else gate.drill


# --- optional drills ---


def test_the_optional_drills_are_marked(index: Index) -> None:
    assert {rung.id for rung in index.ladder if rung.optional} == OPTIONAL


def test_with_all_steps_open_an_optional_drill_is_no_headline(index: Index) -> None:
    assert headline(index, lifter("kb", "rdl", "sl", "swing", "bb")) is None


@pytest.mark.parametrize(
    ("answers", "drill"),
    [
        ({"assist": ("good-morning",)}, "good-morning"),
        ({"goal": "strength"}, None),
        ({"limits": ("low-back",), "equipment": ("kettlebell", "trap-bar")}, "trap-bar-deadlift"),
        ({"limits": ("knee",), "equipment": ("kettlebell",)}, "sumo-deadlift"),
    ],
)
def test_an_optional_drill_that_was_chosen_is_the_headline(
    index: Index, answers: dict[str, object], drill: str | None
) -> None:
    able = {"equipment": ("kettlebell", "barbell", "dumbbells")} | answers
    opened_by_word = lifter("rdl", "sl", "swing", "bb", **able)

    limited = "limits" in answers
    journal = opened_by_word if limited else opened_by_word.override(0, "kb")

    assert headline(index, journal) == (KB if limited else drill)
    if limited:
        state = state_on(index, journal, 0)
        assert ladder.is_chosen(state, index.rungs[str(drill)])


@pytest.mark.parametrize(("goal", "chosen"), [("athletic", True), ("strength", False)])
def test_the_athletic_goal_chooses_the_jump(index: Index, goal: str, chosen: bool) -> None:
    state = state_on(index, lifter(goal=goal), 0)

    assert ladder.is_chosen(state, index.rungs["broad-jump"]) is chosen
    assert not ladder.is_chosen(state, index.rungs["american-swing"])


# --- declined drills ---


def declining(*drills: str, journal: Journal | None = None) -> Journal:
    return (journal or lifter()).setup(0, without=tuple(drills))


def test_a_declined_drill_is_never_prescribed(index: Index) -> None:
    journal = lifter("kb", "rdl").session(0, "kb 3x8", "rdl 2x8")

    state = state_on(index, declining(RDL, journal=journal), 2)

    assert [rung.id for rung in rotation.pool(state)] == [KB]


def test_a_declined_deadlift_is_not_replaced_by_another(index: Index) -> None:
    journal = declining(KB, journal=lifter("kb", "rdl", "sumo"))

    assert [rung.family for rung in rotation.pool(state_on(index, journal, 0))] == ["rdl"]


def test_a_declined_drill_is_not_shown_as_next_and_says_declined(index: Index) -> None:
    journal = declining(KB)
    state = state_on(index, declining(RDL, journal=journal), 0)

    status = {drill.id: drill.status for drill in progress(state).drills}

    assert status[RDL] == "declined"
    assert [drill for drill, found in status.items() if found == "next"] != [RDL]


def test_declining_can_be_taken_back(index: Index) -> None:
    journal = declining(RDL).setup(1, without=())
    state = state_on(index, journal, 1)

    assert ladder.declined(state) == frozenset()
    assert headline(index, journal, 1) == RDL


def test_a_drill_without_load_cannot_be_declined(index: Index) -> None:
    state = state_on(index, declining("wall-hinge", "dowel-hinge"), 0)

    assert ladder.declined(state) == frozenset()
    assert ladder.excluded(state, index.rungs["dowel-hinge"]) is None


def test_a_declined_drill_says_why_it_is_left_out(index: Index) -> None:
    reasons = why_drill(state_on(index, declining(RDL), 0), RDL).reasons

    assert any("you declined it; hinge setup --without none" in told.text for told in reasons)


@pytest.mark.parametrize(
    ("without", "drill", "says"),
    [
        ("kettlebell-swing", "american-swing", True),
        ("kettlebell-swing", "broad-jump", False),
        ("barbell-deadlift", "deficit-deadlift", True),
        ("romanian-deadlift", "american-swing", False),
        ("kettlebell-deadlift", "good-morning", False),  # of another family
    ],
)
def test_what_follows_on_a_declined_drill_is_declined_with_it(
    index: Index, without: str, drill: str, says: bool
) -> None:
    state = state_on(index, declining(without), 0)
    words = f"it comes after the {index.rungs[without].name}, which you declined"

    assert (drill in ladder.declined(state)) is says
    assert (ladder.excluded(state, index.rungs[drill]) == words) is says


def test_a_drill_declined_opens_in_silence(index: Index) -> None:
    journal = declining(RDL).sessions((0, 2), "kb 3x8")
    before, after = state_on(index, journal, 4), state_on(index, journal.session(4, "kb 3x8"), 4)

    assert RDL in after.unlocks
    assert newly_open(before, after) == ()


@pytest.mark.parametrize(
    ("without", "drill", "conditions"),
    [
        (
            (KB,),
            RDL,
            ["dowel-3-days", "wall-20-on-2-days", "clean-300", "week-5"],
        ),
        (
            (RDL,),
            SINGLE,
            ["kettlebell-deadlift-open", "kettlebell-deadlift-3-days", "load-week-9"],
        ),
        (
            (RDL,),
            SWING,
            [
                "deadlift-and-rdl-open",
                "kettlebell-deadlift-open",
                "kettlebell-deadlift-3-days",
                "loaded-9-days",
                "load-week-9",
            ],
        ),
        (
            (SINGLE,),
            BARBELL,
            [
                "romanian-deadlift-open",
                "romanian-deadlift-3-days",
                "load-week-9",
                "clean-500",
                "steady-8-days",
            ],
        ),
    ],
)
def test_a_condition_that_names_a_declined_drill_becomes_that_drills_own(
    index: Index, without: tuple[str, ...], drill: str, conditions: list[str]
) -> None:
    state = state_on(index, Journal().setup(0, without=without), 0)

    found = [condition.id for condition in why_drill(state, drill).conditions]

    assert sorted(found) == sorted(conditions)


def test_of_two_drills_that_must_be_open_the_declined_one_is_not_named(index: Index) -> None:
    state = state_on(index, Journal().setup(0, without=(RDL,)), 0)

    texts = [condition.text for condition in why_drill(state, SWING).conditions]

    assert "kettlebell deadlift open" in texts


@pytest.mark.parametrize(("days", "opens"), [(2, False), (3, True)])
def test_without_the_rdl_single_leg_opens_on_the_deadlifts_days(
    index: Index, days: int, opens: bool
) -> None:
    journal = declining(RDL).sessions(range(0, 2 * days, 2), "kb 3x8")

    assert (SINGLE in opened(index, journal.sessions((7, 14, 21), "kb 8"), 28)) is opens


@pytest.mark.parametrize(("on", "opens"), [(55, False), (56, True)])
def test_who_declines_the_first_loads_has_single_leg_from_plan_week_nine(
    index: Index, on: int, opens: bool
) -> None:
    journal = learner().setup(1, without=(KB, RDL))

    assert (SINGLE in opened(index, journal, on)) is opens


def test_declined_drills_keep_none_that_open_together_waiting(index: Index) -> None:
    journal = lifter("kb", "rdl", "sl", "swing", without=(SINGLE,))
    journal = journal.sessions((0, 2), "kb 8 @8")

    assert SWING in rotation.joined(state_on(index, journal, 4))


# --- substitutes ---


@pytest.mark.parametrize(("words", "counts"), [(("kb 2x8", "sumo 8"), 1), (("kb 2x8",), 0)])
def test_sets_of_a_substitute_count_with_those_of_the_drill(
    index: Index, words: tuple[str, ...], counts: int
) -> None:
    journal = lifter("kb", "sumo").session(0, *words)

    assert have(index, journal, RDL)["kettlebell-deadlift-3-days"] == counts


@pytest.mark.parametrize("drill", ["trap", "cable", "sumo"])
def test_days_of_each_substitute_open_the_rdl(index: Index, drill: str) -> None:
    journal = lifter("kb", drill).sessions((0, 2, 4), f"{drill} 3x8")

    assert RDL in opened(index, journal, 4)


def test_what_stands_for_no_drill_counts_for_none(index: Index) -> None:
    journal = lifter("kb", "bb").sessions((0, 2, 4), "bb 3x8")

    assert missing(index, journal, RDL, on=4) == ["kettlebell-deadlift-3-days"]


@pytest.mark.parametrize(
    ("limits", "equipment", "half"),
    [
        (("low-back",), ("kettlebell",), True),
        (("low-back",), None, True),
        (("low-back",), ("kettlebell", "trap-bar"), False),
        (("low-back",), ("kettlebell", "cable"), False),
        (("low-back", "knee"), ("kettlebell", "trap-bar"), True),
        (("knee",), ("kettlebell",), False),
        ((), ("kettlebell",), False),
        (None, None, False),
    ],
)
def test_without_a_substitute_a_low_back_does_the_deadlift_at_half_range(
    index: Index,
    limits: tuple[str, ...] | None,
    equipment: tuple[str, ...] | None,
    half: bool,
) -> None:
    state = state_on(index, lifter(limits=limits, equipment=equipment), 0)

    assert (KB in state.bounds.half_range) is half
    assert RDL not in state.bounds.half_range


def test_a_declined_substitute_is_none(index: Index) -> None:
    told = {"limits": ("low-back",), "equipment": ("kettlebell", "trap-bar")}
    state = state_on(index, lifter(**told, without=("trap-bar-deadlift",)), 0)

    assert KB in state.bounds.half_range


@pytest.mark.parametrize(
    ("limits", "drill"),
    [(("low-back",), "trap-bar-deadlift"), (("low-back", "knee"), "sumo-deadlift")],
)
def test_a_trap_bar_never_comes_with_a_knee_limit(
    index: Index, limits: tuple[str, ...], drill: str
) -> None:
    journal = lifter("kb", "trap", "sumo", limits=limits, equipment=("kettlebell", "trap-bar"))

    assert [rung.id for rung in rotation.pool(state_on(index, journal, 0))] == [drill]


def test_a_trap_bar_alone_with_a_knee_limit_is_left_out_and_says_so(index: Index) -> None:
    state = state_on(index, lifter(limits=("knee",), equipment=("trap-bar",)), 0)

    assert ladder.excluded(state, index.rungs["trap-bar-deadlift"]) == (
        "it does not suit your limits"
    )


# --- what is to hand ---


def test_a_barbell_alone_serves_as_the_bell_and_leads_to_the_rdl(index: Index) -> None:
    journal = learner().setup(11, equipment=("dowel", "barbell"))

    decision = today(index, journal, 28)

    assert decision.kind == "load"
    assert decision.blocks[-1].drill == KB
    assert headline(index, journal, 28) == RDL


@pytest.mark.parametrize(
    ("equipment", "open_drills", "last"),
    [
        (("kettlebell",), ("kb", "rdl", "sl", "swing"), None),
        (("kettlebell",), ("kb", "rdl", "sl"), SWING),
        (("dumbbells",), ("kb", "rdl", "sl"), None),
        (("wall", "dowel"), ("sl",), None),
        (("wall", "dowel"), (), SINGLE),
    ],
)
def test_the_ladder_ends_where_the_equipment_does(
    index: Index, equipment: tuple[str, ...], open_drills: tuple[str, ...], last: str | None
) -> None:
    journal = Journal().setup(0, start=-28, equipment=equipment)
    journal = journal.override(0, "dowel", *open_drills)

    assert headline(index, journal) == last


def test_what_is_out_of_reach_is_not_asked_for_by_another_gate(index: Index) -> None:
    journal = Journal().setup(0, equipment=("dumbbells",), goal="athletic")

    names = {
        condition.id
        for condition in why_drill(state_on(index, journal, 0), "broad-jump").conditions
    }

    assert "kettlebell-swing-open" not in names
    assert "loaded-9-days" in names


def test_without_any_weight_the_ladder_ends_at_single_leg(index: Index) -> None:
    journal = learner().setup(1, equipment=("wall", "dowel"), goal="athletic")

    state = state_on(index, journal, 60)

    assert SINGLE in state.unlocks
    assert ladder.next_gate(state) is None
    assert "broad-jump" not in state.unlocks


def test_a_drill_has_a_short_name_to_type(index: Index) -> None:
    short = {drill: index.rungs[drill].short for drill in ("wall-hinge", "kettlebell-deadlift")}

    assert short == {"wall-hinge": "wall", "kettlebell-deadlift": "kb"}
