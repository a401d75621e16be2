"""The union of copies: idempotent, in any order, and purged beats accepted beats digest."""

from hypothesis import given
from hypothesis import strategies as st

from factories import Journal
from hingecli.coach.log.events import AnyEvent
from hingecli.coach.log.sessions import read_log
from hingecli.store.codec import Accepted, Contents, digest
from hingecli.store.union import unite
from store.logs import contents


def of(*events: AnyEvent, accepted: tuple[AnyEvent, ...] = ()) -> Contents:
    marks = tuple(Accepted(id=event.id, sha256=digest(event)) for event in accepted)
    return Contents(events=events, accepted=marks)


def versions() -> tuple[AnyEvent, AnyEvent]:
    """One event in two versions, the one with the lower digest first."""
    pair = [Journal().session(0, "wall 20", note=note).events[0] for note in ("one", "two")]
    low, high = sorted(pair, key=digest)
    return low, high


@given(contents)
def test_union_with_itself_changes_nothing(one: Contents) -> None:
    once = unite([one])

    assert unite([once, once, one]) == once


@given(
    st.lists(contents, min_size=1, max_size=4).flatmap(
        lambda all_: st.tuples(st.just(all_), st.permutations(all_))
    )
)
def test_the_order_of_copies_does_not_matter(pair: tuple[list[Contents], list[Contents]]) -> None:
    one_way, other_way = pair

    assert unite(one_way) == unite(other_way)


@given(contents, contents, contents)
def test_uniting_in_steps_is_uniting_at_once(a: Contents, b: Contents, c: Contents) -> None:
    assert unite([unite([a, b]), c]) == unite([a, unite([b, c])]) == unite([a, b, c])


@given(st.lists(contents, min_size=1, max_size=3))
def test_a_copy_more_never_takes_an_event_away_but_by_a_purge(copies: list[Contents]) -> None:
    every = {event.id for copy in copies for event in copy.events}
    left = {event.id for event in unite(copies).events}
    gone = {id_ for copy in copies for event in copy.events for id_ in getattr(event, "ids", ())}

    assert every - left <= gone | every
    assert all(id_ in left for id_ in every - gone) or any(
        getattr(event, "target", None) in gone for copy in copies for event in copy.events
    )


@given(st.lists(contents, min_size=2, max_size=3))
def test_merged_logs_show_the_same_sessions_on_every_machine(logs: list[Contents]) -> None:
    here, there = unite(logs), unite(list(reversed(logs)))

    assert read_log(here.events) == read_log(there.events)


def test_of_two_versions_the_higher_digest_wins() -> None:
    low, high = versions()

    assert unite([of(low), of(high)]).events == (high,)
    assert unite([of(high), of(low)]).events == (high,)


def test_an_accepted_hand_edit_beats_the_higher_digest() -> None:
    low, high = versions()

    assert unite([of(low, accepted=(low,)), of(high)]).events == (low,)
    assert unite([of(high), of(low, accepted=(low,))]).events == (low,)


def test_purged_beats_an_accepted_hand_edit() -> None:
    low, high = versions()
    purge = Journal().session(0, "wall 20").purge(low.id).events[1]

    united = unite([of(low, accepted=(low,)), of(high), of(purge)])

    assert united.events == (purge,)
    assert united.accepted == ()


def test_edits_of_a_purged_session_go_with_it() -> None:
    journal = Journal().session(0, "wall 20").edit("e001", 0, "wall 19", note="words")
    purge = journal.purge("e001").events[2]

    assert unite([of(*journal.events), of(purge)]).events == (purge,)


def test_film_reviews_of_a_purged_sitting_go_with_it() -> None:
    journal = (
        Journal()
        .session(0, "wall 20", sitting="s1")
        .review(0, "s1", clip="words.mp4")
        .review(0, "s2")
        .review(0, None)
    )
    purge = journal.purge("e001", "s1").events[4]

    united = unite([of(*journal.events), of(purge)])

    assert united.events == (*journal.events[2:], purge)
