"""`hinge film` with tracks, and by the person alone: no OpenCV is needed for either."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cli.running import Hinge, on
from hingecli.coach.log.events import FilmReview
from hingecli.content import bundled
from hingecli.content.film import load_film
from hingecli.motion.film.track import Track
from hingecli.store import EventLog
from motion.film.acting import Camera, film, hinges, swings, with_bends
from motion.film.given import FOLDER

CLIP = str(FOLDER / "clip-30.json.gz")
EVENING = on(1, 19)


def written(track: Track, path: Path) -> str:
    """Write a track as another tool would."""
    frames = [{"t": frame.t, "landmarks": frame.landmarks} for frame in track.frames]
    value = {"fps": track.fps, "width": track.width, "height": track.height, "frames": frames}
    path.write_text(json.dumps(value), "utf-8")
    return str(path)


def test_a_film_is_shown_as_a_table_of_its_reps(hinge: Hinge) -> None:
    answer = hinge("film", CLIP, "--drill", "rdl")

    lines = [" ".join(line.split()) for line in answer.out.splitlines()]
    assert answer.code == 0
    assert lines[0] == "Film clip-30.json.gz · 19 s · from your right side · 6 reps"
    assert lines[2] == "rep at trunk hip knee shin"
    assert lines[5] == "3 0:08 30° 80° 75° 25° ! knees travel forward"
    assert lines[7].endswith("! looking up too much: look yourself")
    assert "you, rep 3" in answer.out
    assert "Could not judge: your lower back (look yourself at 0:11), arching," in answer.out
    assert "rising onto the toes on rep 3" in answer.out


def test_plain_says_one_fact_a_line(hinge: Hinge) -> None:
    answer = hinge("--plain", "film", CLIP, "--drill", "rdl")

    assert "Rep 3 at 0:08: trunk 30°, hip 80°, knee 75°, shin 25°. knees travel forward.\n" in (
        answer.out
    )
    assert "Could not judge torso first: it is over in a few frames.\n" in answer.out


def test_json_has_what_was_seen_and_no_path(hinge: Hinge) -> None:
    told = hinge("film", CLIP, "--drill", "rdl", "--json").json

    assert list(told) == [
        "schema", "clip", "seconds", "facing", "turn", "reps", "could_not_judge", "refused",
    ]  # fmt: skip
    assert (told["clip"], told["facing"], told["refused"]) == ("clip-30.json.gz", "right", None)
    assert told["seconds"] == pytest.approx(19.03)
    assert told["turn"] < 0.2
    assert list(told["reps"][0]) == ["rep", "at", "trunk", "hip", "knee", "shin", "findings"]
    assert [rep["findings"] for rep in told["reps"]] == [
        [],
        [],
        [{"mistake": "knees-forward", "look_yourself": False}],
        [],
        [{"mistake": "looking-up", "look_yourself": True}],
        [
            {"mistake": "rising-onto-toes", "look_yourself": False},
            {"mistake": "soft-lockout", "look_yourself": False},
        ],
    ]
    assert {"what", "because", "at"} == set(told["could_not_judge"][0])


def test_a_weight_picked_up_and_set_down_is_told_and_not_counted(
    hinge: Hinge, tmp_path: Path
) -> None:
    act = with_bends(swings(4), 1.0, 11.2, begin=3.5, knee=60)
    clip = written(film(act, 15), tmp_path / "bell.json")

    answer = hinge("--plain", "film", clip, "--drill", "swing")

    assert "4 reps" in answer.out
    assert "knees travel" not in answer.out
    assert "Not counted: 0:02 and 0:12, as when a weight is picked up or set down." in answer.out


def test_off_a_terminal_nothing_is_written_without_log(hinge: Hinge, home: Path) -> None:
    hinge("film", CLIP, "--drill", "rdl")

    assert not home.exists()


def test_with_log_the_findings_join_what_the_session_has(hinge: Hinge) -> None:
    hinge("log", "rdl", "2x8", "-m", "rounding:2", "-m", "knees-forward:1", "--effort", "5")

    answer = hinge("film", CLIP, "--drill", "rdl", "--log", now=EVENING)

    session = hinge("history", "--json", now=EVENING).json["sessions"][0]
    assert answer.code == 0
    assert "Added knees-forward:1, rising-onto-toes:1, soft-lockout:1" in answer.out
    assert {m["mistake"]: m["count"] for m in session["mistakes"]} == {
        "lower-back-rounding": 2,
        "knees-forward": 2,
        "rising-onto-toes": 1,
        "soft-lockout": 1,
    }
    assert session["effort"] == 5
    assert session["at"].startswith("2026-11-23T07:30")


def test_one_undo_takes_a_film_back(hinge: Hinge) -> None:
    hinge("log", "rdl", "2x8")
    before = hinge("history", "--json").json
    hinge("film", CLIP, "--drill", "rdl", "--log")

    hinge("undo")

    assert hinge("history", "--json").json == before


def test_no_more_reps_are_added_than_there_were(hinge: Hinge) -> None:
    hinge("log", "rdl", "1", "-m", "soft-lockout:1")

    hinge("film", CLIP, "--drill", "rdl", "--log")

    (session,) = hinge("history", "--json").json["sessions"]
    assert {m["mistake"]: m["count"] for m in session["mistakes"]}["soft-lockout"] == 1


def test_without_a_session_to_add_to_the_line_to_log_is_given(hinge: Hinge) -> None:
    answer = hinge("film", CLIP, "--drill", "rdl", "--log")

    said = " ".join(answer.out.split())
    assert "hinge log romanian-deadlift SETS -m knees-forward:1" in said


def test_the_drill_is_the_last_one_done_today(hinge: Hinge) -> None:
    hinge("log", "kb", "3x8", "@16kg")

    told = hinge("film", CLIP, "--json").json

    missed = [one["what"] for one in told["could_not_judge"]]
    assert "knees-forward" in missed  # a floor lift bends the knees by right


def test_a_part_of_a_film_is_looked_at(hinge: Hinge) -> None:
    told = hinge("film", CLIP, "--drill", "rdl", "--from", "6.5", "--to", "0:12.5", "--json").json

    assert [round(rep["at"]) for rep in told["reps"]] == [8, 11]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "soon"), "no moment of a clip"),
        (("--from", "9", "--to", "3"), "comes before --from"),
        (("--from", "100"), "ends at 19 s"),
        (("--still", "pictures"), "--still draws on a clip's pictures"),
        (("--felt", "3"), "leave the clip out"),
        (("--drill", "nothing"), "nothing"),
    ],
)
def test_what_does_not_go_together_is_told(
    hinge: Hinge, home: Path, words: tuple[str, ...], told: str
) -> None:
    answer = hinge("film", CLIP, *words)

    assert told in answer.error
    assert answer.code in (2, 3)
    assert not home.exists()


def test_a_long_track_needs_a_part(hinge: Hinge, tmp_path: Path) -> None:
    slow = film(hinges(2), 125, fps=2)
    path = written(slow, tmp_path / "long.json")

    assert "longer than 120 s. Add --from 10 --to 60" in hinge("film", path).error


@pytest.mark.parametrize("json_too", [False, True])
def test_a_refused_film_is_told_on_stderr_and_in_json(
    hinge: Hinge, home: Path, tmp_path: Path, *, json_too: bool
) -> None:
    path = written(film(hinges(3), 11, camera=Camera(turn=70)), tmp_path / "front.json")

    answer = hinge("film", path, *(["--json"] if json_too else []))

    assert answer.code == 2
    assert (
        answer.err == f"hinge: {json.loads(answer.out)['refused']}\n"
        if json_too
        else (answer.error)
    )
    assert "front.json: it is not from the side." in answer.err
    if json_too:
        assert answer.json["reps"] == []
        assert (answer.json["seconds"], answer.json["facing"]) == (11, None)
    assert not home.exists()


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("text.mp4", b"hello\nyou\n", "is text, no clip"),
        ("cut.mp4", ("x" + "ü" * 4000).encode(), "is text, no clip"),
        ("empty.mp4", b"", "is empty"),
        ("photo.mp4", b"\xff\xd8\xff\xe0" + b"\0" * 99, "is a photo"),
        ("photo.heic", b"\0\0\0\x18ftypheic" + b"\0" * 99, "is a photo"),
        ("photo.webp", b"RIFF\0\0\0\0WEBP" + b"\0" * 99, "is a photo"),
        ("sound.wav", b"RIFF\0\0\0\0WAVE" + b"\0" * 99, "is sound alone"),
        ("sound.m4a", b"\0\0\0\x18ftypM4A " + b"\0" * 99, "is sound alone"),
        ("sound.mp3", b"ID3\4" + b"\0" * 99, "is sound alone"),
        ("cut.mov", b"\0\0\0\x08ftyp\0\0\xff\xffmoov" + b"\0" * 40, "ends too early"),
        ("only.mp4", b"\0\0\0\x08ftyp\0\0\0\x09mdat\0", "ends too early"),
        ("bare.mp4", b"\0\0\0\x08ftyp\0\0\0", "ends too early"),
        ("long.mp4", b"\0\0\0\1mdat\0\0\0\1\0\0\0\0" + b"\0" * 40, "ends too early"),
        ("track.json", b"[]", "there is no list of frames"),
        ("nan.json", b'{"fps": NaN, "width": 2, "height": 2, "frames": []}', "fps should be"),
        ("packed.json.gz", gzip.compress(b"{}")[:-3], "ends too early"),
    ],
)
def test_what_is_no_film_is_told_in_one_sentence(
    hinge: Hinge, home: Path, tmp_path: Path, name: str, raw: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(raw)

    answer = hinge("film", str(tmp_path / name))

    assert answer.code == 2
    assert told in answer.error
    assert name in answer.error
    assert str(tmp_path) not in answer.error
    assert not home.exists()


def test_folders_and_missing_files_are_told(hinge: Hinge, tmp_path: Path) -> None:
    assert "is a folder" in hinge("film", str(tmp_path)).error
    assert "there is no file" in hinge("film", str(tmp_path / "none.mp4")).error


def test_a_clip_without_the_extra_gets_the_line_that_installs_it(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hingecli.cli.extras.find_spec", lambda _name: None)

    answer = hinge("film", str(FOLDER / "clip.mp4"))

    assert answer.code == 2
    assert "pip install" in answer.error
    assert "[film]" in answer.error


def test_no_other_command_imports_opencv_or_numpy(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "sys.modules['cv2'] = sys.modules['numpy'] = None\n"  # an import of either fails
        "from typer.testing import CliRunner\n"
        "from hingecli.cli.root import root\n"
        "from hingecli.cli.command_list import COMMANDS\n"
        "for name in COMMANDS:\n"
        "    done = CliRunner().invoke(root, [name, '--help'])\n"
        "    assert done.exit_code == 0, (name, done.output)\n"
        f"done = CliRunner().invoke(root, ['--home', {str(tmp_path / 'h')!r}, 'film', {CLIP!r}])\n"
        "assert done.exit_code == 0, done.output\n"
        "done = CliRunner().invoke(root, ['--home', 'h', 'today', '--plain'])\n"
        "assert done.exit_code == 0, done.output\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=tmp_path
    )

    assert done.stderr == ""


def test_a_look_of_ones_own_needs_a_terminal_or_the_numbers(hinge: Hinge) -> None:
    assert "asks on a terminal" in hinge("film").error
    assert "which clip?" in hinge("film", "--json").error
    assert "Add --felt N and --saw N" in hinge("film", "--saw", "3").error
    assert "Add --felt N and --saw N" in hinge("film", "--felt", "3", "-m", "toes").error


def test_a_look_of_ones_own_is_told_by_numbers_too(hinge: Hinge) -> None:
    hinge("log", "rdl", "3x8")

    answer = hinge(
        "film", "--drill", "rdl", "--felt", "8", "--saw", "6", "-m", "rounding:2", "--log"
    )

    (session,) = hinge("history", "--json").json["sessions"]
    assert answer.out.startswith("Felt 8 clean, saw 6.\n")
    assert session["mistakes"] == [
        {"mistake": "lower-back-rounding", "count": 2, "drill": "romanian-deadlift"}
    ]


def test_progress_says_how_well_the_own_count_and_the_clips_agree(hinge: Hinge) -> None:
    assert hinge("progress", "--json").json["film"] is None
    hinge("film", "--felt", "8", "--saw", "5", "--log", now=on(1))
    hinge("film", "--felt", "8", "--saw", "7", "--log", now=on(40))

    told = hinge("progress", "--json", now=on(40)).json["film"]

    assert (told["clips"], told["felt"], told["saw"], told["off"], told["before"]) == (
        1,
        8,
        7,
        1,
        3,
    )
    assert "On 1 clip you felt 8 clean and saw 7: 1 apart on a clip, 3 before" in (
        hinge("progress", now=on(40)).out
    )
    hinge("undo", now=on(40))
    assert "On 1 clip you felt 8 clean and saw 5: 3 apart on a clip.\n" in (
        hinge("--plain", "progress", now=on(40)).out
    )


def test_a_look_without_a_session_is_kept_and_its_undo_named(hinge: Hinge) -> None:
    saved = hinge("film", "--drill", "rdl", "--felt", "3", "--saw", "2", "--log")
    undone = hinge("undo")

    assert "Saved: the look at a film of the Romanian deadlift." in saved.out
    assert "Undone: the look at a film, told today." in undone.out


def test_off_a_terminal_a_look_of_ones_own_is_kept_by_log_alone(hinge: Hinge, home: Path) -> None:
    answer = hinge("film", "--felt", "3", "--saw", "2")

    assert (answer.out, answer.err) == ("Felt 3 clean, saw 2.\n", "Nothing was saved: add --log.\n")
    assert not home.exists()


def test_pictures_need_a_folder_and_that_is_told_before_the_look(
    hinge: Hinge, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")

    answer = hinge("film", str(FOLDER / "clip.mp4"), "--still", str(tmp_path / "file"))

    assert "--still file is no folder for pictures" in answer.error
    assert (tmp_path / "file").read_text("utf-8") == "mine"


@pytest.mark.usefixtures("terminal")
def test_a_look_of_ones_own_takes_the_words_of_other_questions(hinge: Hinge, home: Path) -> None:
    questions = load_film(bundled()).questions
    words = ("yep", "nope", "3", "can't see", "not sure", *["okay"] * (len(questions) - 4))

    hinge("film", "--drill", "rdl", typed="\n".join(("10", "9", *words, "7", "")))

    (look,) = EventLog(home).read().events
    assert isinstance(look, FilmReview)
    answers = [(told.answer, told.reps) for told in look.answers]
    assert answers[:4] == [("yes", None), ("no", 3), ("unseen", None), ("unseen", None)]
    assert {*answers[4:]} == {("yes", None)}
    assert (look.felt, look.saw) == (9, 7)
