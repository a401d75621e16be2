"""The command `hinge` itself: its global options, and its one line without a command.

The commands are listed in `command_list`.
"""

from typing import Annotated

import typer

from hingecli.cli.group import WORDS, HingeGroup

HELP = """
Learn one movement well: the hip hinge, a few minutes a day.

hinge today shows the day's drill, hinge log saves what you did. Everything stays on this
computer; hinge never uses the network, but for one download that you type and confirm:
hinge film --get-model.
"""


class Root(HingeGroup):
    """`hinge`, with its examples."""

    examples = (
        "hinge today",
        "hinge log wall 3x10",
        "hinge log dowel 10 kb 3x10 @16kg -m soft-lockout:2",
        "hinge why",
    )
    closing = "The options above may also stand after the command. hinge COMMAND --help tells more."


root = typer.Typer(
    cls=Root,
    help=HELP,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@root.callback(invoke_without_command=True)
def hinge(
    ctx: typer.Context,
    *,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="DIR", help="Where your log lives (HINGE_HOME)."),
    ] = None,
    protocol: Annotated[
        str | None,
        typer.Option("--protocol", metavar="DIR", help="Another protocol (HINGE_PROTOCOL)."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="No colour, no boxes, one fact a line.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks.")] = False,
    version: Annotated[
        bool, typer.Option("--version", help="Show the version.", is_eager=True)
    ] = False,
) -> None:
    """Take the global options."""
    if version:
        from hingecli import __version__

        typer.echo(f"hinge {__version__}")
        raise typer.Exit
    from hingecli.app import App

    ctx.obj = App(home=home, protocol=protocol, plain=plain, debug=debug, words=ctx.meta[WORDS])
    if ctx.invoked_subcommand is None:
        from hingecli.cli.status import show_status

        show_status(ctx.obj)
