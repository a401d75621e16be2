"""The figures of the coach's rules, as typed values read from `data/protocol.toml`.

Owns their names, units and ranges; each table names its source. No figure of the coach
stands anywhere else in the code.
"""

import msgspec

from hingecli.coach.protocol.parameters.load import (
    EffortCeiling,
    FirstLoad,
    GoalsRule,
    Joining,
    LoadedDay,
    LoadHold,
    LoadUp,
    Sides,
    Swings,
)
from hingecli.coach.protocol.parameters.practice import (
    BadDay,
    DayGoal,
    DoneTodayRule,
    FocusRule,
    Rounding,
    TestRule,
    UnloadedDose,
    Variety,
    WallDistance,
    WarmUp,
)
from hingecli.coach.protocol.parameters.rhythm import (
    Breaks,
    Consistency,
    Film,
    Milestones,
    RestRule,
    StuckRule,
    Weeks,
)
from hingecli.coach.protocol.parameters.rule import Rule
from hingecli.coach.protocol.parameters.safety import (
    Amber,
    EarlyMorning,
    Illness,
    MorningAfter,
    PainDuring,
    ScreenRule,
    SecondEpisode,
    SixtyPlus,
    Soreness,
    WayBackRule,
)


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
    done_today: DoneTodayRule
    override: Rule
    limits: Rule
    bad_day: BadDay
