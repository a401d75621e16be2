"""What the wheel's build makes of the protocol is the protocol, and only of the very same text."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from hingecli.coach.protocol.protocol import Protocol
from hingecli.content import bundled, load_protocol, reading

ROOT = Path(__file__).parent.parent.parent
TINY = ROOT / "tests" / "protocols" / "tiny"


@pytest.mark.parametrize("root", [ROOT / "data", TINY])
def test_the_source_of_a_protocol_makes_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hatchling", reason="the build's hook: it comes with the group dev")
    monkeypatch.syspath_prepend(ROOT / "src")
    from build_tables import source_of

    protocol = reading.read_part(root, reading.PROTOCOL, Protocol)
    made: dict[str, object] = {}
    exec(source_of(protocol), made)

    assert made["PROTOCOL"] == protocol


def test_a_compiled_protocol_is_taken_for_its_own_text_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    protocol = reading.read_part(TINY, reading.PROTOCOL, Protocol)
    compiled = ModuleType("hingecli.content.compiled_protocol")
    monkeypatch.setattr(compiled, "PROTOCOL", protocol, raising=False)
    monkeypatch.setitem(sys.modules, compiled.__name__, compiled)
    text = reading.read_text(TINY, reading.PROTOCOL)
    monkeypatch.setattr(reading, "_tables", lambda: {reading.PROTOCOL: (text, "{}")})

    assert load_protocol(TINY).protocol is protocol
    assert load_protocol(bundled()).protocol.id != protocol.id
