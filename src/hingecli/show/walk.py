"""The walk-through's screen, readable from two metres, and the lines before and after it.

Owns its layout at any size. Knows no time and no keys: a scene is all it sees. What a walk kept
and changed is told by the answer of every write.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from hingecli.coach.log.events import Unit
from hingecli.coach.results import Block, Decision
from hingecli.show import dose, style
from hingecli.show.sheet import Sheet
from hingecli.text import capital

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

Tone = Literal["go", "rest", "still", "plain"]

WIDE = 64
"""From this many columns on the figure stands beside the number."""

FIGURE_GAP = 3

_COLOURS: dict[Tone, str] = {
    "go": style.ACCENT,
    "rest": style.GOOD,
    "still": style.STILL,
    "plain": "",
}
_DIGITS = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" ##", "  #", "  #", "  #", "  #"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", "  #", "  #"),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ":": (" ", "#", " ", "#", " "),
}


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What the screen shows at one moment.

    `number` is drawn large with `beside` after it; `word` says the part of the rep, `share` how
    much of it is over. `set_share` and `sitting_share` fill the two bars (0-1); None hides them.
    `lines` are sentences, `keys` pairs of a key and what it does, `ask` a question with `typed`.
    """

    title: str
    where: str = ""
    number: str = ""
    beside: str = ""
    word: str = ""
    share: float | None = None
    focus: str = ""
    lines: tuple[str, ...] = ()
    ask: str = ""
    typed: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    figure: tuple[str, ...] = ()
    set_share: float | None = None
    sitting_share: float | None = None
    tone: Tone = "plain"


def figure_room(width: int, height: int) -> tuple[int, int] | None:
    """Return the columns and rows that the figure may take on a screen of this size, if any."""
    if width >= WIDE:
        rows = min(16, height - 8)
        return (min(34, width // 2 - 2), rows) if rows >= 7 else None
    rows = min(12, height - 17)
    return (min(26, width - 2), rows) if rows >= 7 else None


def render(scene: Scene, *, width: int, height: int) -> "RenderableType":
    """Draw `scene` on `width` columns and at most `height` rows; nothing runs over."""
    return _Frame(scene, width=max(10, width), height=max(4, height))


def big(number: str) -> tuple[str, ...]:
    """Draw a number five rows high."""
    return tuple(
        "  ".join(
            "".join("██" if dot == "#" else "  " for dot in _DIGITS[digit][row]) for digit in number
        )
        for row in range(5)
    )


def plan_lines(blocks: Sequence[Block], *, unit: Unit) -> tuple[str, ...]:
    """Say what would be walked through, a line a block."""
    return tuple(
        f"{capital(block.name)}: {dose.spoken(block, unit=unit)}; "
        f"{dose.rhythm(block.tempo)}; rest {dose.rest(block.rest_s)}."
        for block in blocks
    )


def ahead_line(tomorrow: Decision, *, unit: Unit) -> str:
    """Say what the next day looks like."""
    doses = " and ".join(
        f"{block.name} {dose.amount(block, unit=unit)}"
        for block in tomorrow.blocks
        if block.purpose != "warm-up"
    )
    return f"Tomorrow: {doses or tomorrow.title}."


class _Frame:
    """A scene as a renderable of its own size."""

    __slots__ = ("_height", "_scene", "_width")

    def __init__(self, scene: Scene, *, width: int, height: int) -> None:
        self._scene, self._width, self._height = scene, width, height

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Return the rows as one text: no line end after the last, which would scroll."""
        from rich.text import Text

        sheet = Sheet(console, width=self._width, ascii_only=options.ascii_only)
        rows = _screen(self._scene, sheet, height=self._height)
        for row in rows:
            row.truncate(sheet.width, overflow="crop")
        text = Text("\n", no_wrap=True, overflow="crop", end="").join(rows)
        text.end = ""
        yield text


def _screen(scene: Scene, sheet: Sheet, *, height: int) -> "list[Text]":
    head, foot = _head(scene, sheet), _foot(scene, sheet)
    room = height - len(head) - len(foot)
    figure = [sheet.text((line, _COLOURS[scene.tone])) for line in scene.figure]
    if figure and sheet.width >= WIDE:
        wide = max(line.cell_len for line in figure) + FIGURE_GAP
        body = sheet.beside(figure, _body(scene, sheet.narrower(wide)), gap=FIGURE_GAP)
    else:
        body = _body(scene, sheet)
        if len(body) + len(figure) + 1 <= room:
            body = [*figure, sheet.text(), *body] if figure else body
    body = body[:room]
    spare = [sheet.text()] if len(body) < room else []
    return [*head, *body, *spare, *foot][:height]


def _head(scene: Scene, sheet: Sheet) -> "list[Text]":
    title, where = sheet.text((scene.title, style.TITLE)), sheet.text((scene.where, style.QUIET))
    for line in (title, where):  # each keeps to one row: the number needs the others
        line.truncate(sheet.width, overflow="crop")
    head = sheet.pair([title], [where] if scene.where else [], gap=3)
    if scene.sitting_share is not None:
        head.append(sheet.meter(scene.sitting_share, sheet.width, colour=style.QUIET))
    return [*(line for line in head if line.plain), sheet.text()]


def _foot(scene: Scene, sheet: Sheet) -> "list[Text]":
    foot = []
    if scene.set_share is not None:
        colour = _COLOURS[scene.tone] or style.STRONG
        foot.append(sheet.meter(scene.set_share, sheet.width, colour=colour))
    keys = [sheet.text((key, style.COMMAND), (f" {does}", style.QUIET)) for key, does in scene.keys]
    return [*foot, *sheet.dots(keys, dot="   ")] if keys else foot


def _body(scene: Scene, sheet: Sheet) -> "list[Text]":
    colour = _COLOURS[scene.tone]
    strong = f"{style.STRONG} {colour}".strip()
    column = sheet.narrower(1)
    body: list[Text] = []
    if scene.number:
        rows = [sheet.text((row, strong)) for row in big(scene.number)]
        if rows[-1].cell_len + len(scene.beside) + 2 <= sheet.width:
            rows[-1] = sheet.text(rows[-1], (f"  {scene.beside}", style.QUIET))
        body += [*rows, sheet.text()]
    if scene.word:
        line = sheet.text((f"{scene.word:<9}", strong))
        if scene.share is not None:
            columns = min(24, max(4, sheet.width - 10))
            line = sheet.text(line, sheet.meter(scene.share, columns, colour=colour))
        body += [line, sheet.text()]
    if scene.focus:
        body += [*column.hang(("◆ ", style.STRONG), (scene.focus, style.STRONG)), sheet.text()]
    if scene.ask:
        body += column.wrap((scene.ask, style.STRONG))
    for sentence in scene.lines:
        body += column.wrap(sentence)
    if scene.ask:
        body.append(sheet.text((f"› {scene.typed}▏", style.ACCENT)))
    while body and not body[-1].plain:
        body.pop()
    return body
