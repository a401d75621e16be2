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
from hingecli.show.steps import Step
from hingecli.text import capital

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
    from rich.text import Text

Tone = Literal["go", "rest", "still", "plain", "alarm"]

WIDE = 64
"""From this many columns on the figure stands beside the number."""

FIGURE_GAP = 3
LEAST_FIGURE = 9
"""Rows of a figure in which one still sees a person."""
_AROUND_FIGURE, _AROUND_FIGURE_ABOVE = 8, 17
"""Rows that everything else takes, beside the figure and below it."""
_MOST_SCALE = 8
_TIGHTEST = 2
"""How often a picture can be made tighter before its last lines are left out."""

_COLOURS: dict[Tone, str] = {
    "go": style.ACCENT,
    "rest": style.GOOD,
    "still": style.STILL,
    "plain": "",
    "alarm": style.WARN,
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
    `lines` are sentences and steps, `bullets` the items of a list, `keys` pairs of a key and what
    it does, `ask` is a question with `typed`.
    """

    title: str
    where: str = ""
    number: str = ""
    beside: str = ""
    word: str = ""
    share: float | None = None
    focus: str = ""
    lines: tuple[str | Step, ...] = ()
    bullets: tuple[str, ...] = ()
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
        rows = height - _AROUND_FIGURE
        return (width // 2 - 2, rows) if rows >= LEAST_FIGURE else None
    rows = height - _AROUND_FIGURE_ABOVE
    return (width - 2, rows) if rows >= LEAST_FIGURE else None


def render(scene: Scene, *, width: int, height: int) -> "RenderableType":
    """Draw `scene` on `width` columns and at most `height` rows; nothing runs over."""
    return _SceneRows(scene, width=max(10, width), height=max(4, height))


def big(number: str, scale: int = 1) -> tuple[str, ...]:
    """Draw a number five rows high, or `scale` times that."""
    dot, gap, between = "██" * scale, "  " * scale, "  " * scale
    return tuple(
        between.join(
            "".join(dot if sign == "#" else gap for sign in _DIGITS[digit][row]) for digit in number
        )
        for row in range(5)
        for _ in range(scale)
    )


def plan_lines(blocks: Sequence[Block], *, unit: Unit) -> tuple[str, ...]:
    """Say what would be walked through, a line a block."""
    return tuple(
        f"{capital(block.name)}: {dose.spoken(block, unit=unit)}; "
        f"{dose.rhythm(block.tempo)}; rest {dose.rest(block.rest_s)}."
        for block in blocks
    )


def ahead_line(tomorrow: Decision, *, unit: Unit) -> str:
    """Say what the next day looks like; what a rest day offers is no duty, and left out."""
    doses = " and ".join(
        f"{block.name} test, {dose.sets_of(block)}"
        if block.purpose == "test"
        else f"{block.name} {dose.amount(block, unit=unit)}"
        for block in tomorrow.blocks
        if block.purpose != "warm-up" and tomorrow.kind != "rest"
    )
    return f"Tomorrow: {doses or tomorrow.title}."


class _SceneRows:
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
    """Lay the scene out on `height` rows: as large as fits, and tighter where it does not."""
    for tight in range(_TIGHTEST + 1):
        head, foot = _head(scene, sheet, tight=tight > 0), _foot(scene, sheet, tight=tight > 0)
        room = max(0, height - len(head) - len(foot))
        body = _filled(scene, sheet, room=room, tight=tight)
        if len(body) <= room:
            break
    body = body[:room]
    spare = [sheet.text()] if len(body) < room else []
    return [*head, *body, *spare, *foot][:height]


def _filled(scene: Scene, sheet: Sheet, *, room: int, tight: int) -> "list[Text]":
    """Return the body with its figure, the number as large as the room allows."""
    figure = [sheet.text((line, _COLOURS[scene.tone])) for line in scene.figure]
    if figure and sheet.width >= WIDE and len(figure) <= room:
        wide = max(line.cell_len for line in figure) + FIGURE_GAP
        body = _largest(scene, sheet.narrower(wide), room=room, tight=tight)
        return sheet.beside(figure, body, gap=FIGURE_GAP)
    above = room - len(figure) - 1
    body = _largest(scene, sheet, room=above, tight=0)
    if figure and len(body) <= above:
        return [*figure, sheet.text(), *body]
    return _largest(scene, sheet, room=room, tight=tight)


def _largest(scene: Scene, sheet: Sheet, *, room: int, tight: int) -> "list[Text]":
    """Return the body with the largest number that fits; where all is tight it is a word."""
    if tight or not scene.number:
        return _body(scene, sheet, scale=0 if tight == _TIGHTEST else 1, airy=not tight)
    body = _body(scene, sheet, scale=1)
    two_digits = len(big("00")[0])  # so that the tenth rep is as large as the ninth
    across = (sheet.width - len(scene.beside) - 2) // two_digits
    down = 1 + (room - len(body)) // len(big("0"))
    scale = max(1, min(across, down, _MOST_SCALE))
    return body if scale == 1 else _body(scene, sheet, scale=scale)


def _head(scene: Scene, sheet: Sheet, *, tight: bool) -> "list[Text]":
    title, where = sheet.text((scene.title, style.TITLE)), sheet.text((scene.where, style.QUIET))
    for line in (title, where):  # each keeps to one row: the number needs the others
        line.truncate(sheet.width, overflow="crop")
    head = sheet.pair([title], [where] if scene.where else [], gap=3)
    if scene.sitting_share is not None and not tight:
        head.append(sheet.meter(scene.sitting_share, sheet.width, colour=style.QUIET))
    return [*(line for line in head if line.plain), *([] if tight else [sheet.text()])]


def _foot(scene: Scene, sheet: Sheet, *, tight: bool) -> "list[Text]":
    foot = []
    if scene.set_share is not None and not tight:
        colour = _COLOURS[scene.tone] or style.STRONG
        foot.append(sheet.meter(scene.set_share, sheet.width, colour=colour))
    keys = [sheet.text((key, style.COMMAND), (f" {does}", style.QUIET)) for key, does in scene.keys]
    rows = sheet.dots(keys, dot="   ") if keys else []
    return [*foot, *(rows[:1] if tight else rows)]


def _body(scene: Scene, sheet: Sheet, *, scale: int, airy: bool = True) -> "list[Text]":
    colour = _COLOURS[scene.tone]
    strong = f"{style.STRONG} {colour}".strip()
    column = sheet.narrower(1)
    between = [sheet.text()] if airy else []
    body: list[Text] = []
    if scene.number:
        body += [*_number(scene, sheet, strong, scale=scale), *between]
    if scene.word:
        line = sheet.text((f"{scene.word:<9}", strong))
        if scene.share is not None:
            columns = min(24, max(4, sheet.width - 10))
            line = sheet.text(line, sheet.meter(scene.share, columns, colour=colour))
        body += [line, *between]
    if scene.focus:
        body += [*column.hang(("◆ ", style.STRONG), (scene.focus, style.STRONG)), *between]
    if scene.ask:
        body += column.wrap((scene.ask, style.STRONG))
        body.append(sheet.text((f"› {scene.typed}▏", style.ACCENT)))
    for said in scene.lines:
        if isinstance(said, Step):
            body += column.hang((said.mark, style.ACCENT), said.text)
        else:
            body += column.wrap(said)
    for item in scene.bullets:
        body += column.hang(("▲ ", colour), item)
    while body and not body[-1].plain:
        body.pop()
    return body


def _number(scene: Scene, sheet: Sheet, strong: str, *, scale: int) -> "list[Text]":
    """Draw the number large with its word beside it; without a scale both are one short line."""
    if not scale:
        return [sheet.text((scene.number, strong), (f" {scene.beside}", style.QUIET))]
    rows = [sheet.text((row, strong)) for row in big(scene.number, scale)]
    if rows[-1].cell_len + len(scene.beside) + 2 <= sheet.width:
        rows[-1] = sheet.text(rows[-1], (f"  {scene.beside}", style.QUIET))
    return rows
