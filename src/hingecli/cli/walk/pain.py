"""Pain told in the middle of a walk: stop first, then the signs of an emergency, then questions.

Owns that order. What a pain means is the coach's.
"""

from hingecli.cli.walk.asking import ask, choose, show_list
from hingecli.cli.walk.parts import Walk, WalkStopped
from hingecli.coach.log.events import Pain
from hingecli.coach.parse.felt import read_felt
from hingecli.coach.rules.safety import stops_training

EMERGENCY = "Emergency care now, with any of these"
HINT = "0-10, and where: 0 · 3 back · 6 left calf sharp · Enter skips"


def take_pain(walk: Walk, *, goes_on: bool) -> None:
    """Take pain that is told at once. Raises WalkStopped where the walk ends with it.

    `goes_on` offers to go on after a pain that does not stop the training.
    """
    walk.run = None
    walk.audio.say("Stop. Stand still.", urgent=True)
    show_list(walk, EMERGENCY, walk.plan.red_flags, leads_to="none of these")
    pain = ask(
        walk,
        "How much pain, and where?",
        lambda text: read_felt(text, walk.plan.index),
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
    """Show the signs of an emergency, before anything else is asked. Raises WalkStopped."""
    show_list(walk, EMERGENCY, walk.plan.red_flags, leads_to="none of these")


def keep_pain(walk: Walk, pain: Pain | None) -> None:
    """Keep a pain, the worst one of the walk; a sharp one is worse than a dull one."""
    if pain is None:
        return
    if walk.pain is None or _badness(walk, pain) > _badness(walk, walk.pain):
        walk.pain = pain
    walk.log.finish(pain=walk.pain)


def _badness(walk: Walk, pain: Pain) -> tuple[bool, int]:
    return stops_training(walk.plan.index, pain), pain.score
