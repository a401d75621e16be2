"""The answers of `hinge setup`: all that is to know of one stands in one place.

Owns their order and what each is called, typed, asked and shown as. What an answer may be is
`coach.parse`'s. Imports nothing heavy before an answer is read: completion runs through here.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, TypeVar

from hingecli.cli.complete import (
    complete_assistance,
    complete_coming_day,
    complete_experience,
    complete_goal,
    complete_limits,
    complete_past_day,
    complete_score,
    complete_screen,
    complete_things,
    complete_units,
    complete_weekdays,
    complete_without,
)
from hingecli.cli.options import REPEATED, SWITCH, Option

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import (
        Experience,
        Goal,
        Limit,
        Profile,
        ReadinessResult,
        Unit,
        Weekday,
    )

T = TypeVar("T")
Word = TypeVar("Word", bound=str)


class Ground(NamedTuple):
    """What an answer is read, asked and shown with: this run, and the answers known so far.

    `what` names the answer where it is refused.
    """

    app: "App"
    profile: "Profile"
    what: str = ""

    @property
    def unit(self) -> "Unit":
        """The unit that the person thinks in."""
        return self.profile.units or "kg"


class Meaning(NamedTuple, Generic[T]):
    """What an answer means: how it is read and shown, and how it is asked.

    `show` is asked with None where there is no answer, and gives None where `otherwise` is to be
    shown. An empty `question` is not asked; `ask`
    asks otherwise than by one question. `asked_as` is `Ground.what` there.
    """

    read: Callable[[Any, Ground], T]
    show: Callable[[T | None, Ground], str | None]
    question: Callable[[Ground], str] | None = None
    ask: Callable[[Ground], T | None] | None = None
    asked_as: str = ""
    otherwise: str = "not told"


class SetupRow(NamedTuple):
    """An answer: its option, whose keyword is its field, and its line in `hinge setup --show`.

    `change` is what to type to change it. An `optional` line is left out without an answer.
    """

    option: Option
    label: str
    change: str
    optional: bool
    meaning: Callable[[], Meaning[Any]]

    @property
    def field(self) -> str:
        """Its name in the profile, or in the coach's state."""
        return self.option.keyword


_rows: list[SetupRow] = []


def _answer(
    option: Option, *, label: str, change: str, optional: bool = False
) -> Callable[[Callable[[], Meaning[T]]], Callable[[], Meaning[T]]]:
    """Put an answer into the table; the function imports what its meaning needs."""

    def put(meaning: Callable[[], Meaning[T]]) -> Callable[[], Meaning[T]]:
        _rows.append(SetupRow(option, label, change, optional, meaning))
        return meaning

    return put


@_answer(
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


@_answer(
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
            f"{_now(on.profile.days)}"
        ),
    )


@_answer(
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
            f"{_now(on.profile.goal)}"
        ),
    )


