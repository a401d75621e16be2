"""The figures of what holds training back: readiness, pain, soreness, illness, age (S1-S8)."""

from typing import Annotated

from hingecli.coach.log.events import Place
from hingecli.coach.protocol.fields import NON_EMPTY, Lines, Score
from hingecli.coach.protocol.parameters.rule import Rule


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
