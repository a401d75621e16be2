"""`hinge help`: what `--help` says, for those who type the word."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from typer._click.core import Command, Context

EXAMPLES = (
    "hinge help                         all commands",
    "hinge help log                     one of them",
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMMAND]", help="A command.", show_default=False),
    ] = None,
) -> None:
    """List the commands, or explain one."""
    from hingecli.cli.output import print_text

    place: Context = ctx.find_root()
    for word in words or ():
        place = _below(place, word)
    print_text(place.get_help())


def _below(place: "Context", word: str) -> "Context":
    """Return the place of the command `word` in the group at `place`. Raises UsageError."""
    from hingecli.cli.sentences import nearest
    from hingecli.errors import UsageError

    group = place.command
    known: list[str] = getattr(group, "list_commands", lambda _: [])(place)
    if word not in known and place.parent is None:
        from hingecli.cli.instead import instead

        raise UsageError(instead((word,), protocol=place.params.get("protocol")))
    if word not in known:
        hint = nearest(word, known) or "hinge help lists them."
        raise UsageError(f'{place.command_path} has no command "{word}". {hint}')
    found: Command = group.get_command(place, word)  # type: ignore[attr-defined]
    return type(place)(found, info_name=word, parent=place)
