"""A script is run as `python script.py` would, alone in its folder and its process group, within limits."""

from __future__ import annotations

import os
import re
import select
import sys
import sysconfig
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from runs.example import read_example
from runs.header import START_METHODS
from runs.runner import run_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from runs.example import Example
    from runs.run import Run

HELLO = """
import multiprocessing, os

def show(parent):
    print("child", multiprocessing.get_start_method(), __name__, os.getppid() == parent)

if __name__ == "__main__":
    print("parent", multiprocessing.get_start_method(), __name__, flush=True)
    child = multiprocessing.Process(target=show, args=(os.getpid(),))
    child.start()
    child.join()
"""

HANGING = """
import multiprocessing, os, pathlib, threading

def wait_in_child():
    line = open(pathlib.Path(__file__).with_name("line"), "w")
    line.write("I have arrived\\n")
    line.flush()
    threading.Event().wait()

def wait_for_child():
    child = multiprocessing.Process(target=wait_in_child)
    child.start()
    child.join()

if __name__ == "__main__":
    line = open(pathlib.Path(__file__).with_name("line"), "w")
    print("begun", flush=True)
    wait_for_child()
"""


class Line:
    """A FIFO beside the scripts. It ends when every process that has opened it for writing is gone."""

    def __init__(self, folder: Path) -> None:
        os.mkfifo(folder / "line")
        self.descriptor = os.open(folder / "line", os.O_RDONLY | os.O_NONBLOCK)

    def read(self) -> bytes:
        """What was written, b"" at the end. Waits for it, but not for ever."""
        readable, _, _ = select.select([self.descriptor], [], [], 20)
        assert readable, "a process that should be gone still holds the line"
        return os.read(self.descriptor, 1000)


@pytest.fixture
def line(examples: Path) -> Iterator[Line]:
    line = Line(examples / "x")
    yield line
    os.close(line.descriptor)


@pytest.fixture
def time_is_up_on_call(monkeypatch: pytest.MonkeyPatch, line: Line) -> None:
    """The time limit comes when the script writes to the line, however slow the machine is."""

    class Timer(threading.Thread):
        def __init__(self, seconds: float, function: Callable[[], None]) -> None:
            super().__init__(daemon=True)
            self.function = function

        def run(self) -> None:
            if line.read():
                self.function()

        def cancel(self) -> None:
            pass

    monkeypatch.setattr(threading, "Timer", Timer)


@pytest.fixture
def run(write_example: Callable[..., Example]) -> Callable[..., Run]:
    """Runs some code once."""

    def run(
        code: str, start_method: str = "fork", *, settings: str = "", output_limit: int = 100_000, grace: float = 5.0
    ) -> Run:
        example = write_example(code, settings=settings)
        return run_once(example, start_method, output_limit=output_limit, grace=grace)

    return run


@pytest.mark.parametrize(
    ("method", "child"),
    [("fork", "__main__ True"), ("spawn", "__mp_main__ True"), ("forkserver", "__mp_main__ False")],
)
def test_the_start_method_is_in_force_from_outside(run: Callable[..., Run], method: str, child: str) -> None:
    done = run(HELLO, method)
    assert done.stdout == f"parent {method} __main__\nchild {method} {child}\n"
    assert (done.stderr, done.exit_code, done.ending, done.left_behind) == ("", 0, "exit", ())
    assert done.start_method == method


@pytest.mark.parametrize("chosen", START_METHODS)
def test_the_script_may_still_choose_a_start_method_once(run: Callable[..., Run], chosen: str) -> None:
    code = HELLO.replace('    print("parent"', f'    multiprocessing.set_start_method("{chosen}")\n    print("parent"')
    assert run(code, "spawn").stdout.splitlines()[0] == f"parent {chosen} __main__"
    assert run(code, "fork").stdout.splitlines()[1].startswith(f"child {chosen} ")


def test_the_run_knows_its_python_and_how_long_it_took(run: Callable[..., Run]) -> None:
    done = run("import sys\nprint(sys.version.split()[0], sys.executable)\n")
    assert done.stdout == f"{done.python} {sys.executable}\n"
    assert done.python == sys.version.split()[0]
    assert done.seconds > 0


def test_the_script_is_called_as_on_a_command_line(run: Callable[..., Run]) -> None:
    done = run("import sys\nprint(len(sys.argv), sys.path[0] == sys.argv[0].rpartition('/')[0], __file__)\n")
    assert done.stdout == "1 True shown.py\n"


def test_the_working_directory_is_fresh_and_empty(run: Callable[..., Run]) -> None:
    code = "import os\nprint(os.listdir(), os.path.dirname(__file__) == os.getcwd())\nopen('left', 'w').close()\n"
    assert run(code).stdout == "[] False\n"
    assert run(code).stdout == "[] False\n"


def test_the_working_directory_is_gone_after_the_run(run: Callable[..., Run]) -> None:
    folder = Path(run("import os\nprint(os.getcwd())\n").stdout.rstrip("\n"))
    assert folder.is_absolute()
    assert not folder.exists()


