"""The figures that are counted in weeks: the plan, good weeks, rest, breaks, standstills, films."""

from typing import Annotated

import msgspec

from hingecli.coach.protocol.fields import NON_EMPTY, DrillId, Figures, LeastMost, Percent, Positive
from hingecli.coach.protocol.parameters.rule import Rule


class RestRule(Rule, frozen=True, kw_only=True):
    """When a day is a rest day: after days running, or in a week that is good already.

    At most `most_days` in any `window_days`.
    """

    after_days_running: Positive
    most_days: int
    window_days: Positive


class Consistency(Rule, frozen=True, kw_only=True):
    """A good week, before and after the first loaded day."""

    max_loaded_missed: int
    min_loaded: int
    told_every: int


class Weeks(Rule, frozen=True, kw_only=True):
    """Plan weeks and load weeks."""

    first_load_week: Positive
    light_weeks: int
    days_in_week: Positive
    last_plan_week: Positive


class BreakStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What follows a break of `days[0]`-`days[1]` days: load and sets in % by week.

    Without `per_week` it holds for one session.
    """

    days: LeastMost
    load_percent: Figures
    sets_percent: tuple[int, ...] = ()
    sets_less: int = 0
    per_week: bool = False
    from_dowel: bool = False


class Breaks(Rule, frozen=True, kw_only=True):
    """How much of the load remains after days without load."""

    steps: Annotated[tuple[BreakStep, ...], NON_EMPTY]
    recheck_from_days: int
    recheck_drill: DrillId
    recheck_reps: int
    recheck_clean: int
    recheck_tries: int
    recheck_sets: int
    recheck_set_reps: int
    recheck_share: Percent
    fast_last_from_days: int
    step_share: Percent
    no_weight_within_percent: int
    reps_less: int
    sets_less: int
    restore_share: Percent


class StuckRule(Rule, frozen=True, kw_only=True):
    """D16: after `weeks` weeks of `sessions` sessions without a step it is named.

    In every `every_weeks`th week, in turn. Who never loaded until plan week
    `without_load_from_week` is sent to a person each time. A way back after a hold explains that
    nothing moves for `way_back_weeks` weeks.
    """

    weeks: Positive
    sessions: int
    every_weeks: Positive
    way_back_weeks: int
    without_load_from_week: int


class Film(Rule, frozen=True, kw_only=True):
    """When to film from the side, and over how many days own count and clips are compared."""

    every_session_weeks: int
    then_every_days: Positive
    compare_days: Positive


class Milestone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A range of clean reps the guide names; shown, never a verdict."""

    id: str
    text: str
    reps: LeastMost


class Milestones(Rule, frozen=True, kw_only=True):
    """The guide's figures for learning a pattern (clean reps)."""

    ranges: tuple[Milestone, ...]
    told: tuple[int, ...]
