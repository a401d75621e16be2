"""Reads a diary: what a person does, and what the card must say, one thing a line.

Owns the shape of the lines. What the words of a line mean is asked where they are lived (`life`)
or checked (`card`, `weeks`). The shape is told in README.md, for those who write diaries.
"""

import re
from dataclasses import dataclass
from pathlib import Path

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKS = 26
"""How long a diary lasts."""

_DAY = r"w(\d{1,2}) (mon|tue|wed|thu|fri|sat|sun)"
_ON_A_DAY = re.compile(rf"{_DAY}(?: to {_DAY})?\s+([a-z]+)\b\s*(.*)")
_FROM_THE_START = re.compile(r"(setup|habit)\b\s*(.*)")
_OVER_WEEKS = re.compile(r"weeks? (\d{1,2})(?:-(\d{1,2}))?\s+(.*)")
_SOON = re.compile(r"\s*\(soon\)$")


class DiaryError(Exception):
    """A line that cannot be read, with its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a diary: its place, its words, and the days it is of (from 0, both included).

    `verb` is empty for what must hold over weeks. `soon` marks what the coach does not do yet.
    """

    file: str
    number: int
    text: str
    first: int
    last: int
    verb: str
    words: str
    soon: bool

    def error(self, what: str) -> DiaryError:
        """Return `what` is wrong, with the place and the words of the line."""
        return DiaryError(f"{self.file}:{self.number}: {what}\n    {self.text}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """A life as it was written: its title, who it is about, and its lines in the file's order."""

    name: str
    title: str
    about: str
    lines: tuple[Line, ...]

    def of_day(self, number: int) -> tuple[Line, ...]:
        """Return the lines of one day, in the file's order."""
        return tuple(line for line in self.lines if line.verb and line.first <= number <= line.last)

    @property
    def over_weeks(self) -> tuple[Line, ...]:
        """The lines about what must hold over weeks."""
        return tuple(line for line in self.lines if not line.verb)


def read_diary(path: Path) -> Diary:
    """Return the diary of a file. Raises DiaryError for a line that has no known shape."""
    title, *rest = path.read_text(encoding="utf-8").splitlines()
    about: list[str] = []
    lines: list[Line] = []
    for number, text in _whole_lines(rest):
        line = _read_line(path.name, number, text)
        if line is not None:
            lines.append(line)
        elif lines:
            raise DiaryError(
                f"{path.name}:{number}: a line begins with a day (w5 mon), with weeks (weeks 5-8), "
                f"with setup or with habit; a remark begins with #.\n    {text}"
            )
        else:
            about.append(text)
    return Diary(name=path.stem, title=title.strip(), about=" ".join(about), lines=tuple(lines))


def parts_of(words: str) -> list[str]:
    """Return the parts of a line, which semicolons part; not those inside quotation marks."""
    return [part.strip() for part in re.findall(r'(?:"[^"]*"|[^;"])+', words) if part.strip()]


def say_day(number: int) -> str:
    """Return a day as diaries write it: w8 wed."""
    return f"w{number // 7 + 1} {WEEKDAYS[number % 7]}"


def day_number(week: str, weekday: str) -> int:
    """Return the place of a day among all, from 0."""
    return 7 * (int(week) - 1) + WEEKDAYS.index(weekday)


def _whole_lines(texts: list[str]) -> list[tuple[int, str]]:
    """Return the lines without remarks, each with what is indented under it; numbers from 2."""
    whole: list[tuple[int, str]] = []
    for number, text in enumerate(texts, 2):
        if not text.strip() or text.startswith("#"):
            continue
        if text[0] == " " and whole:
            whole[-1] = (whole[-1][0], f"{whole[-1][1]} {text.strip()}")
        else:
            whole.append((number, text.strip()))
    return whole


def _read_line(file: str, number: int, text: str) -> Line | None:
    soon, bare = bool(_SOON.search(text)), _SOON.sub("", text)
    if found := _ON_A_DAY.fullmatch(bare):
        week, weekday, last_week, last_weekday, verb, words = found.groups()
        first = day_number(week, weekday)
        last = day_number(last_week, last_weekday) if last_week else first
    elif found := _FROM_THE_START.fullmatch(bare):
        first = last = 0
        verb, words = found.groups()
    elif found := _OVER_WEEKS.fullmatch(bare):
        from_week, to_week, words = found.groups()
        first, last = 7 * (int(from_week) - 1), 7 * int(to_week or from_week) - 1
        verb = ""
    else:
        return None
    line = Line(
        file=file,
        number=number,
        text=text,
        first=first,
        last=last,
        verb=verb,
        words=words.strip(),
        soon=soon,
    )
    if not 0 <= first <= last < 7 * WEEKS:
        raise line.error(f"a diary has the weeks 1 to {WEEKS}, the earlier day first.")
    if soon and verb not in ("", "card"):
        raise line.error("only what must be so can come soon: a card, or a line over weeks.")
    return line
