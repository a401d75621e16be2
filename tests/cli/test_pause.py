"""`hinge pause` and `hinge resume`."""

from cli.running import Hinge, on


def test_a_pause_is_told_in_words(hinge: Hinge) -> None:
    assert "until Thu 7 Jan. Get well." in hinge("pause", "ill", "until", "7", "jan").out


def test_a_pause_waits_until_its_last_day_or_a_resume(hinge: Hinge) -> None:
    hinge("pause", "--until", "+2d", now=on(1))

    def kind(day: int) -> str:
        return str(hinge("today", "--json", now=on(day)).json["kind"])

    assert [kind(1), kind(3), kind(4)] == ["paused", "paused", "practice"]
    assert "welcome back" in hinge("resume", now=on(2)).out
    assert kind(2) == "practice"
    assert "no pause to end" in hinge("resume", now=on(2)).out


def test_a_pause_cannot_end_before_it_begins(hinge: Hinge) -> None:
    assert hinge("pause", "--until", "yesterday").code == 2
