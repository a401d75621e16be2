"""The card puts the day and the drill's texts together."""

from typing import Any

import pytest

from factories import Journal, learner, make_mistake, today
from hingecli.coach.day.card import compose
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import (
    Cues,
    DrillPage,
    Element,
    Mistake,
    Mistakes,
)
from hingecli.coach.results import Decision, Today


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
