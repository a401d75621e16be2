"""Eight written lives: what the card says at the turns of half a year, and what it never says."""

from pathlib import Path
from textwrap import dedent

import pytest

from factories import day
from hingecli.coach.day.decide import decide
from hingecli.coach.fold import carry_on, fold
from hingecli.coach.protocol.protocol import Index
from hingecli.coach.report.report import report
from stories.diary import WEEKS, Diary, DiaryError, day_number, read_diary
from stories.life import Life
from stories.story import Lived, live
from stories.weeks import check_weeks

FOLDER = Path(__file__).parent
DIARIES = sorted(FOLDER.glob("*.txt"))
EVERY_DIARY = pytest.mark.parametrize("path", DIARIES, ids=lambda path: path.stem)

_lived: dict[Path, Lived] = {}


def lived(index: Index, path: Path) -> Lived:
    """Return the diary of `path` as it was lived; each is lived once."""
    if path not in _lived:
        _lived[path] = live(index, read_diary(path))
    return _lived[path]


def written(folder: Path, text: str) -> Diary:
    """Return the diary of a text that is written down in `folder`."""
    path = folder / "written.txt"
    path.write_text(dedent(text), encoding="utf-8")
    return read_diary(path)


def unmarked(story: Lived) -> list[str]:
    """Return the lines that are said to come soon and hold already."""
    missed = {finding.line.number for finding in story.findings}
    soon = [line for line in story.life.diary.lines if line.soon]
    return [line.words for line in soon if line.number not in missed]


@EVERY_DIARY
def test_the_card_says_what_the_diary_expects(index: Index, path: Path) -> None:
    findings = lived(index, path).findings

    wrong = [finding.text for finding in findings if not finding.line.soon]

    assert not wrong, "\n".join(["", *wrong])


@EVERY_DIARY
def test_a_diary_lived_day_by_day_is_what_its_whole_log_says(index: Index, path: Path) -> None:
    life = lived(index, path).life
    last = day(7 * WEEKS)

    whole = fold(index, life.journal.read(), last)

    assert decide(carry_on(life.state, last)) == decide(whole)


@EVERY_DIARY
def test_a_report_of_it_counts_what_the_coach_counts(index: Index, path: Path) -> None:
    life = lived(index, path).life
    last = day(7 * WEEKS - 1)
    state = fold(index, life.journal.read(), last)

    found = report(index, life.journal.read(), today=last, weeks=WEEKS)

    assert (found.sessions, found.reps.done, found.reps.clean) == (
        state.sums.sessions,
        state.sums.reps,
        state.sums.clean,
    )
    assert found.loaded == sum(bool(lived_day.loaded) for lived_day in life.days)
    assert found.practised == sum(mark.mark in ("load", "practice") for mark in found.days)
    assert [hold.until is None for hold in found.pain.holds].count(True) == (state.hold is not None)
    assert {told.day for told in found.pain.red_days} >= {
        hold.since for hold in found.pain.holds if not hold.ambers
    }


@EVERY_DIARY
def test_a_line_that_holds_no_longer_says_that_it_comes_soon(index: Index, path: Path) -> None:
    story = lived(index, path)

    assert unmarked(story) == []


ONE_LIFE = """\
    One life
    With a flare in week 8.

    setup  equipment kettlebell,wall,dowel; bells 8,12; days mon,wed,fri; screen clear
    habit  does what the card says; 100 % clean; effort 5; pain 0; tells the morning after: 0
    w8 wed does the card; pain 7 sharp low back
    w8 thu morning 6
"""

