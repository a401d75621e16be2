"""The card of every kind of day in windows of every size: it fits, and says what it must."""

import re
from functools import cache

import msgspec
import pytest

from factories import state_on
from hingecli.coach.day.card import compose, today_json
from hingecli.coach.day.draft import main_drill
from hingecli.coach.report.last_week import last_week
from hingecli.content import bundled, load_cues, load_mistakes, load_page
from hingecli.show import card, dose
from hingecli.show import cardfacts as facts
from hingecli.show import cardnotes as notes
from hingecli.show.cardfacts import Card, trains
from show import samples
from show.days import NAMES, all_days, decision_of
from show.screens import printed

SIZES = [(80, 24), (120, 40), (60, 24), (40, 24)]
FITS_FROM = 60
"""On narrower windows a card may scroll: what is done today and what comes next are seen."""
FIGURE = (*("⠿⠀⠀⠿⠀⠀" for _ in range(9)), " stand")


@cache
def card_of(name: str) -> Card:
    day = all_days()[name]
    root, decision = bundled(), decision_of(day)
    drill = main_drill(decision.blocks)
    page = None if drill is None else load_page(root, drill)
    mistakes = load_mistakes(root)
    state = state_on(samples.index(), day.journal, day.on)
    today = compose(
        decision,
        samples.index(),
        page=page,
        mistakes=mistakes,
        cues=load_cues(root),
        last_week=last_week(state, day.journal.read()),
    )
    figure = FIGURE if page is not None else ()
    return Card(today=today, index=samples.index(), page=page, mistakes=mistakes, figure=figure)


def drawn(one: Card, *, width: int, rows: int | None) -> str:
    return printed(card.render(msgspec.structs.replace(one, rows=rows)), width=width)


def room(one: Card, *, width: int, rows: int) -> int:
    """Return the rows that are left to the card: the shell has two, a question one or two."""
    return rows - 2 - (0 if not trains(one) else 1 if width >= 64 else 2)


@cache
def words_of(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z]{3,}", text))


def vocabulary(one: Card) -> set[str]:
    """Return every whole word that the card can show."""
    pointers = "log steps show " + " ".join(samples.short_names())
    return words_of(drawn(one, width=300, rows=None)) | words_of(pointers)


@pytest.mark.parametrize(("width", "rows"), SIZES)
def test_a_card_fits_and_says_what_it_must(width: int, rows: int) -> None:
    for name in NAMES:
        one = card_of(name)
        left = room(one, width=width, rows=rows)
        lines = drawn(one, width=width, rows=left).splitlines()

        text = f"{name}:\n" + "\n".join(lines)
        assert width < FITS_FROM or len(lines) <= left, text
        assert [words for words in must_be_seen(one) if words not in joined(lines[-left:])] == []
        assert "hinge " in joined(lines[-3:]), text
        assert words_of(text) <= vocabulary(one) | words_of(name), text


def must_be_seen(one: Card) -> list[str]:
    """Return sets, reps, weight and rest of the day's blocks but the warm-ups."""
    words = []
    for block in one.decision.blocks:
        if block.purpose != "warm-up":
            words += [dose.resting(block), dose.load(block, unit="kg")]
            words.append(f"{block.sets} × {block.reps}" if block.sets > 1 else f"{block.reps}")
    tests = any(block.purpose == "test" for block in one.decision.blocks)
    return ["up to 3 runs of 20", "rest 2 min"] if tests else [word for word in words if word]


def joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).replace("sets × ", "× ").split())


def test_the_days_are_of_every_kind() -> None:
    kinds = {decision_of(day).kind for day in all_days().values()}
    variants = {block.variant for day in all_days().values() for block in decision_of(day).blocks}

    assert kinds == {"practice", "test", "load", "recheck", "rest", "hold", "paused", "done"}
    assert len(variants - {None}) >= 3
    assert max(len(decision_of(day).blocks) for day in all_days().values()) >= 5
    assert any(block.per_side for day in all_days().values() for block in decision_of(day).blocks)


def test_what_a_card_says_for_safetys_sake_is_in_its_json() -> None:
    for name in NAMES:
        one = card_of(name)
        json = today_json(one.today)
        reasons = json["reasons"]
        assert isinstance(reasons, list)
        told = [reason["text"] for reason in reasons]
        for key in ("say", "red_flags", "see_doctor", "breathing"):
            told += list(json[key])  # type: ignore[call-overload]
        said = [note.text for note in notes.notes(one) if note.stays]
        said += [*one.today.red_flags, *one.today.see_doctor, *facts.breathing(one)]

        assert [text for text in said if text not in told] == [], name
        assert json["ask"] == one.decision.ask


def test_no_sentence_stands_twice_on_a_card() -> None:
    for name in NAMES:
        text = " ".join(card.plain(card_of(name)).split())
        sentences = re.split(r"(?<=[.!?]) ", text)
        said = [words for words in sentences if len(words.split()) > 4 and "Each rep" not in words]

        assert {words for words in said if said.count(words) > 1} == set(), name


def test_a_card_counts_the_plans_weeks_alone() -> None:
    for name in NAMES:
        assert "load week" not in card.plain(card_of(name)), name


def test_what_an_outgrown_bell_asks_for_is_on_the_card() -> None:
    shown = drawn(card_of("an outgrown bell"), width=80, rows=21)

    assert "2.5 s down, 2 s pause" in shown
    assert "the heaviest weight has become light, so 2 s\n" in re.sub(r" +\n", "\n", shown)
