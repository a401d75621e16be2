"""`hinge report`: where it may write, what it says, and that it tells no more than it was asked."""

import importlib.util
import stat
from pathlib import Path

import pytest

from cli.running import Hinge, on
from hingecli.show.report import page as pages
from systems import needs_links, needs_modes

pytest.importorskip("jinja2", reason="needs the extra report")
pytest.importorskip("vl_convert", reason="needs the extra report")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, and leave the charts empty: each takes a moment to draw."""
    monkeypatch.setattr(pages, "svg", lambda spec: f"<svg data-height='{len(spec)}'></svg>")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def test_it_is_written_here_under_its_day(hinge: Hinge) -> None:
    hinge("log", "wall", "3x10")

    answer = hinge("report")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        f"Written: {Path.cwd() / 'hinge-report-2026-11-23.html'}\n"
        "Open it in your browser; --open does so at once.\n"
    )
    html = Path("hinge-report-2026-11-23.html").read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "1 session on 1 of 1 day" in html


def test_an_empty_log_has_nothing_to_report_and_that_is_no_fault(hinge: Hinge) -> None:
    answer = hinge("report")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "There is nothing to report yet. It begins with your first session: hinge today\n"
    )
    assert not list(Path().iterdir())


def test_a_session_that_was_taken_back_is_none(hinge: Hinge) -> None:
    hinge("log", "wall", "10")
    hinge("undo")

    assert "nothing to report yet" in hinge("report").err


def test_dash_is_standard_output_and_nothing_else_is_on_it(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    answer = hinge("report", "-o", "-")

    assert answer.out.startswith("<!doctype html>")
    assert answer.out.rstrip().endswith("</html>")
    assert answer.err == ""
    assert not list(Path().iterdir())


def test_weeks_name_and_notes_are_as_asked(hinge: Hinge) -> None:
    for day in (1, 8, 15):
        hinge("log", "wall", "10", "-n", f"note of day {day}", now=on(day))

    plain = hinge("report", "-o", "-", now=on(15)).out
    asked = hinge("report", "-o", "-", "--weeks", "2", "--name", "Kim", "--notes", now=on(15)).out

    assert "3 weeks, 23 Nov to 7 Dec 2026" in plain
    assert "note of day" not in plain
    assert "2 weeks, 30 Nov to 7 Dec 2026; the first session was on 23 Nov." in asked
    assert "<h1>Hip hinge practice: Kim</h1>" in asked
    assert "note of day 15" in asked
    assert "note of day 1<" not in asked


@pytest.mark.parametrize("weeks", ["1", "53"])
def test_a_report_is_of_a_week_to_a_year(hinge: Hinge, weeks: str) -> None:
    hinge("log", "wall", "10")

    assert hinge("report", "--weeks", weeks).code == 0


@pytest.mark.parametrize("weeks", ["0", "54", "-1", "many", "1.5"])
def test_other_weeks_are_refused(hinge: Hinge, weeks: str) -> None:
    hinge("log", "wall", "10")

    answer = hinge("report", "--weeks", weeks)

    assert answer.code == 2
    assert "--weeks" in answer.error
    assert not list(Path().iterdir())


def test_its_own_report_is_written_anew(hinge: Hinge) -> None:
    hinge("log", "wall", "10")
    hinge("report", "-o", "r.html")
    hinge("log", "wall", "10")

    assert hinge("report", "-o", "r.html").code == 0
    assert "2 sessions on 1 of 1 day" in Path("r.html").read_text("utf-8")


def test_a_file_of_somebody_else_is_left_as_it_is(hinge: Hinge) -> None:
    hinge("log", "wall", "10")
    Path("mine.html").write_text("<p>mine</p>", "utf-8")

    answer = hinge("report", "-o", "mine.html")

    assert answer.code == 2
    assert answer.error == (
        "hinge: mine.html is there already, and hinge did not write it. Choose another -o FILE."
    )
    assert Path("mine.html").read_text("utf-8") == "<p>mine</p>"


@pytest.mark.parametrize(
    "name", ["hinge.json", "hinge.json.bak", "hinge.lock", "snapshots/1.html", "hinge (1).json"]
)
def test_the_log_and_its_copies_are_never_written_over(hinge: Hinge, home: Path, name: str) -> None:
    hinge("log", "wall", "10")
    (home / "snapshots").mkdir(exist_ok=True)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}

    answer = hinge("report", "-o", str(home / name))

    assert answer.code == 2
    assert "nothing is written over it" in answer.error
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_in_the_folder_of_the_log_it_is_a_file_like_another(
    hinge: Hinge, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hinge("log", "wall", "10")
    monkeypatch.chdir(home)

    assert hinge("report").code == 0
    assert hinge("report").code == 0
    assert hinge("history", "--json").json["sessions"]
    assert "report" not in hinge("doctor", "--plain").out


@needs_links
def test_a_link_to_the_log_is_no_report(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "10")
    log = (home / "hinge.json").read_bytes()
    Path("r.html").symlink_to(home / "hinge.json")
    Path("new.html").symlink_to(home / "hinge.json.new")

    assert hinge("report", "-o", "r.html").code == 2
    assert hinge("report", "-o", "new.html").code == 2
    assert (home / "hinge.json").read_bytes() == log
    assert not (home / "hinge.json.new").exists()


def test_a_folder_that_is_not_there_is_told_and_not_made(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    answer = hinge("report", "-o", "no/such/r.html")

    assert answer.code == 2
    assert answer.error.startswith("hinge: there is no folder ")
    assert not Path("no").exists()


def test_a_folder_gets_a_name_to_write_in_it(hinge: Hinge) -> None:
    hinge("log", "wall", "10")
    Path("reports").mkdir()

    answer = hinge("report", "-o", "reports")

    assert answer.code == 2
    assert "hinge-report-2026-11-23.html" in answer.error


def test_a_home_is_understood_in_the_name(
    hinge: Hinge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hinge("log", "wall", "10")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert hinge("report", "-o", "~/r.html").code == 0
    assert (tmp_path / "r.html").is_file()


@needs_modes
def test_it_is_private_under_any_umask(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    hinge("report", "-o", "r.html")

    assert stat.S_IMODE(Path("r.html").stat().st_mode) == 0o600


@needs_modes
def test_a_place_that_cannot_be_written_is_told(hinge: Hinge) -> None:
    hinge("log", "wall", "10")
    if not Path("/proc/self").exists():
        pytest.skip("there is no place here that nobody may write to")

    answer = hinge("report", "-o", "/proc/self/r.html")

    assert answer.code == 5
    assert "cannot write" in answer.error


def test_a_device_is_written_to_and_stays_one(hinge: Hinge) -> None:
    if not Path("/dev/null").is_char_device():
        pytest.skip("there is no /dev/null here")
    hinge("log", "wall", "10")

    assert hinge("report", "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("found", [True, False])
def test_open_shows_it_in_the_browser_or_says_where_it_is(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch, *, found: bool
) -> None:
    opened: list[str] = []

    def open_(address: str) -> bool:
        opened.append(address)
        return found

    monkeypatch.setattr("webbrowser.open", open_)
    hinge("log", "wall", "10")

    answer = hinge("report", "-o", "r.html", "--open")

    assert opened == [Path("r.html").absolute().as_uri()]
    assert ("No browser was found" in answer.err) == (not found)
    assert answer.code == 0


def test_what_is_not_in_a_file_cannot_be_opened(hinge: Hinge) -> None:
    hinge("log", "wall", "10")

    answer = hinge("report", "-o", "-", "--open")

    assert answer.code == 2
    assert "--open needs a file" in answer.error


@pytest.mark.parametrize("command", ["report", "calendar"])
def test_without_its_packages_the_line_that_installs_them_is_told(
    hinge: Hinge, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    missing = {"report": "vl_convert", "calendar": "icalendar"}[command]
    real = importlib.util.find_spec
    monkeypatch.setattr(
        "hingecli.cli.extras.find_spec", lambda name: None if name == missing else real(name)
    )

    answer = hinge(command)

    assert answer.code == 2
    assert f"[{command}]" in answer.error
    assert "pip install" in answer.error
    assert not list(Path().iterdir())


def test_the_log_is_only_read(hinge: Hinge, home: Path) -> None:
    hinge("log", "wall", "10")
    before = (home / "hinge.json").read_bytes()

    hinge("report")

    assert (home / "hinge.json").read_bytes() == before
