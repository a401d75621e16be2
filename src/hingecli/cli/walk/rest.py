"""A rest: it ends by itself, and while it lasts the count of the sets before it may be told.

Owns what each key does in it. Answering never ends it, and ending it answers nothing.
"""

from functools import partial

import msgspec

from hingecli.cli.walk import scenes, script
from hingecli.cli.walk.counting import (
    MOST_TYPED,
    has_passed,
    menu,
    menu_lines,
    missed_late,
    named,
    put_right,
    told_clean,
)
from hingecli.cli.walk.parts import (
    FRAME_S,
    REST_MORE_S,
    SETTLE_S,
    Asks,
    Done,
    Rest,
    Walk,
    can_weigh,
    edited,
    stop_on,
    switch_voice,
)
from hingecli.cli.walk.set_up import introduce, weigh
from hingecli.coach.parse.clean_answers import read_each_clean
from hingecli.coach.parse.numbered import read_numbered
from hingecli.errors import UsageError

REST_KEYS = (
    "Type it and Enter, any time in the rest; "
    f"s goes on, + rests {REST_MORE_S} s more, ! tells pain, q stops."
)
"""For who reads lines: said in the first rest."""
_BEGINS: dict[Asks, frozenset[str]] = {
    "count": frozenset("0123456789" + "aefnotz"),
    "wrong": frozenset("0123456789" + "n"),
    "weight": frozenset("0123456789"),
    "": frozenset(),
}
"""What an answer may begin with: figures, and all, none, eight, five, one, ten, zero."""


def rest_before(walk: Walk, n: int, done: tuple[Done, ...]) -> None:
    """Count the rest down to set `n`, and take what is told of the sets `done`.

    Another drill takes as long as getting ready for it does. Unanswered, every rep that was not
    marked counts as clean; the end of the sitting asks again.
    """
    ahead, length = walk.plan.sets[n], done[-1].run.paced.rest_s
    if ahead.first:
        length = max(length, walk.plan.setup_s)
    now = walk.clock()
    rest = Rest(done=done, opened=now, until=now + length, length=length, asks=_first_ask(done))
    walk.screen.line(f"Rest {length} s. {scenes.question(rest)}".strip())
    if len(walk.done) == len(done):
        walk.screen.line(REST_KEYS)
    walk.audio.say(script.rest_begins(length, asks=rest.asks == "count"))
    if ahead.first:
        introduce(walk, n, begins=False)
    told_soon = length < script.SHORT_REST_S
    while (left := rest.until - walk.clock()) > 0 or rest.asks == "weight":
        if not told_soon and 0 < left <= script.SOON_S:
            told_soon = True
            walk.audio.say(script.rest_ends(ahead).text, urgent=True)
        walk.screen.frame(partial(scenes.rest_scene, walk, n, rest))
        for key in walk.keys.read(min(FRAME_S, left) if left > 0 else FRAME_S):
            rest = _kept(walk, rest, _pressed(walk, n, rest, key))
        if not rest.asks and all(known.sure and has_passed(known) for known in rest.done):
            break
    walk.audio.ring()
    if rest.typed.strip():  # the rest was over before Enter was pressed
        rest = _kept(walk, rest, _typing(walk, n, rest, "enter"))
    if rest.asks == "count":
        walk.note = f"{scenes.score(rest.done)}: not told, so taken. Asked again at the end."
        walk.screen.line(walk.note)


def _kept(walk: Walk, before: Rest, after: Rest) -> Rest:
    """Keep what a key told of the sets."""
    for was, now_known in zip(before.done, after.done, strict=True):
        if was != now_known:
            put_right(walk, now_known)
    return after


