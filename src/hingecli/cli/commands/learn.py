"""`hinge learn`: the lessons."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_topic
from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from hingecli.app import App

EXAMPLES = ("hinge learn", "hinge learn breathing", "hinge learn pain")


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
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
    topic = " ".join(words) if words else None
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
        rich=lambda: view.render(view.illustrated(lesson, lambda id_: _picture(app, id_))),
        plain=lambda: view.plain(lesson),
    )


def _picture(app: "App", id_: str) -> tuple[str, ...]:
    """Return a mistake beside the right form, or a drill's two key positions."""
    from hingecli.cli.pictures import ON_PAGE, drill_picture, mistake_picture

    picture = drill_picture if id_ in app.index.rungs else mistake_picture
    return picture(app, id_, ON_PAGE)