@_answer(
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
    from hingecli.coach.parse.equipment import read_equipment
    from hingecli.show.setup import equipment

    def question(on: Ground) -> str:
        listed = enumerate(on.app.index.protocol.equipment, 1)
        things = "\n".join(f"{n} {thing.name}" for n, thing in listed)
        asked = "What do you have? (numbers or words, as in 1 2 3; or none)"
        return f"{things}\n{asked} {_now(on.profile.equipment)}"

    return Meaning(
        read=lambda text, on: read_equipment(text, on.app.index, what=on.what),
        show=lambda owned, on: equipment(owned, on.app.index),
        question=question,
    )


@_answer(
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
        return f"{asked} {_now_masses(on.profile.bells, on)}"

    return Meaning(
        read=lambda text, on: read_bells(text, on.unit, what=on.what),
        show=lambda bells, on: masses(bells, on.unit),
        question=question,
    )


@_answer(
    Option("limits", ("--limits",), "low-back, knee, or none.", "LIST", complete=complete_limits),
    label="Limits",
    change="--limits low-back,knee",
)
def _limits() -> "Meaning[tuple[Limit, ...]]":
    from hingecli.coach.parse.profile import read_limits
    from hingecli.show.setup import listed

    return Meaning(
        read=lambda text, on: read_limits(text, on.app.index, what=on.what),
        show=lambda limits, _: listed(limits),
        question=lambda on: (
            f"Anything to work around? (low back, knee, or none) {_now(on.profile.limits)}"
        ),
    )


@_answer(
    Option("units", ("--units",), "The units you think in.", "kg/lb", complete=complete_units),
    label="Units",
    change="--units kg",
)
def _units() -> "Meaning[Unit]":
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import UNIT_WORDS, UNITS

    return Meaning(
        read=lambda text, on: read_choice(text, UNITS, what=on.what, also=UNIT_WORDS),
        show=lambda _, on: on.unit,
        question=lambda on: f"Kilograms or pounds? {_now(on.unit)}",
    )


@_answer(
    Option("body_mass_kg", ("--body-mass",), "Optional: for first weights.", "KG"),
    label="Body mass",
    change="--body-mass KG",
)
def _body_mass() -> Meaning[Decimal]:
    from hingecli.coach.parse.profile import read_body_mass
    from hingecli.show.setup import mass

    def question(on: Ground) -> str:
        known = None if on.profile.body_mass_kg is None else (on.profile.body_mass_kg,)
        asked = f"How much do you weigh, in {on.unit}? (it helps with first weights)"
        return f"{asked} {_now_masses(known, on)}"

    return Meaning(
        read=lambda text, on: read_body_mass(text, on.unit, what=on.what),
        show=lambda kg, on: mass(kg, on.unit),
        question=question,
    )


@_answer(
    Option(
        "experience",
        ("--experience",),
        "new, some or trained.",
        "LEVEL",
        complete=complete_experience,
    ),
    label="Experience",
    change="--experience new",
)
def _experience() -> "Meaning[Experience]":
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import EXPERIENCES, NEW_WORDS

    return Meaning(
        read=lambda text, on: read_choice(
            text, EXPERIENCES, what=on.what, also=NEW_WORDS | _by_number(EXPERIENCES)
        ),
        show=lambda level, _: level,
        question=lambda on: (
            "How much have you lifted? (1 new to it, 2 some, 3 for years) "
            f"{_now(on.profile.experience)}"
        ),
    )


@_answer(
    Option("sixty_plus", ("--sixty-plus/--under-sixty",), "You are 60 or older.", kind=SWITCH),
    label="Sixty or over",
    change="--sixty-plus",
)
def _sixty_plus() -> Meaning[bool]:
    from hingecli.coach.parse.answers import read_yes
    from hingecli.show.setup import yes

    return Meaning(
        read=lambda given, _: given if isinstance(given, bool) else read_yes(given),
        show=lambda older, _: yes(older),
        question=lambda on: f"Are you 60 or older? [y/n] {_now(yes(on.profile.sixty_plus))}",
    )


@_answer(
    Option(
        "usual_pain", ("--usual-pain",), "Pain on a usual morning.", "0-10", complete=complete_score
    ),
    label="Usual pain",
    change="--usual-pain 0",
)
def _usual_pain() -> Meaning[int]:
    from hingecli.coach.parse.answers import pain_words
    from hingecli.coach.parse.profile import read_usual_pain
    from hingecli.show.setup import number

    return Meaning(
        read=lambda text, on: read_usual_pain(pain_words(text).score, on.app.index, what=on.what),
        show=lambda score, _: number(score),
        question=lambda on: (
            f"Pain on a usual morning, 0-10? (0: none) {_now(number(on.profile.usual_pain))}"
        ),
        asked_as="pain",
    )


@_answer(
    Option(
        "screen",
        ("--screen",),
        "Readiness: clear, unloaded or stop.",
        "RESULT",
        complete=complete_screen,
    ),
    label="Readiness",
    change="--screen clear",
)
def _screen() -> "Meaning[ReadinessResult]":
    from hingecli.cli.ask_readiness import ask_readiness
    from hingecli.cli.first_minute import KEY
    from hingecli.coach.parse.answers import read_choice
    from hingecli.coach.parse.profile import SCREENS
    from hingecli.show.setup import readiness

    return Meaning(
        read=lambda text, on: read_choice(text, SCREENS, what=on.what),
        show=lambda screen, on: readiness(screen, first=on.app.state.told_once.get(KEY)),
        otherwise="not answered yet",
        ask=lambda on: ask_readiness(on.app.index.rules.screen),
    )


@_answer(
    Option(
        "cleared",
        ("--cleared",),
        "A professional said yes, on this day.",
        "DAY",
        complete=complete_past_day,
    ),
    label="Professional's yes",
    change="--cleared DATE",
)
def _cleared() -> Meaning[date]:
    from hingecli.coach.parse.dates import read_day
    from hingecli.show.setup import full_day

    return Meaning(
        read=lambda text, on: read_day(text, on.app.today),
        show=lambda cleared, _: full_day(cleared),
        otherwise="none recorded",
    )


@_answer(
    Option(
        "seen_professional",
        ("--seen-professional",),
        "You saw one about your pain.",
        "DAY",
        complete=complete_past_day,
    ),
    label="Professional seen",
    change="--seen-professional DATE",
    optional=True,
)
def _seen_professional() -> Meaning[date]:
    from hingecli.coach.parse.dates import read_day
    from hingecli.show.setup import full_day

    return Meaning(
        read=lambda text, on: read_day(text, on.app.today),
        show=lambda seen, _: full_day(seen),
    )


@_answer(
    Option(
        "assist",
        ("--assist",),
        "An assistance drill for four weeks, or none.",
        "DRILL",
        kind=REPEATED,
        complete=complete_assistance,
    ),
    label="Assistance drills",
    change="--assist DRILL",
    optional=True,
)
def _assist() -> Meaning[tuple[str, ...]]:
    from hingecli.coach.parse.profile import read_assistance
    from hingecli.show.setup import drills

    return Meaning(
        read=lambda words, on: read_assistance(words, on.app.index),
        show=lambda assist, on: drills(assist or (), on.app.index),
    )


@_answer(
    Option(
        "without",
        ("--without",),
        "Loaded drills you decline, or none.",
        "DRILLS",
        complete=complete_without,
    ),
    label="Without",
    change="--without DRILLS",
    optional=True,
)
def _without() -> Meaning[tuple[str, ...]]:
    from hingecli.coach.parse.profile import read_without
    from hingecli.show.setup import drills

    return Meaning(
        read=lambda text, on: read_without(text, on.app.index),
        show=lambda without, on: drills(without or (), on.app.index),
    )


@_answer(
    Option("deadlift_kg", ("--deadlift",), "What you deadlift for five good reps.", "KG"),
    label="Deadlift",
    change="--deadlift KG",
    optional=True,
)
def _deadlift() -> Meaning[Decimal]:
    from hingecli.coach.parse.profile import read_deadlift
    from hingecli.show.setup import mass

    def question(on: Ground) -> str:
        """Ask who has lifted for years, and has what to lift."""
        barbell = "barbell" in (on.profile.equipment or ())
        if on.profile.experience != "trained" or not barbell:
            return ""
        known = None if on.profile.deadlift_kg is None else (on.profile.deadlift_kg,)
        asked = f"What do you deadlift for five good reps, in {on.unit}? (Enter: cannot say)"
        return f"{asked} {_now_masses(known, on)}"

    return Meaning(
        read=lambda text, on: read_deadlift(text, on.unit, what=on.what),
        show=lambda kg, on: mass(kg, on.unit),
        question=question,
    )


@_answer(
    Option("voice", ("--voice/--no-voice",), "Walks speak, or not.", kind=SWITCH),
    label="Voice",
    change="--voice",
    optional=True,
)
def _voice() -> Meaning[bool]:
    from hingecli.coach.parse.answers import read_yes
    from hingecli.show.setup import yes

    return Meaning(
        read=lambda given, _: given if isinstance(given, bool) else read_yes(given),
        show=lambda speaks, _: yes(speaks),
    )


ROWS: Final = tuple(_rows)
"""In the order of the flags in the help, and of the lines of `hinge setup --show`."""


def _now(answer: str | Sequence[str] | None) -> str:
    """Show in a question what holds now, and what Enter keeps."""
    if answer is None:
        return ""
    return f"[{answer if isinstance(answer, str) else ','.join(answer) or 'none'}]"


def _by_number(choices: Sequence[Word]) -> dict[str, Word]:
    """Return the choices of a question by the numbers that it gives them."""
    return {str(n): choice for n, choice in enumerate(choices, 1)}


def _now_masses(masses: Sequence[Decimal] | None, on: Ground) -> str:
    from hingecli.coach.rules import gear

    if masses is None:
        return ""
    return f"[{', '.join(gear.say(mass, on.unit) for mass in masses)}]"
