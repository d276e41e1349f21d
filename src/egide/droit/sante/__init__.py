"""Indemnités journalières de maladie des travailleurs indépendants."""
