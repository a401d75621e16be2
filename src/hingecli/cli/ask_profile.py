"""The answers of `hinge setup` as its table has them: read from flags, asked, or shown."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from hingecli.cli.prompt import ask
from hingecli.cli.setup.row import Ground, SetupRow
from hingecli.cli.setup.table import ROWS
from hingecli.coach.log.events import Profile
from hingecli.errors import StoppedError
from hingecli.show.setup import ProfileLine

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.state.state import State

_FIRST = "units"
"""Masses are told in them."""


class ProfileAnswers(msgspec.Struct, frozen=True, kw_only=True):
    """What was told: answers of the profile, and the days of a professional's word."""

    profile: Profile = Profile()
    cleared: date | None = None
    seen_professional: date | None = None


def unchanged(answers: ProfileAnswers) -> bool:
    """Return whether nothing was told."""
    return answers == ProfileAnswers()


def read_flags(app: "App", flags: Mapping[str, Any]) -> ProfileAnswers:
    """Read the flags, None where not given. Raises UsageError and UnknownNameError."""
    given = [row for row in ROWS if flags[row.field] is not None]
    if not given:
        return ProfileAnswers()
    units = [_read(row, flags, Ground(app, Profile())) for row in given if row.field == _FIRST]
    on = Ground(app, Profile(units=units[0]) if units else app.state.profile)
    answers = {row.field: _read(row, flags, on) for row in given if _in_profile(row)}
    for row in given:
        answers = {**row.meaning().beside(flags[row.field], on), **answers}
    days = {row.field: _read(row, flags, on) for row in given if not _in_profile(row)}
    return ProfileAnswers(profile=Profile(**answers), **days)


def ask_profile(app: "App") -> ProfileAnswers:
    """Ask everything that setup knows, about a minute; Enter keeps what is there.

    Leaving keeps what was told; raises StoppedError if that is nothing.
    """
    app.tell("About a minute. Enter keeps or skips.\nq stops, and keeps what you told.")
    answers: dict[str, Any] = {}
    try:
        for row in sorted(ROWS, key=lambda row: row.field != _FIRST):
            if row.field not in answers:
                answers |= _ask(row, app, msgspec.structs.replace(app.state.profile, **answers))
    except StoppedError:
        if not answers:
            raise
        app.tell("Stopped: what you told so far is kept.")
    return ProfileAnswers(profile=Profile(**answers))


def known(state: "State") -> ProfileAnswers:
    """Return what was told of all that is asked, up to the day of `state`."""
    return ProfileAnswers(
        profile=state.profile, cleared=state.cleared, seen_professional=state.seen_professional
    )


def shown(app: "App", answers: ProfileAnswers) -> tuple[ProfileLine, ...]:
    """Return what was told as lines to show, and what was not."""
    on = Ground(app, answers.profile)
    values = [
        (row, getattr(answers.profile if _in_profile(row) else answers, row.field)) for row in ROWS
    ]
    return tuple(
        ProfileLine(row.label, meaning.show(value, on), row.change, meaning.otherwise)
        for row, value in values
        for meaning in (row.meaning(),)
        if value not in (None, ()) or not row.optional
    )


def _read(row: SetupRow, flags: Mapping[str, Any], on: Ground) -> Any:
    return row.meaning().read(flags[row.field], on._replace(what=row.option.names[-1]))


def _ask(row: SetupRow, app: "App", profile: Profile) -> dict[str, Any]:
    """Ask for one answer, and take what its words tell beside it, by field.

    Nothing comes of one that is kept, skipped or not asked.
    """
    meaning = row.meaning()
    on = Ground(app, profile, what=meaning.asked_as)
    if meaning.ask is not None:
        answer = meaning.ask(on)
        return {} if answer is None else {row.field: answer}
    question = "" if meaning.question is None else meaning.question(on).rstrip()
    if not question:
        return {}
    kept = "skips" if getattr(profile, row.field, None) is None else "keeps it"
    return ask(question, lambda text: _told(row, text, on), enter=kept) or {}


def _told(row: SetupRow, text: str, on: Ground) -> dict[str, Any]:
    meaning = row.meaning()
    return {row.field: meaning.read(text, on), **meaning.beside(text, on)}


def _in_profile(row: SetupRow) -> bool:
    return row.field in Profile.__struct_fields__
