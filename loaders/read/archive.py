"""The notices in a zip, without unpacking it on the disk: limits against bombs, names in any encoding."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from loaders.errors import ReadError

MAX_MEMBERS = 2000
MAX_MEMBER = 20_000_000
MAX_TOTAL = 500_000_000
MAX_RATIO = 200
MAX_DEPTH = 2
"""An archive may hold archives, those hold none."""

_SMALL = 1_000_000
_SPLIT = "解压后分成小一些的文件夹再试 (unpack it, try smaller folders)"
_UNPACK = "解压后再试 (unpack it first)"

Member = tuple[str, bytes | ReadError]
"""The name of a file in the archive, and its bytes or why they cannot be had."""


def read_members(raw: bytes, depth: int = 1) -> Iterator[Member]:
    """Every file of a zip in the order of its names; archives in it are opened, one level deep.

    Raises ReadError for an archive that is damaged or larger than the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = sorted((info for info in archive.infolist() if not _is_litter(info)), key=lambda info: _name(info))
            _check(infos)
            for info in infos:
                yield from _member(archive, info, depth)
    except (zipfile.BadZipFile, zipfile.LargeZipFile) as error:
        raise ReadError(
            f"压缩包已损坏 (damaged archive): {error}", "重新下载或重新压缩 (download or zip it again)"
        ) from error


def is_archive(raw: bytes) -> bool:
    """Whether the bytes are a zip that is no Word, Excel or other office file."""
    if not raw.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return True
    return not names & {"[Content_Types].xml", "OFD.xml", "mimetype"}


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MAX_MEMBERS:
        raise ReadError(f"压缩包里文件太多：{len(infos)}，上限 {MAX_MEMBERS} (too many files)", _SPLIT)
    if sum(info.file_size for info in infos) > MAX_TOTAL:
        raise ReadError(f"压缩包解压后超过 {MAX_TOTAL // 1_000_000} MB (too large when unpacked)", _SPLIT)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, depth: int) -> Iterator[Member]:
    name = _name(info)
    content = _content(archive, info)
    if isinstance(content, bytes) and is_archive(content):
        if depth >= MAX_DEPTH:
            yield name, ReadError("压缩包套了多层 (archives in archives)", _UNPACK)
            return
        try:
            for inner, found in read_members(content, depth + 1):
                yield f"{name}/{inner}", found
        except ReadError as error:
            yield name, error
        return
    yield name, content


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | ReadError:
    if info.flag_bits & 1:
        return ReadError("压缩包有密码 (encrypted archive)", "解压后再试 (unpack it with the password first)")
    if info.file_size > MAX_MEMBER:
        return ReadError(
            f"文件太大：{info.file_size / 1e6:.0f} MB，上限 {MAX_MEMBER // 1_000_000} MB (too large)", _UNPACK
        )
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return ReadError(
            "压缩比异常，可能是压缩炸弹 (suspicious compression ratio)",
            "确认来源可靠后解压再试 (unpack it if you trust it)",
        )
    try:
        with archive.open(info) as file:
            content = file.read(MAX_MEMBER + 1)  # the size in the directory may lie
    except Exception as error:  # zlib.error and its kin of other methods share no base
        return ReadError(
            f"压缩包里的文件已损坏 (damaged member): {error}", "重新下载或重新压缩 (download or zip it again)"
        )
    return content if len(content) <= MAX_MEMBER else ReadError("文件比压缩包所称的大 (larger than stated)", _UNPACK)


def _is_litter(info: zipfile.ZipInfo) -> bool:
    """Folders, and what systems leave in archives."""
    path = PurePosixPath(info.filename)
    return (
        info.is_dir()
        or path.name.startswith(".")
        or path.name in ("Thumbs.db", "desktop.ini")
        or "__MACOSX" in path.parts
    )


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name; Chinese systems write it in GBK without saying so."""
    if info.flag_bits & 0x800:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename
