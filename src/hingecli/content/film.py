"""Reads what a film is looked at by: one file, only when a film is looked at.

A protocol of one's own may leave it out: the one that comes with hinge serves then.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hingecli.content.reading import bundled, read_part
from hingecli.errors import ProtocolError
from hingecli.motion.film.parameters import FilmGuide

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILM = "film.toml"


def load_film(root: "Traversable") -> FilmGuide:
    """Read the questions and figures of the film. Raises ProtocolError."""
    return read_part(root if (root / FILM).is_file() else bundled(), FILM, FilmGuide)


def film_problems(root: "Traversable", drills: set[str], mistakes: set[str]) -> tuple[str, ...]:
    """Find what is wrong with a protocol's own film, if it has one."""
    if not (root / FILM).is_file():
        return ()
    try:
        guide = load_film(root)
    except ProtocolError as error:
        return error.problems
    return tuple(f"{FILM}: {fault}" for fault in _faults(guide, drills, mistakes))


def _faults(guide: FilmGuide, drills: set[str], mistakes: set[str]) -> Iterator[str]:
    named = [(f"questions[{n}].mistake", row.mistake) for n, row in enumerate(guide.questions)]
    named += [(f"unseen[{n}].what", row.what) for n, row in enumerate(guide.unseen)]
    named += [
        (f"drills[{n}].skip", word) for n, row in enumerate(guide.drills) for word in row.skip
    ]
    for where, word in named:
        if word not in mistakes:
            yield f'{where}: there is no mistake "{word}"'
    for n, row in enumerate(guide.drills):
        for word in row.ids:
            if word not in drills:
                yield f'drills[{n}].ids: there is no drill "{word}"'
    if not guide.questions:
        yield "questions: one at least is needed"
    if len({row.id for row in guide.questions}) < len(guide.questions):
        yield "questions: each needs an id of its own"
    if not guide.view.good <= guide.view.rough <= guide.view.front:
        yield "view: good, rough and front should grow"
    if guide.rep.low_percent >= guide.rep.high_percent:
        yield "rep: low_percent should be below high_percent"
