"""`hinge learn`: the lessons."""

from typing import Annotated

import typer

from hingecli.cli.context import app_of, complete_topic

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
    show(app, rich=lambda: view.render(lesson), plain=lambda: view.plain(lesson))
