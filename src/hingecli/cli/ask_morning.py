"""Asks for the morning after, where the coach waits for it, and keeps the answer at once."""

from typing import TYPE_CHECKING

from hingecli.cli.prompt import ask
from hingecli.coach.parse.answers import read_score

if TYPE_CHECKING:
    from datetime import date

    from hingecli.app import App


def ask_morning(app: "App") -> None:
    """Ask for the pain of the morning that is waited for, and before load for soreness.

    Enter leaves it open.
    """
    from hingecli.coach.day.questions import morning_asked, soreness_asked
    from hingecli.coach.log.days import say_day

    if soreness_asked(app.state):
        scores = ask("Pain and soreness this morning, 0-10 each? (as in 0 2; Enter skips)", _both)
        if scores is not None:
            keep_morning(app, score=scores[0], sore=scores[1], day=app.today)
        return
    morning = morning_asked(app.state)
    if morning is None:
        return
    when = say_day(morning, seen_from=app.today)
    whose = {0: "this", 1: when}.get((app.today - morning).days, f"{when}'s")
    score = ask(f"Pain {whose} morning, 0-10? (Enter skips)", _pain)
    if score is not None:
        keep_morning(app, score=score, sore=None, day=morning)


def _pain(text: str) -> int:
    return read_score(text, what="pain")


def _both(text: str) -> tuple[int, int | None]:
    """Read `0 2`, or a pain score alone."""
    pain, *sore = text.replace(",", " ").split(maxsplit=1)
    return _pain(pain), read_score(sore[0], what="soreness") if sore else None


def keep_morning(app: "App", *, score: int, sore: int | None, day: "date") -> None:
    """Keep a morning's pain, and soreness if told, in the log.

    One that stops the training shows at once when to call for help.
    """
    from hingecli.cli.alarm import warn
    from hingecli.coach.log.events import Morning, Pain

    app.record(
        lambda events: (Morning(**app.stamp(events, day=day).header(), score=score, sore=sore),)
    )
    warn(app, Pain(score=score))
