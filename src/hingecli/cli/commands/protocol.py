"""`hinge protocol`: checks and shows protocols, for the people who write them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hingecli.cli.commands import simulate
from hingecli.cli.context import app_of
from hingecli.cli.group import StrictCommand, Subgroup
from hingecli.text import count

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from hingecli.app import App


class ProtocolGroup(Subgroup):
    """`hinge protocol`, with its examples."""

    examples = (
        "hinge protocol check my-protocol/",
        "hinge protocol show",
        "hinge protocol schema drill > drill.schema.json",
        "hinge protocol draw images/",
        "hinge protocol simulate --learners 1000 --weeks 52",
        "hinge today --protocol my-protocol/",
    )


app = typer.Typer(
    name="protocol",
    cls=ProtocolGroup,
    help="Check and show protocols, for people who write them.",
    rich_markup_mode=None,
    add_completion=False,
)

Folder = Annotated[
    Path | None,
    typer.Argument(metavar="[DIR]", help="A protocol's folder; else the one in use."),
]


class FileKind(StrEnum):
    """The kinds of file that a protocol is made of."""

    protocol = "protocol"
    drill = "drill"
    mistakes = "mistakes"
    cues = "cues"
    figure = "figure"
    comparison = "comparison"
    film = "film"
    logger = "logger"
    exercises = "exercises"


@app.command("check", cls=StrictCommand, short_help="Find every problem of a protocol.")
def check_protocol(ctx: typer.Context, folder: Folder = None) -> None:
    """Find every problem of a protocol, each with its file and key."""
    from hingecli.content.check.check import check, summary
    from hingecli.errors import UsageError

    hinge = app_of(ctx)
    root = _root(hinge, folder)
    problems = check(root)
    if problems:
        hinge.tell("\n".join(problems))
        raise UsageError(
            f"{count(len(problems), 'problem')} in {root}. Mend the lines above, then check again."
        )
    typer.echo(f"{summary(root)}: no problems")


@app.command(
    "show", cls=StrictCommand, short_help="Print ladder, gates, plan and rules, with sources."
)
def show_protocol(ctx: typer.Context, folder: Folder = None) -> None:
    """Print the ladder with its gates, the plan and the rules, each with its source."""
    from hingecli.cli.output import show
    from hingecli.content.check.check import load_checked
    from hingecli.show import protocol as view

    hinge = app_of(ctx)
    index = load_checked(_root(hinge, folder))
    show(hinge, rich=lambda: view.render(index), plain=lambda: view.plain(index))


@app.command("schema", cls=StrictCommand, short_help="Print the JSON Schema of a kind of file.")
def print_schema(
    part: Annotated[
        FileKind,
        typer.Argument(metavar="[KIND]", help=f"Which kind of file: {', '.join(FileKind)}."),
    ] = FileKind.protocol,
) -> None:
    """Print the JSON Schema of a kind of file, for editors that check while you type."""
    import msgspec

    from hingecli.coach.protocol import protocol, texts
    from hingecli.content.figures import FigureFile
    from hingecli.loggers import ExerciseWords, LoggerFormat
    from hingecli.motion.figure import Comparison
    from hingecli.motion.film.parameters import FilmGuide

    kinds: dict[FileKind, type[msgspec.Struct]] = {
        FileKind.protocol: protocol.Protocol,
        FileKind.drill: texts.DrillPage,
        FileKind.mistakes: texts.Mistakes,
        FileKind.cues: texts.Cues,
        FileKind.figure: FigureFile,
        FileKind.comparison: Comparison,
        FileKind.film: FilmGuide,
        FileKind.logger: LoggerFormat,
        FileKind.exercises: ExerciseWords,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_in_toml(msgspec.json.schema(kinds[part])),
    }
    typer.echo(msgspec.json.format(msgspec.json.encode(schema), indent=2).decode())


@app.command("draw", cls=StrictCommand, short_help="Draw every figure as an SVG image.")
def draw_figures(
    ctx: typer.Context,
    into: Annotated[Path, typer.Argument(metavar="INTO", help="A folder for the images.")],
    folder: Folder = None,
) -> None:
    """Draw every figure as an SVG image."""
    from hingecli.cli.drawing import draw_all
    from hingecli.paths import typed_path

    written = draw_all(_root(app_of(ctx), folder), typed_path(into))
    typer.echo(f"{len(written)} images in {into}")


app.command("simulate", cls=StrictCommand, short_help="Let virtual learners live through it.")(
    simulate.command
)


def _root(hinge: "App", folder: Path | None) -> "Traversable":
    from hingecli.paths import typed_path

    return hinge.protocol_root if folder is None else typed_path(folder)


def _in_toml(schema: Any) -> Any:
    """Turn exact decimals, which JSON would write as text, into numbers; join docstrings' lines."""
    if isinstance(schema, str):
        return " ".join(schema.split())
    if isinstance(schema, dict):
        if schema.get("format") == "decimal":
            bounds = {key: bound for key, bound in schema.items() if key not in ("type", "format")}
            return {"type": "number", **bounds}
        return {key: _in_toml(value) for key, value in schema.items()}
    return [_in_toml(item) for item in schema] if isinstance(schema, list) else schema
