"""What a film shows: the table of its reps, what stands out, what could not be judged.

Owns its look and words. Nothing here says that a back is right or wrong: no landmark shows it.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from hingecli.coach.log.events import MistakeCount
from hingecli.coach.protocol.texts import Mistake
from hingecli.motion.film.findings import Finding, Rep, Unjudged
from hingecli.motion.film.look import Look
from hingecli.motion.film.moments import say_moment
from hingecli.motion.film.parameters import FilmGuide
from hingecli.show import style
from hingecli.text import count, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet, StyledWords

NOTE = "Changes from your own standing, about ±5–10°."
ROUGH = "You are turned a little from the side: the angles are rough."
EXPERIMENTAL = "Experimental: look at the clip yourself before you believe it."
DEGREE = "°"
_STEP = 5
"""Degrees are rounded to so many: finer ones would claim more than a film knows."""
_WIDE = 64
"""From this width on what stands out has its place beside the angles."""
_ANGLES = ("trunk", "hip", "knee", "shin")


class FilmView(msgspec.Struct, frozen=True, kw_only=True):
    """What is shown of a film: its file's name, what was seen, and the words for it."""

    clip: str
    look: Look
    guide: FilmGuide
    mistakes: Mapping[str, Mistake]
    figure: Sequence[str] = ()


def render(view: FilmView) -> "RenderableType":
    """Draw the film's page."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(view, sheet))


def plain(view: FilmView) -> str:
    """Say the film in lines, one fact each."""
    lines = [f"Film: {', '.join(_facts(view))}."]
    for rep in view.look.reps:
        angles = ", ".join(
            f"{name} {degrees(getattr(rep, name))}"
            for name in _ANGLES
            if getattr(rep, name) is not None
        )
        found = "; ".join(_found(view, finding) for finding in rep.findings)
        words = ". ".join(filter(None, (angles, found)))
        lines.append(f"Rep {rep.rep} at {say_moment(rep.at)}{': ' + words if words else ''}.")
    lines += _notes(view.look)
    lines += [
        f"Could not judge {_unjudged(view, missed)}: {missed.because}."
        for missed in view.look.could_not_judge
    ]
    return plain_lines(*lines)


def degrees(angle: float | None) -> str:
    """Return an angle as it is shown: to five degrees, and a dash where it was not seen."""
    return "–" if angle is None else f"{round(angle / _STEP) * _STEP}{DEGREE}"


def still_words(rep: Rep, mistakes: Mapping[str, Mistake]) -> tuple[str, ...]:
    """Return the words below a rep's picture: when, its angles, what stands out."""
    angles = [
        f"{name} {degrees(getattr(rep, name)).rstrip(DEGREE)}"
        for name in _ANGLES
        if getattr(rep, name) is not None
    ]
    measured = f": {', '.join(angles)} degrees" if angles else ""
    found = [
        f"{_mistake(mistakes, finding.mistake)}{': look yourself' if finding.look_yourself else ''}"
        for finding in rep.findings
    ]
    head = f"rep {rep.rep} at {say_moment(rep.at)}{measured}"
    return (head, f"! {', '.join(found)}") if found else (head,)


def said(mistakes: Sequence[MistakeCount]) -> str:
    """Return mistakes as they are typed behind -m: knees-forward:1, soft-lockout:1."""
    return ", ".join(f"{noticed.mistake}:{noticed.count}" for noticed in mistakes)


def _draw(view: FilmView, sheet: "Sheet") -> "list[Text]":
    head, *facts = _facts(view)
    parts: list[StyledWords] = [(f"Film  {head}", style.TITLE)]
    lines = sheet.dots([*parts, *((fact, style.QUIET) for fact in facts)])
    lines.append(sheet.rule())
    wide = sheet.width >= _WIDE
    if any(rep.trunk is not None or rep.knee is not None for rep in view.look.reps):
        lines += sheet.wrap((_row("rep", "at", _ANGLES, wide=wide).rstrip(), style.QUIET))
    for rep in view.look.reps:
        lines += _rep(view, sheet, rep, wide=wide)
    drawn = sheet.figure(view.figure)
    lines += [sheet.text(), *drawn, sheet.text()] if drawn else [sheet.rule()]
    for note in _notes(view.look):
        lines += sheet.wrap((note, style.QUIET))
    return [*lines, *sheet.wrap(("Could not judge: ", style.STRONG), _could_not(view), indent=2)]


def _rep(view: FilmView, sheet: "Sheet", rep: Rep, *, wide: bool) -> "list[Text]":
    angles = tuple(degrees(getattr(rep, name)) for name in _ANGLES)
    row = _row(str(rep.rep), say_moment(rep.at), angles, wide=wide)
    found: list[StyledWords] = []
    for n, finding in enumerate(rep.findings):
        look = style.STILL if finding.look_yourself else style.FOCUS
        found += [", "] if n else []
        found.append((("" if n else "! ") + _found(view, finding), look))
    if wide:
        return sheet.hang(row, *found)
    return [*sheet.wrap(row.rstrip()), *(sheet.hang("    ", *found) if found else [])]


def _row(rep: str, at: str, angles: Sequence[str], *, wide: bool) -> str:
    gap = 7 if wide else 6
    return f"{rep:<4}{at:<6}" + "".join(f"{angle:>{gap}}" for angle in angles) + "   "


def _facts(view: FilmView) -> tuple[str, ...]:
    look = view.look
    return (
        view.clip,
        f"{round(look.seconds)} s",
        f"from your {look.near} side",
        count(len(look.reps), "rep"),
    )


def _notes(look: Look) -> tuple[str, ...]:
    moments = " and ".join(map(say_moment, look.beside))
    beside = f"Not counted: {moments}, as when a weight is picked up or set down."
    rough = (ROUGH,) if look.rough else ()
    return (*((beside,) if moments else ()), *rough, NOTE, EXPERIMENTAL)


def _found(view: FilmView, finding: Finding) -> str:
    name = _name(view, finding.mistake)
    return f"{name}: look yourself" if finding.look_yourself else name


def _could_not(view: FilmView) -> str:
    """Say what could not be judged in one sentence: first what no film shows, then the rest."""
    never = [
        _unjudged(view, missed) for missed in view.look.could_not_judge if _unseen(view, missed)
    ]
    rest = [
        _unjudged(view, missed) + ("" if missed.at else f" ({missed.because})")
        for missed in view.look.could_not_judge
        if not _unseen(view, missed)
    ]
    return "; ".join([", ".join(never), *rest]) + "."


def _unjudged(view: FilmView, missed: Unjudged) -> str:
    moments = [say_moment(at) for at in missed.at]
    if _unseen(view, missed):
        name = next(row.name for row in view.guide.unseen if row.what == missed.what)
        return f"{name} (look yourself at {', '.join(moments)})" if moments else name
    reps = [str(rep.rep) for rep in view.look.reps if rep.at in missed.at]
    where = f" on rep {', '.join(reps)}" if reps else ""
    return f"{_name(view, missed.what)}{where}"


def _unseen(view: FilmView, missed: Unjudged) -> bool:
    return any(row.what == missed.what for row in view.guide.unseen)


def _name(view: FilmView, mistake: str) -> str:
    """Return a mistake's name within a sentence; one that the protocol lacks by its id."""
    return _mistake(view.mistakes, mistake)


def _mistake(mistakes: Mapping[str, Mistake], mistake: str) -> str:
    known = mistakes.get(mistake)
    return mistake if known is None else known.name[:1].lower() + known.name[1:]
