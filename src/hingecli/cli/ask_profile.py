"""The answers of `hinge setup`: read from flags, or asked one after the other.

Owns the questions and their order. What an answer may be is `coach.answers`'.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import msgspec

from hingecli.cli.prompt import ask
from hingecli.coach.log.events import Profile, Screen, Unit
from hingecli.coach.parse import answers
from hingecli.coach.parse.grammar import read_day, read_start
from hingecli.coach.parse.names import either, find_drill
from hingecli.coach.protocol.parameters import ScreenRule
from hingecli.coach.rules import gear
from hingecli.errors import StoppedError, UsageError

if TYPE_CHECKING:
    from hingecli.app import App

Word = TypeVar("Word", bound=str)


class Flags(msgspec.Struct, frozen=True, kw_only=True):
    """The flags as typed; None where not given."""

    start: str | None = None
    days: str | None = None
    goal: str | None = None
    equipment: str | None = None
    bells: str | None = None
    limits: str | None = None
    units: str | None = None
    body_mass: str | None = None
    experience: str | None = None
    sixty_plus: bool | None = None
    usual_pain: str | None = None
    screen: str | None = None
    cleared: str | None = None
    seen_professional: str | None = None
    assist: tuple[str, ...] | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """What was told: answers of the profile, and the days of a professional's word."""

    profile: Profile = Profile()
    cleared: date | None = None
    seen_professional: date | None = None


def unchanged(told: Told) -> bool:
    """Tell whether nothing was told."""
    return told == Told()


def read_flags(app: "App", flags: Flags) -> Told:
    """Read the flags. Raises UsageError and UnknownNameError."""
    unit: Unit | None = None
    if flags.units is not None:
        unit = answers.read_choice(flags.units, answers.UNITS, what="--units")
    if flags == Flags():
        return Told()
    own = unit or app.state.profile.units or "kg"
    today = app.today
    profile = Profile(
        start=None if flags.start is None else read_start(flags.start, today=today),
        days=None if flags.days is None else answers.read_days(flags.days),
        goal=None
        if flags.goal is None
        else answers.read_choice(flags.goal, answers.GOALS, what="--goal"),
        equipment=None
        if flags.equipment is None
        else answers.read_equipment(flags.equipment, app.index),
        bells=None if flags.bells is None else answers.read_bells(flags.bells, own),
        limits=None if flags.limits is None else answers.read_limits(flags.limits),
        units=unit,
        body_mass_kg=None
        if flags.body_mass is None
        else answers.read_body_mass(flags.body_mass, own),
        experience=None
        if flags.experience is None
        else answers.read_choice(flags.experience, answers.EXPERIENCES, what="--experience"),
        sixty_plus=flags.sixty_plus,
        usual_pain=None
        if flags.usual_pain is None
        else answers.read_score(flags.usual_pain, what="--usual-pain"),
        screen=None
        if flags.screen is None
        else answers.read_choice(flags.screen, answers.SCREENS, what="--screen"),
        assist=None if flags.assist is None else _assist(app, flags.assist),
    )
    return Told(
        profile=profile,
        cleared=None if flags.cleared is None else read_day(flags.cleared, today=today),
        seen_professional=None
        if flags.seen_professional is None
        else read_day(flags.seen_professional, today=today),
    )


def ask_profile(app: "App") -> Told:
    """Ask everything that setup knows, about a minute; Enter keeps what is there.

    Leaving keeps what was told; raises StoppedError if that is nothing.
    """
    app.tell("About a minute. Enter keeps or skips.\nq stops, and keeps what you told.")
    told = Profile()
    try:
        for name, value in _questions(app):
            if value is not None:
                told = msgspec.structs.replace(told, **{name: value})
    except StoppedError:
        if told == Profile():
            raise
        app.tell("Stopped: what you told so far is kept.")
    return Told(profile=told)


def _questions(app: "App") -> Iterator[tuple[str, object]]:
    """Ask one answer after the other; None where it is kept or skipped."""
    now = app.state.profile
    units = ask(f"Kilograms or pounds, kg or lb? {_now(now.units or 'kg')}", _choice(answers.UNITS))
    yield "units", units
    own: Unit = units or now.units or "kg"
    days = f"Days for loads, no two running? {_now(now.days) or '(as in mon,wed,fri)'}"
    yield "days", ask(days, answers.read_days)
    goal = f"Goal: strength, hypertrophy or athletic? {_now(now.goal)}"
    yield "goal", ask(goal.rstrip(), _choice(answers.GOALS))
    things = ", ".join(one.id for one in app.index.protocol.equipment)
    owned = ask(
        f"What do you own: {things}, none? {_now(now.equipment)}".rstrip(),
        lambda text: answers.read_equipment(text, app.index),
    )
    yield "equipment", owned
    if "kettlebell" in (owned if owned is not None else now.equipment or ()):
        bells = f"Your kettlebells in {own}, as in 8,12,16? {_bells(now.bells, own)}"
        yield "bells", ask(bells.rstrip(), lambda text: answers.read_bells(text, own))
    limits = f"Anything to work around: low-back, knee, none? {_now(now.limits)}"
    yield "limits", ask(limits.rstrip(), answers.read_limits)
    mass = f"Body mass in {own}, for first weights? {_mass(now.body_mass_kg, own)}"
    yield "body_mass_kg", ask(mass.rstrip(), lambda text: answers.read_body_mass(text, own))
    lifting = f"Lifting so far: new, some or trained? {_now(now.experience)}"
    yield "experience", ask(lifting.rstrip(), _choice(answers.EXPERIENCES))
    yield "sixty_plus", ask("Are you 60 or older, y or n?", answers.read_yes)
    pain = "Pain on a usual morning, 0-10?"
    yield "usual_pain", ask(pain, lambda text: answers.read_score(text, what="pain"))
    yield "screen", _screen(app.index.rules.screen)


def _screen(rule: ScreenRule) -> Screen | None:
    """Ask the readiness questions; None when they are skipped."""
    if stop := ask(f"Any of these: {', '.join(rule.stop_signs)}? y or n", answers.read_yes):
        return "stop"
    if unloaded := ask(f"Any of these: {', '.join(rule.unloaded_signs)}? y or n", answers.read_yes):
        return "unloaded"
    return None if stop is None or unloaded is None else "clear"


def _choice(choices: Sequence[Word]) -> Callable[[str], Word]:
    return lambda text: answers.read_choice(text, choices, what="that is not it:")


def _now(answer: str | Sequence[str] | None) -> str:
    if answer is None:
        return ""
    return f"[{answer if isinstance(answer, str) else ','.join(answer) or 'none'}]"


def _bells(bells: Sequence[Decimal] | None, unit: Unit) -> str:
    return "" if bells is None else f"[{', '.join(gear.say(bell, unit) for bell in bells)}]"


def _mass(mass: Decimal | None, unit: Unit) -> str:
    return "" if mass is None else f"[{gear.say(mass, unit)}]"


def _assist(app: "App", words: Sequence[str]) -> tuple[str, ...]:
    """Read assistance drills; `none` ends them. Raises UsageError for a drill that is not one."""
    if [word.lower() for word in words] == ["none"]:
        return ()
    drills = dict.fromkeys(find_drill(app.index, word) for word in words)
    for drill in drills:
        if app.index.rungs[drill].role != "assist":
            known = either([r.id for r in app.index.ladder if r.role == "assist"])
            raise UsageError(f"--assist {drill}: not an assistance drill. Those are {known}.")
    return tuple(drills)
