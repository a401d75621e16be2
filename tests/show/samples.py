"""Values of every view with sensible defaults: a test names only what it is about."""

import tomllib
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from hingecli.app import App
from hingecli.cli.ask_profile import ProfileAnswers, shown
from hingecli.coach.log.events import MistakeCount, Pain, Profile, SetRecord
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.protocol.protocol import Index, Protocol
from hingecli.coach.protocol.texts import Cues, DrillPage, Element, Mistake, Mistakes
from hingecli.coach.results import (
    Block,
    ConditionState,
    Decision,
    DoneToday,
    FocusCue,
    Gate,
    Reason,
    Today,
    Watch,
)
from hingecli.coach.rules.reasons import reason as make_reason
from hingecli.show import dose
from hingecli.show.cardfacts import Card
from hingecli.show.setup import ProfileLine

TODAY = date(2026, 11, 24)


@cache
def index() -> Index:
    """Return the real protocol: the views need its names and words, none of its figures."""
    path = Path(__file__).parents[2] / "data" / "protocol.toml"
    table = tomllib.loads(path.read_text("utf-8"))
    return Index(msgspec.convert(table, Protocol))


def short_names() -> tuple[str, ...]:
    """Return the drills' names as they are typed."""
    return tuple(dose.short_name(rung.id, index()) for rung in index().ladder)


def block(drill: str = "wall-hinge", **changes: Any) -> Block:
    rung = index().rungs[drill]
    fields: dict[str, Any] = {
        "drill": drill,
        "name": rung.name,
        "purpose": "main",
        "sets": 3,
        "reps": 10,
        "reps_range": (10, 15),
        "load_kg": None,
        "per_side": rung.per_side,
        "tempo": Tempo(down=3, pause=1, up=1.5),
        "rest_s": 45,
    }
    return Block(**(fields | changes))


def condition(**changes: Any) -> ConditionState:
    fields: dict[str, Any] = {
        "id": "wall-20-in-a-row",
        "text": "20 wall hinges in a row, all clean, in one set",
        "have": 12,
        "need": 20,
    }
    fields |= changes
    return ConditionState(met=fields["have"] >= fields["need"], **fields)


LOAD_CONDITIONS = (
    condition(
        id="dowel-3-days",
        text="3 days with 30 or more dowel hinges, contact kept in 95 %, one set of 10 unbroken",
        have=1,
        need=3,
    ),
    condition(
        id="wall-20-on-2-days",
        text="20 clean wall hinges in one set on 2 different days",
        have=2,
        need=2,
    ),
    condition(id="clean-300", text="300 clean unloaded reps in all", have=214, need=300),
    condition(id="week-5", text="plan week 5 or later", have=3, need=5),
)


def gate(**changes: Any) -> Gate:
    fields: dict[str, Any] = {"drill": "dowel-hinge", "conditions": (condition(),)}
    return Gate(**(fields | changes))


def load_gate() -> Gate:
    return gate(drill="kettlebell-deadlift", conditions=LOAD_CONDITIONS)


def reason(text: str = "Everyone begins with 3 sets of 10.", **changes: Any) -> Reason:
    fields: dict[str, Any] = {
        "topic": "unloaded_dose",
        "rule": "D1 dose",
        "text": text,
        "source": "guide",
    }
    return Reason(**(fields | changes))


def ruled(rule: str, text: str, **told: str) -> Reason:
    """Return a reason as the coach makes it, under the name of the rule `rule`."""
    return make_reason(index(), rule, text, **told)


def decision(**changes: Any) -> Decision:
    fields: dict[str, Any] = {
        "date": TODAY,
        "week": 1,
        "phase": "pattern",
        "kind": "practice",
        "title": "Wall hinge",
        "titled_by_drill": True,
        "minutes": 5,
        "blocks": (block(),),
        "focus": None,
        "because": "",
        "reasons": (reason(),),
        "next_gate": gate(),
        "done_today": DoneToday(clean_reps=0, goal=(50, 100)),
        "film": True,
        "sessions_of_main": 1,
    }
    return Decision(**(fields | changes))


def page(**changes: Any) -> DrillPage:
    fields: dict[str, Any] = {
        "id": "wall-hinge",
        "summary": "Your hips learn to go back; the wall tells you when they got there.",
        "setup": (
            "Stand a foot (30 cm) from a wall, your back to it.",
            "Cross your arms on your chest.",
        ),
        "steps": (
            "Push your hips straight back until they touch.",
            "Let your torso lean by itself; your spine stays long.",
            "Stand tall again; squeeze your glutes.",
        ),
        "cues": ("Touch the wall with your hips.", "Close a car door with your behind."),
        "feel": ("A stretch in your hamstrings, some work in your glutes.",),
        "breathing": ("In before you go, out at the top.",),
        "watch": ("lower-back-rounding", "knees-forward"),
        "equipment": "A free stretch of wall.",
        "dose": "3 sets of 10-15, daily.",
        "sources": ("The guide, phase 1.",),
    }
    return DrillPage(**(fields | changes))


