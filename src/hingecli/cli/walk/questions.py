"""The questions after a walk, three at most: clean counts if unsaid, worst pain, effort.

Owns how an answer typed there is read. What was kept before stays kept, answered or not.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from hingecli.cli.walk.parts import Done, Walk, edited, stop_on
from hingecli.cli.walk.stages import put_right, told_clean
from hingecli.coach.log.events import Pain
from hingecli.coach.parse import answers
from hingecli.coach.protocol.protocol import Index
from hingecli.errors import UsageError
from hingecli.show.walk import Scene

T = TypeVar("T")
_BLINK_S = 0.2
_PAIN_HINT = "0-10, and where: 0 · 3 back · 6 left calf sharp · Enter skips"


def ask_after(walk: Walk) -> None:
    """Ask what is not known yet and keep each answer. Raises WalkStopped when the person stops."""
    unsure = [done for done in walk.done if not done.sure]
    if unsure:
        counts = " ".join(str(done.reps) for done in unsure)
        hint = f"{counts} done · Enter: all clean · or type like {counts}"
        clean_counts = _ask(
            walk, "How many were clean?", hint, lambda text: read_counts(text, unsure)
        )
        for done, clean in zip(
            unsure, clean_counts or [done.clean for done in unsure], strict=True
        ):
            put_right(walk, told_clean(done, clean))
    pain = _ask(walk, "Worst pain?", _PAIN_HINT, lambda text: read_pain(text, walk.plan.index))
    if pain is not None:
        walk.log.finish(pain=pain, effort=None)
    effort = _ask(
        walk,
        "How hard was it?",
        "effort 1-10 · Enter skips",
        lambda text: read_effort(text, walk.plan.index),
    )
    if effort is not None:
        walk.log.finish(pain=pain, effort=effort)


def read_counts(text: str, sets: list[Done]) -> list[int]:
    """Read one count of clean reps a set. Raises UsageError."""
    counts = [int(word) for word in re.findall(r"[0-9]{1,9}", text)]
    if len(counts) != len(sets):
        raise UsageError(
            f"{len(sets)} sets: type {len(sets)} numbers." if len(sets) > 1 else "Type one number."
        )
    for count, done in zip(counts, sets, strict=True):
        if count > done.reps:
            raise UsageError(f"{count} of {done.reps}? At most {done.reps}.")
    return counts


def read_pain(text: str, index: Index) -> Pain:
    """Read a score 0-10, a place and whether it was sharp. Raises UsageError."""
    typed = answers.pain_words(text)
    with _refusing("Begin with a number from 0 to 10."):
        answers.read_score(typed.score, what="pain")
    with _refusing("Where? Say it in a word or two, as in left calf."):
        return answers.read_pain(typed, index)


def read_effort(text: str, index: Index) -> int:
    """Read effort 1-10. Raises UsageError."""
    with _refusing("A number from 1 (easy) to 10 (all you had)."):
        return answers.read_effort(text, index)


@contextmanager
def _refusing(sentence: str) -> Iterator[None]:
    """Let what cannot be read be refused in a sentence that fits the screen."""
    try:
        yield
    except UsageError as problem:
        raise UsageError(sentence) from problem


def _ask(walk: Walk, question: str, hint: str, read: Callable[[str], T]) -> T | None:
    """Ask until an answer can be read; Enter alone is None."""
    typed, message = "", ""
    walk.screen.line(f"{question} {hint}")
    walk.audio.say(question)
    while True:
        scene = Scene(
            title="How was it?",
            where=_sum(walk.done),
            ask=question,
            typed=typed,
            lines=(hint, *((message,) if message else ())),
            keys=(("enter", "next"), ("q", "leave; all is kept")),
        )
        walk.screen.frame(lambda _width, _height, scene=scene: scene)  # type: ignore[misc]
        for key in walk.keys.read(_BLINK_S):
            if key != "q" or not typed:
                stop_on(key)
            if key == "enter":
                if not typed.strip():
                    return None
                try:
                    answer = read(typed.strip().lower())
                except UsageError as problem:
                    typed, message = "", str(problem)
                    walk.screen.line(message)
                else:
                    return answer
            else:
                typed = edited(typed, key)


def _sum(sets: list[Done]) -> str:
    clean, reps = sum(done.clean for done in sets), sum(done.reps for done in sets)
    return f"{clean} clean of {reps}"
