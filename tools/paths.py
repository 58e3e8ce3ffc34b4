"""Where things are in a copy of the project. Standard library only, any Python 3."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCAL = ROOT / ".local"
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
