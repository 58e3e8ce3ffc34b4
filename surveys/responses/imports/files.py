"""Uploaded files: kept encrypted in the database, readable on disk only while they are read."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO, cast

from surveys.core.errors import DomainError
from surveys.core.secrets import decrypt_bytes, encrypt_bytes
from surveys.responses.imports.models import ImportBatch, ImportChunk

MOST_BYTES = 50 * 1024 * 1024
TOO_LARGE = "The file is larger than 50 MB. Save it in smaller parts and bring them in one after the other."


def keep(batch: ImportBatch, pieces: Iterable[bytes]) -> None:
    """Keep an uploaded file, piece by piece. Raises DomainError when it is too large."""
    size = 0
    for position, piece in enumerate(pieces):
        size += len(piece)
        if size > MOST_BYTES:
            raise DomainError(TOO_LARGE)
        ImportChunk.objects.create(batch=batch, position=position, ciphertext=encrypt_bytes(piece))


@contextmanager
def opened(batch: ImportBatch) -> Iterator[BinaryIO]:
    """The file, for as long as the `with` lasts. It has no name on disk, so a killed process leaves none."""
    with TemporaryFile(prefix="import-") as file:
        for piece in _pieces(batch):
            file.write(piece)
        yield cast("BinaryIO", file)


def _pieces(batch: ImportBatch) -> Iterator[bytes]:
    stored = batch.chunks.order_by("position").values_list("ciphertext", flat=True)
    return (decrypt_bytes(bytes(ciphertext)) for ciphertext in stored.iterator(chunk_size=1))


def forget(batch: ImportBatch) -> None:
    """Delete the file; what became of its rows stays."""
    batch.chunks.all().delete()
