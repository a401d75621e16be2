"""The card puts the day and the drill's texts together."""

from typing import Any

import msgspec
import pytest

from factories import Journal, learner, make_mistake, state_on, today
from hingecli.coach.day.card import compose, page_of_day, varied
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import (
    Cues,
    DrillPage,
    Element,
    Mistake,
    Mistakes,
)
from hingecli.coach.results import Decision, Today
from hingecli.content import bundled, load_cues, load_page


def page(**told: Any) -> DrillPage:
    told = {"watch": ("looking-up", "soft-lockout", "knees-cave-in")} | told
    return DrillPage(
        id="wall-hinge",
        summary="back to the wall",
        setup=("stand",),
        steps=("hinge",),
        cues=("touch the wall",),
        feel=("hamstrings",),
        breathing=("breathe out",),
        equipment="a wall",
        dose="3x10",
        sources=("guide",),
        **told,
    )


def mistake(id_: str) -> Mistake:
    return make_mistake(
        id_, name=f"name of {id_}", correction=f"correct {id_}", cue=f"cue for {id_}"
    )


def element(id_: str, *phases: str) -> Element:
    return Element(
        id=id_,
        name=id_,
        right="",
        check="",
        wrong="",
        cue=f"cue of {id_}",
        because=f"why {id_}",
        phases=phases,
    )


MISTAKES = Mistakes(
    mistakes=tuple(mistake(id_) for id_ in ("looking-up", "soft-lockout", "knees-cave-in"))
)
CUES = Cues(
    elements=(element("spine", "pattern"), element("feet", "pattern", "dowel")),
    daily_life=("dishwasher", "groceries", "laundry"),
    red_flags=(),
    see_doctor=(),
)


def card(
    decision: Decision, index: Index, *, page: DrillPage | None = None, cues: Cues = CUES
) -> Today:
    return compose(decision, index, page=page, mistakes=MISTAKES, cues=cues)


def test_the_card_keeps_what_the_day_decided(index: Index) -> None:
    decision = today(index, Journal(), 0)

    shown = card(decision, index, page=page())

    assert shown.decision == decision
    assert (shown.cues, shown.breathing) == (("touch the wall",), ("breathe out",))


def test_a_day_without_a_drill_has_no_cues(index: Index) -> None:
    shown = card(today(index, Journal().pause(0), 0), index)

    assert (shown.cues, shown.breathing, shown.watch, shown.focus) == ((), (), (), None)


@pytest.mark.parametrize(
    ("on", "cue", "task"),
    [(0, "spine", "dishwasher"), (1, "feet", "groceries"), (2, "spine", "laundry")],
)
def test_elements_and_daily_tasks_take_turns(index: Index, on: int, cue: str, task: str) -> None:
    shown = card(today(index, Journal().setup(0, start=0), on), index, page=page())

    assert shown.focus is not None
    assert (shown.focus.cue, shown.focus.because) == (f"cue of {cue}", f"why {cue}")
    assert shown.daily_life == task


def test_only_elements_of_the_drills_phase_are_offered(index: Index) -> None:
    shown = card(today(index, learner(), 12), index, page=page())

    assert shown.focus is not None
    assert shown.focus.cue == "cue of feet"


def test_without_an_element_of_the_phase_there_is_no_focus(index: Index) -> None:
    cues = Cues(
        elements=(element("bar", "loaded"),), daily_life=("x",), red_flags=(), see_doctor=()
    )

    assert card(today(index, Journal(), 0), index, page=page(), cues=cues).focus is None


def test_the_persons_own_mistake_is_the_focus_and_not_watched_as_well(index: Index) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"soft-lockout": 2})

    shown = card(today(index, journal, 1), index, page=page())

    assert shown.focus is not None
    assert shown.focus.cue == "cue for soft-lockout"
    assert "soft lockout" in shown.focus.because
    assert len(shown.watch) == 2
    assert "soft-lockout" not in {watch.mistake for watch in shown.watch}


def test_a_card_shows_two_mistakes_at_most(index: Index) -> None:
    assert len(card(today(index, Journal(), 0), index, page=page()).watch) == 2


def test_mistakes_of_the_drill_take_turns(index: Index) -> None:
    start = Journal().setup(0, start=0)

    first = [card(today(index, start, on), index, page=page()).watch[0].mistake for on in range(3)]

    assert sorted(first) == ["knees-cave-in", "looking-up", "soft-lockout"]


