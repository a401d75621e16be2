"""Reads what is said of sets behind them: warm-up, half range, all clean, done, a total.

Owns the brackets. Which sets there are is `grammar`'s.
"""

import re
from collections.abc import Mapping, Sequence

from hingecli.coach.parse.grammar import SetGroup, whole
from hingecli.coach.parse.tokens import Cursor
from hingecli.errors import UsageError
from hingecli.text import quoted

_TOTAL = r"[0-9]{1,6} clean(?: of [0-9]{1,6})?|[0-9]{1,6} done"


def read_bad(cursor: Cursor, group: SetGroup, *, alone: bool) -> None:
    """Read how many reps of `group` were not clean: `10, 2 bad`, `10 reps but 2`, `8 good 2 bad`.

    Raises UsageError where it is open in which set: `group` is several, or not `alone`.
    """
    apart, but = 0, False
    while (token := cursor.peek(apart)).kind in ("part", "but") or token.text in ("with", "at"):
        apart, but = apart + 1, but or token.kind == "but"
    follows = cursor.peek(apart + 1)
    if token.kind != "number" or group.counted:
        return
    if follows.kind != "bad" and not (but and follows.kind in ("end", "part")):
        return
    missed = whole(cursor, token)
    if missed > group.reps and not group.said_clean:
        raise UsageError(f"{missed} bad of {group.reps}? Write clean/reps, as in 18/20.")
    if not alone or group.sets > 1:
        raise UsageError(f'"{missed} bad": in which set? Write each set: 10 10 8/10.')
    group.reps += missed if group.said_clean else 0
    group.clean, group.counted = group.reps - missed, True
    for _ in range(apart + 1):
        cursor.take()
    cursor.takes("bad")


def take_mark(cursor: Cursor, group: SetGroup) -> bool:
    """Take a word about `group` that stands behind it; return whether that was what came."""
    token = cursor.takes("all", "none", "clean", "done", "unloaded", "kind")
    if token is None:
        return False
    if token.kind in ("all", "none"):
        group.clean = 0 if token.kind == "none" else group.reps
        cursor.takes("clean")
    elif token.kind == "done":
        group.clean = None
    elif token.kind == "unloaded":
        group.unloaded = True
    elif token.kind == "kind":
        _mark(group, token.text)
    return True


def take_bracket(
    cursor: Cursor, group: SetGroup, *, groups: Sequence[SetGroup], variants: Mapping[str, str]
) -> None:
    """Take what stands in brackets behind `group`: how the sets differ, or the total of `groups`.

    `variants` are the ids of variations by their words. Raises UsageError for anything else, and
    for a total that does not fit.
    """
    opening = cursor.take()
    while cursor.peek().kind not in ("close", "end"):
        cursor.take()
    cursor.takes("close")
    text = cursor.text[opening.end : cursor.last.start].strip()
    for words in re.split(r"\s*,\s*", text.lower()):
        variant = variants.get(words)
        if variant is not None:
            group.variant = variant
        elif re.fullmatch(_TOTAL, words):
            _refuse_another_total(words, groups)
        elif not _mark(group, words):
            raise UsageError(
                f"{quoted(f'({text})')} says nothing about these sets that can be kept. "
                "Write a note with -n."
            )


def _mark(group: SetGroup, words: str) -> bool:
    """Mark `group` as a warm-up or as half the range where `words` say so."""
    if words.startswith("warm"):
        group.warmup = True
    elif words.startswith("half"):
        group.range = "half"
    else:
        return False
    return True


def _refuse_another_total(words: str, groups: Sequence[SetGroup]) -> None:
    """Raise UsageError where `29 clean of 30` is not what the sets before it come to."""
    work = [group for group in groups if not group.warmup]
    counted = [group for group in work if group.clean is not None]
    reps = sum(map(_reps, counted))
    clean = sum((group.clean or 0) * _reps(group) // group.reps for group in counted)
    done = sum(map(_reps, work)) - reps
    numbers = [int(number) for number in re.findall(r"[0-9]+", words)]
    if words.endswith("done"):
        fits, have = numbers == [done], f"{done} done"
    else:
        fits = numbers == [clean, reps] or numbers == [clean] == [reps]
        have = f"{clean} clean of {reps}"
    if not fits:
        raise UsageError(f'"({words})": the sets before it make {have}. Which is right?')


def _reps(group: SetGroup) -> int:
    return group.sets * group.reps * (2 if group.side == "both" else 1)
