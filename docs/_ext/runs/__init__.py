"""Examples and their runs: what a script promises to print, and what it printed. Knows nothing of Sphinx."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
RECORDS = ROOT / "_build" / "runs"
ENVIRONMENTS = ROOT / "_build" / "environments"
LOCK = ROOT / "requirements.txt"
SOAK = ROOT / "docs" / "soak.json"
