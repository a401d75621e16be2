"""The first minute: two questions about readiness before the first rep, once, and what they mean.

Owns when they are asked and how they are remembered. What an answer forbids is the coach's.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent, ReadinessResult

KEY = "readiness"
"""What the log remembers the questions by."""
SETUP_TAKES = "hinge setup takes a minute: days, equipment, limits. It can wait."
NO_LOAD_YET = (
    "Practice without load is fine to begin with. Before any load a professional says yes: "
    "hinge setup --cleared DATE"
)


def ask_first(app: "App") -> tuple[str, ...]:
    """Ask two of the readiness questions, unless they or setup's were asked; keep the answers.

    Return what is said below the first card, once; empty from then on. A yes asks for a
    professional's before any session, or before load. Raises StoppedError where the person
    leaves: then they are asked again. On a hold the pain comes first, and these wait.
    """
    from hingecli.cli.prompt import ask
    from hingecli.coach.parse.answers import read_yes
    from hingecli.coach.parse.felt import read_sign

    state = app.state
    if state.profile.screen is not None or KEY in state.told_once or state.hold is not None:
        return ()
    rule = app.index.rules.screen
    app.tell("Two questions before the first rep, once. Yes or no; Enter skips.")
    screen: ReadinessResult | None = None
    stop = ask(f"1 {rule.first_stop} [y/n]", read_yes)
    unloaded = None
    if not stop:
        unloaded = ask(
            f"2 {rule.first_unloaded} [y/n]",
            lambda text: read_sign(text, counts=rule.counts_as_trouble),
        )
    if stop:
        screen = "stop"
    elif unloaded:
        screen = "unloaded"
    answer = screen or ("skipped" if stop is None or unloaded is None else "no")
    _keep(app, answer, screen)
    if screen == "stop":
        return ()  # the card says what to do, and nothing else matters
    return (NO_LOAD_YET, SETUP_TAKES) if screen == "unloaded" else (SETUP_TAKES,)


def _keep(app: "App", answer: str, screen: "ReadinessResult | None") -> None:
    from hingecli.coach.log.events import Profile, ProfileSet, ToldOnce

    def draft(events: "tuple[AnyEvent, ...]") -> "tuple[AnyEvent, ...]":
        stamp = app.stamp(events)
        once = ToldOnce(**stamp.header(), key=KEY, answer=answer)
        if screen is None:
            return (once,)
        return (once, ProfileSet(**stamp.header(), profile=Profile(screen=screen)))

    app.record(draft)
