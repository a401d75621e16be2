"""The one line that `hinge` alone prints: where you stand, and the one next command."""

from typing import TYPE_CHECKING

from hingecli.cli.day_now import day_now
from hingecli.cli.output import print_text
from hingecli.coach.rules.ladder import next_gate
from hingecli.show import dose, gate

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.results import Decision


def show_status(app: "App") -> None:
    """Print the status and the next command."""
    if not app.events:
        print_text("Welcome. Your first hinge takes five minutes.\nNext: hinge today")
        return
    decision = day_now(app)
    where = f"Week {decision.week}. {_day(app, decision)}"
    print_text(f"{where}\nNext: {_next(decision)}")


def _day(app: "App", decision: "Decision") -> str:
    if decision.kind in ("hold", "paused", "rest"):
        return f"{decision.title}."
    if decision.unfinished:
        return f"{decision.title}: {decision.reasons[0].text}"
    done = decision.done_today
    if decision.kind == "done":
        words = f"Done today: {done.clean_reps} clean reps."
        following = next_gate(app.state)
        if following is None:
            return words
        name = app.index.rungs[following.drill].name
        far = gate.headline(following, index=app.index)
        return f"{words} Next to open: {name}, {far}."
    unit = app.state.profile.units or "kg"
    main = next((b for b in decision.blocks if b.purpose in ("main", "test")), None)
    if main is None:
        return f"{decision.title}."
    size = dose.sets_of(main) if main.purpose == "test" else dose.amount(main, unit=unit)
    return f"Today: {main.name} {size}, about {decision.minutes} min."


def _next(decision: "Decision") -> str:
    if decision.kind == "paused":
        return "hinge resume"
    if decision.kind == "hold" and decision.ask is not None:
        return "hinge morning"
    over = decision.kind == "done" and not decision.unfinished
    return "hinge progress" if over else "hinge today"
