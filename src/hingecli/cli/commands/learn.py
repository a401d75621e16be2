"""`hinge learn`: the lessons."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of, complete_topic

if TYPE_CHECKING:
    from hingecli.app import App

FIGURE_COLUMNS = 36
FIGURE_ROWS = 10
EXAMPLES = ("hinge learn", "hinge learn breathing", "hinge learn pain")


def command(
    ctx: typer.Context,
    topic: Annotated[
        str | None,
        typer.Argument(
            metavar="[TOPIC]",
            help="A lesson; without one they are listed.",
            autocompletion=complete_topic,
            show_default=False,
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Read the lessons: what a hinge is, breathing, pain and more."""
    from hingecli.cli.output import print_json, show
    from hingecli.content import lesson_titles, load_lesson
    from hingecli.show import lesson as view

    app = app_of(ctx)
    if topic is None:
        titles = lesson_titles(app.protocol_root, app.index)
        if json:
            print_json({"topics": [{"id": id_, "title": title} for id_, title in titles]})
            return
        show(
            app,
            rich=lambda: view.render_topics(titles),
            plain=lambda: view.plain_topics(titles),
        )
        return
    lesson = load_lesson(app.protocol_root, app.index, topic)
    if json:
        print_json(lesson)
        return
    show(
        app,
        rich=lambda: view.render(view.illustrated(lesson, lambda id_: _figure(app, id_))),
        plain=lambda: view.plain(lesson),
    )


def _figure(app: "App", id_: str) -> tuple[str, ...]:
    """Draw a mistake beside the right form, or a drill's two key positions."""
    if app.out.width < FIGURE_COLUMNS or app.out.options.ascii_only:
        return ()
    from hingecli.content.figures import load_comparison, load_figure
    from hingecli.show.figure import card_lines, compare_lines

    if id_ in app.index.rungs:
        figure = load_figure(app.protocol_root, id_)
        return card_lines(figure, cols=FIGURE_COLUMNS, rows=FIGURE_ROWS) if figure else ()
    comparison = load_comparison(app.protocol_root, id_)
    return compare_lines(comparison, cols=FIGURE_COLUMNS, rows=FIGURE_ROWS) if comparison else ()
