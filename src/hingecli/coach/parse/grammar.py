"""The grammar of sets as people log them: 3x8/10, 3 sets of 10, 9 of 10.

Owns the grammar of a count and the sentences for what does not fit it.
"""

from typing import Final, Literal, NoReturn

import msgspec

from hingecli.coach.log.events import Range, Side
from hingecli.coach.parse.measures import Load
from hingecli.coach.parse.signs import NUMBERS, figures
from hingecli.coach.parse.tokens import Cursor, Token
from hingecli.coach.protocol.fields import MOST_REPS, MOST_SETS
from hingecli.errors import UsageError
from hingecli.text import quoted

SET_EXAMPLES: Final = "10, 18/20, 3x10, 3x8/10, 8L or 3x10@16kg"

_SETS_RUN_TOGETHER, _REPS_RUN_TOGETHER = range(2, 6), range(5, 21)
"""What `310` may have been meant as: the sets and reps of an ordinary dose."""

_LONGEST_NUMBER = 6
"""Digits: what is longer is no count."""

TypedSides = Side | Literal["both"]


class SetGroup(msgspec.Struct, kw_only=True):
    """Equal sets as typed, all that is known of them so far.

    `clean` of `reps` in each of `sets`, None where nobody counted; `counted` says that the clean
    ones were told, `said_reps`, `said_sets` and `said_clean` that these words were used, `alone`
    that nothing but a number was. `halves` is `8/8`, `full` is `10 of 10`, `each` the bare word
    behind it: what they mean depends on the drill. `side` both: each set on each side;
    `side_in_words` that a word behind them says so. `unloaded`: that there is no load, not that
    none was told.
    """

    first: Token
    sets: int
    reps: int
    clean: int | None
    counted: bool = False
    said_reps: bool = False
    said_sets: bool = False
    said_clean: bool = False
    alone: bool = False
    halves: bool = False
    full: bool = False
    each: bool = False
    side: TypedSides | None = None
    side_in_words: bool = False
    load: Load | None = None
    unloaded: bool = False
    warmup: bool = False
    variant: str | None = None
    range: Range = "full"

    def lacks_load(self) -> bool:
        """Return whether a load told elsewhere can be its own."""
        return self.load is None and not self.unloaded


class _Amount(msgspec.Struct, frozen=True):
    """A number, or one of another, with the word behind it: 10, 9 of 10, 3 sets, 10 reps."""

    token: Token
    clean: int
    reps: int
    counted: bool
    label: Literal["sets", "reps"] | None
    clean_said: bool
    slash: bool
    full: bool


def begins_group(cursor: Cursor) -> bool:
    """Return whether a count comes next: a number, or the word all or none."""
    if cursor.sees("number"):
        return True
    share = cursor.sees("all") or cursor.sees("none")
    return share and cursor.peek(2 if cursor.peek(1).kind == "of" else 1).kind == "number"


def read_group(cursor: Cursor) -> SetGroup:
    """Read sets and reps: `3x8/10`, `3 sets of 10`, `10 reps x 3`, `all of 10`. UsageError."""
    first = _amount(cursor)
    if cursor.takes("x") is not None:
        if cursor.sees("load"):
            raise UsageError(two_weights(f"{first.reps} x {cursor.peek().text}"))
        if cursor.sees("name"):  # 20 x wall hinge
            return _group(cursor, None, first)
        second = _amount(cursor)
        if first.label == second.label is not None:
            refuse(cursor, second.token)
        backwards = first.label == "reps" or second.label == "sets"
        return _group(cursor, *((second, first) if backwards else (first, second)))
    if first.label == "sets":
        return _sets_of(cursor, first)
    if first.label == "reps":
        if cursor.sees("in", "number", "sets"):
            return _shared_out(cursor, first)
        apart = 1 if cursor.sees("part", "number", "sets") else 0
        if cursor.peek(apart).kind == "number" and cursor.peek(apart + 1).kind == "sets":
            cursor.takes("part")
            return _group(cursor, _amount(cursor), first)
    elif not first.counted:
        _ask_for_the_x(first)
    return _group(cursor, None, first)


def _ask_for_the_x(amount: _Amount) -> None:
    """Raise UsageError where a bare number can be sets and reps run together: 310."""
    sets, reps = divmod(amount.reps, 100)
    if sets in _SETS_RUN_TOGETHER and reps in _REPS_RUN_TOGETHER:
        whole = amount.reps
        raise UsageError(
            f'"{whole}": {whole} reps in one set, or {sets} sets of {reps}? '
            f"Write 1x{whole}, or {sets}x{reps}."
        )


def _shared_out(cursor: Cursor, total: _Amount) -> SetGroup:
    """Read `30 reps in 3 sets`: as many in each."""
    cursor.take()
    sets = _amount(cursor)
    if not sets.reps or total.counted or total.reps % sets.reps:
        raise UsageError(
            f"{total.reps} reps in {sets.reps} sets: how many in each? Write each set: 12 10 8."
        )
    each = total.reps // sets.reps
    return _group(cursor, sets, msgspec.structs.replace(total, clean=each, reps=each))


def read_clean(cursor: Cursor, group: SetGroup) -> bool:
    """Read how many reps of `group` were clean, told behind it: `10 reps, 9 clean`.

    Return whether that was what came. Raises UsageError where it could be a set of its own.
    """
    apart = 1 if cursor.sees("part") else 0
    kinds = [cursor.peek(apart + ahead).kind for ahead in range(3)]
    if kinds[:2] != ["number", "clean"] or kinds[2] == "of" or group.counted:
        return False
    token = cursor.peek(apart)
    clean = whole(cursor, token)
    if clean > group.reps:
        return False
    if not group.said_reps:
        raise UsageError(
            f'"{clean} clean": of the {group.reps} before it, or a set of its own? '
            f"Write {clean} of {group.reps}, or {group.reps} {clean}."
        )
    cursor.takes("part")
    _amount(cursor)
    group.clean, group.counted = clean, True
    return True


