"""What every chapter of the law shares."""
