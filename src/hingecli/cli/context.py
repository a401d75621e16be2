"""What commands share on the command line: the App of this run, and completions of names.

Imports nothing heavy: completion runs through here.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from hingecli.app import App


def app_of(ctx: typer.Context) -> "App":
    """Return the App that the root put together from the global options."""
    app: App = ctx.obj
    return app


def complete_drill(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the drills' ids that begin with `incomplete`: a drill is a file."""
    return _stems(_protocol(ctx) / "drills", ".toml", incomplete)


def complete_topic(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the lessons' topics that begin with `incomplete`: a lesson is a file."""
    return _stems(_protocol(ctx) / "lessons", ".md", incomplete)


def complete_mistake(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the mistakes' ids that begin with `incomplete`."""
    import tomllib

    try:
        table = tomllib.loads((_protocol(ctx) / "mistakes.toml").read_text("utf-8"))
        ids = [str(row["id"]) for row in table["mistakes"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [id_ for id_ in ids if id_.startswith(incomplete)]


def _protocol(ctx: typer.Context) -> "Traversable":
    """Return the protocol's folder without reading it."""
    folder = ctx.find_root().params.get("protocol") or os.environ.get("HINGE_PROTOCOL")
    if folder:
        return Path(os.path.expanduser(folder))  # that of nobody stays as it is
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def _stems(folder: "Traversable", ending: str, incomplete: str) -> list[str]:
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return []
    stems = sorted(name.removesuffix(ending) for name in names if name.endswith(ending))
    return [stem for stem in stems if stem.startswith(incomplete)]
