"""Draws gates: how far each condition is, in words, with have and need and a bar."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hingecli.coach.protocol.conditions import UnbrokenSet
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import ConditionState, Gate
from hingecli.show import style

if TYPE_CHECKING:
    from rich.text import Text

    from hingecli.show.sheet import Sheet

BAR_COLUMNS = 18
SMALL_BAR_COLUMNS = 10


def share(conditions: Sequence[ConditionState]) -> float:
    """Return how far a gate is as a whole (0-1): each condition weighs the same."""
    if not conditions:
        return 0.0
    return sum(
        min(1.0, condition.have / condition.need) if condition.need else 1.0
        for condition in conditions
    ) / len(conditions)


def headline(following: Gate, *, index: Index) -> str:
    """Say how far a gate is in a few words: its one condition, or how many are met."""
    if len(following.conditions) != 1:
        return tally(following.conditions)
    only = following.conditions[0]
    run = only.id in {condition.id for condition in _runs(following.drill, index)}
    if run and not only.have:
        return f"a run of {only.need} opens it"
    if not run:
        return score(only)
    return (
        f"best run {only.have} or more of {only.need}"
        if only.at_least
        else f"best run {score(only)}"
    )


def score(condition: ConditionState) -> str:
    """Say how far one condition is: 12 of 20; a week is said as where one is."""
    return f"{condition.have} of {condition.need}"


def tally(conditions: Sequence[ConditionState]) -> str:
    """Say how many of the conditions are met."""
    return f"{sum(condition.met for condition in conditions)} of {len(conditions)} conditions met"


def rows(
    sheet: "Sheet", conditions: Sequence[ConditionState], *, indent: int = 2, bars: bool = True
) -> "list[Text]":
    """Draw one condition a row: met or not, how far, what it asks."""
    scores = [score(condition) for condition in conditions]
    widest = max((len(words) for words in scores), default=0)
    lines: list[Text] = []
    for condition, words in zip(conditions, scores, strict=True):
        sign = ("✓", style.GOOD_STRONG) if condition.met else ("○", style.QUIET)
        lead = sheet.text(" " * indent, sign, f" {words:>{widest}}  ")
        if bars and sheet.width >= 60:
            done = (
                1.0 if condition.met else condition.have / condition.need if condition.need else 0.0
            )
            lead = sheet.text(lead, sheet.bar(done, SMALL_BAR_COLUMNS), "  ")
        what = (condition.text, style.QUIET) if condition.met else condition.text
        lines += sheet.hang(lead, what)
    return lines


def plain_rows(conditions: Sequence[ConditionState]) -> tuple[str, ...]:
    """Say one condition a line."""
    return tuple(
        f"{'Met' if condition.met else 'Not yet'}, {score(condition)}: {condition.text}."
        for condition in conditions
    )


def _runs(drill: str, index: Index) -> tuple[UnbrokenSet, ...]:
    """Return the conditions of a drill's gate that one unbroken set on any day meets."""
    rung = index.rungs.get(drill)
    gate = rung.gate if rung is not None else ()
    return tuple(
        condition
        for condition in gate
        if isinstance(condition, UnbrokenSet) and condition.days == 1
    )
