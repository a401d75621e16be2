"""The figures of the coach's rules, as typed values read from `data/protocol.toml`.

Owns their names, units and ranges; each table names its source. No figure of the coach
stands anywhere else in the code.
"""

from decimal import Decimal
from typing import Annotated

import msgspec

from hingecli.coach.log.events import Place
from hingecli.coach.protocol.conditions import Grade, Source
from hingecli.coach.protocol.fields import (
    NON_EMPTY,
    DrillId,
    Families,
    FamilyId,
    Figures,
    LeastMost,
    Lines,
    MistakeId,
    Percent,
    Positive,
    PositiveDecimal,
    Score,
    WeekdayId,
)


class Tempo(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rhythm of one rep: seconds down, at the end of the movement, and up."""

    down: float
    pause: float
    up: float


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What every rule carries: its plain name, where it comes from, how well it is supported.

    `grade` of a coach rule: A trials or guideline, B indirect, C common coaching practice,
    D our arithmetic or simulation. `cite` names the place.
    """

    name: str
    source: Source
    cite: str
    grade: Grade | None = None


class UnloadedDose(Rule, frozen=True, kw_only=True):
    """D1: sets and reps of the wall and the dowel hinge.

    `reps` is the guide's range, `start` where it begins. The share of clean reps (%) of the last
    `days` days with all the sets moves it by `step`: up at `up_at`, down under `down_under`.
    `rest_s` in seconds.
    """

    sets: Positive
    reps: LeastMost
    start: Positive
    step: int
    up_at: Percent
    down_under: Percent
    days: Positive
    rest_s: LeastMost


class TestRule(Rule, frozen=True, kw_only=True):
    """D2: the test of one long unbroken set that opens the next phase.

    Offered after `after_days` days of `clean_sets` sets at `clean_share` %, at most every
    `every_days` days; `runs` runs of up to `reps`. A set of `counts_from` or more makes the
    day a test day. After `tries` test days come `practice_days` days of practice.
    """

    drill: DrillId
    after_days: int
    clean_sets: int
    clean_share: Percent
    every_days: Positive
    runs: Positive
    reps: Positive
    counts_from: int
    tries: int
    practice_days: int
    rest_s: int


class WallDistance(Rule, frozen=True, kw_only=True):
    """D3: the heels' distance from the wall (cm): where it begins, its steps, and its end.

    A step is advised after `after_days` days at `clean_share` % at one distance.
    """

    drill: DrillId
    start_cm: PositiveDecimal
    step_cm: PositiveDecimal
    most_cm: Decimal
    after_days: int
    clean_share: Percent


class DayGoal(Rule, frozen=True, kw_only=True):
    """D4: clean reps of a day, and days of a good practice week."""

    clean_reps: LeastMost
    good_days: int


class WarmUp(Rule, frozen=True, kw_only=True):
    """D5 and D6: what comes before the main drill (reps; kg; % of the working load).

    `setup_s` are seconds to get into place before a drill's first set, for the minutes shown.
    """

    drill: DrillId
    reps: int
    loaded_drill: DrillId
    loaded_reps: int
    heavy_over_kg: Decimal
    ramp_reps: int
    ramp_percent: tuple[int, ...]
    setup_s: int


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
    over `big_step_percent` needs `big_step_reps` more reps first.
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
    """D13: a freshly opened drill joins when the last one has `days` behind it."""

    days: int
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


class Variant(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to vary a practice day: a drill, what is different, and its dose.

    `setup`, `steps` and `cues` stand in the place of the drill's own where these would not be true;
    `not_cued` are the elements that such a day cannot have as its focus. `places` are those that it
    loads, beside the drill's own.
    """

    id: str
    drill: DrillId
    name: str
    text: str
    sets: Positive
    reps: Positive
    tempo: Tempo
    per_side: bool = False
    setup: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    not_cued: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


class Variety(Rule, frozen=True, kw_only=True):
    """D4 and D15: varied practice days, and what follows an outgrown weight.

    Before the first load every `early_every`th practice day is `early`, and every `every`th one of
    the `variants` once the dowel is the day's drill and its long wall sets are behind. No card is
    the same on more than `max_same_days` practice days running.
    """

    variants: Annotated[tuple[Variant, ...], NON_EMPTY]
    early: Variant
    early_every: Positive
    every: Positive
    max_same_days: int
    outgrown_down_s: int
    outgrown_pause_s: int
    outgrown_weeks: int

    @property
    def all(self) -> tuple[Variant, ...]:
        """Every variation there is."""
        return (self.early, *self.variants)

    def named(self, id_: str | None) -> Variant | None:
        """Return the variation of this id; None if there is none."""
        return next((variant for variant in self.all if variant.id == id_), None)


class ScreenRule(Rule, frozen=True, kw_only=True):
    """S1: what the readiness questions ask for: no session before a yes, or none with load.

    `first_stop` and `first_unloaded` are the two that are asked before the first rep;
    `counts_as_trouble` is what answers `a little sore`.
    """

    stop_signs: Lines
    unloaded_signs: Lines
    first_stop: str
    first_unloaded: str
    counts_as_trouble: str


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


class PainDuring(Rule, frozen=True, kw_only=True):
    """S2: what pain during a session means (0-10; days).

    A usual value counts as green up to `usual_at_once`, after a yes up to `usual_after_yes`.
    Pain in one of `places_that_stop_all_load` holds every load, in `alarm` it shows the emergency
    list at any score. Only a professional ends a hold for pain in `grave`, or red in
    `grave_if_red`. `half_range` is said before a set of half the range.
    """

    no_progress_from: Score
    usual_at_once: Score
    usual_after_yes: Score
    alarm: tuple[Place, ...]
    grave: tuple[Place, ...]
    grave_if_red: tuple[Place, ...]
    stop_from: Score
    places_that_stop_all_load: Annotated[tuple[Place, ...], NON_EMPTY]
    hold_sets: int
    hold_reps: int
    max_move_in_hold: Score
    half_range: str
    end_days: int
    ask_after_days: int


class Amber(Rule, frozen=True, kw_only=True):
    """S2: what some pain, again and again, asks for (sessions; days).

    After an amber session the drill has `sets_less`; after `step_back_after` loaded ones running
    one easy drill is left, in `step_back_sets`. `look_after` in `look_days` should be looked at,
    `hold_after` in `hold_days` hold the load.
    """

    sets_less: int
    step_back_after: int
    step_back_sets: int
    look_after: int
    look_days: int
    hold_after: int
    hold_days: int


class WayBackRule(Rule, frozen=True, kw_only=True):
    """S2: the loaded days after a hold: how many, their load (% less) and sets (% kept)."""

    days: int
    cut_percent: int
    sets_percent: int


class MorningAfter(Rule, frozen=True, kw_only=True):
    """S3: what pain on the morning after means, against the usual value (0-10, %)."""

    usual: Score
    flag_over: int
    max_move: Score
    sets: int
    reps: int
    cut_percent: int


class SecondEpisode(Rule, frozen=True, kw_only=True):
    """S4: a second red episode (days, scores)."""

    within_days: int
    apart_days: int
    end_days: int
    end_scores: int


class Soreness(Rule, frozen=True, kw_only=True):
    """S5: from `move_from` on (0-10) the loaded day moves, on up to `move_days` days.

    Days told of at most `apart_days` apart are of one soreness.
    """

    move_from: Score
    move_days: int
    apart_days: int


class Illness(Rule, frozen=True, kw_only=True):
    """S8: what to do while ill, and the first loaded day after it (%, sets)."""

    while_ill: str
    cut_percent: int
    sets_less: int


class SixtyPlus(Rule, frozen=True, kw_only=True):
    """S8: loaded days and effort ceiling of those who told they are 60 or older."""

    days: int
    ceiling: int
    weeks: int


class EarlyMorning(Rule, frozen=True, kw_only=True):
    """S8: no hinges in the first hours with a low-back limit."""

    hours: int
    before_hour: int


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


class FocusRule(Rule, frozen=True, kw_only=True):
    """The focus cue: whose mistake, how often, for how long."""

    window_days: int
    least: int
    retire_after: int


class Rounding(Rule, frozen=True, kw_only=True):
    """What rounding under load leads to (reps, %, days)."""

    mistake: MistakeId
    reps: int
    percent: int
    days: int
    of_days: int
    cut_percent: int


class Film(Rule, frozen=True, kw_only=True):
    """When to film from the side, and over how many days own count and clips are compared."""

    every_session_weeks: int
    then_every_days: Positive
    compare_days: Positive


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


class Milestone(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A range of clean reps the guide names; shown, never a verdict."""

    id: str
    text: str
    reps: LeastMost


class Milestones(Rule, frozen=True, kw_only=True):
    """The guide's figures for learning a pattern (clean reps)."""

    ranges: tuple[Milestone, ...]
    told: tuple[int, ...]


class BadDay(Rule, frozen=True, kw_only=True):
    """A step back: a day with fewer clean reps than `clean_under` %."""

    clean_under: Percent


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """All rules, under the names that `why` prints."""

    unloaded_dose: UnloadedDose
    test: TestRule
    wall_distance: WallDistance
    day_goal: DayGoal
    warm_up: WarmUp
    loaded_day: LoadedDay
    load_up: LoadUp
    effort_ceiling: EffortCeiling
    load_hold: LoadHold
    first_load: FirstLoad
    swings: Swings
    sides: Sides
    joining: Joining
    goals: GoalsRule
    variety: Variety
    screen: ScreenRule
    stuck: StuckRule
    pain_during: PainDuring
    amber: Amber
    way_back: WayBackRule
    morning_after: MorningAfter
    second_episode: SecondEpisode
    soreness: Soreness
    illness: Illness
    sixty_plus: SixtyPlus
    early_morning: EarlyMorning
    breaks: Breaks
    focus: FocusRule
    rounding: Rounding
    film: Film
    rest: RestRule
    consistency: Consistency
    weeks: Weeks
    milestones: Milestones
    painful_sets: Rule
    pause: Rule
    done_today: Rule
    override: Rule
    limits: Rule
    bad_day: BadDay
