"""Splits what a person types about their sets into tokens: numbers, loads, sides, names.

Owns which words and signs mean the same. What they make together is the grammar's.
"""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from hingecli.coach.parse.signs import NUMBERS

Kind = Literal[
    "load", "at", "number", "sets", "reps", "x", "slash", "of", "side", "hands", "unloaded",
    "kind", "clean", "all", "none", "done", "runs", "in", "each", "time", "part", "open", "close",
    "name", "odd", "end",
]  # fmt: skip


class Token(NamedTuple):
    """A token: what it is, its text in small letters, and where it stood.

    `glued` says that no space stood before it.
    """

    kind: Kind
    text: str
    start: int
    end: int
    glued: bool


_LETTER = r"[^\W\d_]"
_NO_SIGN = r"[^\s,;:()+&·•|\"@×*]"
_UNIT = rf"(?:kgs?|kilos?|kilogram(?:me)?s?|lbs?|pounds?)(?!{_LETTER})"


def _words(*words: str) -> str:
    return rf"(?:{'|'.join(words)})(?![\w'-])"


_KINDS: Final[tuple[tuple[Kind, str], ...]] = (
    ("load", rf"(?:@\s*)?[0-9]{{1,6}}(?:[.,][0-9]{{1,12}})?\s*{_UNIT}"),
    ("at", rf"@\s*[^\s,;()]*|{_words('at', 'with(?: an?)?')}"),
    ("time", rf"[0-9]+ ?{_words('s', 'secs?', 'seconds?', 'min', 'minutes?', 'hours?')}"),
    ("number", rf"[0-9]+|(?:a )?dozen\b|{_words(*NUMBERS)}|an?(?= set\b)"),
    ("sets", _words("sets?", "rounds?")),
    ("reps", _words("reps?", "repetitions?", "repeats?")),
    ("x", rf"[x×*](?!{_LETTER})|{_words('times', 'by')}"),
    ("slash", "/"),
    ("of", _words("of", "out of")),
    (
        "side",
        _words(
            "(?:on |for )?(?:each|per|an?|every|either|both) (?:sides?|legs?)",
            r"(?:left|right|[lr]) ?(?:and|&|/) ?(?:left|right|[lr])",
            "(?:on |for )?(?:the )?(?:left|right)(?: (?:side|leg))?",
            "[lr]",
        )
        + "|[lr](?=[0-9])",
    ),
    ("hands", _words("(?:in |per )?(?:each|an?|every|per) hands?")),
    (
        "unloaded",
        _words("(?:without|no)(?: any)? (?:weights?|loads?)", "body ?-?weight", "unloaded"),
    ),
    ("kind", _words("warm[- ]?ups?", "half (?:the |of the )?range")),
    ("clean", _words("clean", "good(?! morning)", "perfect")),
    ("all", _words("all")),
    ("none", _words("none")),
    ("done", _words("done")),
    ("runs", _words("up to", "runs?")),
    ("each", _words("each")),
    ("in", _words("in")),
    ("part", rf"[,;+&·•|:]|-(?=\s)|{_words('and', 'then', 'plus')}"),
    ("open", r"\("),
    ("close", r"\)"),
    ("name", rf"{_LETTER}(?:{_NO_SIGN}*(?![.!?']){_NO_SIGN})?"),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KINDS)
_SPACE: Final = re.compile(r"\s")
_SAYS_NOTHING: Final = re.compile(
    r"\s+|[\"'.!?]+(?=\s|$|[\"'])|[\"']|"
    + _words(
        "rest (?:of )?[0-9]+ ?(?:s|secs?|seconds?|min|minutes?)",
        "about [0-9]+ ?min(?:utes)?",
        r"[0-9]+(?:\.[0-9]+)? ?s down",
        "in a row|in one go|without a break|unbroken",
        "i|did|have|were|was|just|my|the|some|today|ones",
    ),
    re.I,
)
"""What stands between what counts: spaces, quotes, the rest that a card prints, small words."""


def tokens(text: str) -> Iterator[Token]:
    """Split `text`; what is no token of a kind is an odd one."""
    at = 0
    while at < len(text):
        nothing = _SAYS_NOTHING.match(text, at)
        if nothing is not None:
            at = nothing.end()
            continue
        kind, end = _next(text, at)
        glued = at > 0 and not text[at - 1].isspace()
        if kind == "name" and (not text[at].isalpha() or (glued and text[at - 1].isdigit())):
            kind = "odd"
        yield Token(kind, text[at:end].lower(), at, end, glued)
        at = end


def _next(text: str, at: int) -> tuple[Kind, int]:
    """Return the kind of the token at `at`, where no space is, and its end."""
    for kind, pattern in _PATTERNS:
        found = pattern.match(text, at)
        if found is not None:
            return kind, found.end()
    end = _SPACE.search(text, at)
    return "odd", len(text) if end is None else end.start()


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

    def takes(self, *kinds: Kind) -> Token | None:
        """Take the token that comes if it is one of `kinds`."""
        return self.take() if self.peek().kind in kinds else None

    def sees(self, *kinds: Kind) -> bool:
        """Return whether the tokens that come are of these `kinds`, in this order."""
        return all(self.peek(ahead).kind == kind for ahead, kind in enumerate(kinds))

    def typed(self, token: Token) -> str:
        """Return the whole word in which `token` stands, as it was typed."""
        start = self.text.rfind(" ", 0, token.start + 1) + 1
        end = self.text.find(" ", token.end)
        return self.text[start : end if end != -1 else len(self.text)].strip()
