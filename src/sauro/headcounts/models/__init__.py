"""Snapshots of the workforce on days, sizes of committees, and figures released by named people."""

from sauro.headcounts.models.releases import Release, ReleasedCount
from sauro.headcounts.models.sizes import CommitteeSize
from sauro.headcounts.models.snapshots import Line, Mark, Pending, Places, Snapshot

__all__ = ["CommitteeSize", "Line", "Mark", "Pending", "Places", "Release", "ReleasedCount", "Snapshot"]
