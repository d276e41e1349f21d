"""Tests on the law as it is written: sweeps, exactness, properties."""
