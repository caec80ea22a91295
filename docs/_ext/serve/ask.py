"""As `python -m MODULE ARGUMENTS`, but by the process `warm` if it listens: `python -IS ask.py MODULE ARGUMENTS`.

The address is in the environment, as SERVE_SOCKET. Imports nothing that takes long.
"""

from __future__ import annotations

import json
import os
import socket
import sys


def ask(address: str, arguments: list[str]) -> int | None:
    """The exit code of the program, or None if nobody listens."""
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(address)
        except OSError:
            return None
        folder = os.getcwd()  # noqa: PTH109  (pathlib takes time to import)
        request = {"arguments": arguments, "folder": folder, "environment": dict(os.environ)}
        line = json.dumps(request).encode() + b"\n"
        socket.send_fds(connection, [line[:1]], [0, 1, 2])
        connection.sendall(line[1:])
        answer = connection.recv(16)
    # Who was killed while it worked has not answered.
    return int(answer) % 256 if answer else 1


if __name__ == "__main__":
    code = ask(os.environ.get("SERVE_SOCKET", ""), sys.argv[1:])
    if code is None:
        os.execv(sys.executable, [sys.executable, "-m", *sys.argv[1:]])  # noqa: S606
    sys.exit(code)
