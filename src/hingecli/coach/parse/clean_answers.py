"""Reads the answer to "how many were clean?" about sets that are known: all, 9, all but two.

Owns no other count: sets as they are logged, 3x8/10, are `grammar`'s.
"""

import re
from collections.abc import Sequence
from typing import Final

from hingecli.coach.parse.signs import NOTHING, NUMBERS, answered, figures, listed
from hingecli.errors import UsageError
from hingecli.text import count

_ALL: Final = frozenset(
    {
        *("all", "all clean", "all of them", "every one", "everything", "every rep", "perfect"),
        *("yes", "y", "yeah", "yep", "ok", "all good"),
    }
)
_NONE: Final = frozenset({*NOTHING, "none of them", "not one", "not a single one", "n"})
_A_NUMBER: Final = rf"(?:\d{{1,4}}|(?:{'|'.join(NUMBERS)})\b)"
_COUNT: Final = rf"(?a)({_A_NUMBER})(?:\s*(?:/|of|out\s+of)\s*({_A_NUMBER}))?"
_ALL_BUT: Final = rf"(?a)all\s+(?:but|except)\s+({_A_NUMBER})"
_BAD_ONES: Final = (
    rf"(?a)(?:missed|minus)\s+({_A_NUMBER})"
    rf"|({_A_NUMBER})\s+(?:were\s+|was\s+)?(?:bad|sloppy|missed|wrong|not(?:\s+clean|\s+good)?)"
)
_AND_A_REMARK: Final = (
    rf"(?a)({_A_NUMBER}(?:\s+(?:clean|good|of\s+them))*)\s*[,;-]\s+"
    rf"(?!bad|sloppy|missed|wrong|not\b)(?:(?!{_A_NUMBER})\D)+"
)
_ALL_THE: Final = rf"(?a)all\s+(?:of\s+)?(?:the\s+|my\s+)?({_A_NUMBER})"
_SETS_OF: Final = rf"(?a)({_A_NUMBER})\s*(?:sets?\s+of|[x×])\s*({_A_NUMBER})"
_WHICH: Final = r"(?i)/|\b(?:of|reps?|clean|good|perfect|all|done)\b"
_UNSURE: Final = r"\bi\s+(?:think|guess|believe)\b|^(?:about|around|maybe|roughly|some)\b"
_FILLERS: Final = r"\b(?:clean|reps?|sets?|then|and|were|good|of them)\b|[,;.+&]"


def says_which(words: Sequence[str]) -> bool:
    """Return whether typed sets say of their numbers that these are the reps, or the clean ones."""
    return any(re.search(_WHICH, word) is not None for word in words)


def read_clean(text: str, reps: int) -> int:
    """Read the clean ones of `reps` reps: 9, 9 of 10, nine, all, all but one, none. UsageError."""
    return read_each_clean(text, (reps,))[0]


def read_each_clean(text: str, reps: Sequence[int]) -> tuple[int, ...]:
    """Read the clean ones of each set, `reps` being those done: 9 10 10, all, 28 of 30.

    A total is taken where it leaves nothing open: all of them. Raises UsageError.
    """
    words = answered(re.sub(_UNSURE, " ", answered(text)))
    remark = re.fullmatch(_AND_A_REMARK, words) if len(reps) == 1 else None
    words = words if remark is None else remark[1]
    if words in _ALL or _names_all(words, reps):
        return tuple(reps)
    if words in _NONE:
        return (0,) * len(reps)
    but = re.fullmatch(_ALL_BUT, words) or re.fullmatch(_BAD_ONES, words)
    if but is not None and len(reps) == 1:
        missed = next(number for number in but.groups() if number is not None)
        return (_fitting(reps[0] - _number(missed), reps[0]),)
    if re.search(_SETS_OF, words):
        raise UsageError(_how(reps))
    bare = " ".join(re.sub(_FILLERS, " ", words).split())
    counts = [(_number(clean), of and _number(of)) for clean, of in re.findall(_COUNT, bare)]
    if not counts or re.sub(_COUNT, "", bare).strip():
        raise UsageError(_how(reps))
    whole = sum(reps)
    if len(reps) > 1 and counts in ([(whole, "")], [(whole, whole)]):
        return tuple(reps)
    if len(counts) != len(reps):
        raise UsageError(_how(reps))
    for (clean, of), done in zip(counts, reps, strict=True):
        if of and of != done:
            raise UsageError(f"{_there_were(done)}, not {of}. {_how(reps)}")
        _fitting(clean, done)
    return tuple(clean for clean, _ in counts)


def read_number(text: str, *, least: int, most: int) -> int:
    """Read one number of reps from `least` to `most`: 8, eight, about 8, 8 reps. UsageError."""
    words = answered(re.sub(_UNSURE, " ", answered(text)))
    found = re.fullmatch(rf"(?a)({_A_NUMBER})(?:\s+(?:reps?|of them|clean))*", words)
    if found is None or not least <= _number(found[1]) <= most:
        raise UsageError(f"Write a number from {least} to {most}.")
    return _number(found[1])


def read_runs(text: str, *, most: int, goal: int) -> tuple[int, ...]:
    """Read the reps in a row of up to `most` runs, each up to `goal`: 12 17, 15, then 20.

    Raises UsageError.
    """
    numbers = [figures(word) for word in listed(text) if word != "then"]
    runs = tuple(int(word) for word in numbers if re.fullmatch("[0-9]{1,4}", word))
    if len(runs) != len(numbers) or not 1 <= len(runs) <= most or max(runs) > goal:
        raise UsageError(f"Write up to {count(most, 'number')}, each 0 to {goal}.")
    return runs


def _names_all(words: str, reps: Sequence[int]) -> bool:
    """Return whether `all ten` or `3 sets of 10` are just the reps that were done."""
    bare = " ".join(re.sub(r"\b(?:clean|reps?|were|good)\b", " ", words).split())
    every = re.fullmatch(_ALL_THE, bare)
    if every is not None:
        return _number(every[1]) == sum(reps) or set(reps) == {_number(every[1])}
    sets = re.fullmatch(_SETS_OF, bare)
    if sets is not None:
        return list(reps) == [_number(sets[2])] * _number(sets[1])
    return bare in _ALL


def _fitting(clean: int, done: int) -> int:
    if not 0 <= clean <= done:
        raise UsageError(f"{_there_were(done)}: write 0 to {done}.")
    return clean


def _number(word: str) -> int:
    return int(figures(word))


def _how(reps: Sequence[int]) -> str:
    if len(reps) == 1:
        return f"Write how many, 0 to {reps[0]}, or all."
    return f"{len(reps)} sets: write {len(reps)} numbers, as in {' '.join(map(str, reps))}, or all."


def _there_were(done: int) -> str:
    return f"There {'was' if done == 1 else 'were'} {count(done, 'rep')}"
