"""The kinds of condition that a gate can be made of, as values read from the protocol.

Owns their figures and the templates of their sentences. Counting the evidence is `evidence`.
"""

from typing import Literal

from hingecli.coach.protocol.fields import (
    DayReps,
    Days,
    DrillId,
    Drills,
    MistakeId,
    Positive,
    SetReps,
    Sets,
    Share,
    Week,
)
from hingecli.coach.protocol.part import ProtocolPart

Source = Literal["guide", "coach"]
Grade = Literal["A", "B", "C", "D"]


class Condition(ProtocolPart, frozen=True, kw_only=True, tag_field="kind"):
    """What every condition carries.

    `id` is unique within its gate. `text` is a template over the condition's own fields;
    `{drill}` becomes the drill's name in the sentence. `grade` is set for a coach rule.
    """

    id: str
    text: str
    source: Source
    cite: str
    grade: Grade | None = None


class UnbrokenSet(Condition, frozen=True, kw_only=True, tag="unbroken-set"):
    """`days` different days with one set of `reps` or more of `drill`, every rep clean."""

    drill: DrillId
    reps: SetReps
    days: Days = 1


class ContactDays(Condition, frozen=True, kw_only=True, tag="contact-days"):
    """`days` days with `reps` or more of `drill`, `share` % clean, one clean set of `unbroken`."""

    drill: DrillId
    days: Days
    reps: DayReps
    share: Share
    unbroken: SetReps


class CleanDays(Condition, frozen=True, kw_only=True, tag="clean-days"):
    """`days` days of `sets` sets of `reps` or more of `drill`, `share` % of those reps clean.

    With `per_side` the sets count for each side. `sides_within` (%) asks that on one of the
    days the two sides' clean reps differ by no more than that.
    """

    drill: DrillId
    days: Days
    sets: Sets
    reps: SetReps
    share: Share
    per_side: bool = False
    sides_within: int | None = None


class DrillDays(Condition, frozen=True, kw_only=True, tag="drill-days"):
    """`days` days on which `share` % of the reps of `drill` were clean, whatever the sets."""

    drill: DrillId
    days: Days
    share: Share


class CleanTotal(Condition, frozen=True, kw_only=True, tag="clean-total"):
    """`reps` clean reps in all; with `unloaded` only those without load count."""

    reps: Positive
    unloaded: bool = False


class LoadedDays(Condition, frozen=True, kw_only=True, tag="loaded-days"):
    """`days` loaded days with `share` % of the loaded reps clean."""

    days: Days
    share: Share


class SteadyDays(Condition, frozen=True, kw_only=True, tag="steady-days"):
    """Some `window` loaded days in a row, since `since` opened, of which `good` were steady.

    Steady: at most `at_most` reps with `mistake` that day.
    """

    since: DrillId
    mistake: MistakeId
    window: Days
    good: Positive
    at_most: int


class PlanWeek(Condition, frozen=True, kw_only=True, tag="plan-week"):
    """The plan week (weeks since the start, pauses excluded) is `week` or later."""

    week: Week


class LoadWeek(Condition, frozen=True, kw_only=True, tag="load-week"):
    """The load week (4 plus the weeks, Monday to Sunday, with a loaded day) is `week` or later.

    `{weeks}` in its text are the weeks with load that lie before it.
    """

    week: Week


class DrillsOpen(Condition, frozen=True, kw_only=True, tag="drills-open"):
    """Each of `drills` is open."""

    drills: Drills


class GoalChosen(Condition, frozen=True, kw_only=True, tag="goal"):
    """The person's goal is `goal`."""

    goal: Literal["strength", "hypertrophy", "athletic"]


AnyCondition = (
    UnbrokenSet
    | ContactDays
    | CleanDays
    | DrillDays
    | CleanTotal
    | LoadedDays
    | SteadyDays
    | PlanWeek
    | LoadWeek
    | DrillsOpen
    | GoalChosen
)


def reckoned(condition: Condition) -> frozenset[str]:
    """Return what the text of `condition` may name beside its own fields."""
    return frozenset({"weeks"}) if isinstance(condition, LoadWeek) else frozenset()
