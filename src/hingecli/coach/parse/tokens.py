"""Splits what a person types about their sets into tokens: numbers, loads, sides, names.

Owns which words and signs mean the same. What they make together is the grammar's.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from hingecli.coach.parse.measures import GROUPED
from hingecli.coach.parse.signs import NUMBERS

TokenKind = Literal[
    "load", "at", "number", "sets", "reps", "x", "slash", "of", "side", "hands", "unloaded",
    "kind", "clean", "bad", "all", "none", "done", "runs", "in", "each", "but", "time", "part",
    "open", "close", "name", "range", "odd", "end",
]  # fmt: skip


class Token(msgspec.Struct, frozen=True):
    """A token: what it is, its text in small letters, and where it stood.

    `glued` says that no space stood before it.
    """

    kind: TokenKind
    text: str
    start: int
    end: int
    glued: bool


_LETTER = r"[^\W\d_]"
_NO_SIGN = r"[^\s,;:()+&·•|\"@×*]"
_UNIT = rf"(?:kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?)(?!{_LETTER})"
_ENDS = r"(?![\w'-])"

_LOAD: Final = rf"(?i)(?:@\s*)?(?:{GROUPED}|[0-9]{{1,6}}(?:[.,][0-9]{{1,12}})?)\s*{_UNIT}"
_TIME: Final = (
    rf"(?i)[0-9]+ ?(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?){_ENDS}"
    rf"|[0-9]{{1,2}}(?::[0-9]{{2}})? ?(?:am|pm){_ENDS}|[0-9]{{1,2}}:[0-9]{{2}}{_ENDS}"
)
_NAME: Final = rf"{_LETTER}(?:{_NO_SIGN}*(?![.!?']){_NO_SIGN})?"

_WORDS: Final[dict[str, TokenKind]] = {
    **dict.fromkeys(NUMBERS, "number"),
    "dozen": "number",
    **dict.fromkeys(("set", "sets", "round", "rounds"), "sets"),
    **dict.fromkeys(("rep", "reps", "repetition", "repetitions", "repeat", "repeats"), "reps"),
    **dict.fromkeys(("x", "times", "by"), "x"),
    "of": "of",
    **dict.fromkeys(("left", "right", "l", "r"), "side"),
    "unloaded": "unloaded",
    "bodyweight": "unloaded",
    **dict.fromkeys(("warmup", "warmups"), "kind"),
    **dict.fromkeys(("clean", "good", "perfect"), "clean"),
    **dict.fromkeys(("bad", "sloppy", "dirty", "unclean", "wrong", "ugly", "not"), "bad"),
    **dict.fromkeys(("missed", "misses", "miss", "mistake", "mistakes"), "bad"),
    **dict.fromkeys(("but", "except", "minus"), "but"),
    "all": "all",
    "none": "none",
    "done": "done",
    **dict.fromkeys(("run", "runs"), "runs"),
    "each": "each",
    "in": "in",
    **dict.fromkeys(("at", "with"), "at"),
    **dict.fromkeys(("and", "then", "plus"), "part"),
}
"""The words that mean something by themselves."""

_PHRASES: Final[tuple[tuple[TokenKind, frozenset[str], str], ...]] = (
    ("at", frozenset({"with"}), "with an?"),
    ("at", frozenset({"w"}), "w/"),
    ("number", frozenset({"a", "an"}), "a dozen|an?(?= set)"),
    ("of", frozenset({"out"}), "out of"),
    (
        "side",
        frozenset({"left", "right", "l", "r"}),
        r"(?:left|right|[lr]) ?(?:and|&|/) ?(?:left|right|[lr])",
    ),
    (
        "side",
        frozenset(
            {
                "on",
                "for",
                "each",
                "per",
                "a",
                "an",
                "every",
                "either",
                "both",
                "the",
                "left",
                "right",
            }
        ),
        "(?:on |for )?(?:(?:each|per|an?|every|either|both) (?:sides?|legs?)"
        "|(?:the )?(?:left|right)(?: (?:side|leg))?)",
    ),
    (
        "hands",
        frozenset({"in", "per", "each", "a", "an", "every"}),
        "(?:in |per )?(?:each|an?|every|per) hands?",
    ),
    (
        "unloaded",
        frozenset({"without", "no", "body"}),
        "(?:without|no)(?: any)? (?:weights?|loads?)|body[ -]weight",
    ),
    ("kind", frozenset({"warm", "half"}), "warm[ -]ups?|half (?:the |of the )?range"),
    ("name", frozenset({"good"}), "good mornings?"),
    ("clean", frozenset({"good"}), "good one"),
    ("bad", frozenset({"not"}), "not (?:so )?(?:clean|good)"),
    ("runs", frozenset({"up"}), "up to"),
)
"""What takes several words, by the first of them; the longer one stands first."""

_SIGNS: Final[dict[str, TokenKind]] = {
    **dict.fromkeys("×*", "x"),
    "/": "slash",
    "(": "open",
    ")": "close",
    **dict.fromkeys(",;+&·•|:", "part"),
}

_QUIET: Final = frozenset(
    {
        "i",
        "we",
        "did",
        "finished",
        "completed",
        "managed",
        "have",
        "were",
        "was",
        "just",
        "my",
        "the",
        "some",
        "today",
        "ones",
        "unbroken",
    }
)
_QUIET_PHRASES: Final[tuple[tuple[frozenset[str], str], ...]] = (
    (frozenset({"in"}), "in a row|in one go|in the (?:morning|afternoon|evening)"),
    (frozenset({"without"}), "without a break"),
    (frozenset({"rest"}), "rest (?:of )?[0-9]+ ?(?:s|secs?|seconds?|min|minutes?)"),
    (frozenset({"about"}), "about [0-9]+ ?min(?:utes)?"),
)
_QUIET_SIGNS: Final = r"[\"'.!?]+(?=\s|$|[\"'])|[\"']"
_SLOW_DOWN: Final = rf"(?i)[0-9]+(?:\.[0-9]+)? ?s down{_ENDS}"
"""What stands between what counts: spaces, quotes, the rest that a card prints, small words."""


def tokens(text: str) -> Iterator[Token]:
    """Split `text`; what is no token of a kind is an odd one."""
    at = 0
    while at < len(text):
        quiet = _quiet(text, at)
        if quiet > at:
            at = quiet
            continue
        kind, end = _next(text, at)
        glued = at > 0 and not text[at - 1].isspace()
        if kind == "name" and (not text[at].isalpha() or (glued and text[at - 1].isdigit())):
            kind = "odd"
        yield Token(kind, text[at:end].lower(), at, end, glued)
        at = end


def _quiet(text: str, at: int) -> int:
    """Return the end of what says nothing at `at`; `at` where something is said."""
    sign = text[at]
    if sign.isspace():
        return at + 1
    found = re.compile(_QUIET_SIGNS).match(text, at) if sign in "\"'.!?" else None
    if found is None and _behind(text, at) == "s":
        found = re.compile(_SLOW_DOWN).match(text, at)
    if found is not None:
        return found.end()
    word, end = _word(text, at)
    for first, phrase in _QUIET_PHRASES:
        if word in first and (end_of := _phrase(phrase, text, at)):
            return end_of
    return end if word in _QUIET else at


def _next(text: str, at: int) -> tuple[TokenKind, int]:
    """Return the kind of the token at `at`, where something is said, and its end."""
    sign = text[at]
    if sign == "@" or "0" <= sign <= "9":
        return _figures(text, at)
    word, end = _word(text, at)
    for kind, first, phrase in _PHRASES:
        if word in first and (end_of := _phrase(phrase, text, at)):
            return kind, end_of
    if word in ("l", "r") and text[end : end + 1].isdigit():  # L8
        return "side", end
    if word == "x" and not text[end : end + 1].isalpha():
        return "x", end
    whole = not (text[end : end + 1].isalnum() or text[end : end + 1] in ("_", "'", "-"))
    if word in _WORDS and whole:
        return _WORDS[word], end
    if word and text[end : end + 1] in ("", " "):
        return "name", end
    if not word and sign in _SIGNS:
        return _SIGNS[sign], at + 1
    if sign == "-" and text[at + 1 : at + 2].isspace():
        return "part", at + 1
    name = re.compile(_NAME).match(text, at)
    if name is not None:
        return "name", name.end()
    space = re.compile(r"\s").search(text, at)
    return "odd", len(text) if space is None else space.start()


def _figures(text: str, at: int) -> tuple[TokenKind, int]:
    """Return the kind of what begins with a figure or an @: a load, a time, a number."""
    kinds = _FIGURES if _behind(text, at) in _BEHIND_MORE else _FIGURES[-1:]
    matches = ((kind, re.compile(pattern).match(text, at)) for kind, pattern in kinds)
    return next((kind, found.end()) for kind, found in matches if found is not None)


def _behind(text: str, at: int) -> str:
    """Return the sign, in small letters, behind the number at `at` and its spaces."""
    while text[at : at + 1] in _IN_A_NUMBER:
        at += 1
    while text[at : at + 1].isspace():
        at += 1
    return text[at : at + 1].casefold()


_IN_A_NUMBER: Final = frozenset("0123456789.,")
_FIGURES: Final[tuple[tuple[TokenKind, str], ...]] = (
    ("load", _LOAD),
    ("at", r"@\s*[^\s,;()]*"),
    ("time", _TIME),
    ("range", rf"[0-9]{{1,3}}-[0-9]{{1,3}}{_ENDS}"),
    ("number", "[0-9]+"),
)
_BEHIND_MORE: Final = frozenset("@klpsmha:-")
"""What stands behind more than a number: the first letter of a unit, or an @ before any figure.

