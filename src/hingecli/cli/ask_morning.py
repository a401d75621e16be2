"""Asks for the morning after, where the coach waits for it, and keeps the answer at once."""

from typing import TYPE_CHECKING

from hingecli.cli.prompt import ask
from hingecli.coach.parse.felt import MorningTold, read_morning

if TYPE_CHECKING:
    from datetime import date

    from hingecli.app import App


def ask_morning(app: "App") -> None:
    """Ask for the pain of the morning that is waited for, and before load for soreness.

    Enter leaves it open.
    """
    from hingecli.coach.day.questions import morning_asked, soreness_asked

    if soreness_asked(app.state):
        question = "Pain and soreness this morning, 0-10 each? (as in 0 2; Enter skips)"
        answer = ask(question, lambda text: read_morning(text, app.index))
        if answer is not None:
            keep_morning(app, answer, day=app.today)
        return
    morning = morning_asked(app.state)
    if morning is None:
        return
    question = f"Pain {_on_morning(morning, today=app.today)}, 0-10? (Enter skips)"
    answer = ask(question, lambda text: read_morning(text, app.index))
    if answer is not None:
        keep_morning(app, answer, day=morning)


def _on_morning(day: "date", *, today: "date") -> str:
    """Say which morning, as it stands in a question: this morning, on Saturday morning."""
    from hingecli.coach.log.days import say_day

    if day == today:
        return "this morning"
    name = say_day(day, seen_from=today)
    if any(sign.isdigit() for sign in name):
        return f"on the morning of {name}"
    return f"{name} morning" if (today - day).days == 1 else f"on {name} morning"


def keep_morning(app: "App", answer: "MorningTold", *, day: "date") -> None:
    """Keep a morning's pain, and soreness if told, in the log.

    One that stops the training, by its score or its place, shows at once when to call for help.
    """
    from hingecli.cli.alarm import warn
    from hingecli.coach.log.events import Morning

    score, sore = answer.pain.score, answer.sore
    app.record(
        lambda events: (Morning(**app.stamp(events, day=day).header(), score=score, sore=sore),)
    )
    warn(app, answer.pain)
