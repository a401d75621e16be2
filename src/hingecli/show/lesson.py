"""The lessons: the list of topics, and one lesson's Markdown with plain left-aligned headings."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from hingecli.coach.protocol.texts import Lesson
from hingecli.show import style
from hingecli.text import clean, clean_lines, plain_lines

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet

Titles = Sequence[tuple[str, str]]
_FIGURE = re.compile(r"^```figure\n(.*?)\n```$", re.M | re.S)


def illustrated(lesson: Lesson, draw: Callable[[str], Sequence[str]]) -> Lesson:
    """Put the drawing of each figure that the lesson names in its place.

    A lesson names one by a fenced block of the kind `figure`: the id of a drill or mistake on
    the first line, what it shows on the second. `draw` gives the lines; without any both go.
    """

    def drawn(block: re.Match[str]) -> str:
        id_, _, caption = block[1].partition("\n")
        lines = draw(id_.strip())
        return "\n".join((caption, "", "```", *lines, "```")) if lines else ""

    return Lesson(id=lesson.id, title=lesson.title, text=_FIGURE.sub(drawn, lesson.text))


def render(lesson: Lesson) -> "RenderableType":
    """Draw a lesson."""
    from hingecli.show.markdown import LessonText

    return LessonText(title=clean(lesson.title), text=clean_lines(lesson.text))


def plain(lesson: Lesson) -> str:
    """Return a lesson's text without the signs of Markdown, a paragraph or a row a line."""
    bare = illustrated(lesson, lambda _: ())
    return plain_lines(bare.title, *_unmarked(bare.text))


def render_topics(titles: Titles) -> "RenderableType":
    """List the lessons: the word to type and the title."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw_topics(titles, sheet))


def plain_topics(titles: Titles) -> str:
    """List the lessons, one a line."""
    return plain_lines(
        *(f"{topic}: {title}" for topic, title in titles), "Read one: hinge learn TOPIC"
    )


def _draw_topics(titles: Titles, sheet: "Sheet") -> "list[Text]":
    widest = max((len(topic) for topic, _ in titles), default=0)
    lines = [*sheet.wrap(("Lessons", style.TITLE)), sheet.rule()]
    for topic, title in titles:
        lines += sheet.hang((f"{topic:<{widest}}  ", style.ACCENT), title)
    return [*lines, *sheet.wrap(("Read one: ", style.QUIET), ("hinge learn TOPIC", style.COMMAND))]


def _unmarked(text: str) -> tuple[str, ...]:
    """Join wrapped paragraphs, and take the signs of Markdown away."""
    facts: list[str] = []
    joined = False
    for line in text.split("\n"):
        words = line.strip()
        begins = bool(re.match(r"#|[-*+] |\d+\. |\||>", words))
        if not words or re.fullmatch(r"[|\s:-]+", words):
            joined = False
            continue
        bare = _bare(words)
        if joined and not begins:
            facts[-1] += f" {bare}"
        else:
            facts.append(bare)
        joined = not words.startswith(("#", "|"))
    return tuple(facts)


def _bare(words: str) -> str:
    words = re.sub(r"^(#+|[-*+]|>)\s+", "", words)
    if words.startswith("|"):
        words = "; ".join(cell.strip() for cell in words.strip("|").split("|"))
    words = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", r"\1 (\2)", words)
    return re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", re.sub(r"(?<!\*)\*([^*]+)\*(?!\*)", r"\1", words))
