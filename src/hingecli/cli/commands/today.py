"""`hinge today`: the day's drill, and on a terminal the walk through it."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.complete import complete_past_day
from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    import datetime

    from rich.console import RenderableType

    from hingecli.app import App
    from hingecli.coach.protocol.parameters.rule import Tempo
    from hingecli.coach.protocol.texts import DrillPage
    from hingecli.coach.results import Decision, LastWeek, PlanEnd, Today
    from hingecli.coach.state.state import State
    from hingecli.show.cardfacts import Card

EXAMPLES = (
    "hinge today",
    "hinge today --no-walk              only the card",
    "hinge today --date yesterday",
    "hinge today --json",
)


def command(
    ctx: typer.Context,
    date: Annotated[
        str | None,
        typer.Option(
            "-d",
            "--date",
            metavar="DAY",
            help="A past day, as the log has it.",
            autocompletion=complete_past_day,
        ),
    ] = None,
    walk: Annotated[
        bool | None,
        typer.Option("--walk/--no-walk", help="Walk through it without asking, or not at all."),
    ] = None,
    bell: Annotated[
        bool, typer.Option("--bell/--no-bell", help="Ring at each turn of a rep.")
    ] = True,
    voice: Annotated[
        bool | None,
        typer.Option("--voice/--no-voice", help="Speak the walk by the system's voice, or not."),
    ] = None,
    tempo: Annotated[
        str | None,
        typer.Option("--tempo", metavar="DOWN-HOLD-UP", help="Your own pace in seconds: 3-1-2."),
    ] = None,
    film_countdown: Annotated[
        int,
        whole_option(
            Whole(0, 120), "--film-countdown", metavar="S", help="Seconds to start your camera."
        ),
    ] = 0,
    json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
) -> None:
    """Show the day's drill; on a terminal, walk through it."""
    from hingecli.errors import StoppedError

    app = app_of(ctx)
    pace = _tempo(tempo)
    day = app.today if date is None else _read_day(app, date)
    asking = app.interactive and walk is not False and not json and day == app.today
    below: tuple[str, ...] = ()
    try:
        if asking:
            below = _ask_before(app)
        if not json:
            _tell_plan_end(app, day, asks=asking)
    except StoppedError:
        app.tell("Stopped." if not app.committed else "Stopped: your answer is saved.")
        return
    state = _state(app, day)
    decision = _decided(app, state, tempo=pace)
    page = _page(app, state, decision)
    today = _composed(app, state, decision, page)
    if today.red_flags and app.signs_above == "all":
        today, below = _pointing_above(today, below)
    if json:
        from hingecli.cli.output import print_json
        from hingecli.coach.day.card import today_json

        print_json(today_json(today))
        return
    offers = asking and walk is None and _can_be_walked(decision)
    card = _show_card(app, today, page, tempo=pace, asks=offers, below=below)
    if day != app.today or not (walk or (offers and _wants_walk(app, decision))):
        return
    from hingecli.cli.walk import run
    from hingecli.cli.walk.plan import Options
    from hingecli.show.cardplain import plain_steps

    said = frozenset(plain_steps(card) if app.plain else ())
    options = Options(tempo=pace, bell=bell, voice=voice, film_s=film_countdown, said=said)
    run(app, decision, today, options=options)


def _ask_before(app: "App") -> tuple[str, ...]:
    """Ask what the card waits for; return what is said below it. Raises StoppedError."""
    from hingecli.cli.ask_morning import ask_morning
    from hingecli.cli.first_minute import ask_first

    below = ask_first(app)
    ask_morning(app)
    return below


def _wants_walk(app: "App", decision: "Decision") -> bool:
    """Offer the walk and return whether it is wanted; what is done already is logged instead."""
    from hingecli.cli.offer import REST, WHOLE, log_done, offer

    chosen = offer(REST if decision.unfinished else WHOLE)
    if chosen == "done":
        log_done(app, decision)
    return chosen == "walk"


def _decided(app: "App", state: "State", *, tempo: "Tempo | None") -> "Decision":
    """Return the day as it was decided, at the person's own tempo if that was told."""
    from hingecli.cli.day_now import day_now

    decision = day_now(app, state)
    if tempo is None:
        return decision
    from hingecli.coach.day.dose import at_tempo

    return at_tempo(decision, app.index, tempo)


def _read_day(app: "App", text: str) -> "datetime.date":
    from hingecli.coach.parse.dates import read_day

    return read_day(text, app.today)


