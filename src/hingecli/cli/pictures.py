"""The pictures that go with a page: a drill's figure, a mistake beside the right form.

Owns their sizes, when there is no room for one, and how much of a window a card may take.
"""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec

from hingecli.wrapping import fold

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.motion.figure import Figure
    from hingecli.motion.film.findings import Rep


AROUND = 2
"""Rows that belong to the shell: the line that was typed, and the one that comes after."""
NARROW = 64
"""Below this width a question takes a second row."""


class PictureSize(msgspec.Struct, frozen=True):
    """How many columns and rows a picture takes, and how wide the screen must be for it."""

    columns: int
    rows: int
    least_width: int


ON_CARD: Final = PictureSize(columns=26, rows=9, least_width=72)
"""On the card it stands beside the words: the smallest in which a person is seen."""
ON_LARGE_CARD: Final = PictureSize(columns=38, rows=14, least_width=96)
"""On a card with more room."""
ROOMY: Final = 34
"""Rows from which on a card has room for the large figure; no card needs more."""
ON_PAGE: Final = PictureSize(columns=40, rows=12, least_width=40)
"""On a drill's and a mistake's own page."""
OF_FILM: Final = PictureSize(columns=48, rows=13, least_width=48)
"""Beside each other: the right form, and a filmed rep."""
OF_FILM_LOW: Final = PictureSize(columns=40, rows=9, least_width=40)
"""The same where the window is low: the table above it must not scroll away."""
FILM_ROWS: Final = 12
"""Rows of a film's page besides its reps and its figure, the question after it among them."""


def card_size(app: "App", *, rows: int | None) -> PictureSize:
    """Return how large the figure is on a card that may take `rows` rows; None is no window."""
    roomy = rows is not None and rows >= ROOMY
    return ON_LARGE_CARD if roomy and app.out.width >= ON_LARGE_CARD.least_width else ON_CARD


def drill_picture(
    app: "App", drill: str, size: PictureSize, *, variant: str | None = None
) -> tuple[str, ...]:
    """Return the lines of the two key positions of a drill, or of a variation of it.

    The last line holds their labels. None where it cannot be drawn, or not as a person.
    """
    if not _has_room(app, size):
        return ()
    from hingecli.show.figure import card_lines

    figure = drill_figure(app, drill, variant=variant)
    return () if figure is None else card_lines(figure, cols=size.columns, rows=size.rows)


def mistake_picture(app: "App", mistake: str, size: PictureSize) -> tuple[str, ...]:
    """Return the lines of the mistake beside the right form; none where it cannot be drawn."""
    if not _has_room(app, size):
        return ()
    from hingecli.content.figures import load_comparison
    from hingecli.show.figure import compare_lines

    comparison = load_comparison(app.protocol_root, mistake)
    if comparison is None:
        return ()
    return compare_lines(comparison, cols=size.columns, rows=size.rows)


def film_picture(app: "App", drill: str, rep: "Rep | None", *, reps: int) -> tuple[str, ...]:
    """Return the drill in the right form beside a filmed rep; none where it cannot be drawn.

    The page has a line or more for each of its `reps`.
    """
    rows = rows_left(app, asks=True)
    size = OF_FILM if rows is None or rows >= FILM_ROWS + reps + OF_FILM.rows else OF_FILM_LOW
    figure = drill_figure(app, drill) if rep is not None and _has_room(app, size) else None
    if figure is None or rep is None:
        return ()
    from hingecli.motion.figure import Comparison, pose_at
    from hingecli.motion.film.pose import pose_of
    from hingecli.show.figure import compare_lines

    right = pose_at(figure.keyframes, 1.0)
    both = Comparison(
        id=drill,
        labels=("the right form", f"you, rep {rep.rep}"),
        right=right,
        wrong=pose_of(rep, right),
        props=figure.props,
    )
    return compare_lines(both, cols=size.columns, rows=size.rows)


def drill_figure(app: "App", drill: str, *, variant: str | None = None) -> "Figure | None":
    """Return the figure of a drill, to be drawn in any position; None where there is none.

    A variation without a figure of its own looks like its drill.
    """
    from hingecli.content.figures import load_figure

    varied = load_figure(app.protocol_root, variant) if variant is not None else None
    return varied or load_figure(app.protocol_root, drill)


def rows_left(app: "App", *, asks: bool, below: Sequence[str] = ()) -> int | None:
    """Return how many rows of the window a card may take; None where there is no window.

    `asks` says that a question follows it; `below` are sentences that do. These come after
    questions that have pushed the line that was typed off the window already.
    """
    from hingecli.app import is_terminal

    if not is_terminal(sys.stdout):
        return None
    question = (1 if app.out.width >= NARROW else 2) if asks else 0
    sentences = sum(fold(text, app.out.width).count("\n") + 1 for text in below)
    around = AROUND - 1 if below else AROUND
    return app.out.height - around - question - sentences


def _has_room(app: "App", size: PictureSize) -> bool:
    if app.plain or app.out.options.ascii_only:
        return False
    return app.out.width >= size.least_width
