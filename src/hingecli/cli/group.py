"""The group behind `hinge`: lazy commands, global options anywhere, one place that catches.

Owns how a word becomes a command and how a failure becomes a sentence and an exit code.
"""

import errno
import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any, TypeGuard

import typer
from typer.core import TyperCommand, TyperGroup

from hingecli.cli.command_list import COMMANDS, GROUPS
from hingecli.cli.helping import WithExamples
from hingecli.cli.hoist import hoisted
from hingecli.cli.sentences import OWN_WORDS, left_over, nearest, usage_sentence
from hingecli.errors import HingeError, StoppedError, UsageError, cause_of

if TYPE_CHECKING:
    from typer._click.core import Command as AnyCommand
    from typer._click.core import Context
    from typer._click.formatting import HelpFormatter
    from typer._click.shell_completion import CompletionItem

WORDS = "hingecli.words"
"""Where the context keeps the words as typed."""

_LEAST_HELP_COLUMNS = 53
"""On narrower terminals help has to be told the width: by itself it takes 50 columns."""


class HingeGroup(WithExamples, TyperGroup):
    """The group of all commands."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run as Typer does; when Tab asks, complete behind an option's `=` too."""
        if os.environ.get("_HINGE_COMPLETE"):
            from hingecli.cli.behind_equals import teach

            teach()
        return super().main(*args, **extra)

    def make_context(
        self, info_name: str | None, args: list[str], parent: "Context | None" = None, **extra: Any
    ) -> "Context":
        """Parse the root's own options; what is wrong with them surfaces here."""
        columns = shutil.get_terminal_size().columns
        if columns < _LEAST_HELP_COLUMNS:
            extra.setdefault("terminal_width", max(columns - 1, 20))
        with _answering(None):
            return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Move the global options in front of the verb, then parse as Typer does."""
        ctx.meta[WORDS] = tuple(args)
        with _placed(ctx):
            return super().parse_args(ctx, hoisted(self, ctx, args))

    def invoke(self, ctx: "Context") -> Any:
        """Run the command; a failure is told in a line or two and becomes the exit code."""
        with _answering(ctx):
            return super().invoke(ctx)

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002 - the base class asks
        """Name the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: "Context",  # noqa: ARG002 - the same
        cmd_name: str,
    ) -> "AnyCommand | None":
        """Import the module of a command when it is called."""
        known = COMMANDS.get(cmd_name)
        if known is None:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _load(cmd_name, known.module)
        return self.commands[cmd_name]

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """Find the command; an unknown word is answered with the nearest ones."""
        word = args[0]
        if self.get_command(ctx, word) is None and not ctx.resilient_parsing:
            from hingecli.cli.instead import instead

            raise UsageError(instead(args, protocol=ctx.params.get("protocol")))
        return super().resolve_command(ctx, args)

    def format_commands(
        self,
        ctx: "Context",  # noqa: ARG002 - the same
        formatter: "HelpFormatter",
    ) -> None:
        """List the commands by group, from the table alone."""
        for group in GROUPS:
            rows = [(name, known.help) for name, known in COMMANDS.items() if known.group == group]
            with formatter.section(group):
                formatter.write_dl(rows)

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Complete the commands' names from the table alone, then the options."""
        from typer._click.shell_completion import CompletionItem

        names = [
            CompletionItem(name, help=known.help)
            for name, known in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return names + super(TyperGroup, self).shell_complete(ctx, incomplete)


@cache
def _load(name: str, module: str) -> "AnyCommand":
    found = importlib.import_module(f"hingecli.cli.commands.{module}")
    if hasattr(found, "app"):
        return typer.main.get_command(found.app)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=HingeCommand)(found.command)
    command = typer.main.get_command(app)
    command.examples = found.EXAMPLES  # type: ignore[attr-defined]
    return command


def _rejoined(command: TyperCommand, ctx: "Context", args: list[str]) -> list[str]:
    """Return `args` with the unquoted words of an option in one; most have no option."""
    if not any(word.startswith("-") for word in args):
        return args
    from hingecli.cli.unquoted import rejoined

    return rejoined(command, ctx, args)


