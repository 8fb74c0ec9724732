"""CH: spelling, signs and typing."""
