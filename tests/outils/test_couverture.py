"""The coverage page is the one that the law gives."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from couverture import PAGE, lignes


def test_the_page_is_up_to_date() -> None:
    """Otherwise: make couverture."""
    assert PAGE.read_text(encoding="utf-8").splitlines() == list(lignes())
