"""The figures of a practice day: its dose, its test, how far from the wall, what varies it (D1-D5).

What varies an outgrown weight (D15) stands with the other variations.
"""

from decimal import Decimal
from typing import Annotated

import msgspec

from hingecli.coach.log.events import Place
from hingecli.coach.protocol.fields import (
    NON_EMPTY,
    DrillId,
    LeastMost,
    MistakeId,
    Percent,
    Positive,
    PositiveDecimal,
    Share,
)
from hingecli.coach.protocol.parameters.rule import Rule, Tempo


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

    `start_said` is what people call the first one. A step is advised after `after_days` days at
    `clean_share` % at one distance.
    """

    drill: DrillId
    start_cm: PositiveDecimal
    start_said: str = ""
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


class DoneTodayRule(Rule, frozen=True, kw_only=True):
    """A day with a session is done; what of its sets is left is offered.

    A set under `cut_short_percent` of the reps asked for was broken off: it is left still.
    """

    cut_short_percent: Share


class BadDay(Rule, frozen=True, kw_only=True):
    """A step back: a day with fewer clean reps than `clean_under` %."""

    clean_under: Percent
