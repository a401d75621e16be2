"""Writes every figure of a protocol as an image, for its authors and for the README."""

from pathlib import Path
from typing import TYPE_CHECKING

from hingecli.content import load_mistakes
from hingecli.content.check.check import load_checked
from hingecli.content.figures import load_comparison, load_figure
from hingecli.errors import UsageError, cause_of
from hingecli.show.figure import comparison_svg, key_moments, svg
from hingecli.text import capital

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def draw_all(root: "Traversable", into: Path) -> tuple[Path, ...]:
    """Write `<id>.svg` for each drill, variation and mistake that has a figure; return the files.

    Raises UsageError if the folder cannot be written.
    """
    images: dict[str, str] = {}
    index = load_checked(root)
    names = {rung.id: rung.name for rung in index.ladder}
    names |= {variant.id: variant.name for variant in index.rules.variety.all}
    for id_, name in names.items():
        figure = load_figure(root, id_)
        if figure is not None:
            images[id_] = svg(key_moments(figure), title=capital(name))
    for mistake in load_mistakes(root).mistakes:
        comparison = load_comparison(root, mistake.id)
        if comparison is not None:
            images[mistake.id] = comparison_svg(
                comparison, title=mistake.name, text=mistake.correction
            )
    try:
        into.mkdir(parents=True, exist_ok=True)
        for id_, image in images.items():
            (into / f"{id_}.svg").write_text(image, "utf-8")
    except OSError as error:
        raise UsageError(f"{into}: cannot be written: {cause_of(error)}.") from error
    return tuple(into / f"{id_}.svg" for id_ in images)
