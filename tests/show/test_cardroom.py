"""What a card leaves out where the window is low, and what it never does."""

from datetime import date
from random import Random

import msgspec
import pytest

from hingecli.coach.day.card import compose
from hingecli.coach.day.draft import main_drill
from hingecli.coach.results import Decision
from hingecli.coach.state.state import State
from hingecli.content import bundled, load_cues, load_mistakes, load_page
from hingecli.show import card, dose
from hingecli.show.cardfacts import Card, is_new, trains
from hingecli.show.cardroom import ORDER
from hingecli.simulate import live, make_learner
from show import kinds, samples
from show.screens import printed

FIGURE = (*("⠿⠀⠀⠿⠀⠀" for _ in range(9)), " stand")
SIZES = [(80, 24), (120, 40), (60, 24)]
"""Windows (columns, rows) in which every card fits."""


def rows_of(rows: int, one: Card) -> int:
    """Return the rows that a window leaves for the card: the shell has two, a question one."""
    return rows - 2 - trains(one)


def drawn(one: Card, *, width: int, rows: int | None) -> list[str]:
    return printed(card.render(msgspec.structs.replace(one, rows=rows)), width=width).splitlines()


def never_left_out(one: Card) -> list[str]:
    """Return the words that stand on a card of any height."""
    today, decision = one.today, one.decision
    words = [decision.title, *today.red_flags, *today.see_doctor, *decision.say]
    words += [reason.text for reason in decision.reasons if reason.topic == "pain_during"]
    if trains(one) and one.page is not None and is_new(one):
        words.append(one.page.space)
    for block in decision.blocks:
        words.append(dose.resting(block))
        words.append(dose.load(block, unit=one.unit))
        if block.sets > 1 and block.purpose != "test":
            words.append(f"{block.sets} × {block.reps}")
    if trains(one) and today.focus is not None:
        words.append(today.focus.cue)
    if decision.next_gate is not None and decision.kind not in ("hold", "paused"):
        words.append("Next unlock")
    return [word for word in words if word]


def joined(lines: list[str]) -> str:
    return " ".join(" ".join(lines).replace("sets × ", "× ").split())


@pytest.mark.parametrize("kind", kinds.ALL)
@pytest.mark.parametrize(("width", "rows"), SIZES)
def test_a_card_of_any_kind_fits_the_window(kind: str, width: int, rows: int) -> None:
    one = msgspec.structs.replace(kinds.ALL[kind](), figure=FIGURE)

    room = rows_of(rows, one)
    assert len(drawn(one, width=width, rows=room)) <= room


@pytest.mark.parametrize("kind", kinds.ALL)
@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("rows", [1, 12, 21])
def test_what_never_goes_stands_on_a_card_of_any_height(kind: str, width: int, rows: int) -> None:
    one = kinds.ALL[kind]()

    text = joined(drawn(one, width=width, rows=rows))

    assert [words for words in never_left_out(one) if words not in text] == []


@pytest.mark.parametrize("kind", kinds.ALL)
def test_a_taller_window_shows_what_a_lower_one_does_and_more(kind: str) -> None:
    one = msgspec.structs.replace(kinds.ALL[kind](), figure=FIGURE)
    low: set[str] = set()

    for rows in range(8, 40):
        words = set(joined(drawn(one, width=80, rows=rows)).split())
        assert {word for word in low - words if word.isalpha()} <= {"steps", "show"}
        low = words


def test_first_go_the_steps_of_a_drill_done_three_times_then_the_figure() -> None:
    told = samples.decision(sessions_of_main=3, reasons=(samples.ruled("override", "It is so."),))
    one = samples.card(told=told, figure=FIGURE)
    gone = [
        [name for name, words in SIGNS.items() if words not in "\n".join(lines)]
        for rows in range(24, 8, -1)
        if (lines := drawn(one, width=80, rows=rows))
    ]

    order = [name for names in gone for name in names]
    first_gone = sorted(SIGNS, key=order.count, reverse=True)

    assert first_gone[:3] == ["known steps", "figure", "daily life"]
    assert "focus" not in order


SIGNS = {
    "known steps": "Push your hips",
    "figure": "⠿",
    "daily life": "dishwasher",
    "film": "Film",
    "watch": "Watch",
    "focus": "Touch the wall",
}
"""A word by which each part of the card is known."""


def test_steps_left_out_are_a_command_away() -> None:
    one = samples.card(told=samples.decision(sessions_of_main=3))

    assert "hinge show wall" not in "\n".join(drawn(one, width=80, rows=None))
    assert "hinge show wall" in "\n".join(drawn(one, width=80, rows=14))


def test_a_step_keeps_its_number_when_the_set_up_goes() -> None:
    one = samples.card(told=samples.decision(sessions_of_main=0))
    pages = [drawn(one, width=80, rows=rows) for rows in range(8, 24)]
    has_set_up = {any("Cross your arms" in line for line in page) for page in pages}
    steps = [line for page in pages for line in page if "Push your hips" in line]

    assert has_set_up == {True, False}
    assert {line.split()[0] for line in steps} == {"1"}


@pytest.mark.parametrize(("width", "rows"), [(40, 21), (80, 8)])
def test_what_must_be_clear_around_a_first_swing_never_goes(width: int, rows: int) -> None:
    page = load_page(bundled(), "kettlebell-swing")
    one = msgspec.structs.replace(
        samples.card(told=samples.decision(sessions_of_main=0)), page=page
    )

    for lines in (drawn(one, width=width, rows=rows), drawn(one, width=width, rows=None)):
        assert joined(lines).count("Clear space ahead; nobody in line with the bell.") == 1


def test_signs_of_alarm_stand_in_running_lines_where_a_list_is_too_long() -> None:
    listed, running = (drawn(kinds.hold(), width=80, rows=rows) for rows in (None, 12))

    assert "  • chest pain or fainting" in listed
    assert any(" · " in line and "symptoms in both legs" in line for line in running)


def test_a_line_to_log_that_is_too_long_gives_way_to_the_one_that_asks() -> None:
    narrow = drawn(kinds.load(), width=30, rows=None)

    assert "hinge log kb 3x9@16kg swing 2x5@12kg" in "\n".join(
        drawn(kinds.load(), width=40, rows=None)
    )
    assert "Done? hinge log" in narrow


def test_each_spare_is_named_once() -> None:
    assert len(set(ORDER)) == len(ORDER)


def test_the_cards_of_simulated_lives_fit() -> None:
    """Every kind of day that a life brings, with the real pages, at 80 x 24 and at 60."""
    root = bundled()
    mistakes, cues = load_mistakes(root), load_cues(root)
    too_tall: list[str] = []
    seen: set[object] = set()

    def look(_: State, decision: Decision) -> None:
        like = (decision.kind, len(decision.blocks), len(decision.reasons), decision.title)
        if like in seen:
            return
        seen.add(like)
        drill = main_drill(decision.blocks)
        page = None if drill is None else load_page(root, drill)
        today = compose(decision, samples.index(), page=page, mistakes=mistakes, cues=cues)
        one = Card(today=today, index=samples.index(), page=page, mistakes=mistakes, figure=FIGURE)
        for width in (80, 60):
            lines = drawn(one, width=width, rows=rows_of(24, one))
            if len(lines) > rows_of(24, one):
                too_tall.append("\n".join(lines))

    for seed in range(4):
        random = Random(seed)
        learner = make_learner(random)
        live(samples.index(), learner, days=130, start=date(2026, 1, 5), random=random, on_day=look)

    assert len(seen) > 30
    assert too_tall == []
