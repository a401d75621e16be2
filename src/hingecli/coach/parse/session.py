"""Reads what a person types about a session: whose sets they are, their loads, and mistakes.

Owns how drills, sets and loads belong together. Looks nothing up by itself.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Final

import msgspec

from hingecli.coach.log.events import SetRecord, Side
from hingecli.coach.parse.attribution import (
    Item,
    TypedDrill,
    Weight,
    attributed,
    loaded,
    refuse_two_readings,
)
from hingecli.coach.parse.grammar import (
    SET_EXAMPLES,
    SetGroup,
    TypedSides,
    begins_group,
    read_clean,
    read_group,
    refuse,
    refuse_time,
    two_weights,
)
from hingecli.coach.parse.marks import read_bad, take_bracket, take_mark
from hingecli.coach.parse.measures import PLATES, Load, read_load
from hingecli.coach.parse.names import find_all
from hingecli.coach.parse.signs import figures, plain
from hingecli.coach.parse.tokens import Cursor, Token
from hingecli.errors import UnknownNameError, UsageError
from hingecli.text import quoted

MOST_SETS_IN_ALL: Final = 200

_BEFORE: Final = r"(?i)\s*(?:done\?|did it\?|saved:|changed:|would save:)?\s*(?:hinge log\b)?"
"""What stands before the sets where the program writes them."""
_BEGINS_AS_WRITTEN: Final = ("done?", "did it?", "saved:", "changed:", "would save:", "hinge log")
"""How it begins. Most lines do not: then no expression is compiled for it."""

_CHAIN: Final = r"(?<![0-9/])[0-9]+(?:\s*/\s*[0-9]+){2,}(?![0-9/])"
"""Three sets or more with slashes between them: 10/10/9."""
_EACH_SIDE: Final = r"(?i)\s*/\s*(side|leg)\b"
"""3x8/side."""


class Named(msgspec.Struct, frozen=True):
    """How the words of a session are understood.

    `drill` gives a drill's id for a word, `default` the drill of sets that name none. `things`
    are words for what a weight is, `variants` the ids of variations by their words; `sided` are
    the drills done side by side, `weighted` those with a load.
    """

    drill: Callable[[str], str]
    default: Callable[[], str]
    things: Container[str] = ()
    variants: Mapping[str, str] = {}
    sided: Container[str] = ()
    weighted: Container[str] = ()


def read_sets(words: Sequence[str], named: Named) -> tuple[SetRecord, ...]:
    """Read the sets of one or more drills: `dowel 10 kb 3x10 @16kg`, `3 sets of 10 wall hinges`.

    A drill stands before its sets, or every drill behind its own. A load by itself goes to all
    earlier sets of its drill that have none, else to those that follow. Raises UsageError that
    names the word at fault, and whatever the functions of `named` raise.
    """
    if not all(word.strip() for word in words):
        raise UsageError("one of the words is empty. Write a drill and its sets: wall 3x10.")
    for word in words:
        if not plain(word).strip():
            raise UsageError(f"{quoted(word)} is not a set. Write {SET_EXAMPLES}.")
    items = _Reader(Cursor(_own_words(plain(" ".join(words)))), named).read()
    groups = loaded(attributed(items, named.default))
    refuse_two_readings(groups, sided=named.sided, weighted=named.weighted)
    records = [record for drill, group in groups for record in _records(group, drill)]
    if len(records) > MOST_SETS_IN_ALL:
        raise UsageError(
            f"{len(records)} sets are more than one session holds ({MOST_SETS_IN_ALL}). "
            "Log them in parts."
        )
    return tuple(records)


def _own_words(text: str) -> str:
    """Return what the person says of the sets: without what the program writes before them."""
    if text.count("/") > 1:
        text = re.sub(_CHAIN, lambda chain: chain[0].replace("/", ","), text)
    if "/" in text:
        text = re.sub(_EACH_SIDE, r" each \1", text)
    text = text.strip("✓ ")
    if not text.lower().startswith(_BEGINS_AS_WRITTEN):
        return text
    before = re.match(_BEFORE, text)
    return text[before.end() :] if before else text


class _Reader(msgspec.Struct):
    """Reads a text token by token to its drills, sets and loads, in the order as typed."""

    cursor: Cursor
    named: Named
    items: list[Item] = msgspec.field(default_factory=list)
    parted: bool = False
    side: tuple[TypedSides, Token] | None = None
    side_waits: bool = False

    def read(self) -> list[Item]:
        """Return everything that was told. Raises UsageError and UnknownNameError."""
        cursor = self.cursor
        while cursor.peek().kind != "end":
            if cursor.takes("part") is not None:
                self.parted = True
                continue
            self._one()
            self.parted = False
        if self.side is not None and self.side_waits:
            refuse(cursor, self.side[1])
        return self.items

    def _one(self) -> None:
        cursor, group = self.cursor, self._group()
        kind = cursor.peek().kind
        if begins_group(cursor):
            self._take_group()
        elif kind == "name":
            self._take_drill()
        elif kind in ("load", "at"):
            self._take_load()
        elif cursor.sees("of", "name") and group is not None:  # 10 of the wall hinge
            cursor.take()
        elif cursor.sees("x", "number") and self.items and isinstance(self.items[-1], TypedDrill):
            cursor.take()  # wall hinge x 20
        elif kind == "slash" and group is not None and group.side is not None:  # 8l/8r
            cursor.take()
        elif kind == "side":
            self._take_side()
        elif kind == "open" and (last := self._last_group()) is not None:
            take_bracket(cursor, last, groups=self._groups(), variants=self.named.variants)
        elif kind == "time":
            refuse_time(cursor.peek())
        elif kind in ("bad", "but") and group is not None:
            raise UsageError(
                f'"{cursor.typed(cursor.peek())}": how many were clean? '
                "Write 8 of 10, or 3x8/10 for three sets."
            )
        elif kind == "each":
            self._take_each()
        elif kind == "runs":
            raise UsageError(
                "a test is told run by run, each with its own count. Write wall 12 17 20."
            )
        elif group is None or not take_mark(cursor, group):
            refuse(cursor, cursor.peek())

    def _group(self) -> SetGroup | None:
        """Return the sets that were told last, unless a drill was named since."""
        drills_behind = bool(self.items) and isinstance(self.items[0], SetGroup)
        if not self.items or (isinstance(self.items[-1], TypedDrill) and not drills_behind):
            return None
        return self._last_group()

    def _last_group(self) -> SetGroup | None:
        return next((item for item in reversed(self.items) if isinstance(item, SetGroup)), None)

    def _groups(self) -> list[SetGroup]:
        return [item for item in self.items if isinstance(item, SetGroup)]

    def _take_group(self) -> None:
        group = read_group(self.cursor)
        if self.side is not None:
            group.side, self.side_waits = self.side[0], False
        self.items.append(group)
        if not read_clean(self.cursor, group):
            read_bad(self.cursor, group, alone=len(self._groups()) == 1)

    def _take_side(self) -> None:
        """Take a side to the sets before it that have none, else to all that follow."""
        token, group = self.cursor.take(), self._group()
        side = _side(token.text)
        last = bool(self.items) and not isinstance(self.items[-1], Weight)
        for_next = self.parted and self.cursor.peek().kind == "number"
        if group is not None and last and group.side is None and not for_next:
            group.side, group.side_in_words = side, not token.glued
        elif not self.side_waits:
            self.side, self.side_waits = (side, token), True
        else:
            refuse(self.cursor, token)

    def _take_each(self) -> None:
        """Take the word `each`, which behind a weight leaves open how many of them there were."""
        token = self.cursor.take()
        if self.items and isinstance(self.items[-1], SetGroup):
            self.items[-1].each = True
        elif self.items and isinstance(weight := self.items[-1], Weight):
            raise UsageError(
                f'"{weight.word} each": one in each hand, or one at a time? '
                f"Write {weight.word} each hand, or {weight.word}."
            )
        else:
            refuse(self.cursor, token)

    def _take_drill(self) -> None:
        """Take words that name drills, the longest names first; or what a weight is."""
        run: list[str] = []
        start = self.cursor.peek().start
        self.side = None if not self.side_waits else self.side
        while self.cursor.sees("name"):
            run.append(self.cursor.take().text)
        if self._is_thing(run):
            return
        try:
            self.items += [TypedDrill(*named) for named in find_all(run, self.named.drill)]
        except UnknownNameError as unknown:
            if len(run) > 1 and not unknown.near and self._group() is not None:
                raise UnknownNameError(
                    f"{quoted(self.cursor.text[start:])} names no drill. A remark stands behind "
                    '-n, as in -n "felt good"; 8 clean of 10 are 8/10.'
                ) from unknown
            if all(word in self.named.things for word in run):
                raise UsageError(
                    f'"{" ".join(run)}" is no drill; a weight is told by what it weighs. '
                    "Write 3x10 @16kg."
                ) from None
            raise

    def _is_thing(self, run: Sequence[str]) -> bool:
        """Return whether `run` says what the weight before it is: `with a 16 kg kettlebell`."""
        follows = bool(self.items) and isinstance(self.items[-1], Weight)
        if not follows or self.parted or begins_group(self.cursor):
            return False
        if not all(word in self.named.things for word in run):
            return False
        if any(isinstance(item, TypedDrill) for item in self.items):
            return True
        word = " ".join(run)
        raise UsageError(
            f'"{word}": the drill, or what the weight is? Write the drill before its sets: '
            f"{word} 3x10 @16kg; or leave the word out."
        )

    def _take_load(self) -> None:
        """Take a load: to the sets that it is written on, else as one by itself."""
        cursor, group = self.cursor, self._group()
        token = cursor.take()
        if token.kind == "at" and token.text[0] != "@":
            if cursor.sees("time"):
                refuse_time(cursor.peek())
            if cursor.sees("number", "load"):
                raise UsageError(
                    two_weights(f"{figures(cursor.peek().text)} {cursor.peek(1).text}")
                )
            number = cursor.peek()
            weight = cursor.takes("load")
            if weight is None and number.kind == "number":
                raise UsageError(
                    f'"{number.text}": which unit? Write {number.text}kg or {number.text}lb.'
                )
            if weight is None:
                refuse(cursor, number)
            load = read_load(weight.text)
        elif token.kind == "at" and token.text == "@":
            raise UsageError(
                f"{quoted(cursor.typed(token))}: a weight comes behind the @. Write @16kg."
            )
        elif token.kind == "at":
            load = read_load(token.text[1:].strip())
        else:
            load = read_load(token.text.lstrip("@ "))
            self._refuse_two_readings(token)
        if cursor.takes("hands") is not None:
            load = Load(kg=2 * load.kg, unit=load.unit)
        word = cursor.typed(token)
        written_on = token.text[0] == "@" and token.glued and group is not None
        if not written_on or group is None:
            self.items.append(Weight(word, load))
        elif group.load is not None:
            raise UsageError(f"{quoted(word)} has two loads. Write 3x10@16kg.")
        else:
            group.load = load

    def _refuse_two_readings(self, token: Token) -> None:
        """Raise UsageError for `10,8 kg`, a list or a weight, and for `2x8kg`, two weights."""
        text = token.text
        if text[0] == "@":
            return
        whole, comma, part = text.rstrip("abcdefghiklmoprstun ").partition(",")
        group = self._group()
        lacks = group is not None and group.lacks_load() and not token.glued
        if "." in text or part == "000":  # 1,234.5 and 1,000: how many that is, its reader says
            return
        if comma and not (lacks and part in PLATES):
            unit = text[len(whole) + 1 + len(part) :].strip()
            raise UsageError(
                f'"{text}": {whole}.{part} {unit}, or {whole} reps and {part} {unit}? '
                f"Write @{whole}.{part}{unit}, or {whole} @{part}{unit}."
            )


def _side(words: str) -> TypedSides:
    left, right = re.search(r"\b(?:l|left)\b", words), re.search(r"\b(?:r|right)\b", words)
    if bool(left) == bool(right):
        return "both"
    return "L" if left else "R"


def _records(group: SetGroup, drill: str) -> list[SetRecord]:
    sides: tuple[Side | None, ...] = ("L", "R") if group.side == "both" else (group.side,)
    return [
        SetRecord(
            drill=drill,
            reps=group.reps,
            clean=group.clean,
            load_kg=None if group.load is None else group.load.kg,
            unit="kg" if group.load is None else group.load.unit,
            side=side,
            warmup=group.warmup,
            variant=group.variant,
            range=group.range,
        )
        for _ in range(group.sets)
        for side in sides
    ]