def _page(app: "App", state: "State", decision: "Decision") -> "DrillPage | None":
    from hingecli.coach.day.card import page_of_day
    from hingecli.coach.day.draft import main_drill

    drill = main_drill(decision.blocks)
    return None if drill is None else page_of_day(app.page(drill), decision, state)


def _state(app: "App", day: "datetime.date") -> "State":
    return app.state if day == app.today else app.state_on(day)


def _tell_plan_end(app: "App", day: "datetime.date", *, asks: bool) -> None:
    """Show what the plan came to before the first card after it. Raises StoppedError."""
    end = _plan_end(app, _state(app, day))
    if end is not None:
        from hingecli.cli.plan_end import show_plan_end

        show_plan_end(app, end, asks=asks)


def _composed(
    app: "App", state: "State", decision: "Decision", page: "DrillPage | None"
) -> "Today":
    from hingecli.coach.day.card import compose

    return compose(
        decision,
        app.index,
        page=page,
        mistakes=app.mistakes,
        cues=app.cues,
        last_week=_last_week(app, state),
        plan_end=_plan_end(app, state),
    )


def _last_week(app: "App", state: "State") -> "LastWeek | None":
    if not app.training_log.days:  # a first card waits for nothing that it does not need
        return None
    from hingecli.coach.report.last_week import last_week

    return last_week(state, app.training_log)


def _plan_end(app: "App", state: "State") -> "PlanEnd | None":
    if not app.training_log.days:
        return None
    from hingecli.coach.report.plan_end import told_end

    return told_end(state, app.training_log)


def _pointing_above(today: "Today", below: tuple[str, ...]) -> "tuple[Today, tuple[str, ...]]":
    """Return the card without the signs that stand above it, and the line that says so."""
    from msgspec.structs import replace

    from hingecli.cli.alarm import ABOVE

    return replace(today, red_flags=(), see_doctor=()), (*below, ABOVE)


def _show_card(
    app: "App",
    today: "Today",
    page: "DrillPage | None",
    *,
    tempo: "Tempo | None",
    asks: bool,
    below: tuple[str, ...],
) -> "Card":
    """Show the card, and `below` it what belongs there; `asks` says that a question follows."""
    from hingecli.cli.output import print_text, show
    from hingecli.cli.pictures import rows_left
    from hingecli.show.cardfacts import Card

    rows = rows_left(app, asks=asks, below=below)
    card = Card(
        today=today,
        index=app.index,
        page=page,
        mistakes=app.mistakes,
        unit=app.state.profile.units or "kg",
        figure=() if page is None else _figure(app, today, page.id, rows=rows),
        own_tempo=tempo,
        rows=rows,
    )
    show(app, rich=lambda: _rich(card), plain=lambda: _plain(card))
    for sentence in below:
        print_text(sentence)
    return card


def _rich(card: "Card") -> "RenderableType":
    from hingecli.show.card import render

    return render(card)


def _plain(card: "Card") -> str:
    from hingecli.show.cardplain import plain

    return plain(card)


def _figure(app: "App", today: "Today", drill: str, *, rows: int | None) -> tuple[str, ...]:
    """Return the picture of the day's drill, or of the variation that the day makes of it."""
    from hingecli.cli.pictures import card_size, drill_picture

    blocks = today.decision.blocks
    varied = (block.variant for block in blocks if block.drill == drill and block.variant)
    return drill_picture(app, drill, card_size(app, rows=rows), variant=next(varied, None))


def _can_be_walked(decision: "Decision") -> bool:
    from hingecli.coach.day.draft import TRAINING

    return (decision.kind in TRAINING or decision.unfinished) and bool(decision.blocks)


def _tempo(text: str | None) -> "Tempo | None":
    from hingecli.coach.protocol.parameters.rule import Tempo
    from hingecli.errors import UsageError

    if text is None:
        return None
    parts = text.replace(",", ".").split("-")
    try:
        down, pause, up = (float(part) for part in parts)
    except ValueError as error:
        raise UsageError(
            f'--tempo "{text}": write seconds down, hold and up, as in 3-1-2.'
        ) from error
    if not (0.3 <= down <= 20 and 0 <= pause <= 20 and 0.3 <= up <= 20):
        raise UsageError(f'--tempo "{text}": each part from 0.3 to 20 seconds.')
    return Tempo(down=down, pause=pause, up=up)
