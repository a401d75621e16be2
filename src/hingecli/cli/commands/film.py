"""`hinge film`: looks at a clip of your own, or guides your own look at it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hingecli.cli.complete import complete_drill
from hingecli.cli.context import app_of
from hingecli.cli.options import MISTAKES, takes
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.cli.film.clip import FilmRequest

EXAMPLES = (
    "hinge film                      you look, hinge asks; nothing to install",
    "hinge film clip.mp4 --drill rdl",
    "hinge film clip.mp4 --from 10 --to 1:05 --still pictures",
    "hinge film track.json.gz --json",
    "hinge film --get-model          downloads what reads clips, once",
)


@takes((MISTAKES._replace(help="What you saw in it, and in how many reps; without questions."),))
def command(
    ctx: typer.Context,
    clip: Annotated[
        Path | None,
        typer.Argument(metavar="[CLIP]", help="A clip, or a pose track.", show_default=False),
    ] = None,
    *,
    drill: Annotated[
        str | None,
        typer.Option(
            "--drill", metavar="DRILL", help="What was filmed.", autocompletion=complete_drill
        ),
    ] = None,
    begin: Annotated[
        str | None, typer.Option("--from", metavar="S", help="Look from this second on.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="S", help="Look up to this second.")
    ] = None,
    still: Annotated[
        Path | None,
        typer.Option("--still", metavar="DIR", help="Keep a picture of each rep's turn there."),
    ] = None,
    log: Annotated[
        bool | None,
        typer.Option("--log/--no-log", help="Add what was found to the session, or do not ask."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    felt: Annotated[
        int | None,
        whole_option(Whole(0, 1000), "--felt", help="Reps that felt clean."),
    ] = None,
    saw: Annotated[
        int | None,
        whole_option(Whole(0, 1000), "--saw", help="Reps that looked clean."),
    ] = None,
    get_model: Annotated[
        bool,
        typer.Option(
            "--get-model",
            help="Download what reads clips: the only time that hinge uses the network.",
        ),
    ] = False,
    model: Annotated[
        Path | None,
        typer.Option("--model", metavar="FILE", help="Take it from a file or wheel instead."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Download without a question.")] = False,
    **answers: Any,
) -> None:
    """Look at your own clip, offline. Experimental: it cannot see your lower back.

    CLIP may also be a pose track of another tool, as JSON: fps, width, height, and frames of t
    (seconds) and 33 landmarks (x px, y px, z, visibility 0-1) in BlazePose's order, or null.
    """
    from hingecli.cli.film.keep import filmed_drill
    from hingecli.coach.parse.names import find_drill
    from hingecli.errors import UsageError

    app = app_of(ctx)
    seen: list[str] = answers["mistakes"] or []
    if get_model or model is not None:
        from hingecli.cli.film.model import bring_model

        bring_model(app, model, yes=yes)
        if clip is None:
            return
    named = filmed_drill(app) if drill is None else find_drill(app.index, drill)
    if clip is None:
        if json or still is not None or begin is not None or end is not None:
            raise UsageError("which clip? Write hinge film clip.mp4; hinge film alone asks you.")
        from hingecli.cli.film.ownlook import review

        review(app, named, felt=felt, saw=saw, seen=seen, log=log)
        return
    if felt is not None or saw is not None or seen:
        raise UsageError("--felt, --saw and -m are your own look: leave the clip out.")
    from hingecli.cli.film.clip import FilmRequest

    first, last = _span(begin, end)
    _look(app, FilmRequest(clip, named, begin=first, end=last, still=still, log=log, json=json))


def _span(begin: str | None, end: str | None) -> tuple[float | None, float | None]:
    """Read from which second to which a clip is looked at. Raises UsageError."""
    from hingecli.errors import UsageError
    from hingecli.motion.film.moments import read_moment

    first = None if begin is None else read_moment(begin)
    last = None if end is None else read_moment(end)
    if last is not None and last <= (first or 0.0):
        raise UsageError(f"--to {end} comes before --from: turn them round.")
    return first, last


def _look(app: "App", asked: "FilmRequest") -> None:
    """Look at a clip; where packages are missing, offer the look of one's own."""
    from hingecli.cli.film.clip import watch
    from hingecli.errors import MissingExtraError
    from hingecli.paths import typed_path

    still = None if asked.still is None else typed_path(asked.still)
    try:
        watch(app, asked._replace(path=typed_path(asked.path), still=still))
    except MissingExtraError as missing:
        if asked.json or not app.interactive or not _looks_alone(app, str(missing)):
            raise
        from hingecli.cli.film.ownlook import review

        review(app, asked.drill, felt=None, saw=None, seen=(), log=asked.log)


def _looks_alone(app: "App", sentence: str) -> bool:
    """Offer the look of one's own, which needs nothing, where a package is missing."""
    from hingecli.cli.prompt import agree

    app.tell(f"hinge: {sentence}")
    return agree("Look at it yourself now?", default=True)
