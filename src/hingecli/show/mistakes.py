"""The table of mistakes and corrections; one mistake in full; the person's own counts."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from hingecli.coach.protocol.texts import Mistake
from hingecli.show import style
from hingecli.text import plain_lines, sentence, times

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from hingecli.show.sheet import Sheet, StyledWords

TABLE_FROM_COLUMNS = 72
"""From this width on the mistakes stand in columns; below they stack."""

Counts = Mapping[str, int]


def render(mistakes: Sequence[Mistake], *, counts: Counts | None = None) -> "RenderableType":
    """Draw `mistakes` in the order given; with `counts` also how often each was noticed."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw(mistakes, sheet, counts=counts))


def plain(mistakes: Sequence[Mistake], *, counts: Counts | None = None) -> str:
    """Say one mistake a line."""
    lines = []
    for mistake in mistakes:
        also = "Also watch: " if mistake.group == "also" else ""
        mine = f" You noticed it {times(counts.get(mistake.id, 0))}." if counts is not None else ""
        lines.append(
            f"{also}{sentence(mistake.name)} What happens: {sentence(mistake.happens)} "
            f"Correction: {sentence(mistake.correction)}{mine}"
        )
    return plain_lines(*lines)


def render_one(
    mistake: Mistake, *, figure: Sequence[str] = (), count: int | None = None
) -> "RenderableType":
    """Draw one mistake in full; `figure` shows right beside wrong."""
    from hingecli.show.sheet import Page

    return Page(lambda sheet: _draw_one(mistake, sheet, figure=figure, count=count))


def plain_one(mistake: Mistake, *, count: int | None = None) -> str:
    """Say one mistake in lines, one fact each."""
    return plain_lines(
        sentence(mistake.name),
        f"What happens: {sentence(mistake.happens)}",
        f"Correction: {sentence(mistake.correction)}",
        f"Cue: {sentence(mistake.cue)}",
        f"You noticed it {times(count)}." if count is not None else "",
        f"Log it: hinge log SETS -m {shortest(mistake)}",
    )


def shortest(mistake: Mistake) -> str:
    """Return the shortest word that names the mistake in a command."""
    return min((mistake.id, *mistake.aliases), key=len)


def _draw(mistakes: Sequence[Mistake], sheet: "Sheet", *, counts: Counts | None) -> "list[Text]":
    lines: list[Text] = []
    for group, title in (("table", "Mistakes and corrections"), ("also", "Also watch")):
        members = [mistake for mistake in mistakes if mistake.group == group]
        if not members:
            continue
        lines += [sheet.text()] if lines else []
        lines += [*sheet.wrap((title, style.TITLE)), sheet.rule()]
        if sheet.width < TABLE_FROM_COLUMNS:
            lines += _stacked(members, sheet, counts)
        elif group == "table":
            lines += [*_heads(sheet, counts), sheet.text(), *_rows(members, sheet, counts)]
        else:
            lines += _rows(members, sheet, counts)
    if counts is not None and not any(counts.values()):
        none = "You noticed none so far. To log one: hinge log 3x10 -m rounding:2"
        lines += [sheet.text(), *sheet.wrap((none, style.QUIET))]
    return lines


def _widths(sheet: "Sheet", counts: Counts | None) -> tuple[int, ...]:
    """Return the columns of name, what happens, correction and, with `counts`, how often."""
    name, mine = 19, 7
    room = sheet.width - name - 4 - (mine + 2 if counts is not None else 0)
    happens = room * 45 // 100
    widths = (name, happens, room - happens)
    return widths if counts is None else (*widths, mine)


def _heads(sheet: "Sheet", counts: Counts | None) -> "list[Text]":
    heads = ("mistake", "what happens", "correction", "noticed")
    widths = _widths(sheet, counts)
    return sheet.columns([(w, (head, style.QUIET)) for w, head in zip(widths, heads, strict=False)])


def _rows(mistakes: Sequence[Mistake], sheet: "Sheet", counts: Counts | None) -> "list[Text]":
    widths = _widths(sheet, counts)
    lines: list[Text] = []
    for mistake in mistakes:
        cells: list[tuple[int, StyledWords]] = [
            (widths[0], (mistake.name, style.STRONG)),
            (widths[1], mistake.happens),
            (widths[2], (mistake.correction, style.GOOD)),
        ]
        if counts is not None:
            cells.append((widths[3], f"{counts.get(mistake.id, 0) or '–':>{widths[3]}}"))
        lines += [sheet.text()] if lines else []
        lines += sheet.columns(cells)
    return lines


def _stacked(mistakes: Sequence[Mistake], sheet: "Sheet", counts: Counts | None) -> "list[Text]":
    lines: list[Text] = []
    for mistake in mistakes:
        if lines:
            lines.append(sheet.text())
        lines += sheet.wrap((mistake.name, style.STRONG))
        lines += sheet.hang("  ", mistake.happens)
        lines += sheet.hang(("→ ", style.GOOD), (mistake.correction, style.GOOD))
        if counts is not None:
            lines += sheet.hang("  ", (f"noticed {times(counts.get(mistake.id, 0))}", style.QUIET))
    return lines


def _draw_one(
    mistake: Mistake, sheet: "Sheet", *, figure: Sequence[str], count: int | None
) -> "list[Text]":
    group = "also watch" if mistake.group == "also" else "from the table"
    lines = sheet.pair([(mistake.name, style.TITLE)], [(group, style.QUIET)])
    lines.append(sheet.rule())
    drawn = sheet.figure(figure)
    lines += [*drawn, sheet.text()] if drawn else []
    rows = [
        ("What happens", mistake.happens, ""),
        ("Correction", mistake.correction, style.GOOD),
        ("Cue", mistake.cue, style.STRONG),
    ]
    if count is not None:
        rows.append(("Noticed", times(count), ""))
    for label, words, look in rows:
        lines += sheet.hang((f"{label:<14}", style.STRONG), (sentence(words), look))
    command = f"hinge log 3x10 -m {shortest(mistake)}"
    return [*lines, *sheet.wrap(("Noticed it? ", style.QUIET), (command, style.COMMAND))]
