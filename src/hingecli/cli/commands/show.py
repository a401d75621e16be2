"""`hinge show`: one drill's page."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of, complete_drill

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.results import DrillState

EXAMPLES = ("hinge show wall", "hinge show kb")
FIGURE_COLUMNS = 36
FIGURE_ROWS = 10


def command(
    ctx: typer.Context,
    drill: Annotated[
        str, typer.Argument(metavar="DRILL", help="A drill.", autocompletion=complete_drill)
    ],
) -> None:
    """Read one drill's page: setup, steps, cues, what to feel and to watch, its gate."""
    from hingecli.cli.output import show
    from hingecli.coach.parse.names import find_drill
    from hingecli.show import drill as view

    app = app_of(ctx)
    id_ = find_drill(app.index, drill)
    told = view.Drill(
        page=app.page(id_),
        index=app.index,
        mistakes=app.mistakes,
        state=_state(app, id_),
        figure=() if app.plain else _figure(app, id_),
    )
    show(app, rich=lambda: view.render(told), plain=lambda: view.plain(told))


def _state(app: "App", drill: str) -> "DrillState | None":
    from hingecli.coach.report.reports import progress

    return next((one for one in progress(app.state).drills if one.id == drill), None)


def _figure(app: "App", drill: str) -> tuple[str, ...]:
    if app.out.width < FIGURE_COLUMNS or app.out.options.ascii_only:
        return ()
    from hingecli.content.figures import load_figure
    from hingecli.show.figure import card_lines

    figure = load_figure(app.protocol_root, drill)
    if figure is None:
        return ()
    return (*card_lines(figure, cols=FIGURE_COLUMNS, rows=FIGURE_ROWS), *_beside(app, drill))


def _beside(app: "App", drill: str) -> tuple[str, ...]:
    """Draw the likeliest mistake of the drill beside the right form."""
    from hingecli.content.figures import load_comparison
    from hingecli.show.figure import compare_lines

    names = {one.id: one.name for one in app.mistakes.mistakes}
    for mistake in app.page(drill).watch[:1]:
        comparison = load_comparison(app.protocol_root, mistake)
        if comparison is not None:
            drawn = compare_lines(comparison, cols=FIGURE_COLUMNS, rows=FIGURE_ROWS)
            return ("", f"{names.get(mistake, mistake)}:", *drawn)
    return ()
