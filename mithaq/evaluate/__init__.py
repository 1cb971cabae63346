"""Evaluation: the extractor's records beside hand-made ones."""

from mithaq.evaluate.gold import read
from mithaq.evaluate.predictions import Predictions, predictions
from mithaq.evaluate.scores import Accuracy, Detection, Miss, Scores, by_language, score

__all__ = ["Accuracy", "Detection", "Miss", "Predictions", "Scores", "by_language", "predictions", "read", "score"]
