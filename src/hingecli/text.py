"""Text: cleaned, so that it never steers a terminal, and the small words that numbers need.

Owns which characters go. Knows no Rich: markup is harmless once text stays `Text`.
"""

import os
import re
from collections.abc import Iterable

LONGEST_QUOTE = 60
"""Characters of what was typed that an error repeats."""

_SPACES = "[\t\n\v\f\r\u0085\u2028\u2029]+"
_ESCAPED_BYTE = "[\udc80-\udcff]"
"""What Python makes of a byte that the locale has no letter for."""
_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1: escape sequences begin here
    "\ud800-\udfff"  # surrogates: no encoding writes them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks: they reorder what is read
    "\ufff9-\ufffb"  # interlinear annotation marks
    "\U000e0000-\U000e007f]"  # tag characters: text that nobody sees
)


def clean(text: str) -> str:
    """Return `text` on one line, without control, surrogate, bidi and tag characters."""
    if text.isprintable():  # nothing in it has to go
        return text
    if re.search(_ESCAPED_BYTE, text):
        text = _as_typed(text)
    return re.sub(_UNSAFE, "", re.sub(_SPACES, " ", text))


def _as_typed(text: str) -> str:
    """Return a text whose bytes a locale without their letters, as LC_ALL=C, has escaped."""
    try:
        raw = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other halves of pairs are among them
        return text
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def clean_lines(text: str) -> str:
    """Clean each line of `text`, and keep its lines."""
    return "\n".join(clean(line) for line in text.split("\n"))


def plain_lines(*facts: str) -> str:
    """Join `facts` to plain text, one a line; empty ones are left out."""
    return "\n".join(clean(fact).strip() for fact in facts if fact)


def typed_line(words: Iterable[str]) -> str:
    """Return `words` as a person types them, quoted as this system's command line wants it."""
    if os.name == "nt":
        from subprocess import list2cmdline

        return list2cmdline(words)
    import shlex

    return shlex.join(words)


def sentence(text: str, *, start: bool = True) -> str:
    """Return `text` with a full stop, and at the `start` with a capital, where it has none."""
    text = text.strip()
    if not text:
        return ""
    end = "" if text[-1] in ".!?:" else "."
    return (capital(text) if start else text) + end


def capital(text: str) -> str:
    """Return `text` with a capital first letter."""
    return text[:1].upper() + text[1:]


_ASCII = str.maketrans(
    {
        "×": "x",
        "·": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "→": "->",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "°": " deg",
        "½": "1/2",
        "≤": "<=",
        "≥": ">=",
        "\u00a0": " ",
        "─": "-",
        "█": "#",
        "░": ".",
        "◆": "*",
        "○": "o",
        "△": "!",
        "▷": ">",
        "✓": "+",
        "●": "@",
        "›": ">",
        "•": "*",
        "▲": "!",
        "■": "#",
        "▪": "+",
        "▫": "-",
    }
)


def to_ascii(text: str) -> str:
    """Return `text` in ASCII: our signs by their likeness, the rest as question marks."""
    if text.isascii():
        return text
    return text.translate(_ASCII).encode("ascii", "replace").decode("ascii")


def count(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun: 1 day, 2 days, 1,000 days."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def times(number: int) -> str:
    """Return how often: once, twice, 3 times."""
    return {0: "never", 1: "once", 2: "twice"}.get(number, f"{number} times")


def quoted(text: str) -> str:
    """Quote what was typed for a sentence; of a long text the beginning."""
    return f'"{text}"' if len(text) <= LONGEST_QUOTE else f'"{text[:LONGEST_QUOTE]}..."'


def either(words: Iterable[str]) -> str:
    """Join `words` as a choice: a, b or c."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