class StrictCommand(TyperCommand):
    """A command that says in our words which of the words behind it are too many."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse as Typer does, but take the words left over, so that they can be named."""
        if not ctx.resilient_parsing:
            args = _rejoined(self, ctx, args)
        ctx.meta[OWN_WORDS] = tuple(args)
        ctx.allow_extra_args = True
        with _placed(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise UsageError(left_over(ctx, rest))
        return rest


class Subgroup(WithExamples, TyperGroup):
    """A group below `hinge` that names its commands when none of them is asked for."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse as Typer does; without a word there is no command to run."""
        with _placed(ctx):
            rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing and not (*getattr(ctx, "_protected_args", ()), *rest):
            raise UsageError(f"{ctx.command_path} needs a command: {', '.join(self.commands)}.")
        return rest

    def resolve_command(
        self, ctx: "Context", args: list[str]
    ) -> "tuple[str | None, AnyCommand | None, list[str]]":
        """Find the command; an unknown word is answered with the nearest ones, or with all."""
        word = args[0]
        if self.get_command(ctx, word) is None and not ctx.resilient_parsing:
            hint = nearest(word, self.commands) or f"There are: {', '.join(self.commands)}."
            raise UsageError(f'{ctx.command_path} has no command "{word}". {hint}')
        return super().resolve_command(ctx, args)


class HingeCommand(WithExamples, StrictCommand):
    """A command with examples."""


def _is_stop(error: BaseException) -> TypeGuard[KeyboardInterrupt | EOFError | typer.Abort]:
    return isinstance(error, KeyboardInterrupt | EOFError | typer.Abort)


def _is_left_alone(error: BaseException) -> bool:
    """Return whether whoever read the output has gone."""
    if isinstance(error, BrokenPipeError):
        return True
    # Windows calls it an invalid argument.
    windows = os.name == "nt" and isinstance(error, OSError) and error.errno == errno.EINVAL
    return windows and getattr(error, "filename", None) is None


@contextmanager
def _placed(ctx: "Context") -> Iterator[None]:
    """Let a usage error know the command that it is about, where Typer leaves that open."""
    try:
        yield
    except typer.TyperException as error:
        if getattr(error, "ctx", ctx) is None:
            error.ctx = ctx  # type: ignore[attr-defined]
        raise


@contextmanager
def _answering(ctx: "Context | None") -> Iterator[None]:
    """Turn what goes wrong into a sentence on stderr and an exit code.

    Once the log has what was to be kept, nothing turns that into a failure.
    """
    try:
        yield
        sys.stdout.flush()
    except (typer.Exit, SystemExit):
        raise
    except BaseException as error:
        app = getattr(ctx, "obj", None)
        committed = bool(getattr(app, "committed", False))
        debug = bool(getattr(app, "debug", False))
        code = _tell(error, path=_path(ctx), committed=committed, debug=debug)
        raise typer.Exit(0 if committed else code) from error


def _path(ctx: "Context | None") -> str:
    """Name the command that runs, as it is typed."""
    verb = getattr(ctx, "invoked_subcommand", None)
    return f"hinge {verb}" if verb else "hinge"


def _tell(error: BaseException, *, path: str, committed: bool, debug: bool) -> int:
    from hingecli.app import tell

    if debug:
        import traceback

        tell("".join(traceback.format_exception(error)).rstrip())
    if _is_left_alone(error):
        leave_stdout()
        return 0
    if isinstance(error, HingeError):
        tell(f"hinge: {error}" if str(error) else _stopped(committed=committed))
        return error.exit_code
    if isinstance(error, typer.TyperException):
        tell(f"hinge: {usage_sentence(error, path=path)}")
        return error.exit_code
    if _is_stop(error):
        tell(_stopped(committed=committed))
        return StoppedError.exit_code
    if isinstance(error, OSError) and not debug:
        leave_stdout()
    what = cause_of(error) if isinstance(error, OSError) else type(error).__name__
    if committed:
        trouble = "it is saved, but the answer could not be shown"
    elif isinstance(error, OSError) and error.filename is None:  # not a file's: the output's
        trouble = "the answer could not be written"
    else:
        trouble = "unexpected"
    tell(f"hinge: {trouble}: {what}. With --debug you see where.")
    return HingeError.exit_code


def _stopped(*, committed: bool) -> str:
    return (
        f"hinge: stopped; {'what you told before is saved' if committed else 'nothing was saved'}."
    )


def leave_stdout() -> None:
    """Send what is still buffered nowhere, or Python complains about it at the exit."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
