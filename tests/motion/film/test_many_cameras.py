"""Many cameras, speeds and shaking hands: no clean set shows a fault."""

from functools import lru_cache

import pytest

from hingecli.motion.film.track import Track
from motion.film.acting import Camera, film, hinges, swings
from motion.film.given import found

pytestmark = pytest.mark.deep


@pytest.mark.parametrize("fps", [15, 25, 30, 50, 60])
@pytest.mark.parametrize(
    "camera",
    [
        Camera(noise=1.5),
        Camera(mirrored=True, noise=1.5),
        Camera(roll=-8, noise=2.0),
        Camera(turn=11, noise=2.0),
        Camera(turn=-9, height=150, noise=1.2),
        Camera(turn=16, roll=4, height=420, noise=3.0),
    ],
)
@pytest.mark.parametrize("every", [2.2, 4.0])
def test_clean_hinges_are_counted_and_clean(camera: Camera, fps: float, every: float) -> None:
    shown = film(hinges(5, every=every, bent=every * 0.8), 5 * every + 2, fps=fps, camera=camera)

    assert found(shown) == [[]] * 5


@lru_cache(maxsize=1)
def swung(reps: int, every: float, fps: float, camera: Camera, seed: int) -> Track:
    """Film a set of swings once for every drill that it is taken for: those follow each other."""
    return film(swings(reps, every=every), reps * every + 1.4, fps=fps, camera=camera, seed=seed)


@pytest.mark.parametrize("drill", ["kettlebell-swing", "romanian-deadlift"])
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("turn", [-12, 0, 12])
@pytest.mark.parametrize(
    ("reps", "every", "fps", "noise"),
    [(4, 1.5, 30, 3.0), (9, 1.4, 25, 2.5), (9, 1.2, 60, 4.0), (9, 1.3, 15, 1.5)],
)
def test_swings_are_counted_and_clean(
    reps: int, every: float, fps: float, noise: float, seed: int, turn: float, drill: str
) -> None:
    camera = Camera(noise=noise, roll=3, turn=turn, feet_visible=0.85)

    assert found(swung(reps, every, fps, camera, seed), drill) == [[]] * reps
