"""Appraisal by product: the decrees as pure functions (``rules``), monthly sheets that confirmed work fills."""
