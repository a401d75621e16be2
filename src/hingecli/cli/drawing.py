"""Writes every figure of a protocol as an image, for its authors and for the README."""

from pathlib import Path
from typing import TYPE_CHECKING

from hingecli.content import load_mistakes
from hingecli.content.check.check import load_checked
from hingecli.content.figures import load_comparison, load_figure
from hingecli.errors import UsageError, cause_of
from hingecli.show.figure import compared, key_moments, svg

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def draw_all(root: "Traversable", into: Path) -> tuple[Path, ...]:
    """Write `<id>.svg` for each drill and mistake that has a figure; give the files written.

    Raises UsageError if the folder cannot be written.
    """
    images: dict[str, str] = {}
    for rung in load_checked(root).ladder:
        figure = load_figure(root, rung.id)
        if figure is not None:
            images[rung.id] = svg(key_moments(figure))
    for mistake in load_mistakes(root).mistakes:
        comparison = load_comparison(root, mistake.id)
        if comparison is not None:
            images[mistake.id] = svg(compared(comparison))
    try:
        into.mkdir(parents=True, exist_ok=True)
        for id_, image in images.items():
            (into / f"{id_}.svg").write_text(image, "utf-8")
    except OSError as error:
        raise UsageError(f"{into}: cannot be written: {cause_of(error)}.") from error
    return tuple(into / f"{id_}.svg" for id_ in images)
