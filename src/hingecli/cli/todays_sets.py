"""What `hinge log` takes for granted: the drill that today is about, and the sets it asks for."""

from typing import TYPE_CHECKING, Final

import msgspec

from hingecli.cli.session_words import SessionWords
from hingecli.coach.parse.signs import answered
from hingecli.errors import UsageError
from hingecli.text import quoted

if TYPE_CHECKING:
    from hingecli.app import App


def todays_drill(app: "App") -> str:
    """Return the main drill of today: the one prescribed, else the last one logged today.

    Raises UsageError where there is none.
    """
    from hingecli.cli.day_now import day_now
    from hingecli.coach.day.draft import main_drill

    drill = main_drill(day_now(app).blocks)
    if drill is not None:
        return drill
    done = [s for s in app.training_log.sittings if s.day == app.today and s.sets]
    if done:
        return done[-1].sets[0].drill
    raise UsageError("which drill? Today prescribes none. Write hinge log wall 3x10.")


_ALL: Final = frozenset(
    {
        "all",
        "all of it",
        "all of them",
        "everything",
        "yes",
        "done",
        "all clean",
        "as asked",
        "all good",
        "all done",
        "did it",
        "did it all",
        "finished",
        "did everything",
    }
)
"""Answers that say that what was asked for today was done, every rep clean."""


_NOTHING: Final = frozenset(
    {
        *("nothing", "none", "rest", "rest day", "a rest day", "rested", "skipped", "skip", "off"),
        *("day off", "a day off", "no training", "did not train", "didn't train", "no time"),
    }
)
"""Answers that say that nothing was done."""


def todays_sets(app: "App", words: SessionWords) -> SessionWords:
    """Return `words`, but for `all` with the sets that today asks for: of no other day.

    Raises UsageError where today asks for no count that could be meant.
    """
    text = " ".join(words.sets)
    if answered(text) in _NOTHING:
        raise UsageError(
            f"{quoted(text)}: a day without reps needs no word. For longer: hinge pause."
        )
    if answered(text) not in _ALL or words.day is not None:
        return words
    dose = todays_dose(app)
    if not dose and _tests(app):
        raise UsageError(
            f"{quoted(text)}: today is a test. Log your runs: hinge log 12 17 20; "
            "one alone is hinge log 20."
        )
    if not dose:
        raise UsageError(f"{quoted(text)}: today asks for no one count. Write wall 3x10.")
    return msgspec.structs.replace(words, sets=(dose,))


def _tests(app: "App") -> bool:
    from hingecli.cli.day_now import day_now

    return any(block.purpose == "test" for block in day_now(app).blocks)


def todays_dose(app: "App") -> str:
    """Return today's sets as prescribed in the words that log them; empty on a day without."""
    from hingecli.cli.day_now import day_now
    from hingecli.show.dose import log_words

    decision = day_now(app)
    blocks = decision.blocks
    if not blocks or any(block.purpose == "test" for block in blocks):
        return ""
    unit = app.state.profile.units or "kg"
    return log_words(blocks, index=app.index, unit=unit, right_first=decision.right_first)
