"""Reads the figures: one file a drill or mistake, each only when it is drawn.

Owns the folder's layout. A protocol without figures is whole: nothing is drawn then.
"""

from typing import TYPE_CHECKING, TypeVar

from hingecli.content.reading import read_part
from hingecli.errors import ProtocolError
from hingecli.motion.figure import (
    Comparison,
    Figure,
    over_feet,
    pose_at,
)

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FIGURES = "figures"
Drawn = TypeVar("Drawn", Figure, Comparison)


def load_figure(root: "Traversable", drill: str) -> Figure | None:
    """Read how `drill` moves; None if it has no figure. Raises ProtocolError."""
    return _load(root, drill, Figure)


def load_comparison(root: "Traversable", mistake: str) -> Comparison | None:
    """Read `mistake` beside the right form; None if there is none. Raises ProtocolError."""
    return _load(root, mistake, Comparison)


def figure_problems(root: "Traversable", drills: set[str], mistakes: set[str]) -> tuple[str, ...]:
    """Find every file of the folder that cannot be drawn, or that belongs to nothing."""
    folder = root / FIGURES
    if not folder.is_dir():
        return ()
    found: list[str] = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        id_, path = file.name.removesuffix(".toml"), f"{FIGURES}/{file.name}"
        if id_ not in drills and id_ not in mistakes:
            found.append(f"{path}: no drill and no mistake has this id")
            continue
        try:
            drawn = load_figure(root, id_) if id_ in drills else load_comparison(root, id_)
        except ProtocolError as error:
            found += error.problems
        else:
            found += [f"{path}: {problem}" for problem in _faults(drawn, id_)]
    return tuple(found)


def _faults(drawn: Figure | Comparison | None, id_: str) -> list[str]:
    if drawn is None:
        return []
    faults = [f'id: "{drawn.id}" should be "{id_}", as the file'] if drawn.id != id_ else []
    if isinstance(drawn, Figure):
        depths = {frame.at for frame in drawn.keyframes}
        if not {0.0, 1.0} <= depths:
            faults.append("keyframes: one at 0 and one at 1 are needed")
        falls = [n / 10 for n in range(11) if not _stands(drawn, n / 10)]
        if falls:
            faults.append(f"keyframes: the balance is not over the feet at {falls[0]:g}")
        return faults
    side = drawn.right is not None and drawn.wrong is not None
    front = drawn.front_right is not None and drawn.front_wrong is not None
    return faults if side or front else [*faults, "right and wrong are needed, or both front_ ones"]


def _stands(figure: Figure, depth: float) -> bool:
    return bool(figure.keyframes) and over_feet(pose_at(figure.keyframes, depth))


def _load(root: "Traversable", id_: str, kind: type[Drawn]) -> Drawn | None:
    path = f"{FIGURES}/{id_}.toml"
    if not (root / FIGURES / f"{id_}.toml").is_file():
        return None
    return read_part(root, path, kind)
