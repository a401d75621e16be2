"""One question of a walk that waits for its answer: typed, read, asked again until it fits.

Owns how it is shown and left. What is asked is the caller's.
"""

from collections.abc import Callable
from math import ceil
from typing import TypeVar

from hingecli.cli.walk.counting import MOST_TYPED
from hingecli.cli.walk.parts import SETTLE_S, Walk, edited, stop_on
from hingecli.errors import UsageError
from hingecli.show.walk import Scene

T = TypeVar("T")
_BLINK_S = 0.2
_AROUND_A_LIST = 4
"""Rows of a picture that are no list: its title, the keys, the space between."""


def ask(
    walk: Walk,
    question: str,
    read: Callable[[str], T],
    *,
    hint: str = "",
    lines: tuple[str, ...] = (),
    title: str = "How was it?",
    about_pain: bool = False,
) -> T | None:
    """Ask until an answer can be read; Enter alone is None. Raises WalkStopped and Hurts.

    Where it is `about_pain`, ! has been said already.
    """
    typed, message = "", ""
    for line in (f"{question} ({hint})" if hint else question, *lines):
        walk.screen.line(line)
    walk.audio.say(question.partition(" [")[0])  # not what Enter says
    while True:
        scene = Scene(
            title=title,
            where=_sum(walk),
            ask=question,
            typed=typed,
            lines=tuple(line for line in (message, hint, *lines) if line),
            keys=(("enter", "next"), ("q", "leave; all is kept")),
        )
        walk.screen.frame(_still(scene))
        for key in walk.keys.read(_BLINK_S):
            if key == "!" and about_pain:
                continue
            if key != "q" or not typed:
                stop_on(key)
            if key != "enter":
                typed = edited(typed, key)[:MOST_TYPED]
                continue
            if not typed.strip():
                return None
            try:
                return read(typed.strip())
            except UsageError as problem:
                typed, message = "", str(problem)
                walk.screen.line(message)


def choose(
    walk: Walk, title: str, lines: tuple[str, ...], keys: tuple[tuple[str, str], ...]
) -> str:
    """Wait for one of `keys`, shown with what they do; return it. Raises WalkStopped."""
    opened = walk.clock()
    choices = [key for key, _ in keys]
    offer = ", ".join(f"{key}: {does}" for key, does in keys)
    for line in (title, *lines, offer):
        walk.screen.line(line)
    scene = Scene(title=title, where=_sum(walk), lines=lines, keys=keys)
    while True:
        walk.screen.frame(_still(scene))
        for key in walk.keys.read(_BLINK_S):
            if key != "!":  # it is being told
                stop_on(key)
            if key in choices and walk.clock() - opened >= SETTLE_S:
                return key


def show_list(
    walk: Walk, title: str, items: tuple[str, ...], *, leads_to: str, y_says: str = ""
) -> bool:
    """Show `items`, page by page where the window is small, until Enter was pressed on the last.

    Return whether y ended it before, where `y_says` what that says. Raises WalkStopped.
    """
    opened, page = walk.clock(), 0
    pages: list[tuple[str, ...]] = [items]
    more = (("y", y_says),) if y_says else ()
    offer = ", ".join((f"Enter: {leads_to}", *(f"{key}: {does}" for key, does in more)))
    for line in (title, *(f"- {item}" for item in items), offer):
        walk.screen.line(line)

    def scene(width: int, height: int) -> Scene:
        pages[:] = _pages(items, width, height)
        at = min(page, len(pages) - 1)
        does = leads_to if at == len(pages) - 1 else f"more ({at + 1} of {len(pages)})"
        return Scene(title=title, bullets=pages[at], keys=(("enter", does), *more), tone="alarm")

    while True:
        walk.screen.frame(scene)
        for key in walk.keys.read(_BLINK_S):
            if key != "!":
                stop_on(key)
            if key in {"y", "Y"} and y_says:
                return True
            if key != "enter" or walk.clock() - opened < SETTLE_S:
                continue
            page += 1
            if page >= len(pages):
                return False


def _still(scene: Scene) -> Callable[[int, int], Scene]:
    """Return a scene that is the same in a window of any size."""
    return lambda _width, _height: scene


def _pages(items: tuple[str, ...], width: int, height: int) -> list[tuple[str, ...]]:
    """Share `items` out over pages that fit a window; lines without one are a single page."""
    if not width or not height:
        return [items]
    room, pages, left = max(1, height - _AROUND_A_LIST), [], 0
    for item in items:
        rows = ceil((len(item) + 2) / max(1, width * 3 // 4))  # words never fill a line
        if rows > left:
            pages.append([item])
            left = room - rows
        else:
            pages[-1].append(item)
            left -= rows
    return [tuple(page) for page in pages]


def _sum(walk: Walk) -> str:
    clean, reps = sum(done.clean for done in walk.done), sum(done.reps for done in walk.done)
    if not reps:
        return ""
    counted = all(done.sure for done in walk.done)
    return f"{clean} clean of {reps}" if counted else f"{reps} done"
