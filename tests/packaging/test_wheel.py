"""What is shipped is whole: sdist -> wheel -> a fresh environment, run outside of the tree."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("build", reason="needs the package build: .ci/run installs it")

pytestmark = pytest.mark.deep

ROOT = Path(__file__).parent.parent.parent
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command; give its standard output. A failure shows what it said."""
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{command} gave {done.returncode}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tree(folder: Path) -> set[str]:
    """Every file under `folder` that is written by hand."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts' folder of a fresh environment with nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=True)
    (wheel,) = shipped.glob("*.whl")
    run(folder / SCRIPTS / "python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    return folder / SCRIPTS


def test_the_wheel_holds_every_module_and_all_of_data(shipped: Path) -> None:
    (wheel,) = shipped.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("hingecli/")}

    source = {f"hingecli/{name}" for name in tree(ROOT / "src" / "hingecli")}
    data = {f"hingecli/data/{name}" for name in tree(ROOT / "data")}

    compiled = {"hingecli/content/compiled.py", "hingecli/content/compiled_protocol.py"}
    assert names == source | data | compiled


def test_the_sdist_holds_what_its_wheel_and_its_tests_need(shipped: Path) -> None:
    (sdist,) = shipped.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    wanted = {"README.md", "LICENSE", "CHANGELOG.md", "pyproject.toml", "src/build_tables.py"}
    for folder in ("src/hingecli", "data", "tests"):
        wanted |= {f"{folder}/{name}" for name in tree(ROOT / folder)}

    assert wanted <= names


def test_the_installed_program_runs_outside_of_the_tree(installed: Path, tmp_path: Path) -> None:
    hinge = installed / "hinge"
    home = str(tmp_path / "home")

    checked = run(hinge, "protocol", "check", cwd=tmp_path, HINGE_HOME=home)
    card = run(hinge, "today", cwd=tmp_path, HINGE_HOME=home)
    saved = run(hinge, "log", "wall", "20", cwd=tmp_path, HINGE_HOME=home)
    by_module = run(
        installed / "python", "-m", "hingecli", "history", cwd=tmp_path, HINGE_HOME=home
    )

    assert checked.startswith("15 drills, 9 mistakes, 15 lessons: no problems")
    assert "wall hinge" in card.lower()
    assert "dowel hinge" in saved.lower()
    assert "wall hinge" in by_module.lower()


def test_the_program_runs_from_inside_its_zipped_wheel(
    shipped: Path, installed: Path, tmp_path: Path
) -> None:
    (wheel,) = shipped.glob("*.whl")
    command = (installed / "python", "-m", "hingecli", "protocol", "check")

    checked = run(*command, cwd=tmp_path, HINGE_HOME=str(tmp_path), PYTHONPATH=str(wheel))

    assert checked.startswith("15 drills, 9 mistakes, 15 lessons: no problems")


def test_the_installed_program_reads_its_protocol_without_parsing_it(
    installed: Path, tmp_path: Path
) -> None:
    code = """
import sys
from hingecli.content import bundled, load_cues, load_mistakes, load_page, load_protocol
index = load_protocol(bundled())
load_mistakes(bundled()), load_cues(bundled())
[load_page(bundled(), drill) for drill in index.rungs]
assert not {"tomllib", "tomli"} & set(sys.modules)
"""

    run(installed / "python", "-c", code, cwd=tmp_path)


def test_what_the_wheel_compiled_is_what_its_files_say(installed: Path, tmp_path: Path) -> None:
    code = """
import json, tomllib
from hingecli.content import bundled
from hingecli.content.compiled import TABLES
assert set(TABLES) == {
    path.relative_to(bundled()).as_posix() for path in bundled().rglob("*.toml")
}
for path, (text, values) in TABLES.items():
    assert (bundled() / path).read_text("utf-8") == text
    assert json.loads(values) == tomllib.loads(text), path

from hingecli.coach.protocol.protocol import Protocol
from hingecli.content.compiled_protocol import PROTOCOL
from hingecli.content.reading import load_protocol, read_part
assert PROTOCOL == read_part(bundled(), "protocol.toml", Protocol)
assert load_protocol(bundled()).protocol is PROTOCOL
"""

    run(installed / "python", "-c", code, cwd=tmp_path)


def test_a_file_changed_after_the_build_is_read_anew(installed: Path, tmp_path: Path) -> None:
    code = """
from hingecli.content import bundled, load_protocol
print(load_protocol(bundled()).protocol.title)
"""
    found = run(
        installed / "python",
        "-c",
        "from hingecli.content import bundled; print(bundled())",
        cwd=tmp_path,
    )
    file = Path(found.strip()) / "protocol.toml"
    before = file.read_text("utf-8")

    file.write_text(before.replace('title = "', 'title = "Mine: ', 1), "utf-8")
    printed = run(installed / "python", "-c", code, cwd=tmp_path)
    file.write_text(before, "utf-8")

    assert printed.startswith("Mine: ")


def test_an_extra_is_asked_for_and_then_does_its_work(
    shipped: Path, installed: Path, tmp_path: Path
) -> None:
    hinge, home = installed / "hinge", str(tmp_path / "home")
    (wheel,) = shipped.glob("*.whl")
    run(hinge, "log", "wall", "20", cwd=tmp_path, HINGE_HOME=home)

    before = subprocess.run(
        [hinge, "report"],
        cwd=tmp_path,
        env={**os.environ, "HINGE_HOME": home},
        capture_output=True,
        text=True,
        check=False,
    )
    run(
        *(installed / "python", "-m", "pip", "install", "-q", f"{wheel}[report,calendar]"),
        cwd=tmp_path,
    )
    run(hinge, "report", "-o", "r.html", cwd=tmp_path, HINGE_HOME=home)
    run(hinge, "calendar", "-o", "c.ics", cwd=tmp_path, HINGE_HOME=home)

    assert before.returncode == 2
    assert "hingecli[report]" in before.stderr
    assert "</html>" in (tmp_path / "r.html").read_text("utf-8")
    assert "END:VCALENDAR" in (tmp_path / "c.ics").read_text("utf-8")
