"""The days that the product comes with. Tests that empty all tables take them away, so whoever needs them asks."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps


@pytest.fixture
def known_days(db: None) -> None:
    """Write the days of the migration again when they are gone."""
    import_module("sauro.calendars.migrations.0002_known_days").fill(apps, None)
