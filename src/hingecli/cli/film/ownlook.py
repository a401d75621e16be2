"""The guided look at one's own clip: nothing to install, the person judges.

Owns the order of the questions; their words are in data/film.toml. Nothing is kept before the end.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Literal

from hingecli.cli.film import keep
from hingecli.cli.prompt import agree, ask
from hingecli.coach.log.events import FilmAnswer, MistakeCount
from hingecli.coach.parse.answers import read_yes
from hingecli.coach.parse.clean_answers import read_number
from hingecli.coach.parse.mistakes import read_mistakes
from hingecli.coach.parse.names import find_mistake
from hingecli.coach.parse.signs import answered
from hingecli.coach.protocol.fields import MOST_REPS
from hingecli.errors import UsageError
from hingecli.text import plain_lines

if TYPE_CHECKING:
    from hingecli.app import App
    from hingecli.motion.film.parameters import Question

LookAnswer = Literal["yes", "no", "unseen"]
_UNSEEN: Final = frozenset(
    {"c", "cannot", "cannot see", "can't see", "cannot tell", "can't tell", "not sure", ""}
)
"""Answers that one cannot see it; without words a question mark is left."""


def review(
    app: "App",
    drill: str,
    *,
    felt: int | None,
    saw: int | None,
    seen: Sequence[str],
    log: bool | None,
) -> None:
    """Guide a look at a clip of `drill`, or take what was seen from the options.

    Raises StoppedError when the person leaves before the end: nothing is kept then.
    """
    if felt is not None and saw is not None:
        found = read_mistakes(
            tuple(seen), named=lambda word: find_mistake(app.mistakes, word), drill=drill
        )
        result = keep.LookResult(drill=drill, by="own", felt=felt, saw=saw, found=found)
    elif saw is not None or seen:
        raise UsageError("what felt clean, and what looked so? Add --felt N and --saw N.")
    elif not app.interactive:
        raise UsageError(
            "hinge film asks on a terminal. Elsewhere: hinge film --felt 10 --saw 8 -m rounding:2"
        )
    else:
        result = _asked(app, drill, felt=felt)
    _tell(f"Felt {result.felt} clean, saw {result.saw}.")
    if log is False:
        return
    if log is None and not app.interactive:
        app.tell("Nothing was saved: add --log.")
        return
    keep.keep(app, result, add=_adds(app, result, log=log))


def _asked(app: "App", drill: str, *, felt: int | None) -> keep.LookResult:
    from hingecli.content.film import load_film

    sitting = keep.filmed_session(app, drill)
    done = 0 if sitting is None else [r.reps for r in sitting.sets if r.drill == drill][-1]
    name = app.index.rungs[drill].name
    _tell("No clip yet? How to film: hinge learn film")
    _tell(f"Your own look at a clip of the {name}. q leaves; nothing is kept before the end.")
    reps = None
    while reps is None:
        reps = ask("How many reps are on the clip?", _count(1, MOST_REPS), default=str(done or ""))
    if felt is None:
        felt = ask(
            "Before you look: how many of them felt clean?", _count(0, reps), default=str(reps)
        )
    if felt is not None and felt > reps:
        raise UsageError(f"{felt} clean of {reps}? --felt {reps} at most.")
    _tell("Now play it, as often as you like.")
    answers: list[FilmAnswer] = []
    found: list[MistakeCount] = []
    look = ""
    for question in load_film(app.protocol_root).questions:
        if question.look != look:
            look = question.look
            _tell(f"Stop it at {look}.")
        answer = _answer(question, reps)
        answers.append(answer)
        if answer.reps:
            found.append(MistakeCount(mistake=question.mistake, count=answer.reps, drill=drill))
    worst = max((noticed.count for noticed in found), default=0)
    saw = ask("How many looked clean?", _count(0, reps - worst), default=str(reps - worst))
    return keep.LookResult(
        drill=drill, by="own", felt=felt, saw=saw, answers=tuple(answers), found=tuple(found)
    )


def _answer(question: "Question", reps: int) -> FilmAnswer:
    seen = ask(f"{question.ask} [Y/n/c] (c: cannot see)", _seen, enter="is yes") or "yes"
    if seen != "no":
        return FilmAnswer(question=question.id, answer=seen)
    number = 1 if reps == 1 else ask("In how many reps?", _count(1, reps), default="1")
    return FilmAnswer(question=question.id, answer="no", reps=number)


def _seen(text: str) -> LookAnswer:
    if answered(text) in _UNSEEN:
        return "unseen"
    try:
        return "yes" if read_yes(text) else "no"
    except UsageError as problem:
        raise UsageError("y for yes, n for no, c if you cannot see it, q to stop.") from problem


def _count(least: int, most: int) -> Callable[[str], int]:
    return lambda text: read_number(text, least=least, most=most)


def _adds(app: "App", result: keep.LookResult, *, log: bool | None) -> bool:
    """Return whether what was seen goes to the session: after a yes, or `--log`."""
    if not result.found or log is not None:
        return bool(log)
    sitting = keep.filmed_session(app, result.drill)
    if sitting is None or not app.interactive:
        return False
    from hingecli.show.film import said

    return agree(f"Add {said(result.found)} to {keep.whose(app, sitting)}?", default=True)


def _tell(words: str) -> None:
    import sys

    from hingecli.cli.output import print_text
    from hingecli.show.console import folded

    print_text(folded(plain_lines(words), sys.stdout))
