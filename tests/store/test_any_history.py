"""Any order of writes, damage, old copies and synced copies: what was acknowledged is listed."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from factories import Journal
from hingecli.coach.log.events import AnyEvent
from hingecli.store import EventLog
from hingecli.store.codec import Contents
from hingecli.store.tidy import tidy
from store.logs import paths

pytestmark = pytest.mark.deep

which = st.integers(0, 1)


class History(RuleBasedStateMachine):
    """One log and a second machine's, and what the person was told is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="hinge-history-"))
        self.log = EventLog(self.place / "home")
        self.other = EventLog(self.place / "other")
        self.saved: dict[str, AnyEvent] = {}
        self.kept: list[tuple[int, bytes]] = []
        self.damaged = False
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.place)

    @initialize()
    def first(self) -> None:
        self.write(snapshot=False)

    @rule(snapshot=st.booleans())
    def write(self, snapshot: bool) -> None:
        self._write(self.log, snapshot=snapshot)
        self.damaged = False

    @rule()
    def write_on_the_other_machine(self) -> None:
        """What is only there counts once its file lies here."""
        self.number += 1
        self.other.append(self._draft)

    @rule(copy=which)
    def keep_a_copy(self, copy: int) -> None:
        path = paths(self.log.folder)[copy]
        if path.exists() and not self.damaged:
            self.kept.append((copy, path.read_bytes()))

    @precondition(lambda self: self.kept and not self.damaged)
    @rule(data=st.data())
    def put_an_old_copy_back(self, data: st.DataObject) -> None:
        copy, old = data.draw(st.sampled_from(self.kept))
        here, there = paths(self.log.folder)[copy], paths(self.log.folder)[1 - copy]
        # The other copy must hold all, or the old one takes the only place of the new.
        if there.exists() and {event.id for event in self._alone(there)} >= set(self.saved):
            here.write_bytes(old)

    @precondition(lambda self: not self.damaged)
    @rule(copy=which, data=st.data())
    def damage_a_copy(self, copy: int, data: st.DataObject) -> None:
        here, there = paths(self.log.folder)[copy], paths(self.log.folder)[1 - copy]
        if not (here.exists() and there.exists()):
            return
        if {event.id for event in self._alone(there)} >= set(self.saved):
            good = here.read_bytes()
            at = data.draw(st.integers(0, len(good) - 1))
            here.write_bytes(data.draw(st.sampled_from([good[:at], b"null", good + b" "])))
            self.damaged = True

    @rule(number=st.integers(1, 3))
    def sync_the_other_machines_file(self, number: int) -> None:
        source = paths(self.other.folder)[0]
        if source.exists():
            shutil.copy(source, self.log.folder / f"hinge ({number}).json")
            self.saved |= {event.id: event for event in self.other.read().events}

    @rule()
    def tidy_up(self) -> None:
        tidy(self.log)

    @rule()
    def merge_the_other_machines_events(self) -> None:
        events = self.other.read().events
        before = self.log.read().generation
        self.log.rebuild(lambda held: (Contents(events=events), ()))
        self.damaged = self.damaged and self.log.read().generation == before
        self.saved |= {event.id: event for event in events}

    @invariant()
    def what_was_saved_is_listed_once(self) -> None:
        listed = self.log.read().events
        assert len({event.id for event in listed}) == len(listed)
        assert {event.id: event for event in listed} == self.saved

    def _write(self, log: EventLog, *, snapshot: bool) -> None:
        self.number += 1
        written = log.append(self._draft, snapshot=snapshot)
        self.saved |= {event.id: event for event in written.added}

    def _draft(self, held: tuple[AnyEvent, ...]) -> tuple[Any, ...]:
        seq = max((event.seq for event in held), default=0) + 1
        return Journal().session(0, "wall 12", id=f"s{self.number}", seq=seq).events

    def _alone(self, path: Path) -> tuple[AnyEvent, ...]:
        """List what one copy holds by itself."""
        alone = self.place / "alone"
        shutil.rmtree(alone, ignore_errors=True)
        alone.mkdir()
        shutil.copy(path, paths(alone)[0])
        return EventLog(alone).read().events


History.TestCase.settings = settings(stateful_step_count=20)
TestHistory = History.TestCase
