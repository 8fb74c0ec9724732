"""What each command of ``vanban`` does with its arguments."""
