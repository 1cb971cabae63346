"""Evaluation: the extractor's records beside hand-made ones."""

from mithaq.evaluate.cases import Case, cases
from mithaq.evaluate.error_page import error_page
from mithaq.evaluate.gold import read
from mithaq.evaluate.intervals import Interval, intervals
from mithaq.evaluate.predictions import Predictions, predictions
from mithaq.evaluate.scores import Accuracy, Detection, Miss, Scores, by_article, languages, score, total

__all__ = [
    "Accuracy", "Case", "Detection", "Interval", "Miss", "Predictions", "Scores",
    "by_article", "cases", "error_page", "intervals", "languages", "predictions", "read", "score", "total",
]  # fmt: skip
