"""`hinge plan`: the 12 weeks, and where one stands in them."""

from typing import Annotated

import typer

from hingecli.cli.context import app_of

EXAMPLES = ("hinge plan",)


def command(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """See the 12 weeks, what each allows, and what is still to earn."""
    from hingecli.cli.output import print_json, show
    from hingecli.coach.report.plan import plan
    from hingecli.coach.report.plan_end import plan_end
    from hingecli.show import plan as view

    app = app_of(ctx)
    weeks = plan(app.state)
    if json:
        print_json(weeks)
        return
    end = plan_end(app.state, app.training_log)
    if end is not None:
        from hingecli.cli.plan_end import show_plan_end

        show_plan_end(app, end, asks=False, says_goal=False)
    below_end = end is not None
    show(
        app,
        rich=lambda: view.render(weeks, index=app.index, below_end=below_end),
        plain=lambda: view.plain(weeks, index=app.index, below_end=below_end),
    )
