"""How well the extractor reads: section 8 of the annotation guide, as pure functions over its machine-readable form."""

from loaders.score.against import Comparison, compare_runs
from loaders.score.layers import LAYERS, score_document
from loaders.score.report import Failure, Report, Tally, frozen_json, report_json, sum_reports
from loaders.score.run import Run, score_files

__all__ = [
    "LAYERS",
    "Comparison",
    "Failure",
    "Report",
    "Run",
    "Tally",
    "compare_runs",
    "frozen_json",
    "report_json",
    "score_document",
    "score_files",
    "sum_reports",
]
