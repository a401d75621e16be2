"""What today is by now: decided from the log, with the sets that a broken-off session left."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.sessions import TrainingLog
    from hingecli.coach.results import Decision
    from hingecli.coach.state.state import State


def day_now(app: "App", state: "State | None" = None) -> "Decision":
    """Return what today is, or the day of `state`; the hour counts today alone."""
    from hingecli.coach.day.decide import decide

    state = app.state if state is None else state
    hour = app.now.hour if state.today == app.today else None
    return decide(state, hour=hour, began=began_as(app, state, app.training_log))


def began_as(app: "App", state: "State", log: "TrainingLog") -> "Decision | None":
    """Return what the state's day was before its sessions in `log`; None where it had none."""
    dawn = dawn_of(app, state, log)
    if dawn is None:
        return None
    from hingecli.coach.day.decide import decide

    return decide(dawn)


def dawn_of(app: "App", state: "State", log: "TrainingLog") -> "State | None":
    """Return the state of the day before its sessions in `log`; None where it had none."""
    day = state.today
    if state.done_today() is None:
        return None
    return app.trunk(log, until=day).state_of(log.at_dawn_of(day), day)
