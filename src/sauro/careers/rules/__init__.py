"""Rules on careers as pure functions: no database, no clock."""
