"""Figure files: what is drawn can be, and every problem is named."""

from pathlib import Path

import pytest

from hingecli.content import bundled, load_mistakes, load_protocol
from hingecli.content.figures import figure_problems, load_comparison, load_figure
from hingecli.errors import ProtocolError

GOOD = """
id = "wall-hinge"
labels = ["start", "touch"]
keyframes = [{ at = 0 }, { at = 1, ankle = -3, knee = 22, hip = 95 }]
"""


def write(root: Path, name: str, text: str) -> None:
    (root / "figures").mkdir(exist_ok=True)
    (root / "figures" / f"{name}.toml").write_text(text, "utf-8")


def problems(root: Path) -> tuple[str, ...]:
    return figure_problems(root, {"wall-hinge", "slow-wall"}, {"looking-up"})


def test_every_drill_and_every_mistake_of_the_protocol_can_be_drawn() -> None:
    root = bundled()

    index = load_protocol(root)
    assert all(load_figure(root, rung.id) for rung in index.ladder)
    assert all(load_figure(root, variant.id) for variant in index.rules.variety.all)
    assert all(load_comparison(root, one.id) for one in load_mistakes(root).mistakes)


def test_a_protocol_without_figures_is_whole(tmp_path: Path) -> None:
    assert load_figure(tmp_path, "wall-hinge") is None
    assert load_comparison(tmp_path, "looking-up") is None
    assert problems(tmp_path) == ()


def test_a_good_file_has_no_problem(tmp_path: Path) -> None:
    write(tmp_path, "wall-hinge", GOOD)

    assert problems(tmp_path) == ()


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("squat", GOOD, "no drill, no variation and no mistake has this id"),
        ("wall-hinge", GOOD.replace('"wall-hinge"', '"wall"'), 'id: "wall" should be'),
        ("wall-hinge", GOOD.replace("at = 1", "at = 0.9"), "one at 0 and one at 1"),
        ("wall-hinge", GOOD.replace("hip = 95", "hip = 20"), "balance is not over the feet at 0.4"),
        ("wall-hinge", GOOD.replace("ankle", "ancle"), "ancle"),
        ("wall-hinge", GOOD.replace('"touch"]', '"touch", "more"]'), "labels"),
        ("wall-hinge", GOOD.replace('labels = ["start", "touch"]', ""), "labels and keyframes"),
        ("wall-hinge", GOOD + 'like = "dowel-hinge"', 'no file "dowel-hinge" draws by itself'),
        ("wall-hinge", GOOD + 'like = "wall-hinge"', 'no file "wall-hinge" draws by itself'),
        ("wall-hinge", GOOD + "front = [{ at = 0 }]", "front: one at 0 and one at 1"),
        ("wall-hinge", GOOD.replace("at = 0", "at = 0, behind = 0.5"), "does not reach its foot"),
        (
            "wall-hinge",
            GOOD.replace("hip = 95", "hip = 95, neck = 40") + 'props = ["dowel"]',
            "the dowel loses a contact at 0.1",
        ),
        ("wall-hinge", "id = ", "not valid TOML"),
        ("looking-up", 'id = "looking-up"\nright = {}', "right and wrong are needed"),
    ],
)
def test_what_cannot_be_drawn_is_named(tmp_path: Path, name: str, text: str, problem: str) -> None:
    write(tmp_path, name, text)

    (found,) = problems(tmp_path)

    assert found.startswith(f"figures/{name}.toml: ")
    assert problem in found


def test_a_variation_takes_from_its_drill_what_it_leaves_out(tmp_path: Path) -> None:
    write(tmp_path, "wall-hinge", GOOD + 'props = ["wall"]')
    write(tmp_path, "slow-wall", 'id = "slow-wall"\nlike = "wall-hinge"\nlabels = ["up", "slow"]')

    slow, wall = load_figure(tmp_path, "slow-wall"), load_figure(tmp_path, "wall-hinge")

    assert problems(tmp_path) == ()
    assert slow is not None
    assert wall is not None
    assert (slow.id, slow.labels) == ("slow-wall", ("up", "slow"))
    assert (slow.keyframes, slow.props) == (wall.keyframes, wall.props)


def test_a_variation_can_leave_a_thing_away(tmp_path: Path) -> None:
    write(tmp_path, "wall-hinge", GOOD + 'props = ["wall"]')
    write(tmp_path, "slow-wall", 'id = "slow-wall"\nlike = "wall-hinge"\nprops = []')

    slow = load_figure(tmp_path, "slow-wall")

    assert slow is not None
    assert slow.props == ()


def test_a_broken_figure_is_a_protocol_error(tmp_path: Path) -> None:
    write(tmp_path, "wall-hinge", GOOD.replace("hip = 95", 'hip = "deep"'))

    with pytest.raises(ProtocolError, match="hip"):
        load_figure(tmp_path, "wall-hinge")
