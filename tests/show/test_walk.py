"""The walk's screen fits any window and shows what matters from far away."""

import io

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from hingecli.coach.protocol.parameters.rule import Tempo
from hingecli.coach.results import (
    Block,
    DayKind,
    Decision,
    DoneToday,
)
from hingecli.show.walk import (
    Scene,
    ahead_line,
    big,
    figure_room,
    plan_lines,
    render,
)

KEYS = (("space", "miss"), ("p", "pause"), ("b", "one rep back"), ("q", "stop and keep"))
words = st.text(st.characters(codec="ascii", categories=("L", "N", "P", "Zs")), max_size=90)
shares = st.one_of(st.none(), st.floats(0, 1))
scenes = st.builds(
    Scene,
    title=words,
    where=words,
    number=st.from_regex(r"\A[0-9]{0,3}\Z"),
    beside=words,
    word=st.sampled_from(("", "down", "hold", "up", "paused")),
    share=shares,
    focus=words,
    lines=st.lists(words, max_size=9).map(tuple),
    ask=words,
    typed=words,
    keys=st.just(KEYS),
    figure=st.sampled_from(((), ("⠿" * 20,) * 12)),
    set_share=shares,
    sitting_share=shares,
)


def screen(scene: Scene, *, width: int = 80, height: int = 24) -> list[str]:
    console = Console(width=width, height=height, file=io.StringIO(), color_system=None)
    with console.capture() as captured:
        console.print(render(scene, width=width, height=height), end="")
    return captured.get().split("\n")


def make_scene(*, figure: tuple[str, ...] = ("⠿⠿",) * 9) -> Scene:
    return Scene(
        title="Wall hinge",
        where="Set 2 of 3",
        number="7",
        beside="of 10",
        word="down",
        share=0.5,
        focus="Touch the wall with your hips, not your shoulders.",
        lines=("1 miss",),
        keys=KEYS,
        figure=figure,
        set_share=0.5,
        sitting_share=0.25,
        tone="go",
    )


@given(scenes, st.integers(10, 200), st.integers(4, 60))
def test_nothing_runs_over_at_any_size(scene: Scene, width: int, height: int) -> None:
    lines = screen(scene, width=width, height=height)

    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)


def test_at_eighty_columns_the_figure_stands_beside_the_number() -> None:
    lines = screen(make_scene())

    assert any("⠿⠿" in line and "██" in line for line in lines)
    assert lines[0].startswith("Wall hinge")
    assert lines[0].endswith("Set 2 of 3")


def test_at_forty_columns_the_number_comes_first_and_the_figure_goes() -> None:
    lines = screen(make_scene(), width=40)

    assert not any("⠿" in line for line in lines)
    assert any("██" in line for line in lines)
    assert "of 10" in "\n".join(lines)


def test_a_tall_narrow_window_has_room_for_the_figure() -> None:
    assert any("⠿⠿" in line for line in screen(make_scene(), width=40, height=40))


def test_the_focus_the_part_and_the_keys_are_always_there() -> None:
    for width in (40, 80, 120):
        text = " ".join(" ".join(screen(make_scene(), width=width)).split())

        assert "down" in text
        assert "Touch the wall with your hips, not your shoulders." in text.replace("⠿", "")
        assert "stop and keep" in text


def test_an_answer_stands_below_its_question_whatever_else_there_is() -> None:
    scene = Scene(title="How was it?", ask="Worst pain?", lines=("0-10",), typed="3")

    text = "\n".join(screen(scene))

    assert text.index("Worst pain?") < text.index("› 3") < text.index("0-10")


def test_bars_are_as_full_as_their_share() -> None:
    lines = screen(make_scene(figure=()))

    assert lines[1].count("━") == 20
    assert lines[-2].count("━") == 40


def test_large_digits_are_five_rows_of_one_width() -> None:
    for number in ("0", "12", "3456", "789", "1:05"):
        rows = big(number)

        assert len(rows) == 5
        assert len({len(row) for row in rows}) == 1
    assert len({big(str(digit)) for digit in range(10)}) == 10


def test_a_long_head_never_takes_the_numbers_rows() -> None:
    lines = screen(make_scene(), width=20, height=12)
    scene = msgspec.structs.replace(make_scene(), where="next: wall hinge, set 2 of 3")

    assert len(screen(scene, width=20, height=12)) == len(lines)
    assert screen(scene, width=20, height=12)[1].strip() == "next: wall hinge, se"


