"""Quel organisme répond, pour quel sujet, à quelle date."""
