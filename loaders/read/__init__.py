"""Files to source text. `read_source` picks the reader by the file's name and first bytes; `read_sources` opens archives."""

from loaders.read.source import SUFFIXES, find_files, read_bytes, read_source, read_sources

__all__ = ["SUFFIXES", "find_files", "read_bytes", "read_source", "read_sources"]
