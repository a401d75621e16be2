"""Reads the figures: one file a drill, variation or mistake, each only when it is drawn.

Owns the folder's layout. A protocol without figures is whole: nothing is drawn then.
"""

from typing import TYPE_CHECKING

from hingecli.coach.protocol.part import ProtocolPart
from hingecli.content.reading import read_part
from hingecli.errors import ProtocolError
from hingecli.motion.dowel import stick_on
from hingecli.motion.figure import (
    Comparison,
    Figure,
    FrontKeyframe,
    Keyframe,
    Prop,
    pose_at,
)
from hingecli.motion.skeleton import can_stand, over_feet, skeleton

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FIGURES = "figures"
_DEPTHS = tuple(n / 10 for n in range(11))


class FigureFile(ProtocolPart, frozen=True, kw_only=True):
    """A figure as its file says it: what it leaves out is that of the figure it is `like`."""

    id: str
    like: str | None = None
    labels: tuple[str, str] | None = None
    keyframes: tuple[Keyframe, ...] | None = None
    front: tuple[FrontKeyframe, ...] | None = None
    props: tuple[Prop, ...] | None = None


def load_figure(root: "Traversable", id_: str) -> Figure | None:
    """Read how a drill, or a variation of one, moves; None if it has no figure.

    Raises ProtocolError.
    """
    if not _is_there(root, id_):
        return None
    file = model = _read(root, id_)
    if file.like is not None:
        if not _is_there(root, file.like) or _read(root, file.like).like is not None:
            raise ProtocolError([f'{_path(id_)}: like: no file "{file.like}" draws by itself'])
        model = _read(root, file.like)
    labels, keyframes = file.labels or model.labels, file.keyframes or model.keyframes
    if labels is None or keyframes is None:
        raise ProtocolError([f"{_path(id_)}: labels and keyframes are needed"])
    return Figure(
        id=file.id,
        labels=labels,
        keyframes=keyframes,
        front=(model.front if file.front is None else file.front) or (),
        props=(model.props if file.props is None else file.props) or (),
    )


def load_comparison(root: "Traversable", mistake: str) -> Comparison | None:
    """Read `mistake` beside the right form; None if there is none. Raises ProtocolError."""
    if not _is_there(root, mistake):
        return None
    return read_part(root, _path(mistake), Comparison)


def figure_problems(root: "Traversable", moves: set[str], mistakes: set[str]) -> tuple[str, ...]:
    """Find every file of the folder that cannot be drawn, or that belongs to nothing.

    `moves` are the drills and their variations.
    """
    folder = root / FIGURES
    if not folder.is_dir():
        return ()
    found: list[str] = []
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        id_ = file.name.removesuffix(".toml")
        if id_ not in moves and id_ not in mistakes:
            found.append(
                f"{FIGURES}/{file.name}: no drill, no variation and no mistake has this id"
            )
            continue
        try:
            drawn = load_figure(root, id_) if id_ in moves else load_comparison(root, id_)
        except ProtocolError as error:
            found += error.problems
        else:
            found += [f"{_path(id_)}: {problem}" for problem in _faults(drawn, id_)]
    return tuple(found)


def _faults(drawn: Figure | Comparison | None, id_: str) -> list[str]:
    if drawn is None:
        return []
    faults = [f'id: "{drawn.id}" should be "{id_}", as the file'] if drawn.id != id_ else []
    if isinstance(drawn, Figure):
        return faults + _figure_faults(drawn)
    side = drawn.right is not None and drawn.wrong is not None
    front = drawn.front_right is not None and drawn.front_wrong is not None
    return faults if side or front else [*faults, "right and wrong are needed, or both front_ ones"]


def _figure_faults(figure: Figure) -> list[str]:
    faults = []
    for name, frames in (("keyframes", figure.keyframes), ("front", figure.front)):
        depths = {frame.at for frame in frames}
        if not {0.0, 1.0} <= depths and (name == "keyframes" or frames):
            faults.append(f"{name}: one at 0 and one at 1 are needed")
    if not figure.keyframes:
        return faults
    for depth in _DEPTHS:
        pose = pose_at(figure.keyframes, depth)
        if not over_feet(pose):
            faults.append(f"keyframes: the balance is not over the feet at {depth:g}")
            break
        if not can_stand(pose):
            faults.append(f"behind: the leg behind does not reach its foot at {depth:g}")
            break
        if "dowel" in figure.props and stick_on(skeleton(pose)).contacts.lost:
            faults.append(f"keyframes: the dowel loses a contact at {depth:g}")
            break
    return faults


def _read(root: "Traversable", id_: str) -> FigureFile:
    return read_part(root, _path(id_), FigureFile)


def _path(id_: str) -> str:
    return f"{FIGURES}/{id_}.toml"


def _is_there(root: "Traversable", id_: str) -> bool:
    return (root / FIGURES / f"{id_}.toml").is_file()
