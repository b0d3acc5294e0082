"""Working folders go with their work, and with the process that a signal ended."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrdocs.tools.scratch import scratch_folder, sweep

_HOLDER = """
import sys, time
from hrdocs.tools.scratch import scratch_folder
with scratch_folder() as folder:
    print(folder, flush=True)
    time.sleep(60)
"""


def test_a_folder_is_gone_after_its_work() -> None:
    """What stood in it is gone too."""
    with scratch_folder() as folder:
        (folder / "form.doc").write_bytes(b"x")
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_the_folder_of_a_killed_process_is_removed_and_no_other() -> None:
    """A folder in use stays; that of a process that was killed goes with the next sweep."""
    with subprocess.Popen([sys.executable, "-c", _HOLDER], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        folder = Path(process.stdout.readline().strip())
        sweep()
        assert folder.is_dir()
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    sweep()
    assert not folder.exists()
