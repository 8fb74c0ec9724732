"""Periodic reports: defined as data, filled by units, approved, rolled up with every source, frozen when sent."""
