"""Runs a script once, as `python script.py` would, in a process group of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import psutil

from .environments import environment_of
from .python import Python, this_python
from .run import Ending, Run

if TYPE_CHECKING:
    from .example import Example

INSIDE = Path(__file__).parent / "inside"
OUTPUT_LIMIT = 100_000  # bytes of each stream; no page shows more
GRACE = 5.0  # seconds for the fork server and the resource tracker to notice that the script has ended
STACK_WAIT = 2.0  # seconds that a process gets to write its stacks


def run_once(
    example: Example,
    start_method: str,
    python: Python | None = None,
    *,
    traced: bool = False,
    output_limit: int = OUTPUT_LIMIT,
    grace: float = GRACE,
) -> Run:
    """One execution of `example` under `start_method`, by the Python that runs this code if no other is given.

    Raises ExampleError if it needs an environment that cannot be made.
    """
    python = environment_of(example, python or this_python())
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        stacks = Path(folder, "stacks")
        trace = Path(folder, "trace")
        desk = Path(folder, "desk")  # where the script finds itself: empty
        desk.mkdir()
        scratch = Path(folder, "tmp")  # not on the desk, where the script would see the fork server's files
        scratch.mkdir()
        began = time.perf_counter()
        process = subprocess.Popen(
            [python.executable, str(example.file)],
            cwd=desk,
            env=environment(desk, scratch, start_method, stacks) | ({"RUN_TRACE": str(trace)} if traced else {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        guard = Guard(process.pid, stacks)
        captures = [Capture(stream, output_limit, guard) for stream in (process.stdout, process.stderr) if stream]
        timer = threading.Timer(example.header.time_limit, guard.time_is_up)
        timer.start()
        process.wait()
        seconds = time.perf_counter() - began
        timer.cancel()
        timer.join()
        left_behind = () if guard.ending != "exit" else leftovers(process.pid, grace)
        kill_group(process.pid)
        (stdout, stdout_clean), (stderr, stderr_clean) = (
            capture.text(example.file, desk, python) for capture in captures
        )
        events = trace.read_text(encoding="utf-8") if trace.exists() else ""
    return Run(
        python=python.version,
        start_method=start_method,
        stdout=stdout,
        stderr=stderr,
        exit_code=process.returncode,
        seconds=seconds,
        ending=guard.ending,
        undecodable=tuple(name for name, clean in (("stdout", stdout_clean), ("stderr", stderr_clean)) if not clean),
        left_behind=left_behind,
        stacks=tidy(guard.stacks, example.file, desk, python),
        trace=events,
    )


def catch_ignored_signals() -> None:
    """Lets runs start as from a terminal, though this process may ignore signals, as under nohup or in the background.

    A program inherits that a signal is ignored, but not that it is caught; so catch it, and ignore it that way.
    """
    for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ}:  # subprocess restores those
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def environment(desk: Path, scratch: Path, start_method: str, stacks: Path) -> dict[str, str]:
    """The same on every machine, and nothing inherited.

    `PYTHONDONTWRITEBYTECODE` above all: without compiled files a spawned child starts eight times slower.
    """
    return {
        "PATH": os.defpath,
        "HOME": str(desk),
        "TMPDIR": str(scratch),
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": str(INSIDE),
        "NO_COLOR": "1",
        "COLUMNS": "80",
        "RUN_START_METHOD": start_method,
        "RUN_STACKS": str(stacks),
    }


@dataclass
class Guard:
    """Ends a run that takes too long or prints too much; `group` is the id of its process group."""

    group: int
    stacks_file: Path
    ending: Ending = "exit"
    stacks: str = ""

    def time_is_up(self) -> None:
        self.stacks = stacks_of_group(self.group, self.stacks_file)
        self.stop("time limit")

    def stop(self, reason: Ending) -> None:
        self.ending = reason
        kill_group(self.group)


@dataclass
class Capture:
    """Reads one stream of a run in a thread, and keeps its first `limit` bytes."""

    stream: IO[bytes]
    limit: int
    guard: Guard
    content: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self) -> None:
        with self.stream:
            while piece := os.read(self.stream.fileno(), 65536):
                self.content += piece[: self.limit - len(self.content)]
                if len(self.content) == self.limit and self.guard.ending == "exit":
                    self.guard.stop("output limit")

    def text(self, script: Path, desk: Path, python: Python) -> tuple[str, bool]:
        """What was printed, and whether all of it was UTF-8."""
        self.thread.join(timeout=1.0)  # longer only if a process left the group and still holds the pipe
        content = bytes(self.content)
        if len(content) == self.limit:  # the cut may have gone through a character
            content = content.decode("utf-8", "ignore").encode() if is_cut_utf8(content) else content
        text = content.decode("utf-8", "backslashreplace")
        return tidy(text, script, desk, python), text.encode() == content


def is_cut_utf8(content: bytes) -> bool:
    """Whether `content` is UTF-8 but for a character that was cut at its end."""
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.end == len(content) and error.reason == "unexpected end of data"
    return False


def tidy(text: str, script: Path, desk: Path, python: Python) -> str:
    """Takes the folders of this machine out of tracebacks: the names of files are what tells a reader something."""
    text = text.replace(f"{script.parent}{os.sep}", "").replace(f"{desk}{os.sep}", "").replace(f"{INSIDE}{os.sep}", "")
    for folder in filter(None, (python.packages, python.library)):
        text = text.replace(folder, f".../{Path(folder).name}")
    return text


def members(group: int) -> list[psutil.Process]:
    """The living processes of a process group."""
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return []
    found = []
    for process in psutil.process_iter():
        try:
            if os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (ProcessLookupError, PermissionError, psutil.Error):
            continue
    return found


def leftovers(group: int, grace: float) -> tuple[str, ...]:
    """Descriptions of the processes that are still there `grace` seconds after the script ended; mostly none."""
    deadline = time.monotonic() + grace
    while (still := members(group)) and time.monotonic() < deadline:
        time.sleep(0.002)
    return tuple(describe(process) for process in still)


def describe(process: psutil.Process) -> str:
    """A line that tells a reader which process this is."""
    try:
        command = " ".join(process.cmdline())
        parent = process.ppid()
    except psutil.Error:
        return f"process {process.pid}"
    role = next((role for role in ("forkserver", "resource_tracker", "spawn_main") if role in command), "script")
    roles = {"forkserver": "fork server or its child", "resource_tracker": "resource tracker", "spawn_main": "child"}
    return f"process {process.pid} ({roles.get(role, 'script or forked child')}, parent {parent})"


def stacks_of_group(group: int, stacks_file: Path) -> str:
    """The stacks of all processes of a group, one after another."""
    parts = []
    for process in sorted(members(group), key=lambda process: process.pid):
        parts.append(f"{describe(process)}\n{stacks_of(process, stacks_file)}".rstrip())
    return "\n\n".join(parts)


def stacks_of(process: psutil.Process, stacks_file: Path) -> str:
    """Asks one process for its stacks, and waits until they are written."""
    before = size(stacks_file)
    try:
        process.send_signal(signal.SIGUSR1)
    except psutil.Error:
        return ""
    deadline = time.monotonic() + STACK_WAIT
    last = before
    while time.monotonic() < deadline:
        time.sleep(0.05)
        now = size(stacks_file)
        if now > before and now == last:
            break
        last = now
    with stacks_file.open("rb") as stream:
        stream.seek(before)
        return stream.read().decode("utf-8", "backslashreplace")


def size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def kill_group(group: int) -> None:
    """Ends every process of a group that is still there."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)