FALSE = (
    "w5 mon card hold",
    "w5 mon card no load day",
    'w5 mon card says "hocus"',
    'w5 mon card never "first weight"',
    "w5 mon card no load",
    "w5 mon card nothing to do",
    "w10 fri card no swing or jump",
    "w5 mon card no kettlebell deadlift",
    "w5 mon card nothing new",
    "w7 mon card nothing fuller than before w5 mon",
    "w7 mon card nothing fuller than before w4 mon",
    "w7 mon card all lighter than before w6 fri",
    "w5 mon card emergency list",
    "w8 thu card no emergency list",
    "w5 mon card asks for a score",
    "w5 mon card no held breath",
    "w5 mon card plan week 6",
    "w5 mon card next: kettlebell swing",
    "w5 mon card open: kettlebell swing",
    "w5 mon card closed: kettlebell deadlift",
    "w7 mon card at most 1 set",
    "w7 mon card at most 3 minutes",
    "w7 mon card nothing over 7 kg",
    "w7 mon card half the range",
    "w5 mon card Romanian deadlift",
    "w5 mon card load: kettlebell deadlift 3x9",
    "w5 mon card kettlebell deadlift at 12 kg",
    "w5 mon card kettlebell deadlift at least 12 kg",
    "w5 mon card kettlebell deadlift at most 7 kg",
    "w5 mon card kettlebell deadlift under 8 kg",
    "w5 mon card kettlebell deadlift half the range",
    "w5 mon card kettlebell deadlift to warm up",
    "w6 mon card kettlebell deadlift, first",
    "weeks 1-26 every card: no load",
    'weeks 5-8 every load card: says "hocus"',
    'weeks 1-26 some card: says "hocus"',
    "weeks 1-4 some load card: no hold day",
    "weeks 5-7 each week: at most 2 load days",
    "weeks 5-7 each week: at least 4 load days",
    "weeks 1-7 each week: exactly 3 load days",
    "weeks 5-7 each week: at most 1 days whose card: kettlebell deadlift",
    "weeks 5-7 any 7 days: at most 1 load day",
    "weeks 1-7 never two practice days running",
    "weeks 1-26 never the same practice on more than 1 days running",
    "weeks 5-26 kettlebell deadlift grows at least every 1 weeks",
    "weeks 5-26 kettlebell deadlift grows at least every 9 weeks, until 16 kg",
    "weeks 5-26 barbell deadlift grows at least every 9 weeks",
    "weeks 9-26 no swing over what was lifted in the last 0 weeks",
)


def test_every_kind_of_line_can_fail(index: Index, tmp_path: Path) -> None:
    diary = written(tmp_path, ONE_LIFE + "".join(f"    {line}\n" for line in FALSE))

    findings = live(index, diary).findings

    found = {finding.line.text for finding in findings}
    assert [line for line in FALSE if line not in found] == []


def test_a_line_that_comes_soon_fails_nothing_until_it_holds(index: Index, tmp_path: Path) -> None:
    waits, holds = "w5 mon card hold (soon)", "w5 mon card load (soon)"
    story = live(index, written(tmp_path, f"{ONE_LIFE}    {waits}\n    {holds}\n"))

    assert [finding.line.soon for finding in story.findings] == [True]
    assert unmarked(story) == ["load"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("weeks 5-7 no load on the day after load", "w6 wed asks for load"),
        ("weeks 5-7 no load before two green days after a red score", "w6 wed loads"),
    ],
)
def test_load_too_early_is_seen(index: Index, tmp_path: Path, line: str, told: str) -> None:
    diary = written(tmp_path, f"{ONE_LIFE}    {line}\n")
    life = Life(index, diary, check=lambda life, line, seen: None)
    life.live()
    (over_weeks,) = diary.over_weeks
    assert check_weeks(life, over_weeks) is None

    before = life.days[day_number("6", "tue")]
    before.loaded, before.scores = True, [5]

    assert str(check_weeks(life, over_weeks)).startswith(told)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("w5 mon cards load", '"cards" is not known'),
        ("w5 xyz card load", "a line begins with"),
        ("w27 mon card load", "the weeks 1 to 26"),
        ("w5 wed to w5 mon card load", "the earlier day first"),
        ("w5 mon card load: kettlebell hoist", "no drill is called"),
        ("w5 mon card dances", "no drill is called"),
        ("w5 mon card at most 3 hours", "is not known of a card"),
        ("w5 mon does the card; 80 % shiny", "is no habit"),
        ("w5 mon setup shoes 44", "is no question of setup"),
        ("w5 mon setup goal fame", "write strength"),
        ("w5 mon morning good", '"morning" is not known with these words'),
        ("w5 mon morning 2 (soon)", "can come soon"),
        ("weeks 5-8 the moon rises", "not known of weeks"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_place(
    index: Index, tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(DiaryError) as error:
        live(index, written(tmp_path, f"{ONE_LIFE}    {line}\n"))

    assert str(error.value).startswith("written.txt:8: ")
    assert said in str(error.value)
    assert str(error.value).endswith(line)


def test_a_finding_is_told_with_its_line_the_day_and_the_card(index: Index, tmp_path: Path) -> None:
    diary = written(tmp_path, f"{ONE_LIFE}    w5 mon card hold\n")

    (finding,) = live(index, diary).findings

    place, day_said, blocks, words = finding.text.splitlines()
    assert place == "written.txt:8: w5 mon card hold"
    assert day_said.strip() == "w5 mon: the day is load, not hold"
    assert blocks.strip().startswith(
        "load: dowel hinge 1x10 (warm-up); kettlebell deadlift 3x8 @8kg"
    )
    assert words.strip().startswith("Kettlebell deadlift | ")
