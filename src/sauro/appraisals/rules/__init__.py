"""The appraisal decrees as functions: no database, no clock, no Django; exact from the first figure to the last.

``Settings`` of a rule set (``settings_for``) say how the points are read that the law leaves open. A month or quarter
is scored by ``score_period`` from ``Sums`` (integers that SQL may add as well as ``sums_of``); ``appraise`` does the
same from tasks and writes the trace. ``year_of`` takes the means, ``rate_person``, ``rate_cadre`` and ``rate_unit``
propose a level with its bounds and reasons, ``share_out`` works out how many may stand on the highest level. Nothing
here decides: a rating is the decision of a person. How the law is read, and why, stands in
docs/domain/appraisal-rules.md.
"""
