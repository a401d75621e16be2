"""Which session a word means: the beginning of its id, the last one, or that of a day."""

from datetime import date

from hingecli.coach.log.days import say_on_day
from hingecli.coach.log.sessions import Sitting, TrainingLog, find_sitting
from hingecli.coach.parse.dates import read_day
from hingecli.errors import UnknownNameError, UsageError
from hingecli.text import count, either

SHOWN = 6
"""Signs of an id that history shows."""


def which_session(log: TrainingLog, word: str, *, today: date) -> Sitting:
    """Return the session that `word` means. Raises UnknownNameError where that is none or several.

    A day means its session, where it had one alone.
    """
    try:
        return find_sitting(log, word)
    except UnknownNameError as unknown:
        try:
            day = read_day(word, today)
        except UsageError:
            raise unknown from None
    found = [sitting for sitting in log.sittings if sitting.day == day]
    if len(found) == 1:
        return found[0]
    on = say_on_day(day, seen_from=today)
    if not found:
        raise UnknownNameError(f"there is no session {on}. hinge history lists them.")
    ids = either([sitting.id[:SHOWN] for sitting in found])
    raise UnknownNameError(f"{count(len(found), 'session')} {on}: write {ids} instead.")
