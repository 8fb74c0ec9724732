"""Indicators, who has to reach them, who asked for it, and how far it got."""

from sauro.targets.models.actuals import Actual
from sauro.targets.models.asks import Ask, LeftOut, Settlement
from sauro.targets.models.indicators import Indicator, Share, YearLine

__all__ = ["Actual", "Ask", "Indicator", "LeftOut", "Settlement", "Share", "YearLine"]
