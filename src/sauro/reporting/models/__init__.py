"""The pre-aggregated figures of the board (docs/adr/0022). Derived from assignments, and only the trigger and the
services of this app write them."""

from sauro.reporting.models.cells import BoardCell, BoardChange
from sauro.reporting.models.sums import BoardDay, FieldSlotSum, FieldSum, SlotSum, Sums, UnitSum

__all__ = ["BoardCell", "BoardChange", "BoardDay", "FieldSlotSum", "FieldSum", "SlotSum", "Sums", "UnitSum"]
