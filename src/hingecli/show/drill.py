"""One drill's page: what it is, how to do it, what to feel and watch, where its gate stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from hingecli.coach.protocol.protocol import Index
from hingecli.coach.protocol.texts import DrillPage, Mistakes
from hingecli.show import dose, gate, style
from hingecli.show.steps import lined
from hingecli.text import capital, plain_lines, sentence

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.coach.report.progress import DrillState
    from hingecli.show.sheet import Sheet


READ_ONE = "Read one"
SHOW = "hinge show DRILL"


class DrillView(msgspec.Struct, frozen=True, kw_only=True):
    """All that a drill's page is drawn from; `state` says how far its gate is, if known."""

    page: DrillPage
    index: Index
    mistakes: Mistakes
    state: "DrillState | None" = None
    figure: tuple[str, ...] = ()


def render(drill: DrillView) -> "RenderableType":
    """Draw the page for the width it is printed at."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(drill, sheet))


def plain(drill: DrillView) -> str:
    """Say the page in lines, one fact each."""
    page, rung = drill.page, drill.index.rungs[drill.page.id]
    lines = [f"{capital(rung.name)}. {sentence(page.summary)}", f"{sentence(status(drill))}"]
    if drill.state is not None and drill.state.status != "open":
        lines += gate.plain_rows(drill.state.conditions)
    for section in (*_doing(drill), *_knowing(drill)):
        if section.numbered:
            lines += [step.plain for step in lined((), section.texts)]
        else:
            lines += [f"{section.label}: {sentence(text)}" for text in section.texts]
    lines += [f"Watch: {sentence(words)}" for words in _watched(drill)]
    return plain_lines(*lines)


def render_list(drills: "Sequence[DrillState]", index: Index) -> "RenderableType":
    """Draw the list of all drills."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw_list(drills, sheet, index))


def plain_list(drills: "Sequence[DrillState]", index: Index) -> str:
    """List the drills, one a line."""
    lines = [
        f"{dose.short_name(drill.id, index)}: {drill.name}, {drill.status}." for drill in drills
    ]
    return plain_lines(*lines, f"{READ_ONE}: {SHOW}")


def status(drill: DrillView) -> str:
    """Say whether the drill is open, and its phase."""
    rung = drill.index.rungs[drill.page.id]
    phase = drill.index.phases.get(rung.phase)
    where = f"phase {phase.number}" if phase is not None else ""
    if drill.state is None:
        return where
    word: str = "opened by yourself" if drill.state.override else drill.state.status
    if drill.state.status == "locked":
        word = "locked for now"
    return f"{where}, {word}" if where else word


class _Section(NamedTuple):
    """A part of the page: its label and texts, `numbered` where they are steps."""

    label: str
    texts: tuple[str, ...]
    numbered: bool = False
    quiet: bool = False


def _doing(drill: DrillView) -> tuple[_Section, ...]:
    """Return what is read while doing it, without the empty sections."""
    page = drill.page
    sections = (
        _Section("Setup", page.prepared),
        _Section("Steps", page.steps, numbered=True),
        _Section("Cues", page.cues),
        _Section("Feel", page.feel),
        _Section("Breathe", page.breathing),
    )
    return tuple(section for section in sections if any(section.texts))


def _knowing(drill: DrillView) -> tuple[_Section, ...]:
    """Return what is good to know of it, without the empty sections."""
    page, rung = drill.page, drill.index.rungs[drill.page.id]
    sections = (
        _Section("Dose", (page.dose,)),
        _Section("Tempo", (dose.rhythm(rung.tempo),)),
        _Section("Varied", _variations(drill)),
        _Section("Equipment", (page.equipment,)),
        _Section("Opens", (page.opens or rung.gear_note or rung.opens_note,)),
        _Section("Note", (page.note,)),
        _Section("Sources", page.sources, quiet=True),
    )
    return tuple(section for section in sections if any(section.texts))


def _variations(drill: DrillView) -> tuple[str, ...]:
    """Say how practice days vary the drill."""
    return tuple(
        f"{capital(variant.name)}: {variant.text}"
        for variant in drill.index.rules.variety.all
        if variant.drill == drill.page.id
    )


def _watched(drill: DrillView) -> tuple[str, ...]:
    """Say each mistake to watch with its correction."""
    known = {mistake.id: mistake for mistake in drill.mistakes.mistakes}
    return tuple(
        f"{known[id_].name} → {known[id_].correction}" for id_ in drill.page.watch if id_ in known
    )


def _draw(drill: DrillView, sheet: "Sheet") -> "list[Text]":
    rung = drill.index.rungs[drill.page.id]
    lines = sheet.pair(
        [(capital(rung.name), style.TITLE)], [(status(drill), style.QUIET)] if status(drill) else []
    )
    lines += [sheet.rule(), *sheet.wrap(drill.page.summary)]
    figure = sheet.figure(drill.figure)
    lines += [sheet.text(), *figure] if figure else []
    if drill.state is not None and drill.state.status != "open" and drill.state.conditions:
        lines += [sheet.text(), *sheet.wrap(("Still to earn", style.STRONG))]
        lines += gate.rows(sheet, drill.state.conditions)
    for section in (*_doing(drill), _Section("Watch", _watched(drill)), *_knowing(drill)):
        lines += _section(sheet, section)
    return lines


def _section(sheet: "Sheet", section: _Section) -> "list[Text]":
    if not section.texts:
        return []
    lines = [sheet.text()]
    if sheet.width < 60:
        lines += sheet.wrap((section.label, style.STRONG))
        lead = first = "  "
    else:
        first, lead = f"{section.label:<11}", " " * 11
    for n, text in enumerate(section.texts, 1):
        sign = f"{n} " if section.numbered else ""
        start = sheet.text((first if n == 1 else lead, style.STRONG), (sign, style.ACCENT))
        lines += sheet.hang(start, (text, style.QUIET if section.quiet else ""))
    return lines


def _draw_list(drills: "Sequence[DrillState]", sheet: "Sheet", index: Index) -> "list[Text]":
    short = [dose.short_name(drill.id, index) for drill in drills]
    widest = max((len(word) for word in short), default=0)
    lines = [*sheet.wrap(("Drills", style.TITLE)), sheet.rule()]
    for word, drill in zip(short, drills, strict=True):
        name = (capital(drill.name), "" if drill.status == "open" else style.QUIET)
        mark = (f"  {drill.status}", style.QUIET)
        lines += sheet.hang((f"{word:<{widest}}  ", style.ACCENT), name, mark)
    return [*lines, *sheet.wrap((f"{READ_ONE}: ", style.QUIET), (SHOW, style.COMMAND))]
