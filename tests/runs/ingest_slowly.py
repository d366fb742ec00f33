"""`dragoman` with the slow coder, as a program of its own that can be killed.

With FILE_LIMIT in the environment no file may grow over so many bytes, which is what a full disk looks like.
"""

from __future__ import annotations

import os
import resource
import signal

from slow import SlowCoder, SlowMaker

from dragoman.cli.main import cli
from dragoman.cli.services import Services

if __name__ == "__main__":
    if "FILE_LIMIT" in os.environ:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        limit = int(os.environ["FILE_LIMIT"])
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    cli(obj=Services(coder=SlowCoder, extractor=lambda: None, name_of=lambda entry: None, maker=SlowMaker))
