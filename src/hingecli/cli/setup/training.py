"""What the person trains for, when, and with what."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hingecli.cli.complete import (
    complete_coming_day,
    complete_goal,
    complete_things,
    complete_weekdays,
)
from hingecli.cli.options import Option
from hingecli.cli.setup.row import Ground, Meaning, answer, now, now_masses

if TYPE_CHECKING:
    from hingecli.coach.log.events import Goal, Weekday


@answer(
    Option(
        "start", ("--start",), "The day the 12 weeks begin.", "DAY", complete=complete_coming_day
    ),
    label="Start",
    change="--start DATE",
)
def _start() -> Meaning[date]:
    from hingecli.coach.parse.dates import read_day
    from hingecli.show.setup import full_day

    return Meaning(
        read=lambda text, on: read_day(text, on.app.today, ahead=True),
        show=lambda start, _: full_day(start),
        otherwise="the day of your first session",
    )


@answer(
    Option(
        "days",
        ("--days",),
        "Days for loads, no neighbours.",
        "mon,wed,fri",
        complete=complete_weekdays,
    ),
    label="Training days",
    change="--days mon,wed,fri",
)
def _days() -> "Meaning[tuple[Weekday, ...]]":
    from hingecli.coach.parse.profile import read_days
    from hingecli.show.setup import weekdays

    return Meaning(
        read=lambda text, on: read_days(text, what=on.what),
        show=lambda days, _: weekdays(days),
        question=lambda on: (
            "On which days could you lift? (not two in a row; as in mon, wed and fri) "
            f"{now(on.profile.days)}"
        ),
    )


@answer(
    Option(
        "goal", ("--goal",), "strength, hypertrophy or athletic.", "GOAL", complete=complete_goal
    ),
    label="Goal",
    change="--goal strength",
)
def _goal() -> "Meaning[Goal]":
    from hingecli.coach.parse.profile import read_goal

    return Meaning(
        read=lambda text, on: read_goal(text, what=on.what),
        show=lambda goal, _: goal,
        question=lambda on: (
            "What do you want most? (1 strength, 2 muscle, 3 speed and jumps) "
            f"{now(on.profile.goal)}"
        ),
    )


@answer(
    Option(
        "equipment",
        ("--equipment",),
        "What you own, or none: dowel,dumbbells.",
        "LIST",
        complete=complete_things,
    ),
    label="Equipment",
    change="--equipment LIST",
)
def _equipment() -> Meaning[tuple[str, ...]]:
    from hingecli.coach.parse.equipment import bells_beside, read_equipment
    from hingecli.show.setup import equipment

    def question(on: Ground) -> str:
        listed = enumerate(on.app.index.protocol.equipment, 1)
        things = "\n".join(f"{n} {thing.name}" for n, thing in listed)
        asked = "What do you have? (numbers or words, as in 1 2 3; or none)"
        return f"{things}\n{asked} {now(on.profile.equipment)}"

    def beside(text: str, on: Ground) -> dict[str, tuple[Decimal, ...]]:
        bells = bells_beside(text, on.app.index, on.unit)
        return {"bells": bells} if bells else {}

    return Meaning(
        read=lambda text, on: read_equipment(text, on.app.index, what=on.what),
        show=lambda owned, on: equipment(owned, on.app.index),
        question=question,
        beside=beside,
    )


@answer(
    Option("bells", ("--bells",), "Your kettlebells, in your units.", "8,12,16"),
    label="Bells",
    change="--bells 8,12,16",
)
def _bells() -> Meaning[tuple[Decimal, ...]]:
    from hingecli.coach.parse.equipment import read_bells
    from hingecli.show.setup import masses

    def question(on: Ground) -> str:
        if "kettlebell" not in (on.profile.equipment or ()):
            return ""
        asked = f"Which kettlebells, in {on.unit}? (as in 8, 12 and 16)"
        return f"{asked} {now_masses(on.profile.bells, on)}"

    return Meaning(
        read=lambda text, on: read_bells(text, on.unit, what=on.what),
        show=lambda bells, on: masses(bells, on.unit),
        question=question,
    )


ROWS: Final = (_start, _days, _goal, _equipment, _bells)
