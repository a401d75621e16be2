"""`hinge show`: one drill's page."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_drill
from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.report.progress import DrillState

EXAMPLES = ("hinge show", "hinge show wall", "hinge show kb")


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DRILL]",
            help="A drill; without one they are listed.",
            autocompletion=complete_drill,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read one drill's page: setup, steps, cues, what to feel and to watch, its gate."""
    from hingecli.cli.instead import find_drill_or_page
    from hingecli.cli.output import show
    from hingecli.show import drill as view

    app = app_of(ctx)
    drill = " ".join(words) if words else None
    if drill is None:
        from hingecli.coach.report.progress import progress

        drills = progress(app.state).drills
        show(
            app,
            rich=lambda: view.render_list(drills, app.index),
            plain=lambda: view.plain_list(drills, app.index),
        )
        return
    id_ = find_drill_or_page(app, drill)
    page = view.DrillView(
        page=app.page(id_),
        index=app.index,
        mistakes=app.mistakes,
        state=_state(app, id_),
        figure=_pictures(app, id_),
    )
    show(app, rich=lambda: view.render(page), plain=lambda: view.plain(page))


def _state(app: "App", drill: str) -> "DrillState | None":
    from hingecli.coach.report.progress import progress

    return next((state for state in progress(app.state).drills if state.id == drill), None)


def _pictures(app: "App", drill: str) -> tuple[str, ...]:
    """Return the drill's picture, and the likeliest mistake in it beside the right form."""
    from hingecli.cli.pictures import ON_PAGE, drill_picture, mistake_picture

    picture = drill_picture(app, drill, ON_PAGE)
    likeliest = app.page(drill).watch[:1]
    if not picture or not likeliest:
        return picture
    beside = mistake_picture(app, likeliest[0], ON_PAGE)
    names = {mistake.id: mistake.name for mistake in app.mistakes.mistakes}
    return (
        (*picture, "", f"{names.get(likeliest[0], likeliest[0])}:", *beside) if beside else picture
    )
