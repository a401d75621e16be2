"""Puts a decision and the drill's texts together: the value that `hinge today` shows."""

from collections.abc import Sequence

import msgspec

from hingecli.coach.day.draft import main_drill
from hingecli.coach.protocol.parameters.practice import Variant
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import (
    CM,
    Cues,
    DrillPage,
    Element,
    Mistake,
    Mistakes,
)
from hingecli.coach.results import (
    Block,
    Decision,
    FocusCue,
    LastWeek,
    PlanEnd,
    Today,
    Watch,
    reason_json,
)
from hingecli.coach.rules.practice import distance
from hingecli.coach.state.state import State

WATCHED = 2
"""How many mistakes a card shows: more is a list, not a cue."""


def compose(
    decision: Decision,
    index: Index,
    *,
    page: DrillPage | None,
    mistakes: Mistakes,
    cues: Cues,
    last_week: LastWeek | None = None,
    plan_end: PlanEnd | None = None,
) -> Today:
    """Return the day with its cues, its focus, breathing, and what to watch.

    `page` is the page of the day's main drill; None on a day without one. `last_week` and
    `plan_end` are what is told of the time before it.
    """
    known = {mistake.id: mistake for mistake in mistakes.mistakes}
    watch = tuple(
        Watch(mistake=id_, name=known[id_].name, correction=_correction(known[id_], page, index))
        for id_ in _watched(decision, page)
        if id_ in known
    )
    return Today(
        decision=decision,
        cues=page.cues if page is not None else (),
        focus=_focus(decision, index, mistakes=mistakes, cues=cues) if page else None,
        breathing=page.breathing if page is not None else (),
        watch=watch,
        daily_life=cues.daily_life[decision.daily_turn % len(cues.daily_life)],
        red_flags=cues.red_flags if decision.red_flags else (),
        see_doctor=cues.see_doctor if decision.red_flags else (),
        space=page.space or None if page is not None else None,
        last_week=last_week,
        plan_end=plan_end,
    )


def page_of_day(page: DrillPage, decision: Decision, state: State) -> DrillPage:
    """Return a drill's page as it reads on the day of `state`: varied, and where to stand."""
    return varied(_placed(page, decision, state), decision.blocks, state.index)


def varied(page: DrillPage, blocks: Sequence[Block], index: Index) -> DrillPage:
    """Return a drill's page as it reads on a day whose `blocks` vary the drill."""
    variant = _variant(page.id, blocks, index)
    if variant is None:
        return page
    return msgspec.structs.replace(
        page,
        setup=variant.setup or page.setup,
        steps=variant.steps or page.steps,
        cues=variant.cues or page.cues,
    )


def _placed(page: DrillPage, decision: Decision, state: State) -> DrillPage:
    """Return a page whose set-up names the day's distance from the wall, if not the first."""
    rule = state.index.rules.wall_distance
    now = distance(state, tested=decision.kind == "test")
    if page.id != rule.drill or now == rule.start_cm or not page.elsewhere:
        return page
    first = page.elsewhere.replace(CM, f"{now.normalize():f}")
    return msgspec.structs.replace(page, setup=(first, *page.setup[1:]))


def today_json(today: Today) -> dict[str, object]:
    """Return the day as its JSON shows it."""
    decision = today.decision
    return {
        "date": decision.date,
        "week": decision.week,
        "phase": decision.phase,
        "kind": decision.kind,
        "title": decision.title,
        "minutes": decision.minutes,
        "blocks": decision.blocks,
        "cues": today.cues,
        "focus": today.focus,
        "breathing": today.breathing,
        "watch": today.watch,
        "next_gate": decision.next_gate,
        "reasons": [reason_json(reason) for reason in decision.reasons],
        "done_today": decision.done_today,
        "daily_life": today.daily_life,
        "ask": decision.ask,
        "say": decision.say,
        "red_flags": today.red_flags,
        "see_doctor": today.see_doctor,
        "film": decision.film,
        "space": today.space,
        "last_week": today.last_week,
        "plan_end": today.plan_end,
    }


def _correction(mistake: Mistake, page: DrillPage | None, index: Index) -> str:
    """Return the correction for the day's drill."""
    is_loaded = page is None or page.id in index.loaded
    return mistake.correction if is_loaded else mistake.without_load or mistake.correction


def _watched(decision: Decision, page: DrillPage | None) -> Sequence[str]:
    """Return the mistakes of the drill in turn, likeliest first.

    Not the one that the focus is on: a card says nothing twice.
    """
    if page is None:
        return ()
    turn = decision.daily_turn % len(page.watch) if page.watch else 0
    likely = [*page.watch[turn:], *page.watch[:turn]]
    return [id_ for id_ in likely if id_ != decision.focus][:WATCHED]


def _focus(decision: Decision, index: Index, *, mistakes: Mistakes, cues: Cues) -> FocusCue | None:
    for mistake in mistakes.mistakes:
        if mistake.id == decision.focus:
            return FocusCue(cue=mistake.cue, because=decision.because)
    element = _element_in_turn(decision, index, cues)
    return None if element is None else FocusCue(cue=element.cue, because=element.because)


def _element_in_turn(decision: Decision, index: Index, cues: Cues) -> Element | None:
    """Return the element whose turn it is among those of the main drill's phase."""
    main = main_drill(decision.blocks)
    phase = index.rungs[main].phase if main is not None else decision.phase
    variant = _variant(main, decision.blocks, index)
    barred = variant.not_cued if variant is not None else ()
    offered = [
        element for element in cues.elements if phase in element.phases and element.id not in barred
    ]
    return offered[decision.daily_turn % len(offered)] if offered else None


def _variant(drill: str | None, blocks: Sequence[Block], index: Index) -> Variant | None:
    """Return the variation that `blocks` make of a drill, if they do not also do it plainly."""
    found = {block.variant for block in blocks if block.drill == drill}
    return index.rules.variety.named(found.pop()) if len(found) == 1 else None
