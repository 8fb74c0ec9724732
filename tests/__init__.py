"""The test suite; a package so that its plugin and helpers can be imported by name."""
