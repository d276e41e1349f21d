"""One question, one function."""

from egide.services.cotisations import cotisations

__all__ = ["cotisations"]
