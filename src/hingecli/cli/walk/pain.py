"""Pain told in the middle of a walk: stop first, then the signs of an emergency, then questions.

Owns that order. What a pain means is the coach's.
"""

from contextlib import suppress

from hingecli.cli.walk.asking import ask, choose, show_list
from hingecli.cli.walk.parts import Walk, WalkStopped
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.felt import PlaceKept
from hingecli.coach.rules.severity import stops_training

EMERGENCY = "Emergency care now, with any of these"
HELP = "Get emergency care now"
WHAT_NOW = ("Call for help, or let somebody call.", "What you did is kept. Training waits.")
HINT = "0-10, and where: 0 · 3 back · 6 left calf sharp · Enter skips"


def take_pain(walk: Walk, *, goes_on: bool) -> None:
    """Take pain that is told at once. Raises WalkStopped where the walk ends with it.

    `goes_on` offers to go on after a pain that does not stop the training.
    """
    walk.run = None
    walk.audio.say("Stop. Stand still.", urgent=True)
    show_alarm(walk)
    pain = ask(
        walk,
        "How much pain, and where?",
        PlaceKept(walk.plan.index).read,
        hint=HINT,
        title="Stopped; what you did is kept",
        about_pain=True,
    )
    keep_pain(walk, pain)
    if pain is not None and stops_training(walk.plan.index, pain):
        walk.audio.say("That is all for today. It is saved.")
        raise WalkStopped(asking=False)
    if not goes_on:
        return
    words = ("Ease off, or stop here: both are good.",) if pain is not None and pain.score else ()
    keys = (("enter", "stop here"), ("g", "go on"))
    if choose(walk, "Go on, or stop here?", words, keys) == "enter":
        raise WalkStopped(asking=True)


def show_alarm(walk: Walk) -> None:
    """Show the signs of an emergency, before anything else is asked.

    Raises WalkStopped, also where one of them is true: then nothing is asked any more, and it is
    kept as the least pain that stops the training, so that the coach holds it.
    """
    signs = walk.plan.red_flags
    walk.signs_told = True
    if not show_list(walk, EMERGENCY, signs, leads_to="none of these", y_says="one of these"):
        return
    keep_pain(walk, Pain(score=walk.plan.index.rules.pain_during.stop_from))
    walk.audio.say(f"{HELP}.", urgent=True)
    with suppress(WalkStopped):
        show_list(walk, HELP, WHAT_NOW, leads_to="leave")
    raise WalkStopped(asking=False)


def keep_pain(walk: Walk, pain: Pain | None) -> None:
    """Keep a pain, the worst one of the walk; a sharp one is worse than a dull one."""
    if pain is None:
        return
    if walk.pain is None or _badness(walk, pain) > _badness(walk, walk.pain):
        walk.pain = pain
    walk.log.finish(pain=walk.pain)


def _badness(walk: Walk, pain: Pain) -> tuple[bool, int]:
    return stops_training(walk.plan.index, pain), pain.score