def refuse_time(token: Token) -> NoReturn:
    """Raise the UsageError for a time where sets are told: how long it took, or when it was."""
    if ":" in token.text or token.text.endswith(("am", "pm")):
        raise UsageError(
            f'"{token.text}": the time of day is not kept. Leave it out; sets are written 3x10.'
        )
    raise UsageError(f'"{token.text}": reps are counted here, not time. Write wall 10.')


def two_weights(words: str) -> str:
    """Say that `2 x 8kg` could be reps with a weight, or two weights."""
    number, _, weight = words.replace(" x ", " ").partition(" ")
    return (
        f'"{words}": {number} reps with it, or {number} weights? Write {number} @{weight}; '
        "or what they weigh together, as in 3x10 @16kg, or 3x10 @8kg each hand."
    )


def refuse(cursor: Cursor, token: Token) -> NoReturn:
    """Raise the UsageError that names the word of `token`."""
    word = cursor.typed(cursor.last if token.kind == "end" else token)
    if token.kind == "range":
        clean, _, reps = token.text.partition("-")
        raise UsageError(
            f"{quoted(word)}: how many did you do? Write each set, as in 10 9 8; "
            f"{clean} clean of {reps} are {clean}/{reps}."
        )
    raise UsageError(f"{quoted(word)} is not a set. Write {SET_EXAMPLES}.")


def _sets_of(cursor: Cursor, sets: _Amount) -> SetGroup:
    """Read what stands behind `3 sets`: how many in each, or one count a set."""
    listed = cursor.peek().text == ":"
    cursor.takes("of", "part")
    if not begins_group(cursor):
        raise UsageError(
            f"{sets.reps} sets of how many? Write {sets.reps} sets of 10, or {sets.reps}x10."
        )
    each = _amount(cursor)
    more = _counts_ahead(cursor)
    if each.label is None and 1 + len(more) == sets.reps > 1:
        if listed:
            return _group(cursor, None, each)
        rest = " ".join(more)
        raise UsageError(
            f"{sets.reps} sets of {each.reps} and then {rest}; or {sets.reps} sets in all, "
            f"{each.reps} {rest}? Write {sets.reps}x{each.reps} {rest}, or {each.reps} {rest}."
        )
    return _group(cursor, sets, each)


def _counts_ahead(cursor: Cursor) -> list[str]:
    """Return the bare numbers that follow, commas between them."""
    found: list[str] = []
    ahead = 0
    while True:
        ahead += cursor.peek(ahead).kind == "part"
        number, behind = cursor.peek(ahead), cursor.peek(ahead + 1)
        if number.kind != "number" or behind.kind not in ("part", "number", "end"):
            return found
        found.append(figures(number.text))
        ahead += 1


def _amount(cursor: Cursor) -> _Amount:
    share = cursor.takes("all", "none")
    if share is not None:
        cursor.takes("of")
    token = cursor.take()
    if token.kind != "number":
        refuse(cursor, token)
    first = second = whole(cursor, token)
    counted, slash = share is not None, cursor.sees("slash", "number")
    if share is not None:
        first = second if share.kind == "all" else 0
    elif (
        cursor.sees("slash", "number")
        or cursor.sees("of", "number")
        or cursor.sees("clean", "of", "number")
    ):
        cursor.takes("clean")
        cursor.take()
        second = whole(cursor, cursor.take())
        counted = True
    elif cursor.sees("slash"):
        refuse(cursor, cursor.peek())
    before = cursor.takes("clean")
    label = cursor.takes("sets", "reps")
    said = before or cursor.takes("clean")
    return _Amount(
        token,
        first,
        second,
        counted,
        _LABELS.get(label.kind) if label else None,
        clean_said=said is not None,
        slash=slash,
        full=counted and share is None and not slash and first == second,
    )


_LABELS: Final[dict[str, Literal["sets", "reps"]]] = {"sets": "sets", "reps": "reps"}


def _group(cursor: Cursor, sets: _Amount | None, each: _Amount) -> SetGroup:
    if sets is not None and (sets.counted or each.label == "sets"):
        refuse(cursor, sets.token)
    word = quoted(cursor.typed(each.token))
    number = 1 if sets is None else sets.reps
    if not 1 <= number <= MOST_SETS:
        raise UsageError(f"{word}: {number} sets? Write 1-{MOST_SETS} sets.")
    if not 1 <= each.reps <= MOST_REPS:
        raise UsageError(f"{word}: {each.reps} reps? Write 1-{MOST_REPS} reps a set.")
    if each.clean > each.reps:
        raise UsageError(
            f"{word}: {each.clean} clean of {each.reps}? Write clean/reps, as in 18/20."
        )
    return SetGroup(
        first=each.token,
        sets=number,
        reps=each.reps,
        clean=each.clean,
        counted=each.counted,
        said_reps=each.label == "reps",
        said_sets=sets is not None and sets.label == "sets",
        said_clean=each.clean_said,
        alone=sets is None and each.label is None and not each.counted,
        halves=each.slash and each.clean == each.reps,
        full=each.full,
    )


def whole(cursor: Cursor, token: Token) -> int:
    """Return the number that `token` tells, in figures or in words. UsageError for a long one."""
    if token.text in NUMBERS:
        return NUMBERS[token.text]
    if token.text in ("a", "an"):
        return 1
    if token.text.endswith("dozen"):
        return 12
    if len(token.text) > _LONGEST_NUMBER:
        refuse(cursor, token)
    return int(token.text)
