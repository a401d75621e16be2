"""The end of the plan on the command line: its page, and on a terminal the goal that comes next."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.results import PlanEnd


def show_plan_end(app: "App", end: "PlanEnd", *, asks: bool, says_goal: bool = True) -> None:
    """Show the page; with `asks` wait after it, so that the card does not push it off the screen.

    Who has no goal is asked for one meanwhile; else, with `says_goal`, the page says how to choose
    it. Raises StoppedError.
    """
    from hingecli.cli.output import show
    from hingecli.show import planend as view

    page = view.End(
        end=end,
        index=app.index,
        mistakes=app.mistakes,
        unit=app.state.profile.units or "kg",
        says_goal=says_goal and not asks,
    )
    show(app, rich=lambda: view.render(page), plain=lambda: view.plain(page))
    if asks:
        _ask_for_goal(app) if end.goal is None else _wait()


def _ask_for_goal(app: "App") -> None:
    from hingecli.cli.prompt import ask
    from hingecli.coach.log.events import Profile, ProfileSet
    from hingecli.coach.parse.profile import read_goal

    goal = ask(
        "Which goal is next, strength, hypertrophy or athletic? (Enter: later)",
        lambda text: read_goal(text, what="goal"),
    )
    if goal is not None:
        app.record(
            lambda events: (ProfileSet(**app.stamp(events).header(), profile=Profile(goal=goal)),)
        )


def _wait() -> None:
    from hingecli.cli.prompt import ask

    ask("Enter: today's card", lambda _: None)
