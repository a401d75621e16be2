"""`hinge doctor`: shows how the data on the disk is, and mends it."""

from typing import TYPE_CHECKING, Annotated

import typer

from hingecli.cli.context import app_of
from hingecli.cli.whole import Whole, whole_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hingecli.app import App
    from hingecli.coach.log.events import AnyEvent
    from hingecli.store import Written
    from hingecli.store.codec import Contents

EXAMPLES = (
    "hinge doctor",
    "hinge doctor --restore 150 --dry-run   what going back to snapshot 150 would change",
    "hinge doctor --accept                  take what was edited by hand",
)


def command(
    ctx: typer.Context,
    restore: Annotated[
        int | None,
        whole_option(Whole(0), "--restore", help="Go back to the snapshot N."),
    ] = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Take what was changed outside hinge.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; change nothing.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask on a terminal.")] = False,
) -> None:
    """Check that your data is whole: both copies, snapshots, leftovers, permissions."""
    from hingecli.errors import UsageError

    app = app_of(ctx)
    if restore is not None and accept:
        raise UsageError("--restore or --accept, one at a time.")
    if restore is not None:
        _restore(app, restore, dry_run=dry_run, yes=yes)
    elif accept:
        _accept(app, dry_run=dry_run, yes=yes)
    else:
        _check(app)


def _check(app: "App") -> None:
    from hingecli.cli import doctor_words as view
    from hingecli.errors import LogError
    from hingecli.store.diagnosis import diagnose
    from hingecli.store.tidy import scrub_purged, tidy

    found = diagnose(app.log)
    removed: tuple[str, ...] = ()
    scrubbed: tuple[int, ...] = ()
    try:
        if found.temps or any(copy.absorbed and copy.by_name for copy in found.conflicts):
            removed = tuple(path.name for path in tidy(app.log))
        if any(snapshot.purged for snapshot in found.snapshots):
            scrubbed = scrub_purged(app.log)
    except LogError as error:
        app.warn((str(error),))
    _print(view.report(found, removed=removed, scrubbed=scrubbed, today=app.today))
    if found.problems:
        raise typer.Exit(LogError.exit_code)


def _accept(app: "App", *, dry_run: bool, yes: bool) -> None:
    from hingecli.cli import doctor_words as view
    from hingecli.coach.log.events import Undone
    from hingecli.errors import LogError
    from hingecli.store.diagnosis import diagnose, hand_edits
    from hingecli.store.repair import hand_edit
    from hingecli.store.tidy import forget

    found = diagnose(app.log)
    if found.edit is None:
        _print("Nothing was changed outside hinge that it could take.")
        return
    _print(view.edit_preview(found.edit))
    if not _go_on(app, "Take it?", dry_run=dry_run, yes=yes):
        return
    files = hand_edits(app.log)

    def plan(held: "Contents") -> "tuple[Contents, Sequence[AnyEvent]]":
        edit = hand_edit(held, [salvage for _, salvage in files])
        if not edit.removed:
            return edit.contents, ()
        stamp = app.stamp((*held.events, *edit.contents.events))
        return edit.contents, (
            Undone(**stamp.header(), ids=tuple(event.id for event in edit.removed)),
        )

    written = app.log.rebuild(plan, damaged=True)
    app.committed = True
    try:
        forget(app.log, files)
    except LogError as error:
        app.warn((str(error),))
    app.warn(written.warnings)
    _print(_done(app, "Taken", written))


def _restore(app: "App", generation: int, *, dry_run: bool, yes: bool) -> None:
    from hingecli.cli import doctor_words as view
    from hingecli.coach.log.events import Redone, Undone
    from hingecli.errors import LogError, UsageError, cause_of
    from hingecli.store import snapshots
    from hingecli.store.codec import DamagedError
    from hingecli.store.diagnosis import diagnose
    from hingecli.store.repair import plan_restore

    listed = snapshots.generations(app.log.folder)
    if generation not in listed:
        numbers = ", ".join(map(str, listed)) or "none"
        raise UsageError(f"there is no snapshot {generation}. There are: {numbers}.")
    try:
        _, earlier = snapshots.load(app.log.folder, generation, layout=app.log.layout)
    except DamagedError as error:
        raise LogError(f"snapshot {generation} cannot be read: {error}.") from error
    except OSError as error:
        raise LogError(f"snapshot {generation} cannot be read: {cause_of(error)}.") from error
    change = plan_restore(diagnose(app.log).held, earlier)
    _print(view.restore_preview(generation, earlier.events, change))
    if change.empty or not _go_on(app, "Go back?", dry_run=dry_run, yes=yes):
        return

    def plan(held: "Contents") -> "tuple[Contents, Sequence[AnyEvent]]":
        change = plan_restore(held, earlier)
        stamp = app.stamp((*held.events, *earlier.events))
        new: list[AnyEvent] = []
        if change.redo:
            new.append(Redone(**stamp.header(), ids=change.redo))
        if change.undo:
            new.append(Undone(**stamp.header(), ids=change.undo))
        return change.contents, new

    written = app.log.rebuild(plan, damaged=True)
    app.committed = True
    app.warn(written.warnings)
    _print(_done(app, "Restored", written))


def _done(app: "App", verb: str, written: "Written") -> str:
    from hingecli.store.diagnosis import quarantined

    if written.snapshot is None:
        kept = " What it replaced is put aside: hinge doctor lists it."
        return f"{verb}.{kept if quarantined(app.log.folder) else ''}"
    return f"{verb}. To take that back: hinge doctor --restore {written.snapshot}"


def _go_on(app: "App", question: str, *, dry_run: bool, yes: bool) -> bool:
    if dry_run:
        return False
    if yes or not app.interactive:
        return True
    from hingecli.cli.prompt import agree
    from hingecli.errors import StoppedError

    if not agree(question, default=False):
        raise StoppedError("stopped; nothing was changed.")
    return True


def _print(text: str) -> None:
    from hingecli.cli.output import print_text
    from hingecli.text import clean_lines

    print_text(clean_lines(text))
