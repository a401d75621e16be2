"""The words of `hinge import`: what a file is, what of it is new, what is left out, and why.

Owns the sentences alone, one fact a line.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from hingecli.coach.log.days import say_on_day
from hingecli.coach.log.events import SetRecord
from hingecli.show.sets import by_drill, name
from hingecli.store.imports.headings import as_map
from hingecli.text import count

if TYPE_CHECKING:
    from hingecli.coach.protocol.protocol import Index
    from hingecli.store.imports.comparing import FileComparison, Standing
    from hingecli.store.imports.incoming import Incoming
    from hingecli.store.imports.preview import LeftOut, Preview

SHOWN: Final = 10
"""Lines of one kind that are told; the others are counted."""

_UNIT_NAMES: Final = {"kg": "kg", "lb": "pounds"}
_OTHER: Final = {"kg": "lb", "lb": "kg"}


def findings(
    file: str, incoming: "Incoming", found: "FileComparison", *, index: "Index", today: date
) -> list[str]:
    """Say what the file is and what it would bring, the most important first."""
    preview = incoming.preview
    rejected = len(incoming.rejected)
    if preview is None:
        lines = [
            f"{file}: {incoming.format}. {len(found.new)} new, {found.known} known, "
            f"{rejected} rejected."
        ]
        if found.back:
            lines.append(f"{count(len(found.back), 'event')} undone here would come back.")
    else:
        lines = [
            _recognised(file, preview),
            *_drills(preview, index),
            f"Sessions: {found.sessions} new, {found.known_sessions} known, "
            + (f"{found.grown} with more sets, " if found.grown else "")
            + f"{count(rejected, 'row') if rejected else 0} rejected.",
        ]
        if found.back:
            lines.append("What was undone here is among them, and comes back.")
    if found.other:
        lines.append(f"{count(found.other, 'known event')} would change, as with a synced copy.")
    if found.rewrites:
        lines.append("Sessions that differ are taken as the file has them.")
    keys = {} if preview is None else preview.keys
    lines += _standing(found.standing, index, today, keys=keys)
    if found.deleted:
        lines.append(f"{count(found.deleted, 'session')} deleted here: stays away.")
    if found.purged:
        lines.append(f"{count(found.purged, 'purged event')} stay away.")
    if preview is not None:
        lines += _kept_how(preview)
    lines += _some([f"line {line}: {why}" for line, why in incoming.rejected], "more lines")
    return lines


def _recognised(file: str, preview: "Preview") -> str:
    words = f"{file}: {preview.name}, {count(preview.sets, 'set')}"
    if preview.counts_clean and not preview.left_out:
        return f"{words}."
    return f"{words}, {preview.hinges} of them hinges."


def _drills(preview: "Preview", index: "Index") -> Iterator[str]:
    if preview.done:
        done = ", ".join(f"{name(drill, index)} {sets}" for drill, sets in preview.done)
        warmups = f", {count(preview.warmups, 'warm-up')} among them" if preview.warmups else ""
        yield f"Read: {done}{warmups}."
    if preview.left_out:
        yield f"Left out: {', '.join(f'{other.name} {other.sets}' for other in preview.left_out)}."
        near = [other for other in preview.left_out if other.nearest is not None]
        yield from _near(near)
    if preview.no_reps:
        yield f"Left out: {count(preview.no_reps, 'set')} without a rep done."


def _near(near: Sequence["LeftOut"]) -> Iterator[str]:
    if near:
        likes = ", ".join(f"{other.name} like {other.nearest}" for other in near[:SHOWN])
        first = near[0]
        yield f'Near to drills: {likes}. To say so: --names "{first.name}={first.nearest}"'


def _standing(
    standing: Sequence["Standing"], index: "Index", today: date, *, keys: Mapping[str, str]
) -> list[str]:
    """Say which sessions are left as the log has them, and how both versions read."""
    lines = []
    for session in standing[:SHOWN]:
        day = say_on_day(session.first.day, seen_from=today)
        ours, theirs = _sets(session.ours, index), _sets(session.theirs, index)
        if session.why == "alike":
            lines.append(f"{day}: your log already has sets like these ({theirs}). Left out.")
        else:
            key = keys.get(session.first.sitting, session.first.sitting[:6])
            lines.append(
                f"{day}, session {key}: your log already has sets like these. It "
                f"says {ours}; the file says {theirs}. Left as it is."
            )
    lines = [line[:1].upper() + line[1:] for line in lines]
    if len(standing) > SHOWN:
        lines.append(f"and {len(standing) - SHOWN} more sessions")
    if standing:
        lines.append("To take the file's version of these: --update")
    return lines


def _kept_how(preview: "Preview") -> Iterator[str]:
    """Say how cells were read where that is not plain."""
    if preview.said:
        yield preview.said
    if preview.unit is not None:
        why = {
            "told": "as you say",
            "profile": "from your profile",
            "nothing": "since nothing says otherwise",
        }[preview.unit_from]
        other = "" if preview.unit_from == "told" else f" Else: --map unit={_OTHER[preview.unit]}"
        yield f"Weights without a unit are taken as {_UNIT_NAMES[preview.unit]}, {why}.{other}"
    if preview.per_hand:
        sets = count(preview.per_hand, "set")
        yield f"{sets} with a weight in each hand: stored as both together."
    if preview.perhaps_per_hand:
        sets = count(preview.perhaps_per_hand, "set")
        yield (
            f"{sets} with dumbbells: the weight is kept as the file has it. Was it that of one "
            "hand? hinge edit puts it right: what both weigh together."
        )
    if preview.sideless:
        yield f"{count(preview.sideless, 'set')} without a side: counted for neither side."
    if not preview.counts_clean and preview.hinges:
        yield (
            f"{preview.name} counts no clean reps: these are kept as reps done, in your totals, "
            "never as clean, for a gate or toward a load."
        )
    yield from _some(list(_changes(preview)), "more kinds of cells")
    if preview.unread:
        yield f"Not read: {', '.join(preview.unread)}."
    if preview.likely:
        yield f"To read more of it: --map {as_map(preview.likely)}"


def _changes(preview: "Preview") -> Iterator[str]:
    """Say each kind of change once, with its first line and how often it came."""
    often = Counter(said for _, said in preview.changes)
    first = {said: line for line, said in reversed(preview.changes)}
    for said, rows in often.items():
        more = f" ({count(rows, 'row')}, this the first)" if rows > 1 else ""
        yield f"line {first[said]}: {said}{more}"


def _sets(records: Iterable[SetRecord], index: "Index") -> str:
    return "; ".join(f"{drill} {words}" for drill, words in by_drill([*records], index=index))


def _some(lines: Sequence[str], more: str) -> list[str]:
    rest = len(lines) - SHOWN
    return [*lines[:SHOWN], *([f"and {rest} {more}"] if rest > 0 else [])]
