"""Eighteen months of invented but lifelike work for the demo province, written by COPY (docs/adr/0023).

``stories`` decides what people do and when, ``acts`` does it to rows in memory exactly as the services do it to rows in
the database, ``ledger`` writes rows, row history and events. ``loading`` puts it together.
"""
