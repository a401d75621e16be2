"""A headless Chromium as a value: spoken to through a pipe, in Chrome's own debugging protocol.

Asks for no package: what a driver would bring is a few messages here. It skips, with its reason,
where there is no Chromium or no pipes for it.
"""

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_OPTIONS = (
    "--headless=new",
    "--remote-debugging-pipe",
    "--no-sandbox",  # as root, in a container, there is none to be had
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    "--no-default-browser-check",
)
_LISTENING_ON_3_AND_4 = """import os, sys
os.dup2(int(sys.argv[1]), 3)
os.dup2(int(sys.argv[2]), 4)
os.execvp(sys.argv[3], sys.argv[3:])"""
_ANSWER_S = 60.0
_HIGH = 10
"""From here on no descriptor is one of the two that Chromium listens on."""


class Page:
    """One page of a browser; `asked` are the addresses that it asked for since it was opened."""

    def __init__(self, browser: "Browser", session: str) -> None:
        self._browser, self._session = browser, session
        self.asked: list[str] = []
        for domain in ("Page", "Network", "Runtime"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the page, and return its answer."""
        return self._browser.send(method, parameters, session=self._session)

    def open(self, file: Path) -> None:
        """Load a file, and wait until it has come to rest."""
        self._browser.events.clear()
        self.send("Page.navigate", url=file.absolute().as_uri())
        self._browser.wait_for("Page.loadEventFired")
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        self.asked = [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def look(self, *, width: int, height: int = 900, scheme: str = "light") -> None:
        """Be a screen of this size (px), in a light or dark scheme."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.send("Emulation.setEmulatedMedia", media="", features=[feature])

    def run(self, script: str) -> Any:
        """Return the value of a script, awaited."""
        answer = self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def pdf(self) -> bytes:
        """Print the page as it wants to be printed."""
        answer = self.send("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(answer["data"])

    def picture(self) -> bytes:
        """Return the whole page as a PNG."""
        answer = self.send("Page.captureScreenshot", captureBeyondViewport=True, format="png")
        return base64.b64decode(answer["data"])


class Browser:
    """A running Chromium; `events` are those that came since they were last cleared."""

    def __init__(self, program: str, profile: Path) -> None:
        import fcntl

        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        heard, said = (
            fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, _HIGH) for end in (theirs_in, theirs_out)
        )
        words = (program, *_OPTIONS, f"--user-data-dir={profile}", "about:blank")
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LISTENING_ON_3_AND_4, str(heard), str(said), *words],
            pass_fds=(heard, said),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for end in (theirs_in, theirs_out, heard, said):
            os.close(end)
        self._in, self._out = ours_in, ours_out
        self._left, self._number = b"", 0
        self.events: list[dict[str, Any]] = []

    def page(self) -> Page:
        """Open a page."""
        target = self.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        session = self.send("Target.attachToTarget", {"targetId": target, "flatten": True})
        return Page(self, session["sessionId"])

    def send(
        self, method: str, parameters: dict[str, Any], *, session: str | None = None
    ) -> dict[str, Any]:
        """Send a message, and return its answer; what happens meanwhile is kept."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result

    def wait_for(self, method: str) -> None:
        """Wait until an event came."""
        while not any(event["method"] == method for event in self.events):
            self._next()

    def close(self) -> None:
        """End the browser, and wait for it."""
        with contextlib.suppress(OSError):
            os.write(self._out, json.dumps({"id": 0, "method": "Browser.close"}).encode() + b"\0")
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def _next(self) -> dict[str, Any]:
        """Return the next message; an event is kept too."""
        import select

        until = time.monotonic() + _ANSWER_S
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._in], [], [], max(0.0, until - time.monotonic()))
            assert ready, f"the browser said nothing for {_ANSWER_S:g} s"
            part = os.read(self._in, 1 << 16)
            assert part, "the browser has ended"
            self._left += part
        raw, _, self._left = self._left.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        if "method" in message:
            self.events.append(message)
        return message


@contextlib.contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """Run a headless Chromium with its profile in that folder; skip where there is none."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip(f"there is no headless Chromium: none of {', '.join(NAMES)}")
    if os.name == "nt":
        pytest.skip("Windows hands no pipes to a browser by their numbers")
    browser = Browser(program, profile)
    try:
        yield browser
    finally:
        browser.close()


def axe_script(folder: Path) -> str:
    """Return the accessibility checker axe as a script, fetched with npm; skip without it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("there is no npm to fetch axe-core with")
    done = subprocess.run(
        [npm, "pack", "axe-core@4", "--silent"],
        cwd=folder, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    packed = sorted(folder.glob("axe-core-*.tgz"))
    if done.returncode or not packed:
        pytest.skip("npm could not fetch axe-core")
    shutil.unpack_archive(packed[-1], folder, "gztar", filter="data")
    return (folder / "package" / "axe.min.js").read_text("utf-8")