def test_a_mistake_that_is_not_in_the_table_is_left_out(index: Index) -> None:
    shown = card(today(index, Journal(), 0), index, page=page(watch=("gone", "looking-up")))

    assert [one.mistake for one in shown.watch] == ["looking-up"]


def test_a_drill_without_mistakes_to_watch_shows_none(index: Index) -> None:
    assert card(today(index, Journal(), 0), index, page=page(watch=())).watch == ()


def test_an_unknown_own_mistake_leaves_the_focus_to_the_elements(index: Index) -> None:
    journal = Journal().session(0, "wall 5", mistakes={"own-word": 3})

    shown = card(today(index, journal, 1), index, page=page())

    assert shown.focus is not None
    assert shown.focus.cue.startswith("cue of")


def test_a_day_before_noon_without_a_main_drill_still_has_a_phase(index: Index) -> None:
    decision = today(index, Journal().session(0, "wall 10x10"), 0)

    shown = card(decision, index, page=page())

    assert decision.blocks == ()
    assert shown.focus is not None


def on_a_day_with(variant: str | None, index: Index, *, also_plain: bool = False) -> Decision:
    decision = today(index, Journal(), 0)
    (block,) = decision.blocks
    one = msgspec.structs.replace(block, variant=variant)
    blocks = (one, block) if also_plain else (one,)
    return msgspec.structs.replace(decision, blocks=blocks)


def test_a_variation_without_the_wall_has_steps_and_cues_of_its_own(index: Index) -> None:
    read = varied(page(), on_a_day_with("kickstand", index).blocks, index)

    words = " ".join((*read.steps, *read.cues)).lower()
    assert "front heel" in words
    assert "wall" not in words
    assert read.setup != page().setup
    assert (read.feel, read.watch) == (page().feel, page().watch)


def test_a_variation_keeps_what_it_says_nothing_of(index: Index) -> None:
    read = varied(page(), on_a_day_with("far-wall", index).blocks, index)

    assert read.steps == page().steps
    assert read.cues == page().cues
    assert read.setup != page().setup


@pytest.mark.parametrize("variant", [None, "of-another-protocol"])
def test_a_plain_day_reads_the_page_as_it_is(index: Index, variant: str | None) -> None:
    assert varied(page(), on_a_day_with(variant, index).blocks, index) == page()


def test_a_drill_done_plainly_too_reads_as_it_is(index: Index) -> None:
    blocks = on_a_day_with("kickstand", index, also_plain=True).blocks

    assert varied(page(), blocks, index) == page()


def test_a_variation_without_the_wall_is_not_cued_by_the_wall(index: Index) -> None:
    cues = Cues(
        elements=(element("wall-touch", "pattern"),), daily_life=("x",), red_flags=(), see_doctor=()
    )

    def cued(variant: str | None) -> bool:
        decision = on_a_day_with(variant, index)
        return card(decision, index, page=page(), cues=cues).focus is not None

    assert cued(None)
    assert cued("far-wall")
    assert not cued("kickstand")


def test_what_a_variation_is_not_cued_by_is_an_element(index: Index) -> None:
    known = {element.id for element in load_cues(bundled()).elements}

    assert {id_ for one in index.rules.variety.all for id_ in one.not_cued} <= known


@pytest.mark.parametrize(
    ("told", "stands"),
    [(None, "stand"), ("30", "stand"), ("45", "heels at 45"), ("37.5", "heels at 37.5")],
)
def test_the_set_up_names_the_distance_of_the_day(
    told: str | None, stands: str, index: Index
) -> None:
    journal = Journal().session(0, "wall 3x10", distance=told)
    there = page(elsewhere="heels at {cm}")

    read = page_of_day(there, today(index, journal, 1), state_on(index, journal, 1))

    assert read.setup == (stands,)
    assert read.steps == there.steps


def test_a_page_without_such_a_line_and_another_drill_keep_their_set_up(index: Index) -> None:
    journal = Journal().session(0, "wall 3x10", distance="45")
    decision, state = today(index, journal, 1), state_on(index, journal, 1)
    other = msgspec.structs.replace(page(elsewhere="heels at {cm}"), id="dowel-hinge")

    assert page_of_day(page(), decision, state) == page()
    assert page_of_day(other, decision, state) == other


@pytest.mark.parametrize(("space", "more"), [("", ()), ("Room ahead.", ("Room ahead.",))])
def test_a_set_up_ends_with_what_must_be_clear(space: str, more: tuple[str, ...]) -> None:
    page = msgspec.structs.replace(load_page(bundled(), "wall-hinge"), space=space)

    assert page.prepared == (*page.setup, *more)
