"""The figures of a loaded day: what it holds, and when a weight goes up or down (D6-D14)."""

from decimal import Decimal
from typing import Annotated

import msgspec

from hingecli.coach.protocol.fields import (
    NON_EMPTY,
    DrillId,
    Families,
    FamilyId,
    Figures,
    LeastMost,
    Percent,
    Positive,
    PositiveDecimal,
    WeekdayId,
)
from hingecli.coach.protocol.parameters.rule import Rule


class LoadedDay(Rule, frozen=True, kw_only=True):
    """D6: when a loaded day is due and what it holds.

    A drill per side, or one whose lightest weight is much, begins at `few_sets` of `few_reps` and
    grows to `max_few_sets`. `rest_s` and `max_minutes` bound the day; `families` is the order
    of its pool; `default_days` are training days a week where none were set.
    """

    default_days: Annotated[tuple[WeekdayId, ...], NON_EMPTY]
    missed_window_days: int
    window_days: Positive
    families: Families
    light_sets: Positive
    light_weeks: int
    sets: Positive
    second_sets: Positive
    reps: LeastMost
    step: int
    rest_s: int
    max_minutes: int
    assist_weeks: int
    few_sets: int
    few_reps: int
    max_few_sets: int


class LoadUp(Rule, frozen=True, kw_only=True):
    """D7: when the weight goes up, and by how much (%; steps in kg and lb).

    An effort of `easy_by` under the ceiling in sessions running makes two steps of it, by
    `max_two_steps` at most; one of `very_easy_by` under makes one session enough. A bell's step
    over `big_step_percent` needs `big_step_reps` more reps first; one of `leap_percent` or more
    begins with few sets and reps, as a first weight that is much.
    """

    clean_share: Percent
    sessions: Positive
    sessions_unanswered: int
    easy_by: int
    very_easy_by: int
    max_two_steps: int
    step_percent: int
    big_step_percent: int
    big_step_reps: int
    leap_percent: int
    step_kg: dict[str, PositiveDecimal]
    step_lb: dict[str, PositiveDecimal]
    answer_days: int


class EffortCeiling(Rule, frozen=True, kw_only=True):
    """D8: the highest effort (1-10) by load week: from `weeks[i]` on, `ceiling[i]`."""

    weeks: Figures
    ceiling: tuple[int, ...]


class LoadHold(Rule, frozen=True, kw_only=True):
    """D9: when the weight stays, and when it is cut (%, 0-10, sessions).

    Never under `floor_percent` of the first weight used.
    """

    cut_percent: int
    cut_under: Percent
    cut_over_effort: int
    cut_after: int
    floor_percent: int


class FirstLoad(Rule, frozen=True, kw_only=True):
    """D10: suggested first weights (kg; shares in %)."""

    bell_light_kg: Decimal
    bell_middle_kg: Decimal
    bell_heavy_kg: Decimal
    light_under_kg: Decimal
    middle_up_to_kg: Decimal
    empty_bar_kg: Decimal
    empty_bar_lb: Decimal
    rdl_percent: int
    single_leg_percent: int
    single_leg_days: int
    single_leg_sets: int
    single_leg_reps: int
    barbell_percent: int
    much_over_percent: int
    told_barbell_percent: int
    told_bell_percent: int
    bells_kg: Annotated[tuple[PositiveDecimal, ...], NON_EMPTY]
    dumbbell_least_kg: Decimal


class Swings(Rule, frozen=True, kw_only=True):
    """D11: sets and reps of the swing, and its caps.

    The bell is never over what was lifted in clean sets of `lifted_reps` in `lifted_days`. After
    pain in `pain_places`, and after a long break, swings wait for `green_days` without them, those
    never done for `green_days_if_new`.
    """

    sets: int
    max_sets: int
    reps: int
    max_reps: int
    max_days: int
    max_week_reps: int
    rest_s: int
    second_percent: int
    jump_sets: int
    jump_reps: int
    lifted_reps: int
    lifted_share: Percent
    lifted_days: int
    pain_places: tuple[str, ...]
    green_days: int
    green_days_if_new: int


class Sides(Rule, frozen=True, kw_only=True):
    """D12: one-sided drills: which gap between the sides is shown (%, reps)."""

    gap_percent: int
    gap_reps: int
    of_sessions: int
    in_sessions: int


class Joining(Rule, frozen=True, kw_only=True):
    """D13: a freshly opened drill joins when the last one has `days` behind it.

    Not while another goes down after a session of the last `cut_within_days` (D9).
    """

    days: int
    cut_within_days: int
    order: tuple[DrillId, ...]


class GoalDose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The dose of one goal: sets, reps, rest (s)."""

    sets: LeastMost
    reps: LeastMost
    rest_s: int


class GoalsRule(Rule, frozen=True, kw_only=True):
    """D14: the dose by goal from load week `from_week` on."""

    from_week: int
    strength: GoalDose
    hypertrophy: GoalDose
    athletic: GoalDose
    athletic_families: tuple[FamilyId, ...]
    max_heavy_days: int
    week: Families
    start_heavier_percent: int
    max_start_heavier: int
    max_light_share: Percent
    near_ceiling: int