def mistake(**changes: Any) -> Mistake:
    fields: dict[str, Any] = {
        "id": "lower-back-rounding",
        "name": "Lower back rounds",
        "aliases": ("rounding",),
        "happens": "Spinal flexion under load stresses discs and ligaments.",
        "correction": "Less range of motion, core stability, dowel feedback.",
        "cue": "Keep your belt buckle and your breastbone the same distance apart.",
        "short": "go less far, keep it long",
        "group": "table",
        "source": "The guide's table.",
    }
    return Mistake(**(fields | changes))


def mistakes() -> Mistakes:
    return Mistakes(
        mistakes=(
            mistake(
                id="knees-cave-in",
                name="Knees cave inward",
                happens="Valgus collapse: more knee-injury risk, less power.",
                correction='"Spread the floor": glutes on, knees track over the feet.',
                short="spread the floor",
            ),
            mistake(),
            mistake(
                id="knees-forward",
                name="Knees travel forward",
                happens="A squat: the quads take over.",
                correction="Hips back first, shins near vertical.",
                short="hips back first",
                group="also",
            ),
        )
    )


def cues() -> Cues:
    return Cues(
        elements=(
            Element(
                id="hips-first",
                name="Hips start it",
                right="Hips go back first.",
                check="Shins stay near vertical.",
                wrong="The torso folds first.",
                cue="Touch the wall with your hips, not your shoulders.",
                because="the hips start it; the torso only follows",
                phases=("pattern",),
            ),
        ),
        daily_life=("Hinge once when you load the dishwasher.",),
        red_flags=(
            "numbness around the saddle area",
            "new trouble with bladder or bowel",
            "symptoms in both legs",
            "chest pain or fainting",
            "after a fall or a crash",
        ),
        see_doctor=("fever", "weight loss you cannot explain", "pain at night"),
    )


def today(told: Decision, **changes: Any) -> Today:
    fields: dict[str, Any] = {
        "decision": told,
        "cues": page().cues,
        "focus": FocusCue(
            cue="Touch the wall with your hips, not your shoulders.",
            because="the hips start it; the torso only follows",
        ),
        "breathing": page().breathing,
        "watch": (
            Watch(
                mistake="lower-back-rounding",
                name="Lower back rounds",
                correction="Less range of motion, core stability, dowel feedback.",
            ),
        ),
        "daily_life": "Hinge once when you load the dishwasher.",
        "red_flags": cues().red_flags if told.red_flags else (),
        "see_doctor": cues().see_doctor if told.red_flags else (),
    }
    return Today(**(fields | changes))


def card(*, told: Decision | None = None, **changes: Any) -> Card:
    told = told or decision()
    fields: dict[str, Any] = {
        "today": today(told),
        "index": index(),
        "page": page(),
        "mistakes": mistakes(),
    }
    return Card(**(fields | changes))


def sitting(**changes: Any) -> Sitting:
    fields: dict[str, Any] = {
        "id": "4f9c2d7e81b04c6fa3d5e6f708192a3b",
        "ids": ("4f9c2d7e81b04c6fa3d5e6f708192a3b",),
        "sitting": "s1",
        "day": TODAY,
        "at": datetime(2026, 11, 24, 7, 30, tzinfo=UTC),
        "seq": 1,
        "sets": (SetRecord(drill="wall-hinge", reps=20, clean=20),),
        "mistakes": (),
        "pain": None,
        "sore": None,
        "effort": None,
        "distance_cm": None,
        "note": None,
    }
    return Sitting(**(fields | changes))


def rich_sitting() -> Sitting:
    """Return a session with every field told."""
    return sitting(
        sets=(
            SetRecord(drill="dowel-hinge", reps=10, clean=10),
            SetRecord(
                drill="kettlebell-deadlift",
                reps=8,
                clean=8,
                load_kg=Decimal("15.87573295"),
                unit="lb",
            ),
            SetRecord(
                drill="kettlebell-deadlift",
                reps=8,
                clean=7,
                load_kg=Decimal("15.87573295"),
                unit="lb",
            ),
            SetRecord(drill="single-leg-rdl", reps=8, clean=8, side="L"),
            SetRecord(drill="single-leg-rdl", reps=8, clean=7, side="R"),
        ),
        mistakes=(MistakeCount(mistake="lower-back-rounding", count=2, drill="dowel-hinge"),),
        pain=Pain(score=2, where="low-back"),
        sore=1,
        effort=5,
        distance_cm=Decimal("32.5"),
        note="felt [bold]good[/bold] today",
    )


def setup_lines(profile: Profile, **days: date) -> tuple[ProfileLine, ...]:
    """Return the lines of `hinge setup --show` for `profile`, and a professional's days."""
    app = App()
    app.index = index()
    return shown(app, ProfileAnswers(profile=profile, **days))
