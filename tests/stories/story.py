"""A diary lived with the coach, and which of its lines did not hold."""

from dataclasses import dataclass

from hingecli.coach.protocol.protocol import Index
from stories.card import Problem, check_card
from stories.diary import Diary, Line
from stories.life import Life
from stories.weeks import check_weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line that does not hold, and how it is told."""

    line: Line
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """A diary that was lived, and which of its lines did not hold."""

    life: Life
    findings: tuple[Finding, ...]


def live(index: Index, diary: Diary) -> Lived:
    """Live `diary` with the coach, and check every line of it."""
    findings: list[Finding] = []

    def find(line: Line, problem: Problem) -> None:
        if problem is not None:
            text = f"{line.file}:{line.number}: {line.text}\n    {problem}"
            findings.append(Finding(line=line, text=text))

    life = Life(
        index,
        diary,
        check=lambda life, line, seen: find(line, check_card(life, line, seen, line.words)),
    )
    life.live()
    for line in diary.over_weeks:
        find(line, check_weeks(life, line))
    return Lived(life=life, findings=tuple(findings))
