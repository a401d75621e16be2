"""`hinge setup`: the profile, by flags or by questions on a terminal."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hingecli.cli.context import app_of
from hingecli.cli.options import takes
from hingecli.cli.setup.table import ROWS

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.cli.ask_profile import ProfileAnswers
    from hingecli.coach.log.events import AnyEvent

EXAMPLES = (
    "hinge setup                        asks; Enter keeps an answer",
    "hinge setup --show",
    "hinge setup --days mon,wed,fri --goal strength",
    "hinge setup --equipment kettlebell,dumbbells --bells 8,12,16",
    "hinge setup --cleared yesterday    a professional said yes to loads",
)


@takes(row.option for row in ROWS)
def command(
    ctx: typer.Context,
    *,
    show: Annotated[bool, typer.Option("--show", help="Show your answers.")] = False,
    **flags: Any,
) -> None:
    """Tell about yourself; everything is optional, and each answer can be changed alone."""
    from hingecli.cli.ask_profile import ask_profile, read_flags, unchanged

    app = app_of(ctx)
    with app.explaining_failure():
        answers = read_flags(app, flags)
    asking = unchanged(answers) and not show and app.interactive
    if asking:
        answers = ask_profile(app)
    if not unchanged(answers):
        _save(app, answers)
    elif asking:
        app.tell("Nothing changed. hinge setup --show has your answers.")
    if show or (unchanged(answers) and not asking):
        _show(app)


def _save(app: "App", answers: "ProfileAnswers") -> None:
    from hingecli.cli.ask_profile import known, shown
    from hingecli.cli.outcome import record
    from hingecli.cli.reply import reply
    from hingecli.coach.log.events import Cleared, Profile, ProfileSet, SeenProfessional
    from hingecli.coach.report.progress import assists_waiting

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        stamp = app.stamp(events)
        new: list[AnyEvent] = []
        if answers.profile != Profile():
            new.append(ProfileSet(**stamp.header(), profile=answers.profile))
        if answers.cleared is not None:
            new.append(Cleared(**stamp.header(day=answers.cleared)))
        if answers.seen_professional is not None:
            new.append(SeenProfessional(**stamp.header(day=answers.seen_professional)))
        return tuple(new)

    outcome = record(app, draft)
    before = shown(app, known(outcome.before))
    new = [answer for answer in shown(app, known(outcome.after)) if answer not in before]
    about = "; ".join(f"{answer.label.lower()}: {answer.words}" for answer in new)
    waiting = assists_waiting(outcome.after) if answers.profile.assist else ()
    ended = outcome.before.hold is not None and outcome.after.hold is None
    more = (*waiting, "The hold is over.") if ended else waiting
    reply(outcome, about=f"{about}." if about else "the same as before.", more=more)


def _show(app: "App") -> None:
    from hingecli.cli.ask_profile import known, shown
    from hingecli.cli.output import show
    from hingecli.show import setup as view

    answers = shown(app, known(app.state))
    show(app, rich=lambda: view.render(answers), plain=lambda: view.plain(answers))
