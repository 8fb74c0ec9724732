"""Rules of law on the workforce as pure functions: no database, no clock."""
