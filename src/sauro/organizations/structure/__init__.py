"""The usual bodies of a province and of a commune, as data. Sources: docs/domain/units.md."""