def _pressed(walk: Walk, n: int, rest: Rest, key: str) -> Rest:
    """Take one key; once an answer has begun, no key is a command."""
    if (rest.typed or rest.asks == "weight") and key not in {"!", "ctrl-c", "end"}:
        return _typing(walk, n, rest, key)
    stop_on(key)
    now = walk.clock()
    if key == "w" and can_weigh(walk, n):
        walk.screen.line(scenes.WHICH_WEIGHT)
        return msgspec.structs.replace(rest, asks="weight", asks_then=rest.asks, message="")
    if key == "s" and now - rest.opened >= SETTLE_S:
        return msgspec.structs.replace(rest, until=now)
    if key == "+":
        until, length = rest.until + REST_MORE_S, rest.length + REST_MORE_S
        walk.screen.line(f"{REST_MORE_S} s more.")
        return msgspec.structs.replace(rest, until=until, length=length)
    if key == "space":
        return _missed(walk, rest)
    if key == "v":
        switch_voice(walk)
        return rest
    if key in {"s", "p"}:
        return rest
    return _typing(walk, n, rest, key)


def _typing(walk: Walk, n: int, rest: Rest, key: str) -> Rest:
    if key == "enter":
        match rest.asks:
            case "count":
                return _told_count(walk, rest)
            case "wrong":
                return _told_wrong(walk, rest)
            case "weight":
                return _told_weight(walk, n, rest)
    if not rest.typed and key not in _BEGINS[rest.asks]:
        return rest  # a slip would keep the next command from being one
    return msgspec.structs.replace(rest, typed=edited(rest.typed, key)[:MOST_TYPED].lstrip())


def _missed(walk: Walk, rest: Rest) -> Rest:
    """Take one rep more off the clean ones of the last set; its count is still to be told."""
    last = missed_late(rest.done[-1], walk.clock())
    rest = msgspec.structs.replace(rest, done=(*rest.done[:-1], last), message="")
    walk.screen.line(f"{scenes.score(rest.done)}.")
    return rest if rest.asks == "count" else _ask_why(walk, rest)


def _told_count(walk: Walk, rest: Rest) -> Rest:
    """Take the count that was typed, or the one shown."""
    counts = tuple(done.clean for done in rest.done)
    if rest.typed.strip():
        try:
            counts = read_each_clean(rest.typed, [done.reps for done in rest.done])
        except UsageError as problem:
            walk.screen.line(str(problem))
            return msgspec.structs.replace(rest, typed="", message=str(problem))
    sets = tuple(told_clean(done, clean) for done, clean in zip(rest.done, counts, strict=True))
    rest = msgspec.structs.replace(rest, done=sets, typed="", message="")
    walk.screen.line(f"Kept: {scenes.score(sets)}.")
    return _ask_why(walk, rest)


def _ask_why(walk: Walk, rest: Rest) -> Rest:
    """Ask what went wrong, where something did and there is a list to choose from."""
    drill = rest.done[0].run.paced.drill
    asks = any(done.unnamed for done in rest.done) and bool(menu(walk, drill))
    rest = msgspec.structs.replace(rest, asks="wrong" if asks else "")
    if asks:
        for line in (scenes.question(rest), *menu_lines(walk, drill)):
            walk.screen.line(line)
        walk.audio.say("What went wrong?")
    return rest


def _told_wrong(walk: Walk, rest: Rest) -> Rest:
    """Take the mistakes that were typed; the cue of the first one goes along."""
    choices = menu(walk, rest.done[0].run.paced.drill)
    try:
        mistakes = read_numbered(rest.typed, choices)
    except UsageError as problem:
        walk.screen.line(str(problem))
        return msgspec.structs.replace(rest, typed="", message=str(problem))
    if not mistakes:
        return msgspec.structs.replace(rest, asks="", typed="", message="")
    first = next(m for m in choices.values() if m.id == mistakes[0])
    walk.screen.line(f"{first.name}. {first.cue}")
    walk.audio.say(first.cue)
    done = named(rest.done, mistakes)
    return msgspec.structs.replace(rest, done=done, asks="", typed="", message=first.cue)


def _told_weight(walk: Walk, n: int, rest: Rest) -> Rest:
    """Take the weight that was typed for what comes; Enter alone keeps the one shown."""
    message = weigh(walk, n, rest.typed.strip())
    asks = "weight" if message else rest.asks_then
    return msgspec.structs.replace(rest, asks=asks, typed="", message=message)


def _first_ask(done: tuple[Done, ...]) -> Asks:
    return "" if all(known.sure and not known.unnamed for known in done) else "count"
