"""The benchmarks, with servers of their own, one JSON line per figure: python -m tools.bench [ARGUMENTS]."""

import subprocess
import sys

from tools import throwaway
from tools.errors import PlainError
from tools.paths import ROOT


def main() -> int:
    try:
        with throwaway.environment(durable=True) as environment:
            command = [sys.executable, "-m", "tests.benchmarks", *sys.argv[1:]]
            return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    except PlainError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
