"""Bytes in: files and directories → documents with their text."""

from __future__ import annotations

from wirecopy.documents.decode import Decoded, NotText, decode
from wirecopy.documents.files import READERS, decoded, document_of, documents_in

__all__ = ["READERS", "Decoded", "NotText", "decode", "decoded", "document_of", "documents_in"]
