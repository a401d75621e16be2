"""What commands share on the command line: the App of this run.

Imports nothing heavy: completion runs through here.
"""

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from hingecli.app import App


def app_of(ctx: typer.Context) -> "App":
    """Return the App that the root put together from the global options."""
    app: App = ctx.obj
    return app
