"""`hinge mistakes`: the table of mistakes and corrections."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_mistake
from hingecli.cli.context import app_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hingecli.app import App
    from hingecli.coach.protocol.texts import Mistake

EXAMPLES = (
    "hinge mistakes",
    "hinge mistakes rounding            one mistake, with its picture",
    "hinge mistakes --mine              your own first",
)


def command(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help="A mistake's name, or words to look for.",
            autocompletion=complete_mistake,
            show_default=False,
        ),
    ] = None,
    mine: Annotated[
        bool, typer.Option("--mine", help="Count your own, and put them first.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Look up mistakes and their corrections."""
    from hingecli.cli.output import show

    app = app_of(ctx)
    found = _found(app, tuple(words or ()))
    counts = _own_counts(app) if mine else None
    if counts is not None:
        found = tuple(sorted(found, key=lambda mistake: -counts.get(mistake.id, 0)))
    if json:
        _print(found, counts)
        return
    from hingecli.cli.pictures import ON_PAGE, mistake_picture
    from hingecli.show import mistakes as view

    if len(found) == 1:
        [mistake] = found
        count = None if counts is None else counts.get(mistake.id, 0)
        show(
            app,
            rich=lambda: view.render_one(
                mistake, figure=mistake_picture(app, mistake.id, ON_PAGE), count=count
            ),
            plain=lambda: view.plain_one(mistake, count=count),
        )
        return
    show(
        app,
        rich=lambda: view.render(found, counts=counts),
        plain=lambda: view.plain(found, counts=counts),
    )


def _found(app: "App", words: tuple[str, ...]) -> "tuple[Mistake, ...]":
    """Return the mistake that the words name, else all whose texts hold every word."""
    table = app.mistakes.mistakes
    if not words:
        return table
    from hingecli.coach.parse.names import find_mistake
    from hingecli.errors import UnknownNameError
    from hingecli.text import clean

    asked = clean(" ".join(words))
    try:
        named = find_mistake(app.mistakes, asked)
    except UnknownNameError:
        parts = asked.lower().split()
        found = tuple(row for row in table if all(part in _text(row) for part in parts))
        if found:
            return found
        raise
    return tuple(row for row in table if row.id == named)


def _text(row: "Mistake") -> str:
    return " ".join((row.id, row.name, *row.aliases, row.happens, row.correction)).lower()


def _own_counts(app: "App") -> dict[str, int]:
    """Return how often the person noticed each mistake, of those that were."""
    counts: dict[str, int] = {}
    for sitting in app.training_log.sittings:
        for seen in sitting.mistakes:
            counts[seen.mistake] = counts.get(seen.mistake, 0) + seen.count
    return counts


def _print(found: "Sequence[Mistake]", counts: dict[str, int] | None) -> None:
    from hingecli.cli.output import print_json

    rows = [
        {
            "id": mistake.id,
            "name": mistake.name,
            "happens": mistake.happens,
            "correction": mistake.correction,
            "group": mistake.group,
            "mine": None if counts is None else counts.get(mistake.id, 0),
        }
        for mistake in found
    ]
    print_json({"mistakes": rows})
