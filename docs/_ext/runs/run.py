"""A run: one recorded execution of one example."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .contract import Stream

FORMAT = 1  # raise it when a record's meaning changes: old records are then not found any more
TRACE_FORMAT = 1  # raise it when what a traced process writes changes: traced runs are then made again

Ending = Literal["exit", "time limit", "output limit"]


@dataclass(frozen=True)
class Run:
    """What happened when a script ran.

    `exit_code` is negative for a signal, as in `subprocess`. `seconds` is the life of the script's own process.
    `stdout` and `stderr` hold what could be decoded, other bytes as `\\xNN`; `undecodable` names the streams that had
    such bytes. `stacks` (after a time limit) has the stack of every thread of every process; `left_behind` describes
    the processes that outlived the script. `trace` (only of a traced run) is what `trace.py` reads.
    """

    python: str
    start_method: str
    stdout: str
    stderr: str
    exit_code: int
    seconds: float
    ending: Ending = "exit"
    undecodable: tuple[str, ...] = ()
    left_behind: tuple[str, ...] = ()
    stacks: str = ""
    trace: str = ""

    def printed(self, stream: Stream) -> str:
        """What came on one of the two streams."""
        return self.stdout if stream == "stdout" else self.stderr

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> Run:
        """Raises ValueError, TypeError or AttributeError if `text` is no record."""
        fields = json.loads(text)
        for name in ("undecodable", "left_behind"):
            fields[name] = tuple(fields[name])
        run = cls(**fields)
        if not all(isinstance(text, str) for text in (run.stdout, run.stderr, run.stacks, run.trace)):
            raise TypeError("output is text")
        return run