def test_temporary_files_do_not_turn_up_in_the_working_directory(run: Callable[..., Run]) -> None:
    code = "import os, tempfile\nwith tempfile.NamedTemporaryFile():\n    print(os.listdir())\n"
    assert run(code).stdout == "[]\n"


def test_standard_input_is_closed(run: Callable[..., Run]) -> None:
    reader, writer = os.pipe()
    os.write(writer, b"not for the script\n")
    os.close(writer)
    before = os.dup(0)
    os.dup2(reader, 0)
    try:
        done = run("input()\n")
    finally:
        os.dup2(before, 0)
        os.close(before)
        os.close(reader)
    assert done.exit_code == 1
    assert done.stderr.endswith("EOFError: EOF when reading a line\n")


def test_the_environment_is_not_inherited(run: Callable[..., Run], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    monkeypatch.setenv("SOME_TOKEN", "secret")
    code = "import os, sys\nprint(sys.dont_write_bytecode, sorted(os.environ.keys() & {"
    code += "'PYTHONDONTWRITEBYTECODE', 'PYTHONUNBUFFERED', 'SOME_TOKEN'}))\n"
    assert run(code).stdout == "False []\n"


def test_the_environment_is_utf_8_without_colour_and_with_one_hash_seed(run: Callable[..., Run]) -> None:
    code = "import os, sys\nprint('三', sys.stdout.encoding, os.environ['NO_COLOR'], hash('a'))\n"
    first = run(code).stdout
    assert first.startswith("三 utf-8 1 ")
    assert run(code).stdout == first


def test_the_script_leads_a_process_group_and_session_of_its_own(run: Callable[..., Run]) -> None:
    code = "import os\nprint(os.getpgrp() == os.getpid() == os.getsid(0))\n"
    assert run(code).stdout == "True\n"


@pytest.mark.parametrize(
    ("code", "exit_code"),
    [
        ("import sys\nsys.exit(3)\n", 3),
        ("raise ValueError\n", 1),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\n", -15),
    ],
)
def test_the_exit_code_is_recorded(run: Callable[..., Run], code: str, exit_code: int) -> None:
    done = run(code)
    assert (done.exit_code, done.ending) == (exit_code, "exit")


def test_standard_output_and_error_are_kept_apart(run: Callable[..., Run]) -> None:
    done = run("import sys\nprint('out')\nprint('err', file=sys.stderr)\nprint('put')\n")
    assert (done.stdout, done.stderr) == ("out\nput\n", "err\n")


def test_much_output_on_both_streams_is_all_kept(run: Callable[..., Run]) -> None:
    code = "import sys\nfor _ in range(9999):\n    print('out')\n    print('err', file=sys.stderr)\n"
    done = run(code)
    assert (done.stdout, done.stderr, done.ending) == ("out\n" * 9999, "err\n" * 9999, "exit")


def test_the_time_limit_of_the_header_ends_a_run(run: Callable[..., Run]) -> None:
    done = run("import threading\nthreading.Event().wait()\n", settings="time-limit = 0.5")
    assert (done.ending, done.exit_code, done.left_behind) == ("time limit", -9, ())


@pytest.mark.usefixtures("time_is_up_on_call")
@pytest.mark.parametrize("method", START_METHODS)
def test_stacks_show_where_parent_and_child_were_when_time_was_up(
    run: Callable[..., Run], tmp_path: Path, method: str
) -> None:
    done = run(HANGING, method)
    assert (done.ending, done.stdout) == ("time limit", "begun\n")
    assert re.search(r'File "shown.py", line \d+ in wait_in_child', done.stacks)
    assert re.search(r'File "shown.py", line \d+ in wait_for_child', done.stacks)
    assert len(re.findall(r"^process \d+ \(.+, parent \d+\)$", done.stacks, re.MULTILINE)) >= 2
    assert str(tmp_path) not in done.stacks


@pytest.mark.usefixtures("time_is_up_on_call")
@pytest.mark.parametrize("method", START_METHODS)
def test_nothing_of_the_group_is_left_after_the_time_limit(run: Callable[..., Run], line: Line, method: str) -> None:
    assert run(HANGING, method).ending == "time limit"
    assert line.read() == b""


def test_a_run_that_ends_in_time_has_no_stacks(run: Callable[..., Run]) -> None:
    assert run("print()\n").stacks == ""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_run_that_prints_too_much_is_killed_and_cut(run: Callable[..., Run], stream: str) -> None:
    done = run(f"import sys\nwhile True:\n    print('more', file=sys.{stream})\n", output_limit=1000)
    assert (done.ending, done.exit_code) == ("output limit", -9)
    assert (done.stdout if stream == "stdout" else done.stderr) == "more\n" * 200


def test_a_run_that_prints_less_than_the_limit_is_not_cut(run: Callable[..., Run]) -> None:
    done = run("print('x' * 998)\n", output_limit=1000)
    assert (done.stdout, done.ending) == ("x" * 998 + "\n", "exit")


def test_nothing_of_the_group_is_left_after_the_output_limit(run: Callable[..., Run], line: Line) -> None:
    code = (
        "import os\nline = open(__file__.replace('shown.py', 'line'), 'w')\nos.fork()\nwhile True:\n    print('more')\n"
    )
    assert run(code, output_limit=1000).ending == "output limit"
    assert line.read() == b""


def test_a_character_cut_at_the_limit_is_not_undecodable(run: Callable[..., Run]) -> None:
    done = run("print('x' + 'é' * 5000)\n", output_limit=1000)
    assert done.ending == "output limit"
    assert done.stdout == "x" + "é" * 499
    assert done.undecodable == ()


def test_a_character_cut_at_the_limit_does_not_hide_bad_bytes_before_it(run: Callable[..., Run]) -> None:
    done = run("import sys\nsys.stdout.buffer.write(b'\\xff' + b'\\xc3\\xa9' * 5000)\n", output_limit=1000)
    assert done.stdout.startswith("\\xffé")
    assert done.undecodable == ("stdout",)


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_bytes_that_are_not_utf_8_are_shown_and_noted(run: Callable[..., Run], stream: str) -> None:
    done = run(f"import sys\nsys.{stream}.buffer.write(b'caf\\xe9\\nok\\xc3')\n")
    assert (done.stdout if stream == "stdout" else done.stderr) == "caf\\xe9\nok\\xc3"
    assert done.undecodable == (stream,)


LEAVING = """
import os, threading
line = open(__file__.replace("shown.py", "line"), "w")
if os.fork() == 0:
    threading.Event().wait()
"""


@pytest.mark.usefixtures("line")
def test_a_process_left_behind_is_described(run: Callable[..., Run]) -> None:
    done = run(LEAVING, grace=0.3)
    assert (done.exit_code, done.ending) == (0, "exit")
    assert len(done.left_behind) == 1
    assert re.fullmatch(r"process \d+ \(script or forked child, parent \d+\)", done.left_behind[0])


def test_a_process_left_behind_is_killed(run: Callable[..., Run], line: Line) -> None:
    assert run(LEAVING, grace=0.3).left_behind
    assert line.read() == b""


def test_a_process_that_ends_just_after_the_script_is_not_left_behind(run: Callable[..., Run]) -> None:
    code = "import os\nparent = os.getpid()\nif os.fork() == 0:\n    while os.getppid() == parent:\n        pass\n"
    assert run(code, grace=20.0).left_behind == ()


@pytest.mark.parametrize("method", START_METHODS)
def test_no_folder_of_this_machine_is_in_a_traceback(run: Callable[..., Run], tmp_path: Path, method: str) -> None:
    code = HELLO.replace('    print("child"', '    raise ValueError("no")\n    print("child"')
    done = run(code, method)
    assert 'File "shown.py", line ' in done.stderr
    assert f'File ".../python{sys.version_info[0]}.{sys.version_info[1]}' in done.stderr
    assert str(tmp_path) not in done.stderr
    assert sysconfig.get_path("stdlib") not in done.stderr


def test_no_folder_of_this_machine_is_in_a_traceback_of_a_refused_connection(run: Callable[..., Run]) -> None:
    stderr = run("import socket\nsocket.socket().connect(('192.0.2.1', 9))\n").stderr
    assert "loopback" in stderr
    assert re.findall(r'File "/.*"', stderr) == []


@pytest.mark.parametrize(
    "call",
    [
        "socket.create_connection(('192.0.2.1', 9), 0.1)",
        "socket.socket(socket.AF_INET6).connect_ex(('2001:db8::1', 9))",
        "socket.getaddrinfo('example.invalid', 9)",
        "socket.gethostbyname('example.invalid')",
        "socket.socket().connect((b'192.0.2.1', 9))",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
    ],
)
def test_the_network_is_refused(run: Callable[..., Run], call: str) -> None:
    done = run(f"import socket\nsocket.setdefaulttimeout(0.1)\n{call}\n")
    assert "PermissionError: an example may use the loopback network only" in done.stderr


def test_the_network_is_refused_in_children_too(run: Callable[..., Run]) -> None:
    code = HELLO.replace(
        '    print("child"', '    import socket; socket.create_connection(("192.0.2.1", 9), 0.1)\n    (0'
    )
    assert "PermissionError: an example may use the loopback network only" in run(code, "spawn").stderr


def test_the_loopback_network_works(run: Callable[..., Run]) -> None:
    code = """
    import socket
    for host in ("127.0.0.1", "localhost"):
        with socket.create_server(("127.0.0.1", 0)) as server:
            with socket.create_connection((host, server.getsockname()[1])) as client:
                server.accept()[0].sendall(b"hello")
                print(client.recv(5))
    """
    done = run(code)
    assert (done.stdout, done.stderr) == ("b'hello'\nb'hello'\n", "")


def test_a_script_in_a_relative_folder_is_found(
    examples: Path, write_example: Callable[..., Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example("print('here')\n")
    monkeypatch.chdir(examples.parent)
    folder = examples.relative_to(examples.parent)
    assert run_once(read_example(folder, "x/shown.py"), "fork").stdout == "here\n"