def test_there_is_no_room_for_a_figure_on_a_low_screen() -> None:
    assert figure_room(80, 16) is None
    assert figure_room(80, 17) == (38, 9)
    assert figure_room(40, 25) is None
    assert figure_room(40, 26) == (38, 9)


def test_the_figure_may_take_what_a_large_window_has() -> None:
    assert figure_room(120, 40) == (58, 32)


def rows_of_the_number(scene: Scene, *, width: int, height: int) -> int:
    return sum("██" in line for line in screen(scene, width=width, height=height))


def test_the_number_is_as_large_as_the_window_allows() -> None:
    scene = make_scene(figure=("⠿" * 24,) * 16)

    assert rows_of_the_number(scene, width=80, height=24) == 10
    assert rows_of_the_number(scene, width=120, height=40) == 25
    assert rows_of_the_number(scene, width=40, height=15) == 5
    assert rows_of_the_number(scene, width=30, height=10) == 0


def test_two_digits_are_as_large_as_one() -> None:
    nine, ten = (msgspec.structs.replace(make_scene(), number=number) for number in ("9", "10"))

    assert rows_of_the_number(nine, width=80, height=24) == rows_of_the_number(
        ten, width=80, height=24
    )


def test_a_tiny_window_says_the_number_in_a_word() -> None:
    text = "\n".join(screen(make_scene(), width=30, height=10))

    assert "7 of 10" in text
    assert "down" in text
    assert "space miss" in text


def test_a_list_to_choose_from_is_whole_at_forty_by_fifteen() -> None:
    listed = tuple(f"{n} Lower back rounds" for n in range(1, 8))
    rest = Scene(
        title="Rest",
        where="next: set 2 of 3",
        number="31",
        beside="seconds",
        lines=listed,
        ask="What went wrong?",
        keys=KEYS,
        set_share=0.5,
        sitting_share=0.5,
        tone="rest",
    )

    text = "\n".join(screen(rest, width=40, height=15))

    assert all(line in text for line in listed)
    assert "What went wrong?" in text


def test_signs_of_an_emergency_are_marked_without_colour() -> None:
    scene = Scene(title="Emergency", bullets=("chest pain", "fainting"), tone="alarm")

    assert "▲ chest pain" in "\n".join(screen(scene))


def make_block(*, purpose: str = "main") -> Block:
    return Block(
        drill="wall-hinge",
        name="wall hinge",
        purpose=purpose,  # type: ignore[arg-type]
        sets=3,
        reps=10,
        reps_range=(10, 15),
        load_kg=None,
        per_side=False,
        tempo=Tempo(3, 1, 1.5),
        rest_s=45,
    )


def make_decision(blocks: tuple[Block, ...], *, kind: DayKind = "practice") -> Decision:
    from datetime import date

    return Decision(
        date=date(2026, 11, 24),
        week=1,
        phase="pattern",
        kind=kind,
        title="Rest day",
        minutes=5,
        blocks=blocks,
        focus=None,
        because="",
        reasons=(),
        next_gate=None,
        done_today=DoneToday(clean_reps=0, goal=None),
    )


def test_the_plan_says_sets_tempo_and_rest_in_a_line() -> None:
    assert plan_lines((make_block(),), unit="kg") == (
        "Wall hinge: 3 sets of 10; 3 seconds down, 1 at the end, 1.5 up; rest 45 s.",
    )


def test_tomorrow_is_its_work_without_the_warm_up_or_its_title() -> None:
    work = make_decision((make_block(purpose="warm-up"), make_block()))
    rest = make_decision((), kind="rest")

    assert ahead_line(work, unit="kg") == "Tomorrow: wall hinge 3 × 10."
    assert ahead_line(rest, unit="kg") == "Tomorrow: Rest day."


def test_tomorrows_test_is_called_one_and_a_rest_day_a_rest_day() -> None:
    block = msgspec.structs.replace(make_block(purpose="test"), sets=3, reps=20)
    test = make_decision((block,), kind="test")
    rest = make_decision((make_block(),), kind="rest")

    assert ahead_line(test, unit="kg") == "Tomorrow: wall hinge test, up to 3 runs of 20."
    assert ahead_line(rest, unit="kg") == "Tomorrow: Rest day."
