"""What the coach answers with: the day, and what all answers are made of; reports add their own.

What a script reads and what a person sees come from one value: field for field these are the
shapes of the JSON that the commands print, but where a function lays them out (`today_json`).
The shape of a report, such as `Progress`, stands with what makes it, in `report/`.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from hingecli.coach.log.events import Range
from hingecli.coach.protocol.conditions import Grade, Source
from hingecli.coach.protocol.parameters.rule import Tempo

DayKind = Literal["practice", "test", "load", "recheck", "rest", "hold", "paused", "done"]
Purpose = Literal["main", "warm-up", "test", "second"]


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an answer; absent is null in its JSON."""


class Reason(Answer, frozen=True, kw_only=True):
    """Why something is so: the rule's name, one sentence with the evidence, its source.

    `topic` is what the program tells it by: the key of its rule where nothing closer is said.
    """

    topic: str
    rule: str
    text: str
    source: Source
    grade: Grade | None = None


def reason_json(reason: Reason) -> dict[str, object]:
    """Return a reason as its JSON shows it: the topic is the program's own."""
    return {
        "rule": reason.rule,
        "text": reason.text,
        "source": reason.source,
        "grade": reason.grade,
    }


def condition_topic(condition: str) -> str:
    """Return the topic of a reason that speaks of the condition with this id."""
    return f"condition {condition}"


class ConditionState(Answer, frozen=True, kw_only=True, omit_defaults=True):
    """How far one condition of a gate is: `have` of `need`, in the condition's own unit.

    `at_least` says that it may be further, and is there only where it may: a count of clean reps
    alone proves a run of some length, and does not say where the misses fell.
    """

    id: str
    text: str
    have: int
    need: int
    met: bool
    at_least: bool = False


class Gate(Answer, frozen=True, kw_only=True):
    """The gate of one drill and how far each of its conditions is."""

    drill: str
    conditions: tuple[ConditionState, ...]


class Block(Answer, frozen=True, kw_only=True):
    """A run of sets of one drill: reps per set (per side if `per_side`), load kg, rest s.

    `reps_range` is what the reps may grow to. `variant` names a variation of the drill, `range`
    says whether only half of it is asked.
    """

    drill: str
    name: str
    purpose: Purpose
    sets: int
    reps: int
    reps_range: tuple[int, int]
    load_kg: Decimal | None
    per_side: bool
    tempo: Tempo
    rest_s: int
    variant: str | None = None
    range: Range = "full"


class FocusCue(Answer, frozen=True, kw_only=True):
    """The one cue of the day, and why this one."""

    cue: str
    because: str


class Watch(Answer, frozen=True, kw_only=True):
    """A mistake to watch for, with its correction."""

    mistake: str
    name: str
    correction: str


class DoneToday(Answer, frozen=True, kw_only=True):
    """Clean reps of the day so far, and the day's goal where there is one."""

    clean_reps: int
    goal: tuple[int, int] | None


class NextTest(Answer, frozen=True, kw_only=True):
    """When the test comes (again): a sentence, and the best run so far with its own before it."""

    best: int
    best_said: str
    when: str

    @property
    def text(self) -> str:
        """Both sentences."""
        return f"{self.best_said} {self.when}" if self.best_said else self.when


class Decision(Answer, frozen=True, kw_only=True):
    """What the rules say of a day, before any text of the drills is read.

    `focus` is the id of a mistake or an element; `because` says why it. `say` are further
    sentences for the card, each with its reason in `reasons` (safety first). `title` names
    the day in a few words, `titled_by_drill` where these are its drill's name. `test_ahead` is
    the next test of the drill that is practised. `right_first` are the one-sided drills whose
    right side is the weaker one; `no_held_breath` says that the readiness answers ask for care
    with it, `red_flags` that these are shown at once. `ask` is a question whose answer is a
    morning score. `unfinished` says that the day was broken off: its blocks are what was left.
    """

    date: date
    week: int
    phase: str
    kind: DayKind
    title: str
    minutes: int
    blocks: tuple[Block, ...]
    focus: str | None
    because: str
    reasons: tuple[Reason, ...]
    next_gate: Gate | None
    done_today: DoneToday
    titled_by_drill: bool = False
    test_ahead: NextTest | None = None
    say: tuple[str, ...] = ()
    red_flags: bool = False
    film: bool = False
    right_first: tuple[str, ...] = ()
    no_held_breath: bool = False
    sessions_of_main: int = 0
    daily_turn: int = 0
    ask: str | None = None
    unfinished: bool = False


class Moved(Answer, frozen=True, kw_only=True):
    """A drill that went up in a week: load (kg, null without one) and reps a set, before and now.

    With nothing before it the drill was begun in that week.
    """

    drill: str
    name: str
    from_kg: Decimal | None
    to_kg: Decimal | None
    from_reps: int | None
    to_reps: int


class LastWeek(Answer, frozen=True, kw_only=True):
    """A week that is over, from its `monday`: days with a session, counted reps, what moved.

    `opened` are the drills (ids) that opened in it. `clean_percent` is null where nobody counted.
    """

    monday: date
    days: int
    reps: int
    clean_reps: int
    clean_percent: int | None
    opened: tuple[str, ...]
    moved: tuple[Moved, ...]


class WeightGain(Answer, frozen=True, kw_only=True):
    """A drill's first working weight and that of now (kg)."""

    drill: str
    name: str
    first_kg: Decimal
    now_kg: Decimal


class MistakeThenNow(Answer, frozen=True, kw_only=True):
    """How often (reps) a mistake was noticed in the plan's first weeks, and in its last."""

    mistake: str
    then: int
    now: int


class GoalDay(Answer, frozen=True, kw_only=True):
    """One training day of the week after the plan: its drill and dose (sets, reps, rest in s)."""

    weekday: str
    drill: str
    sets: int
    reps: tuple[int, int]
    rest_s: int


class PlanEnd(Answer, frozen=True, kw_only=True):
    """What the plan's `weeks` came to, and what stays.

    `learned` are the open drills (ids) that were practised, `waiting` those that were not yet, in
    the ladder's order. `mistakes` compares the plan weeks `then_weeks` with `now_weeks`, the most
    frequent first. `week_ahead` are the training days from now on, by the `goal` where it shapes
    them; null: none is chosen.
    """

    weeks: int
    learned: tuple[str, ...]
    waiting: tuple[str, ...]
    sessions: int
    reps: int
    clean_reps: int
    good_weeks: int
    weights: tuple[WeightGain, ...]
    then_weeks: tuple[int, int]
    now_weeks: tuple[int, int]
    mistakes: tuple[MistakeThenNow, ...]
    goal: str | None
    week_ahead: tuple[GoalDay, ...]


class Today(Answer, frozen=True, kw_only=True):
    """`hinge today`: the decision, and the texts of its main drill that go with it.

    `space` is what must be clear around before the first rep; None where nothing must.
    `red_flags` and `see_doctor` are the signs that ask for care now and soon, where the decision
    shows them. `last_week` is told until the first session of a week, `plan_end` until the first
    after the plan.
    """

    decision: Decision
    cues: tuple[str, ...]
    focus: FocusCue | None
    breathing: tuple[str, ...]
    watch: tuple[Watch, ...]
    daily_life: str
    red_flags: tuple[str, ...] = ()
    see_doctor: tuple[str, ...] = ()
    space: str | None = None
    last_week: LastWeek | None = None
    plan_end: PlanEnd | None = None


class NextLoad(Answer, frozen=True, kw_only=True):
    """The next weight of a drill (kg), and what is still missing for it in a few words."""

    kg: Decimal
    after: str