Behind others nothing is looked for: to compile the expressions costs more than to read a session.
"""


def _word(text: str, at: int) -> tuple[str, int]:
    """Return the letters at `at` in small ones, and their end."""
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end].lower(), end


def _phrase(phrase: str, text: str, at: int) -> int:
    """Return the end of a phrase that stands whole at `at`; 0 where it does not."""
    found = re.compile(rf"(?i)(?:{phrase}){_ENDS}").match(text, at)
    return found.end() if found is not None else 0


class Cursor:
    """A place in a typed text, moving on token by token."""

    def __init__(self, text: str) -> None:
        """Begin at the start of `text`; `last` is the token that was taken last."""
        self.text = text
        self._tokens = tuple(tokens(text))
        self._end = Token("end", "", len(text), len(text), glued=False)
        self._at = 0
        self.last = self._end

    def peek(self, ahead: int = 0) -> Token:
        """Return the token that comes, or one that stands further `ahead`."""
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else self._end

    def take(self) -> Token:
        """Return the token that comes, and move past it."""
        token = self.peek()
        self._at += 1
        self.last = token if token.kind != "end" else self.last
        return token

    def takes(self, *kinds: TokenKind) -> Token | None:
        """Take the token that comes if it is one of `kinds`."""
        return self.take() if self.peek().kind in kinds else None

    def sees(self, *kinds: TokenKind) -> bool:
        """Return whether the tokens that come are of these `kinds`, in this order."""
        return all(self.peek(ahead).kind == kind for ahead, kind in enumerate(kinds))

    def typed(self, token: Token) -> str:
        """Return the whole word in which `token` stands, as it was typed."""
        start = self.text.rfind(" ", 0, token.start + 1) + 1
        end = self.text.find(" ", token.end)
        return self.text[start : end if end != -1 else len(self.text)].strip()
