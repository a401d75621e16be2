"""`hinge setup`: the profile, by flags or by questions on a terminal."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of, complete_drill

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.cli.ask_profile import Told
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = (
    "hinge setup                        asks; Enter keeps an answer",
    "hinge setup --show",
    "hinge setup --days mon,wed,fri --goal strength",
    "hinge setup --equipment kettlebell,dumbbells --bells 8,12,16",
    "hinge setup --cleared yesterday    a professional said yes to loads",
)


def command(
    ctx: typer.Context,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DAY", help="The day the 12 weeks begin.")
    ] = None,
    days: Annotated[
        str | None,
        typer.Option("--days", metavar="mon,wed,fri", help="Days for loads, no neighbours."),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option("--goal", metavar="GOAL", help="strength, hypertrophy or athletic."),
    ] = None,
    equipment: Annotated[
        str | None,
        typer.Option("--equipment", metavar="LIST", help="What you own, or none: dowel,dumbbells."),
    ] = None,
    bells: Annotated[
        str | None,
        typer.Option("--bells", metavar="8,12,16", help="Your kettlebells, in your units."),
    ] = None,
    limits: Annotated[
        str | None, typer.Option("--limits", metavar="LIST", help="low-back, knee, or none.")
    ] = None,
    units: Annotated[
        str | None, typer.Option("--units", metavar="kg/lb", help="The units you think in.")
    ] = None,
    body_mass: Annotated[
        str | None, typer.Option("--body-mass", metavar="KG", help="Optional: for first weights.")
    ] = None,
    experience: Annotated[
        str | None, typer.Option("--experience", metavar="LEVEL", help="new, some or trained.")
    ] = None,
    sixty_plus: Annotated[
        bool | None, typer.Option("--sixty-plus/--under-sixty", help="You are 60 or older.")
    ] = None,
    usual_pain: Annotated[
        str | None, typer.Option("--usual-pain", metavar="0-10", help="Pain on a usual morning.")
    ] = None,
    screen: Annotated[
        str | None,
        typer.Option("--screen", metavar="RESULT", help="Readiness: clear, unloaded or stop."),
    ] = None,
    cleared: Annotated[
        str | None,
        typer.Option("--cleared", metavar="DAY", help="A professional said yes, on this day."),
    ] = None,
    seen_professional: Annotated[
        str | None,
        typer.Option("--seen-professional", metavar="DAY", help="You saw one about your pain."),
    ] = None,
    assist: Annotated[
        list[str] | None,
        typer.Option(
            "--assist",
            metavar="DRILL",
            help="An assistance drill for four weeks, or none.",
            autocompletion=complete_drill,
        ),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="Show your answers.")] = False,
) -> None:
    """Tell about yourself; everything is optional, and each answer can be changed alone."""
    from hingecli.cli.ask_profile import (
        Flags,
        ask_profile,
        read_flags,
        unchanged,
    )

    app = app_of(ctx)
    flags = Flags(
        start=start,
        days=days,
        goal=goal,
        equipment=equipment,
        bells=bells,
        limits=limits,
        units=units,
        body_mass=body_mass,
        experience=experience,
        sixty_plus=sixty_plus,
        usual_pain=usual_pain,
        screen=screen,
        cleared=cleared,
        seen_professional=seen_professional,
        assist=tuple(assist) if assist else None,
    )
    with app.explaining_failure():
        told = read_flags(app, flags)
    asking = unchanged(told) and not show and app.interactive
    if asking:
        told = ask_profile(app)
    if not unchanged(told):
        _save(app, told)
    elif asking:
        app.tell("Nothing changed. hinge setup --show has your answers.")
    if show or (unchanged(told) and not asking):
        _show(app)


def _save(app: "App", told: "Told") -> None:
    from hingecli.cli.reply import record, reply
    from hingecli.coach.log.events import (
        Cleared,
        Profile,
        ProfileSet,
        SeenProfessional,
    )
    from hingecli.coach.report.reports import assists_waiting
    from hingecli.show.setup import answers

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        stamp = app.stamp(events)
        new: list[AnyEvent] = []
        if told.profile != Profile():
            new.append(ProfileSet(**stamp.header(), profile=told.profile))
        if told.cleared is not None:
            new.append(Cleared(**stamp.header(day=told.cleared)))
        if told.seen_professional is not None:
            new.append(SeenProfessional(**stamp.header(day=told.seen_professional)))
        return tuple(new)

    outcome = record(app, draft)
    before, after = (
        answers(
            state.profile,
            index=app.index,
            cleared=state.cleared,
            seen_professional=state.seen_professional,
        )
        for state in (outcome.before, outcome.after)
    )
    new = [one for one in after if one not in before]
    about = "; ".join(f"{one.label.lower()}: {one.answer}" for one in new)
    waiting = assists_waiting(outcome.after) if told.profile.assist else ()
    reply(outcome, about=f"{about}." if about else "the same as before.", more=waiting)


def _show(app: "App") -> None:
    from hingecli.cli.output import show
    from hingecli.show import setup as view

    state = app.state
    cleared, seen = state.cleared, state.seen_professional
    show(
        app,
        rich=lambda: view.render(
            state.profile, index=app.index, cleared=cleared, seen_professional=seen
        ),
        plain=lambda: view.plain(
            state.profile, index=app.index, cleared=cleared, seen_professional=seen
        ),
    )
