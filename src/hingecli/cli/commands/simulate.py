"""`hinge protocol simulate`: virtual learners live through the protocol for a year."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    from hingecli.app import App

LEARNERS = 200
WEEKS = 52


def command(
    ctx: typer.Context,
    learners: Annotated[
        int, whole_option(Whole(1, 100_000), help="How many virtual learners.")
    ] = LEARNERS,
    weeks: Annotated[int, whole_option(Whole(1, 520), help="How long they live.")] = WEEKS,
    seed: Annotated[
        int, typer.Option(metavar="N", help="The same seed gives the same result.")
    ] = 1,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Let virtual learners live through the protocol, and check every day of theirs."""
    from hingecli.cli.output import print_json, show
    from hingecli.errors import HingeError
    from hingecli.show import simulation as view
    from hingecli.simulate import simulate

    app = app_of(ctx)
    protocol = app.index.protocol
    with _bar(app, learners) as progress:
        report = simulate(protocol, learners=learners, weeks=weeks, seed=seed, progress=progress)
    if json:
        print_json(report)
    else:
        show(app, rich=lambda: view.render(report), plain=lambda: view.plain(report))
    if report.broken:
        raise HingeError(f"{view.verdict(report)}. The report names the first of them.")


@contextmanager
def _bar(app: "App", learners: int) -> Iterator[Callable[[int], None]]:
    """Show how many lives are done, on a terminal; the answer goes to stdout all the same."""
    from hingecli.app import is_terminal

    if app.plain or not is_terminal(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("learners", total=learners)
        yield lambda done: bar.update(task, completed=done)
