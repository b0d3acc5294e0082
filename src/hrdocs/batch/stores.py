"""Files at addresses: any store that fsspec knows (`s3://`, `az://`, `gs://`, `sftp://`, `file://`)."""

from collections.abc import Iterator
from typing import Any

from hrdocs.errors import InputError, UnavailableError


def is_address(text: str) -> bool:
    """Whether this is the address of a file or folder in a store rather than a path."""
    return "://" in text


def iter_stored(address: str) -> Iterator[str]:
    """The address of every file under an address, folder by folder, in order; of the file it names.

    Raises:
        InputError: nothing is there, or the store does not let us in.
        UnavailableError: what reads this kind of store is not installed.
    """
    system, path = _open_store(address)
    try:
        if not system.isdir(path):
            if not system.exists(path):
                raise InputError(address, "is not there", "Check the address.", code="not-found")
            yield str(system.unstrip_protocol(path))
            return
        for folder, _, names in system.walk(path):
            for name in sorted(names):
                if name:  # a store of objects lists a folder's own marker as a file without a name
                    yield str(system.unstrip_protocol(f"{folder.rstrip('/')}/{name}"))
    except OSError as error:
        raise _unreadable(address, error) from error


def read_stored(address: str, *, at_most: int) -> bytes:
    """The bytes at an address.

    Raises:
        InputError: it is not there, cannot be read, or is larger than `at_most` bytes.
        UnavailableError: what reads this kind of store is not installed.
    """
    system, path = _open_store(address)
    try:
        with system.open(path, "rb") as file:
            data = bytes(file.read(at_most + 1))
    except OSError as error:
        raise _unreadable(address, error) from error
    if len(data) > at_most:
        size = f"is larger than {at_most // 1024**2} MB"
        raise InputError(address, size, "Ask for it in smaller parts.", code="too-large")
    return data


def _open_store(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]
    except ImportError as error:
        step = "Install it: pip install 'hrdocs[cluster]'."
        raise UnavailableError(address, "files at addresses need fsspec", step) from error
    try:
        system, path = url_to_fs(address)
    except ImportError as error:
        kind = address.partition("://")[0]
        step = "Install it beside hrdocs: s3fs for s3://, adlfs for az://, gcsfs for gs://."
        raise UnavailableError(address, f"what reads {kind}:// is not installed", step) from error
    except (ValueError, OSError) as error:
        raise InputError(address, "is no address that can be read", "Check it.", code="not-found") from error
    return system, str(path)


def _unreadable(address: str, error: OSError) -> InputError:
    is_gone = isinstance(error, FileNotFoundError)
    fact = "is not there" if is_gone else "cannot be read from its store"
    return InputError(address, fact, "Check the address and who may read it.", code="not-found")
