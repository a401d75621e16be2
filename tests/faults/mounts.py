"""Small file systems of a test's own: one that fills up, one whose power can be cut.

Owns mounting them, which needs root, and unmounting them whatever happens.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_SHUTDOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN, as <linux/ext4.h> has it."""
_NO_LOG_FLUSH = b"\x02\x00\x00\x00"


def need_root() -> None:
    """Skip the test where nothing may be mounted."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root may mount a file system")


@contextmanager
def small_disk(place: Path, *, kilobytes: int) -> Iterator[Path]:
    """Return a disk of so many kilobytes."""
    need_root()
    place.mkdir()
    mounted = _run("mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place))
    if not mounted:
        pytest.skip("no tmpfs can be mounted here")
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


class PowerDisk:
    """An ext4 disk in a file, whose power can be cut."""

    def __init__(self, image: Path, place: Path) -> None:
        self.image = image
        self.place = place

    def make(self) -> None:
        """Format it anew."""
        with self.image.open("wb") as file:
            file.truncate(8 << 20)
        if shutil.which("mkfs.ext4") is None or not _run("mkfs.ext4", "-q", "-F", str(self.image)):
            pytest.skip("no mkfs.ext4 here")

    def on(self) -> None:
        """Mount it, as after a start."""
        self.place.mkdir(exist_ok=True)
        if not _run("mount", "-o", "loop", str(self.image), str(self.place)):
            pytest.skip("no loop device can be mounted here")

    def power_off(self) -> None:
        """Cut the power: nothing that was not on the disk gets there any more."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            import fcntl

            fcntl.ioctl(descriptor, _SHUTDOWN, _NO_LOG_FLUSH)
        except OSError as error:
            pytest.skip(f"this kernel cuts no disk's power: {error}")
        finally:
            os.close(descriptor)

    def off(self) -> None:
        """Unmount it."""
        _run("umount", str(self.place))


def _run(*words: str) -> bool:
    return subprocess.run(words, capture_output=True).returncode == 0
