"""The answer after a write: what was saved, what it opened or what is missing, what is next.

Owns its order and words: saved, opened or the gate, the next step, undo.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.days import say_on_day
from hingecli.coach.log.sessions import Sitting
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.results import Gate
from hingecli.show import gate, sets, style
from hingecli.text import capital, clean, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.coach.protocol.texts import Mistakes
    from hingecli.show.sheet import Sheet


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What a write did.

    `verb` is Saved, Changed, Deleted or the like; `sitting` is the session it is about, None
    where it is about none: then `about` says it. `mistakes` names those
    that were noticed in it. `opened` are the drills that the write
    opened (`unearned` those by override), `opening_notes` say what is good to know of them,
    `closed` are those that it closed again. `next_gate` is shown where nothing opened. `urgent` are
    sentences about safety, said first; `more` are further ones, `praise` is what went well,
    `tomorrow` what the next day is.
    `next_step` is a command;
    `undo` the one that takes it back, empty where nothing does.
    """

    index: Index
    today: date
    verb: str = "Saved"
    sitting: Sitting | None = None
    mistakes: "Mistakes | None" = None
    about: str = ""
    opened: tuple[str, ...] = ()
    opening_notes: Mapping[str, str] = {}
    unearned: frozenset[str] = frozenset()
    closed: tuple[str, ...] = ()
    next_gate: Gate | None = None
    urgent: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    praise: str = ""
    tomorrow: str = ""
    next_step: str = "hinge today"
    undo: str = "hinge undo"


def render(saved: Saved) -> "RenderableType":
    """Draw the answer."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(saved, sheet))


def plain(saved: Saved) -> str:
    """Say the answer in lines, one fact each."""
    lines = [f"{saved.verb}: {said(saved)}"]
    if note := _note(saved):
        lines.append(f"Note: {note}")
    lines += saved.urgent
    lines += [f"Opened: {words}" for words in opened(saved)]
    lines += [f"Closed again: {sets.name(drill, saved.index)}." for drill in saved.closed]
    lines += saved.more
    following = shown_gate(saved)
    if following is not None:
        lines.append(ahead(following, saved.index))
    lines += (saved.praise, saved.tomorrow)
    lines.append(f"Next: {saved.next_step}" if saved.next_step else "")
    lines.append(f"undo: {saved.undo}" if saved.undo else "")
    return plain_lines(*lines)


def said(saved: Saved) -> str:
    """Say what was written, in one sentence."""
    sitting = saved.sitting
    if sitting is None:
        return saved.about
    drills = sets.by_drill(sitting.sets, index=saved.index)
    if len(sitting.sets) == 1 and sets.is_plain(sitting.sets[0]):
        record = sitting.sets[0]
        side = {"L": " left", "R": " right"}.get(record.side or "", "")
        done = (
            f"{record.reps} done"
            if record.clean is None
            else f"{record.clean} clean of {record.reps}"
        )
        text = f"{drills[0][0]} {done}{side}"
    else:
        each = "; ".join(f"{name} {words}" for name, words in drills)
        text = f"{each} ({sets.total(sitting.sets)})" if drills else "no sets"
    feelings = sets.feelings(
        pain=sitting.pain, sore=sitting.sore, effort=sitting.effort, index=saved.index
    )
    text = ", ".join((text, *feelings))
    if sitting.distance_cm is not None:
        text += f", {sets.from_the_wall(sitting.distance_cm, sitting.distance_unit)}"
    if sitting.day != saved.today:
        text += f", {say_on_day(sitting.day, seen_from=saved.today)}"
    if sitting.mistakes:
        text += f"; noticed: {sets.noticed(sitting.mistakes, saved.mistakes)}"
    return f"{text}."


def _note(saved: Saved) -> str:
    """Return the note of what was written, cleaned; "" where there is none."""
    note = saved.sitting.note if saved.sitting is not None else None
    return clean(note or "")


def opened(saved: Saved) -> tuple[str, ...]:
    """Say each drill that opened, with what it needs."""
    words = []
    for drill in saved.opened:
        note = saved.opening_notes.get(drill, "")
        note = f" {note}" if note else ""
        earned = "" if drill in saved.unearned else " You earned it."
        words.append(f"{sets.name(drill, saved.index)}.{earned}{note}")
    return tuple(words)


def shown_gate(saved: Saved) -> Gate | None:
    """Return the gate to show: none where the write opened something."""
    if saved.opened or saved.next_gate is None:
        return None
    return saved.next_gate


def ahead(following: Gate, index: Index) -> str:
    """Say how far the next gate is: its one condition, or how many are met and what is missing."""
    name = capital(sets.name(following.drill, index))
    missing = [condition for condition in following.conditions if not condition.met]
    if not missing:
        return f"{name}: it opens once the hold is over."
    if len(following.conditions) == 1 and missing:
        how_far = gate.headline(following, index=index)
        return f"{name}: {how_far}. It asks {missing[0].text}."
    words = "; ".join(f"{condition.text} ({gate.score(condition)})" for condition in missing)
    return f"{name}: {gate.tally(following.conditions)}. Missing: {words}."


def _draw(saved: Saved, sheet: "Sheet") -> "list[Text]":
    lines = sheet.hang(("✓ ", style.GOOD_STRONG), (f"{saved.verb}: ", style.STRONG), said(saved))
    if note := _note(saved):
        lines += sheet.hang(("  “", style.QUIET), note, ("”", style.QUIET), indent=3)
    for words in saved.urgent:
        lines += sheet.hang(("▲ ", style.WARN), words)
    for words in opened(saved):
        lines += sheet.hang(("◆ ", style.FOCUS), ("Opened: ", style.FOCUS), (words, style.STRONG))
    for drill in saved.closed:
        name = sets.name(drill, saved.index)
        lines += sheet.hang(("○ ", style.QUIET), ("Closed again: ", style.STRONG), f"{name}.")
    for words in saved.more:
        lines += sheet.hang(("› ", style.ACCENT), words)
    following = shown_gate(saved)
    if following is not None:
        lines += _gate(following, sheet, index=saved.index)
    if saved.praise:
        lines += sheet.hang(("◆ ", style.GOOD), saved.praise)
    if saved.tomorrow:
        lines += sheet.hang(("› ", style.ACCENT), saved.tomorrow)
    commands = []
    if saved.next_step:
        commands.append(sheet.text(("Next: ", style.QUIET), (saved.next_step, style.COMMAND)))
    if saved.undo:
        commands.append(sheet.text(("undo: ", style.QUIET), (saved.undo, style.COMMAND)))
    return [*lines, *sheet.dots(commands)]


def _gate(following: Gate, sheet: "Sheet", *, index: Index) -> "list[Text]":
    conditions = following.conditions
    name = sets.name(following.drill, index)
    bar = sheet.bar(gate.share(conditions), gate.SMALL_BAR_COLUMNS)
    single = len(conditions) == 1
    score = gate.headline(following, index=index)
    lines = sheet.hang(("○ ", style.QUIET), (name, style.STRONG), "  ", bar, f"  {score}")
    missing = [condition for condition in conditions if not condition.met]
    if single and missing:
        return [*lines, *sheet.hang("  ", (missing[0].text, style.QUIET))]
    return [*lines, *gate.rows(sheet, missing, bars=False)]
