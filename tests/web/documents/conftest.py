"""A store and a quarantine of its own for each test."""

from tests.factories.folders import file_folder, quarantine_folder

__all__ = ["file_folder", "quarantine_folder"]
