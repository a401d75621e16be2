"""Every view with a sample value: for the promises that all of them keep."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.events import Profile
from hingecli.coach.protocol.texts import Lesson
from hingecli.coach.report.plan import PlanReport, PlanRowState
from hingecli.coach.report.progress import (
    ConsistencyState,
    DrillState,
    MilestoneState,
    Progress,
    Totals,
)
from hingecli.coach.report.why import Why
from hingecli.show import card, drill, history, lesson, mistakes, plan, progress, reply, setup, why
from show import samples

if TYPE_CHECKING:
    from rich.console import RenderableType


class View(msgspec.Struct, frozen=True):
    """One view: how it draws and how it speaks, each of the same value."""

    render: "Callable[[], RenderableType]"
    plain: Callable[[], str]


LESSON = """Bending at the **hips** with a neutral spine, like a door on its
hinge.

## Not a squat

- In a squat the knees travel far.
- See `hinge learn phases`.

| pain | what follows |
|---|---|
| 0-2 | go on |
| 3-4 | half the range |
"""


def progress_value() -> Progress:
    return Progress(
        week=3,
        phase="dowel",
        drills=(
            DrillState(
                id="wall-hinge", name="wall hinge", status="open", override=False, conditions=()
            ),
            DrillState(
                id="dowel-hinge", name="dowel hinge", status="open", override=True, conditions=()
            ),
            DrillState(
                id="kettlebell-deadlift",
                name="kettlebell deadlift",
                status="next",
                override=False,
                conditions=samples.LOAD_CONDITIONS,
            ),
            DrillState(
                id="romanian-deadlift",
                name="Romanian deadlift",
                status="locked",
                override=False,
                conditions=(),
            ),
        ),
        totals=Totals(reps=230, clean_reps=214, sessions=8),
        milestones=(
            MilestoneState(id="basic-pattern", from_=300, to=500, have=214),
            MilestoneState(id="ingrained-pattern", from_=3000, to=5000, have=214),
        ),
        consistency=ConsistencyState(this_week=2, of=4, good_weeks=2),
    )


def why_value(text: str = "Everyone begins with 3 sets of 10.") -> Why:
    return Why(
        subject="today",
        date=samples.TODAY,
        reasons=(
            samples.reason(text),
            samples.reason("One cue a day.", rule="Focus", source="coach", grade="B"),
        ),
        conditions=samples.LOAD_CONDITIONS,
    )


def plan_value() -> PlanReport:
    return PlanReport(
        week=3,
        rows=(
            PlanRowState(
                weeks=(1, 4),
                phase="dowel",
                do="Body weight only: wall and dowel hinges, daily.",
                dose="50-100 perfect reps accumulated a day",
                when="now",
                earned=("wall-hinge",),
                to_earn=("dowel-hinge",),
            ),
            PlanRowState(
                weeks=(5, 8),
                phase="loaded",
                do="Light kettlebell deadlifts and RDLs.",
                dose="3 times a week, 3-4 sets of 8-12",
                when="ahead",
                earned=(),
                to_earn=("kettlebell-deadlift", "romanian-deadlift"),
            ),
        ),
        goal_week=(),
        notes=("Some days will feel like a step back. That is normal.",),
    )


def drill_value() -> drill.DrillView:
    return drill.DrillView(
        page=samples.page(),
        index=samples.index(),
        mistakes=samples.mistakes(),
        state=progress_value().drills[0],
    )


def all_views(text: str = "words") -> dict[str, View]:
    """Return every view; `text` stands wherever a person's own words can."""
    index, today = samples.index(), samples.TODAY
    told = samples.decision(reasons=(samples.ruled("override", text),), say=(text,))
    one = samples.card(told=told)
    sitting = msgspec.structs.replace(samples.rich_sitting(), note=text)
    write = reply.Saved(
        index=index, today=today, sitting=sitting, next_gate=samples.load_gate(), more=(text,)
    )
    days = {today: 40}
    mistake = samples.mistake()
    lesson_value = Lesson("hinge", "What a hinge is", f"{LESSON}\n{text}")
    titles = (("hinge", "What a hinge is"), ("pain", "Pain"))
    profile = Profile(equipment=(text,), days=("mon", "wed"), units="lb", screen="unloaded")
    table = samples.mistakes().mistakes
    counts = {"lower-back-rounding": 3}
    return {
        "card": View(lambda: card.render(one), lambda: card.plain(one)),
        "progress": View(
            lambda: progress.render(progress_value(), index=index, today=today, clean_by_day=days),
            lambda: progress.plain(progress_value(), index=index),
        ),
        "mistakes": View(
            lambda: mistakes.render(table, counts=counts),
            lambda: mistakes.plain(table, counts=counts),
        ),
        "mistake": View(
            lambda: mistakes.render_one(mistake, count=3),
            lambda: mistakes.plain_one(mistake, count=3),
        ),
        "history": View(
            lambda: history.render((sitting,), index=index, today=today),
            lambda: history.plain((sitting,), index=index, today=today),
        ),
        "why": View(
            lambda: why.render(why_value(text), index=index),
            lambda: why.plain(why_value(text), index=index),
        ),
        "plan": View(
            lambda: plan.render(plan_value(), index=index),
            lambda: plan.plain(plan_value(), index=index),
        ),
        "drill": View(lambda: drill.render(drill_value()), lambda: drill.plain(drill_value())),
        "lesson": View(
            lambda: lesson.render(lesson_value),
            lambda: lesson.plain(lesson_value),
        ),
        "topics": View(lambda: lesson.render_topics(titles), lambda: lesson.plain_topics(titles)),
        "saved": View(lambda: reply.render(write), lambda: reply.plain(write)),
        "setup": View(
            lambda: setup.render(samples.setup_lines(profile)),
            lambda: setup.plain(samples.setup_lines(profile)),
        ),
    }


NAMES = tuple(all_views())
