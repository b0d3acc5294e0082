"""`hrdocs --help` against importing click alone: at most 1.5 times. Prints one JSON line."""

import json
import statistics
import subprocess
import sys
import time

ROUNDS = 25
OURS = [sys.executable, "-c", "from hrdocs.cli import main; main(['--help'])"]
PEER = [sys.executable, "-c", "import click"]


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    pairs = [(seconds(OURS), seconds(PEER)) for _ in range(ROUNDS)]
    ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(
        json.dumps({"bench": "startup", "ours_s": ours, "peer_s": peer, "ratio": ours / peer, "at_most": 1.5})
    )


if __name__ == "__main__":
    main()
