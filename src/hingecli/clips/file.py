"""What lies under a name that a person typed: a pose track, a clip, or neither.

Needs no OpenCV: what is no clip is told before anything is installed for it.
"""

import stat
from pathlib import Path
from typing import Final, Literal

from hingecli.errors import UsageError, cause_of

FilmFile = Literal["track", "clip"]

FILM_INSTEAD: Final = "Film one set from the side with your phone, and name that file."
_TRACK_NAMES = (".json", ".json.gz")
_LOOKED_AT = 4096
_GZIP = b"\x1f\x8b"
_PHOTOS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_PHOTO_BRANDS = (b"heic", b"heix", b"mif1", b"avif")
_SOUNDS = (b"ID3", b"fLaC", b"\xff\xfb", b"\xff\xf3", b"\xff\xf1", b"#!AMR", b"FORM")
_SOUND_BRANDS = (b"M4A", b"M4B")
_WHOLE_FILE = 0
_LONG_SIZE = 1
_MP4_PARTS = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"moof", b"meta")


def kind_of(path: Path) -> FilmFile:
    """Return what the file is by its first bytes. Raises UsageError for what is no film."""
    name = path.name or str(path)  # never the folders: what is told is kept in scripts' logs
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UsageError(f"{name} is a folder. {FILM_INSTEAD}")
        if not stat.S_ISREG(found.st_mode):  # opening a pipe would wait forever
            raise UsageError(f"{name} is no file. {FILM_INSTEAD}")
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT)
    except FileNotFoundError as error:
        raise UsageError(f"there is no file {name}. {FILM_INSTEAD}") from error
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {cause_of(error)}. {FILM_INSTEAD}") from error
    except ValueError as error:  # a name that no file can have
        raise UsageError(f"{name} is no file's name. {FILM_INSTEAD}") from error
    if not head:
        raise UsageError(f"{name} is empty. {FILM_INSTEAD}")
    if path.name.lower().endswith(_TRACK_NAMES) or head.startswith((b"{", _GZIP)):
        return "track"
    if _is_photo(head):
        raise UsageError(f"{name} is a photo: it shows no rep. {FILM_INSTEAD}")
    if _is_sound(head):
        raise UsageError(f"{name} is sound alone. {FILM_INSTEAD}")
    if _is_text(head):
        raise UsageError(f"{name} is text, no clip. {FILM_INSTEAD}")
    if head[4:8] in _MP4_PARTS and _is_cut_short(path, found.st_size):
        raise UsageError(f"{name} ends too early. Copy it from the phone again, or film anew.")
    return "clip"


def _is_photo(head: bytes) -> bool:
    heif = head[4:8] == b"ftyp" and head[8:12] in _PHOTO_BRANDS
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return heif or webp or head.startswith(_PHOTOS)


def _is_sound(head: bytes) -> bool:
    wave = head.startswith(b"RIFF") and head[8:12] == b"WAVE"
    aac = head[4:8] == b"ftyp" and head[8:11] in _SOUND_BRANDS
    return wave or aac or head.startswith(_SOUNDS)


def _is_text(head: bytes) -> bool:
    if b"\0" in head:
        return False
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(head) - 3  # cut within a sign
    return True


def _is_cut_short(path: Path, size: int) -> bool:
    """Return whether an MP4 or MOV lacks its end: its parts say how long they are.

    How many frames a file claims is not asked: it may claim any number.
    """
    names: list[bytes] = []
    at = 0
    with path.open("rb") as file:
        while at < size:
            file.seek(at)
            head = file.read(16)
            if len(head) < 8:
                return True
            length, name = int.from_bytes(head[:4], "big"), head[4:8]
            if length == _LONG_SIZE:
                length = int.from_bytes(head[8:16], "big")
            if length == _WHOLE_FILE:
                return False
            if length < 8:
                return bool(names) and b"moov" not in names
            names.append(name)
            at += length
    return at > size or not {b"moov", b"moof"} & set(names)
