"""Template helpers of the register of units."""
