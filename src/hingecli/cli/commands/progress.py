"""`hinge progress`: the ladder, gates, milestones and weeks."""

from typing import Annotated

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge progress", "hinge progress --json")


def command(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """See the ladder: what is open, and what the next drill still needs."""
    from hingecli.cli.output import print_json, show
    from hingecli.coach.report.film import film_agreement
    from hingecli.coach.report.progress import progress
    from hingecli.coach.report.trends import trends
    from hingecli.coach.rules.ladder import left_out
    from hingecli.show import progress as view
    from hingecli.show.heatmap import clean_by_day

    app = app_of(ctx)
    days = app.index.rules.film.compare_days
    ladder = progress(app.state, film=film_agreement(app.training_log, app.today, days=days))
    if json:
        print_json(ladder)
        return
    unit = app.state.profile.units or "kg"
    out = left_out(app.state)
    show(
        app,
        rich=lambda: view.render(
            ladder,
            index=app.index,
            today=app.today,
            clean_by_day=clean_by_day(app.training_log),
            trends=trends(app.state),
            unit=unit,
            left_out=out,
        ),
        plain=lambda: view.plain(
            ladder, index=app.index, trends=trends(app.state), unit=unit, left_out=out
        ),
    )
