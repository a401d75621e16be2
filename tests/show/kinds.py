"""One card of each kind of day."""

from decimal import Decimal

import msgspec

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import Decision, DoneToday, NextTest
from hingecli.coach.rules.wall_test import NEXT_TEST
from hingecli.show.card import render
from hingecli.show.cardfacts import Card
from show import samples
from show.screens import printed

AFTER_ONE_MORE = NextTest(
    best=12, best_said="", when="After 1 more day comes the test: 20 in a row."
)


def practice() -> Card:
    return samples.card(told=samples.decision())


def day_of_a_test() -> Card:
    told = samples.decision(
        kind="test",
        title="Test: 20 wall hinges in a row",
        titled_by_drill=False,
        minutes=10,
        blocks=(samples.block(purpose="test", reps=20, rest_s=120),),
        reasons=(
            samples.ruled(
                "test", "2 clean days behind you: up to 3 runs today, each to its first miss."
            ),
        ),
        film=False,
        sessions_of_main=2,
    )
    return samples.card(told=told)


def load() -> Card:
    swift = Tempo(down=0.8, pause=0, up=0.7)
    told = samples.decision(
        kind="load",
        title="Kettlebell deadlift",
        week=7,
        phase="loaded",
        minutes=17,
        blocks=(
            samples.block("dowel-hinge", purpose="warm-up", sets=1),
            samples.block("kettlebell-deadlift", reps=9, load_kg=Decimal(16), rest_s=90),
            samples.block(
                "kettlebell-swing",
                purpose="second",
                sets=2,
                reps=5,
                load_kg=Decimal(12),
                tempo=swift,
                rest_s=60,
            ),
        ),
        reasons=(
            samples.ruled("loaded_day", "Monday is one of your days."),
            samples.ruled("load_up", "Two days at 3x12 clean, effort 5 and 6: 12 kg → 16 kg."),
        ),
        next_gate=samples.load_gate(),
        done_today=DoneToday(clean_reps=0, goal=None),
        film=False,
        sessions_of_main=10,
    )
    return samples.card(told=told)


def recheck() -> Card:
    told = samples.decision(
        kind="recheck",
        title="Welcome back: a short re-check",
        titled_by_drill=False,
        minutes=2,
        blocks=(samples.block("dowel-hinge", sets=1),),
        reasons=(samples.ruled("breaks", "16 days away from load: today is a short re-check."),),
        done_today=DoneToday(clean_reps=0, goal=None),
        sessions_of_main=30,
    )
    return samples.card(told=told)


def rest() -> Card:
    told = samples.decision(
        kind="rest",
        title="Rest day",
        titled_by_drill=False,
        minutes=1,
        blocks=(samples.block("dowel-hinge", sets=1),),
        reasons=(samples.ruled("rest", "3 loaded days this week: it is already a good week."),),
        say=("Next load: Monday, kettlebell deadlift.",),
        done_today=DoneToday(clean_reps=0, goal=None),
        film=False,
    )
    return samples.card(told=told)


def hold(*, ask: str | None = "How is the pain this morning, 0-10?") -> Card:
    half = samples.block(sets=2, reps=8, range="half")
    told = samples.decision(
        kind="hold",
        title="Load on hold",
        titled_by_drill=False,
        minutes=0 if ask else 2,
        blocks=() if ask else (half,),
        reasons=(
            samples.ruled(
                "pain_during", "You logged pain 6 in the low back yesterday. No load until then."
            ),
        ),
        say=("First tell me.",),
        red_flags=True,
        film=False,
        ask=ask,
    )
    return samples.card(told=told)


def paused() -> Card:
    told = samples.decision(
        kind="paused",
        title="Paused",
        titled_by_drill=False,
        minutes=0,
        blocks=(),
        reasons=(samples.ruled("pause", "Paused since Sunday. Nothing that you earned is lost."),),
        film=False,
    )
    return samples.card(told=told)


def done(decision: Decision | None = None) -> Card:
    told = decision or samples.decision(
        kind="done",
        title="Done for today",
        titled_by_drill=False,
        reasons=(
            samples.ruled("day_goal", "Done: 30 of the day's 50-100 clean reps."),
            samples.ruled("test", AFTER_ONE_MORE.text, topic=NEXT_TEST),
        ),
        test_ahead=AFTER_ONE_MORE,
        done_today=DoneToday(clean_reps=30, goal=(50, 100)),
        film=False,
    )
    return samples.card(told=told)


ALL = {
    "practice": practice,
    "test": day_of_a_test,
    "load": load,
    "recheck": recheck,
    "rest": rest,
    "hold": hold,
    "paused": paused,
    "done": done,
}


def told(one: Card, *, width: int = 80) -> str:
    """Return the card as it is drawn, as text."""
    return printed(render(one), width=width)


def changed(one: Card, **changes: object) -> Card:
    """Return the card with another decision."""
    decision = msgspec.structs.replace(one.decision, **changes)
    today = msgspec.structs.replace(one.today, decision=decision)
    return msgspec.structs.replace(one, today=today)
