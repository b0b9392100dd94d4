"""Facts of real notices that readers have settled: the guide's form, without the notices' text."""

from loaders.verified.cuts import fill, leave_out
from loaders.verified.files import Facts, find_json, read_json
from loaders.verified.notices import RULE, notice_of, read_verified

__all__ = ["RULE", "Facts", "fill", "find_json", "leave_out", "notice_of", "read_json", "read_verified"]
