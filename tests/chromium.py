"""The browser that tests look at pages with, and what drives it."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = Path(__file__).parent / "browser"
MODULES = FOLDER / "node_modules"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
