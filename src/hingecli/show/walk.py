"""The walk-through's screen: one scene to lines, readable from two metres, and to plain lines.

Owns its layout at any size. Knows no time and no keys: a scene is all it sees.
"""

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

Tone = Literal["go", "rest", "still", "plain"]

WIDE = 64
"""From this many columns on the figure stands beside the number."""

_COLOURS: dict[Tone, str] = {"go": "cyan", "rest": "green", "still": "yellow", "plain": ""}
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
    """Give the columns and rows that the figure may take on a screen of this size, if any."""
    if width >= WIDE:
        rows = min(16, height - 8)
        return (min(34, width // 2 - 2), rows) if rows >= 7 else None
    rows = min(12, height - 17)
    return (min(26, width - 2), rows) if rows >= 7 else None


def render(scene: Scene, *, width: int, height: int) -> "RenderableType":
    """Draw `scene` on `width` columns and at most `height` rows; nothing runs over."""
    from rich.text import Text

    drawn = _screen(scene, width=max(10, width), height=max(4, height))
    for line in drawn:
        line.truncate(width, overflow="crop")
    text = Text("\n", no_wrap=True, overflow="crop", end="").join(drawn)
    text.end = ""
    return text


def big(number: str) -> tuple[str, ...]:
    """Draw a number five rows high."""
    return tuple(
        "  ".join(
            "".join("██" if dot == "#" else "  " for dot in _DIGITS[digit][row]) for digit in number
        )
        for row in range(5)
    )


def _screen(scene: Scene, *, width: int, height: int) -> "list[Text]":
    from rich.text import Text

    head = _head(scene, width)
    foot = _foot(scene, width)
    room = height - len(head) - len(foot)
    if width >= WIDE and scene.figure:
        wide = max(len(line) for line in scene.figure) + 3
        right = _body(scene, width - wide)
        body = _beside(scene.figure, right, wide=wide, colour=_COLOURS[scene.tone])
    else:
        body = _body(scene, width)
        if scene.figure and len(body) + len(scene.figure) + 1 <= room:
            colour = _COLOURS[scene.tone]
            body = [Text(line, colour) for line in scene.figure] + [Text()] + body
    body = body[:room]
    spare = room - len(body)
    return [*head, *body, *([Text()] * min(1, spare)), *foot][:height]


def _head(scene: Scene, width: int) -> "list[Text]":
    from rich.text import Text

    head = [Text(scene.title, "bold"), Text(scene.where, "dim")]
    if len(scene.title) + len(scene.where) + 3 <= width:
        gap = width - len(scene.title) - len(scene.where)
        head = [Text.assemble((scene.title, "bold"), " " * gap, (scene.where, "dim"))]
    if scene.sitting_share is not None:
        head.append(bar(scene.sitting_share, width, "dim"))
    return [*(line for line in head if line.plain), Text()]


def _foot(scene: Scene, width: int) -> "list[Text]":
    from rich.text import Text

    foot = []
    if scene.set_share is not None:
        foot.append(bar(scene.set_share, width, _COLOURS[scene.tone] or "bold"))
    row, used = Text(), 0
    for key, does in scene.keys:
        size = len(key) + len(does) + 1
        if used and used + 3 + size > width:
            foot.append(row)
            row, used = Text(), 0
        row.append("   " if used else "")
        row.append(key, "bold").append(f" {does}", "dim")
        used += size + (3 if used else 0)
    return [*foot, row] if used else foot


def _body(scene: Scene, width: int) -> "list[Text]":
    from rich.text import Text

    colour = _COLOURS[scene.tone]
    body: list[Text] = []
    if scene.number:
        rows = big(scene.number)
        tall = len(rows[0]) + len(scene.beside) + 2 <= width
        for n, row in enumerate(rows):
            beside = f"  {scene.beside}" if n == 4 and tall else ""
            body.append(Text.assemble((row, f"bold {colour}".strip()), (beside, "dim")))
        body.append(Text())
    if scene.word:
        line = Text.assemble((f"{scene.word:<9}", f"bold {colour}".strip()))
        if scene.share is not None:
            line.append_text(bar(scene.share, min(24, max(4, width - 10)), colour))
        body += [line, Text()]
    if scene.focus:
        body += [*_wrapped("◆ ", scene.focus, width, "bold"), Text()]
    if scene.ask:
        body += _wrapped("", scene.ask, width, "bold")
    for sentence in scene.lines:
        body += _wrapped("", sentence, width, "")
    if scene.ask:
        body.append(Text(f"› {scene.typed}▏", "cyan"))
    while body and not body[-1].plain:
        body.pop()
    return body


def bar(share: float, width: int, style: str) -> "Text":
    """Draw a bar of `width` columns, `share` of it full (0-1)."""
    from rich.text import Text

    full = round(max(0.0, min(1.0, share)) * width)
    return Text.assemble(("━" * full, style), ("┄" * (width - full), "dim"))


def _beside(
    figure: tuple[str, ...], right: "list[Text]", *, wide: int, colour: str
) -> "list[Text]":
    from rich.text import Text

    rows = max(len(figure), len(right))
    left = [*figure, *([""] * (rows - len(figure)))]
    lines = [*right, *([Text()] * (rows - len(right)))]
    return [
        Text.assemble((f"{drawn:<{wide}}", colour), line)
        for drawn, line in zip(left, lines, strict=True)
    ]


def _wrapped(sign: str, sentence: str, width: int, style: str) -> "list[Text]":
    import textwrap

    from rich.text import Text

    lines = textwrap.wrap(
        sentence, max(8, width - 1), initial_indent=sign, subsequent_indent=" " * len(sign)
    )
    return [Text(line, style) for line in lines]
