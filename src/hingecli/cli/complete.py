"""What Tab offers: drills, mistakes, places, days, sessions, and all else that has a known list.

Imports nothing heavy before Tab asks for it. What cannot be read offers nothing: Tab never fails.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

import typer

from hingecli.coach.log import choices

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from hingecli.coach.log.sessions import Sitting

Offer = list[str] | list[tuple[str, str]]
"""Words, or words with what they mean."""
Completer = Callable[[typer.Context, str], Offer]

MOST_SESSIONS: Final = 20
"""Sessions offered before any letter is typed: the last ones."""

_SCALE: Final = tuple(str(score) for score in range(11))
_WEEKDAYS: Final = get_args(choices.Weekday)


def one_of(*words: str) -> Completer:
    """Return a completer that offers those of `words` that begin as typed."""

    def complete(ctx: typer.Context, incomplete: str) -> Offer:  # noqa: ARG001 - as Typer asks
        return _beginning(words, incomplete)

    return complete


def several(of: Completer) -> Completer:
    """Return a completer of a list with commas: the last word is completed, none twice."""

    def complete(ctx: typer.Context, incomplete: str) -> Offer:
        before, comma, last = incomplete.rpartition(",")
        chosen = {*before.split(","), "none"} if comma else set()
        words = [word if isinstance(word, str) else word[0] for word in of(ctx, last)]
        return [f"{before}{comma}{word}" for word in words if word not in chosen]

    return complete


complete_score = one_of(*_SCALE)
complete_effort = one_of(*_SCALE[1:], "easy", "medium", "hard")
complete_place = one_of(*get_args(choices.Place), "none")
complete_past_day = one_of("today", "yesterday", *_WEEKDAYS)
complete_coming_day = one_of("today", "tomorrow", *_WEEKDAYS)
complete_weekdays = several(one_of(*_WEEKDAYS))
complete_goal = one_of(*get_args(choices.Goal))
complete_limits = several(one_of(*get_args(choices.Limit), "none"))
complete_units = one_of(*get_args(choices.Unit))
complete_experience = one_of(*get_args(choices.Experience))
complete_screen = one_of(*get_args(choices.ReadinessResult))


def complete_drill(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the drills' ids: a drill is a file."""
    return _stems(_protocol(ctx) / "drills", ".toml", incomplete)


def complete_topic(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the lessons' topics: a lesson is a file."""
    return _stems(_protocol(ctx) / "lessons", ".md", incomplete)


def complete_mistake(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the mistakes' ids."""
    return _beginning(_ids(_rows(ctx, "mistakes.toml", "mistakes")), incomplete)


def complete_thing(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the things that a person may own."""
    table = _head(_text(ctx, "protocol.toml"))
    return _beginning([*_ids(table.get("equipment", [])), "none"], incomplete)


def complete_assistance(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the drills that assist others."""
    rows = _rows(ctx, "protocol.toml", "ladder")
    assist = [row for row in rows if row.get("role") == "assist"]
    return _beginning([*_ids(assist), "none"], incomplete)


def complete_loaded(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the drills that can be declined: those with load."""
    rows = _rows(ctx, "protocol.toml", "ladder")
    return _beginning([*_ids(row for row in rows if row.get("loaded")), "none"], incomplete)


complete_things = several(complete_thing)
complete_without = several(complete_loaded)


def complete_session(ctx: typer.Context, incomplete: str) -> Offer:
    """Offer the sessions' ids with their days and drills, the last ones first."""
    try:
        offered = _sessions(ctx, incomplete)
    except Exception:  # whatever is wrong with the log, doctor says it and Tab does not
        return []
    if len(offered) > 1 and os.environ.get("_HINGE_COMPLETE") == "complete_bash":
        return [f"{id_}  ({meaning})" for id_, meaning in offered]  # bash shows words alone
    return offered


def _sessions(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    from hingecli.clock import read_clock
    from hingecli.coach.log.days import training_day
    from hingecli.coach.log.sessions import read_log
    from hingecli.paths import home_folder
    from hingecli.show.history import day_of, short_ids
    from hingecli.store import EventLog

    home = home_folder(ctx.find_root().params.get("home"))
    sittings = [s for s in read_log(EventLog(home).read().events).sittings if s.sets]
    sittings.sort(key=lambda sitting: (sitting.day, sitting.at), reverse=True)
    today = training_day(read_clock(os.environ))
    begun = [
        (sitting, short)
        for sitting, short in zip(sittings, short_ids(sittings), strict=True)
        if sitting.id.startswith(incomplete)
    ]
    return [
        (
            short if short.startswith(incomplete) else incomplete,
            f"{day_of(sitting, today)}: {_drills(sitting)}",
        )
        for sitting, short in begun[: None if incomplete else MOST_SESSIONS]
    ]


def _drills(sitting: "Sitting") -> str:
    return ", ".join(dict.fromkeys(record.drill for record in sitting.sets))


def _protocol(ctx: typer.Context) -> "Traversable":
    """Return the protocol's folder without reading it."""
    folder = ctx.find_root().params.get("protocol") or os.environ.get("HINGE_PROTOCOL")
    if folder:
        return Path(os.path.expanduser(folder))  # that of nobody stays as it is
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def _text(ctx: typer.Context, name: str) -> str:
    try:
        return (_protocol(ctx) / name).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _head(text: str) -> dict[str, Any]:
    """Return the values of a TOML text before its first table, at a tenth of the whole's cost."""
    import tomllib

    try:
        return tomllib.loads(text.partition("\n[")[0])
    except ValueError:
        return {}


def _rows(ctx: typer.Context, name: str, table: str) -> list[dict[str, Any]]:
    """Return the rows of an array of tables, without the tables in them."""
    _, *parts = f"\n{_text(ctx, name)}".split(f"\n[[{table}]]\n")
    return [_head(part) for part in parts]


def _ids(rows: Iterable[dict[str, Any]]) -> list[str]:
    return [str(row["id"]) for row in rows if "id" in row]


def _stems(folder: "Traversable", ending: str, incomplete: str) -> list[str]:
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return []
    stems = sorted(name.removesuffix(ending) for name in names if name.endswith(ending))
    return _beginning(stems, incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    begun = incomplete.lower()
    return [word for word in words if word.startswith(begun)]
