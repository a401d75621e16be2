"""Rest: when a day is one, how often at most, and what its card holds."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from msgspec.structs import replace

from factories import Journal, day, learner, lifter, main_block, state_on, today
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Block, Decision
from hingecli.coach.state.state import State
from hingecli.simulate import live, make_learner

MON_WED_FRI = ("mon", "wed", "fri")
TWICE = lifter().sessions((0, 2), "kb 3x8")
"""A week that is already good: two of three loaded days."""


def kind(index: Index, journal: Journal, on: int) -> str:
    return today(index, journal, on).kind


def first_week(*practised: int) -> Journal:
    """A learner whose first loaded day is day 28, with practice on these days before it."""
    journal = learner().setup(11, days=MON_WED_FRI)
    return journal.sessions(practised, "dowel 3x10").session(28, "kb 3x8")


# --- when ---


def test_there_is_no_rest_before_the_first_loaded_day(index: Index) -> None:
    journal = learner().sessions(range(11, 28), "dowel 3x10")

    assert all(kind(index, journal, on) in ("practice", "done") for on in range(11, 28))


@pytest.mark.parametrize(("practised", "rests"), [((26, 27), True), ((27,), False), ((26,), False)])
def test_after_three_days_running_comes_a_rest_day(
    index: Index, practised: tuple[int, ...], rests: bool
) -> None:
    decision = today(index, first_week(*practised), 29)

    assert (decision.kind == "rest") is rests
    if rests:
        assert decision.reasons[0].text == (
            "Sessions on each of the last 3 days: today you recover."
        )


@pytest.mark.parametrize(("loaded", "rests"), [((0,), False), ((0, 2), True)])
def test_a_week_that_is_already_good_earns_rest(
    index: Index, loaded: tuple[int, ...], rests: bool
) -> None:
    decision = today(index, lifter().sessions(loaded, "kb 3x8"), loaded[-1] + 1)

    assert (decision.kind == "rest") is rests
    if rests:
        assert decision.reasons[0].text == "2 loaded days this week: it is already a good week."


@pytest.mark.parametrize(
    ("pain", "words"), [(2, "it is already a good week."), (3, "today you recover.")]
)
def test_a_week_with_pain_in_it_is_not_called_good(index: Index, pain: int, words: str) -> None:
    journal = lifter().session(0, "kb 3x8", pain=pain).session(2, "kb 3x8", pain=0)

    assert today(index, journal, 3).reasons[0].text == f"2 loaded days this week: {words}"


def test_the_pain_of_another_week_does_not_take_the_word_from_this_one(index: Index) -> None:
    journal = lifter().session(0, "kb 3x8", pain=4).session(6, "dowel 10", pain=3)
    journal = journal.sessions((7, 9), "kb 3x8", pain=0)

    assert today(index, journal, 10).reasons[0].text.endswith("it is already a good week.")


def test_with_two_loaded_days_planned_one_makes_the_week_good(index: Index) -> None:
    assert kind(index, lifter(days=("mon", "thu")).session(0, "kb 3x8"), 1) == "rest"


def test_the_week_of_the_first_load_is_good_by_its_practice_too(index: Index) -> None:
    journal = lifter(days=("thu",)).sessions((0, 1, 2), "dowel 3x10").session(3, "kb 3x8")
    two = lifter(days=("thu", "sat", "mon")).sessions((0, 1), "dowel 3x10").session(3, "kb 3x8")
    three = two.session(2, "dowel 3x10")

    assert kind(index, journal, 4) == "rest"
    assert kind(index, two, 4) == "practice"
    assert kind(index, three, 4) == "rest"


def test_a_new_week_is_not_good_yet(index: Index) -> None:
    assert kind(index, lifter(days=MON_WED_FRI).sessions((2, 4), "kb 3x8"), 6) == "practice"
    assert kind(index, lifter(days=("tue", "fri")).sessions((1, 4), "kb 3x8"), 7) == "practice"


def test_a_loaded_day_comes_before_rest(index: Index) -> None:
    assert kind(index, lifter(days=MON_WED_FRI).sessions((0, 2), "kb 3x8"), 4) == "load"


# --- how often at most ---


def test_never_two_rest_days_running(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8")

    assert [kind(index, journal, on) for on in range(1, 7)] == ["rest", "practice"] * 3


def test_the_set_that_a_rest_day_offers_is_no_session_that_was_asked_for(index: Index) -> None:
    journal = first_week(25, 26, 27).session(29, "dowel 10")
    held = journal.setup(29, screen="unloaded").sessions((30, 31), "wall 2x10")

    assert kind(index, first_week(25, 26, 27), 29) == "rest"
    assert kind(index, held, 32) == "practice"
    assert kind(index, held.session(32, "wall 2x10"), 33) == "rest"


def test_a_rest_day_that_was_lifted_on_was_one_all_the_same(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8")

    assert kind(index, journal, 1) == "rest"
    assert kind(index, journal.session(1, "kb 3x8"), 2) == "practice"


def test_the_day_after_rest_is_practice_with_variety(index: Index) -> None:
    decision = today(index, TWICE.session(3, "dowel 10").setup(3, days=("mon", "wed")), 4)

    assert decision.kind == "practice"
    assert decision.blocks[0].variant in {v.id for v in index.rules.variety.variants}


def daily(index: Index, journal: Journal, days: range, *, also_on_rest: bool) -> Iterator[str]:
    """Live each of `days` as it was decided, and give their kinds."""

    def words(block: Block) -> str:
        load = "" if block.load_kg is None else f" @{block.load_kg:f}"
        side = f" {block.sets}x{block.reps}R" if block.per_side else ""
        return f"{block.drill} {block.sets}x{block.reps}{'L' if side else ''}{side}{load}"

    for on in days:
        decision = today(index, journal, on)
        yield decision.kind
        if decision.kind != "rest" or also_on_rest:
            journal = journal.session(on, *(words(block) for block in decision.blocks))


@pytest.mark.parametrize("also_on_rest", [True, False])
@pytest.mark.parametrize(
    "days", [None, MON_WED_FRI, ("mon",), ("tue", "fri"), ("wed", "sat"), ("sun",)]
)
def test_who_comes_daily_never_rests_twice_running_nor_more_than_three_days_of_seven(
    index: Index, days: tuple[str, ...] | None, also_on_rest: bool
) -> None:
    kinds = list(daily(index, lifter(days=days), range(40), also_on_rest=also_on_rest))

    assert "rest" in kinds
    assert ("rest", "rest") not in pairwise(kinds)
    assert all(kinds[on : on + 7].count("rest") <= 3 for on in range(33))


@pytest.mark.parametrize("also_on_rest", [True, False])
def test_in_weeks_without_load_rest_comes_every_fourth_day_at_most(
    index: Index, also_on_rest: bool
) -> None:
    journal = lifter().session(0, "kb 3x8").setup(1, screen="unloaded")

    kinds = list(daily(index, journal, range(1, 60), also_on_rest=also_on_rest))

    rests = [on for on, found in enumerate(kinds) if found == "rest" and on >= 7]
    assert rests
    assert all(later - earlier >= 4 for earlier, later in pairwise(rests))


def test_days_under_a_hold_or_in_a_pause_were_no_rest(index: Index) -> None:
    held = TWICE.session(3, "dowel 10", pain=5).morning(4, 0).morning(5, 0)
    paused = TWICE.setup(3, days=("mon", "wed")).pause(3, until=3)

    assert kind(index, held, 5) in ("rest", "load")
    assert kind(index, paused, 4) == "rest"


def test_a_rest_day_is_remembered_just_as_it_was_shown(index: Index) -> None:
    shown: list[date] = []

    def take(state: State, decision: Decision) -> None:
        kept = [day for day in shown if day >= state.today - timedelta(days=6)]
        assert [day for day in state.rests if day >= state.today - timedelta(days=6)] == kept
        if decision.kind == "rest":
            shown.append(decision.date)

    for number in range(12):
        shown.clear()
        random = Random(number)
        live(index, make_learner(random), days=240, start=day(0), random=random, on_day=take)


# --- what its card holds ---


def test_a_rest_day_offers_one_short_set_and_names_the_next_load(index: Index) -> None:
    decision = today(index, TWICE, 3)

    (block,) = decision.blocks
    assert block.sets == 1
    assert decision.minutes <= 2
    assert decision.say[1:] == ("Next load: tomorrow, kettlebell deadlift.",)
    assert [reason.rule for reason in decision.reasons] == ["Rest"]


def test_rest_days_offer_the_variations_in_turn(index: Index) -> None:
    once_a_week = lifter(days=("mon",)).sessions(range(0, 35, 7), "kb 3x8")
    practising = once_a_week.sessions((2, 9, 16, 23), "wall 2x10")

    for journal in (once_a_week, practising):
        days = [today(index, journal, on) for on in range(28) if on % 7]
        blocks = [day.blocks[0] for day in days if day.kind == "rest"]
        assert len({block.variant for block in blocks}) >= 3
        assert {block.sets for block in blocks} == {1}


def test_a_rest_day_never_offers_what_the_next_day_practises(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8")

    for on in (1, 3, 5):
        rest = today(index, journal, on).blocks[0].variant
        journal = journal.session(on, "dowel 8")
        practice = main_block(today(index, journal, on + 1)).variant
        journal = journal.session(on + 1, "wall 2x10")
        assert rest != practice


def test_a_rest_day_names_the_next_days_drill_and_keeps_its_word(index: Index) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8")

    said = today(index, journal, 1).say

    for then in (journal, journal.session(1, "dowel 10")):
        assert said[1] == "Tomorrow: wall hinge, farthest."
        assert today(index, then, 2).title == "Wall hinge, farthest"


@pytest.mark.parametrize(("words", "turns"), [("dowel 10", 0), ("dowel 2x8", 1)])
def test_the_offered_set_takes_no_variations_turn(index: Index, words: str, turns: int) -> None:
    journal = lifter(days=("mon",)).session(0, "kb 3x8").session(1, words)

    assert state_on(index, journal, 2).variant_turns == turns


def test_a_person_whose_loads_are_all_held_is_told_no_next_load(index: Index) -> None:
    journal = lifter(screen="unloaded").session(0, "kb 3x8")

    assert not any("Next load" in text for text in today(index, journal, 1).say)


def test_a_protocol_without_variations_offers_a_set_of_the_practice_drill(index: Index) -> None:
    rules = index.rules
    plain = replace(rules.variety, variants=())
    other = Index(replace(index.protocol, rules=replace(rules, variety=plain)))

    (block,) = today(other, TWICE, 3).blocks

    assert (block.drill, block.sets, block.variant) == ("dowel-hinge", 1, None)
