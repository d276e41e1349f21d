"""Cotisations et contributions des artisans, commerçants et professions libérales non réglementées."""
