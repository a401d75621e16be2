"""`hinge why`: the reasons behind a day, or behind a drill."""

from typing import Annotated

import typer

from hingecli.cli.complete import complete_drill, complete_past_day
from hingecli.cli.context import app_of
from hingecli.coach.report.why import why_json

EXAMPLES = (
    "hinge why                          why today is what it is",
    "hinge why dowel                    what is met and what is missing",
    "hinge why --date mon               a past day, from the log as it stood",
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DRILL]", help="A drill.", autocompletion=complete_drill, show_default=False
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "-d", "--date", metavar="DAY", help="A past day.", autocompletion=complete_past_day
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Ask why today is what it is, or why a drill is open or locked."""
    from hingecli.cli.day_now import dawn_of
    from hingecli.cli.instead import find_drill_or_page
    from hingecli.cli.output import print_json, show
    from hingecli.coach.log.sessions import read_log
    from hingecli.coach.parse.dates import read_day
    from hingecli.coach.parse.signs import answered
    from hingecli.coach.report.why import why_day, why_drill
    from hingecli.show import why as view

    app = app_of(ctx)
    drill = " ".join(words or ())
    day = app.today if date is None else read_day(date, app.today)
    if day == app.today:
        log, hour, state = app.training_log, app.now.hour, app.state
    else:  # what was known then
        log, hour = read_log(app.events, recorded_by=day), None
        state = app.trunk(log, until=day).state_of(log, day)
    if answered(drill) in ("", "today"):
        answer = why_day(state, dawn_of(app, state, log), hour=hour)
    else:
        answer = why_drill(state, find_drill_or_page(app, drill))
    if json:
        print_json(why_json(answer))
        return
    show(
        app,
        rich=lambda: view.render(answer, index=app.index),
        plain=lambda: view.plain(answer, index=app.index),
    )
