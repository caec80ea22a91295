"""An example with `dependencies` runs in an environment that is made once, whole or not at all, from the lock file."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

import runs
import runs.environments
from runs.__main__ import main
from runs.environments import NotMade, environment_for
from runs.errors import ExampleError
from runs.example import read_example
from runs.header import START_METHODS
from runs.lock import locked
from runs.python import this_python
from runs.runner import run_once
from runs.soak import main as soak
from runs.store import Job, Store

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Packages

    from runs.example import Example

FORK = 'start-methods = ["fork"]'
NEEDS = 'dependencies = ["greeting"]'
GREET = "import greeting\nprint(greeting.TEXT)\n"
IN_CHILD = """
from multiprocessing import Process
def greet():
    import greeting
    print(greeting.TEXT)
if __name__ == "__main__":
    child = Process(target=greet)
    child.start()
    child.join()
"""

MAKER = f"""
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {str(Path(runs.__file__).parents[1])!r})
import runs.environments, runs.lock
from runs.python import this_python
runs.lock.LOCK, runs.environments.ENVIRONMENTS = Path(sys.argv[1]), Path(sys.argv[2])
"""
MAKE = """
sys.stdin.read(1)
print(runs.environments.environment_for(this_python(), runs.lock.locked(["greeting"])).executable)
"""
DIE_IN_THE_MIDDLE = """
call = runs.environments.uv
runs.environments.uv = lambda *words: os.kill(os.getpid(), signal.SIGKILL) if "install" in words else call(*words)
"""


@pytest.fixture
def greeting(packages: Packages) -> Packages:
    """One package, of one module."""
    packages.add("greeting", "TEXT = 'hello'\n")
    return packages


@pytest.fixture
def no_uv(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, whoever calls uv fails."""

    def fail(*words: str) -> None:
        raise AssertionError(words)

    return lambda: monkeypatch.setattr("runs.environments.uv", fail)


@pytest.fixture
def command(examples: Path, tmp_path: Path) -> Callable[..., int]:
    """The command on the folder of the test."""
    return lambda *words: main([*words, "--examples", str(examples), "--records", str(tmp_path / "records")])


def start(packages: Packages, *parts: str) -> subprocess.Popen[str]:
    """Another process that makes the environment when its standard input is closed."""
    words = [sys.executable, "-c", "".join([MAKER, *parts]), str(packages.lock), str(packages.environments)]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.usefixtures("greeting")
@pytest.mark.parametrize("method", START_METHODS)
def test_a_declared_package_can_be_imported_by_script_and_child(
    write_example: Callable[..., Example], method: str
) -> None:
    assert run_once(write_example(GREET, table=NEEDS), method).stdout == "hello\n"
    done = run_once(write_example(IN_CHILD, table=NEEDS), method)
    assert (done.stdout, done.stderr) == ("hello\n", "")


def test_a_package_that_is_not_declared_cannot(write_example: Callable[..., Example], greeting: Packages) -> None:
    assert "No module named 'greeting'" in run_once(write_example(GREET), "fork").stderr
    assert greeting.made() == []
    greeting.add("other")
    assert "No module named 'greeting'" in run_once(write_example(GREET, table='dependencies=["other"]'), "fork").stderr


def test_what_a_package_needs_comes_with_it(write_example: Callable[..., Example], packages: Packages) -> None:
    packages.add("greeting", "from word import TEXT\n", needs="word")
    packages.add("word", "TEXT = 'hello'\n", wanted_by="greeting")
    assert run_once(write_example(GREET, table=NEEDS), "fork").stdout == "hello\n"


def test_nothing_comes_that_the_lock_file_does_not_name(packages: Packages) -> None:
    packages.add("greeting", needs="word")
    packages.add("word", wanted_by="another")
    with pytest.raises(NotMade, match="word"):
        environment_for(this_python(), locked(["greeting"]))
    assert packages.made() == []


def test_a_file_with_another_hash_is_refused(greeting: Packages) -> None:
    entry = greeting.entries["greeting"]
    greeting.add("greeting", "TEXT = 'something else'\n")
    greeting.entries["greeting"] = entry
    greeting.write()
    with pytest.raises(NotMade, match=r"[Hh]ash"):
        environment_for(this_python(), locked(["greeting"]))
    assert greeting.made() == []


def test_a_package_without_a_wheel_is_not_built(packages: Packages, tmp_path: Path) -> None:
    project, built = tmp_path / "greeting-1.0", tmp_path / "built"
    project.mkdir()
    (project / "pyproject.toml").write_text('[build-system]\nrequires=[]\nbuild-backend="b"\nbackend-path=["."]\n')
    (project / "b.py").write_text(f"open({str(built)!r}, 'w')\n")
    (project / "PKG-INFO").write_text("Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
    source = Path(shutil.make_archive(str(packages.folder / "greeting-1.0"), "gztar", tmp_path, "greeting-1.0"))
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    packages.entries["greeting"] = f"greeting==1.0 \\\n    --hash=sha256:{digest}\n"
    packages.write()
    with pytest.raises(NotMade, match="greeting"):
        environment_for(this_python(), locked(["greeting"]))
    assert not built.exists()


def test_an_interpreter_without_packages_is_itself(packages: Packages) -> None:
    assert environment_for(this_python(), ()) == this_python()
    assert packages.made() == []


def test_an_environment_is_the_same_python_at_its_final_place(
    write_example: Callable[..., Example], greeting: Packages
) -> None:
    made = environment_for(this_python(), locked(["greeting"]))
    assert (made.version, made.library) == (this_python().version, this_python().library)
    (name,) = greeting.made()
    assert made.executable == str(greeting.environments / name / "bin" / "python")
    assert len(list(Path(made.packages).rglob("*.pyc"))) == 1  # else the first run would have to compile it
    code = "import greeting, sys\nprint(sys.prefix, greeting.__file__, sep='\\n')\n"
    prefix, file = run_once(write_example(code, table=NEEDS), "fork").stdout.splitlines()
    assert prefix == str(greeting.environments / name)
    assert file == ".../site-packages/greeting.py"
    scripts = [file for file in Path(made.executable).parent.iterdir() if not file.is_symlink()]
    assert not any("unfinished" in file.read_text(encoding="utf-8") for file in scripts)


def test_an_environment_is_made_once(
    write_example: Callable[..., Example], greeting: Packages, no_uv: Callable[[], None]
) -> None:
    example = write_example(GREET, table=NEEDS)
    assert run_once(example, "fork").stdout == "hello\n"
    no_uv()
    shutil.rmtree(greeting.folder)
    assert run_once(example, "spawn").stdout == "hello\n"
    assert len(greeting.made()) == 1


def test_another_version_is_another_environment(write_example: Callable[..., Example], greeting: Packages) -> None:
    assert run_once(write_example(GREET, table=NEEDS), "fork").stdout == "hello\n"
    greeting.add("greeting", "TEXT = 'hi'\n", "1.1")
    assert run_once(write_example(GREET, table=NEEDS), "fork").stdout == "hi\n"
    assert len(greeting.made()) == 2


def test_another_interpreter_of_the_same_version_has_an_environment_of_its_own(
    greeting: Packages, tmp_path: Path
) -> None:
    other = tmp_path / "python"
    other.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    other.chmod(0o755)
    for executable in (sys.executable, str(other), os.path.realpath(sys.executable)):
        environment_for(replace(this_python(), executable=executable), locked(["greeting"]))
    assert len(greeting.made()) == 2


def test_threads_that_make_the_same_environment_at_once_all_get_it(
    greeting: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    barrier, call = Barrier(3), runs.environments.uv

    def together(*words: str) -> None:
        call(*words)
        barrier.wait()

    monkeypatch.setattr("runs.environments.uv", together)
    entries = locked(["greeting"])
    with ThreadPoolExecutor(3) as pool:
        made = [pool.submit(environment_for, this_python(), entries) for _ in range(3)]
    assert len({each.result().executable for each in made}) == 1
    assert len(greeting.made()) == 1
    assert [file for file in greeting.environments.iterdir() if file.name.startswith(".")] == []


def test_processes_that_make_the_same_environment_at_once_all_get_it(greeting: Packages) -> None:
    makers = [start(greeting, MAKE) for _ in range(3)]
    for maker in makers:
        assert maker.stdin
        maker.stdin.write("\n\n")
        maker.stdin.flush()
    said = {maker.communicate(timeout=60)[0] for maker in makers}
    assert [maker.returncode for maker in makers] == [0, 0, 0]
    (executable,) = said
    assert subprocess.run([executable.strip(), "-c", "import greeting"], check=False).returncode == 0


def test_a_maker_killed_in_the_middle_leaves_none(write_example: Callable[..., Example], greeting: Packages) -> None:
    with start(greeting, DIE_IN_THE_MIDDLE, MAKE) as maker:
        maker.communicate("\n", timeout=60)
    assert maker.returncode == -signal.SIGKILL
    assert list(greeting.environments.iterdir()), "the maker did not come as far as its folder"
    assert [name for name in greeting.made() if not name.startswith(".")] == []
    assert run_once(write_example(GREET, table=NEEDS), "fork").stdout == "hello\n"


def test_the_folder_of_an_environment_is_not_in_a_traceback(
    write_example: Callable[..., Example], packages: Packages, tmp_path: Path
) -> None:
    packages.add("greeting", "def greet():\n    raise ValueError('no')\n")
    stderr = run_once(write_example("import greeting\ngreeting.greet()\n", table=NEEDS), "fork").stderr
    assert 'File ".../site-packages/greeting.py", line 2, in greet' in stderr
    assert str(tmp_path) not in stderr


def test_the_key_of_a_record_changes_with_the_version_of_a_package_only(
    examples: Path, write_example: Callable[..., Example], greeting: Packages, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example(GREET, table=NEEDS)
    store, paths = Store(Path("records")), []

    def note_path() -> None:
        paths.append(store.path(Job(read_example(examples, "x/shown.py"), "fork")))

    note_path()
    greeting.add("greeting", "TEXT = 'built again'\n")
    greeting.add("other")
    monkeypatch.setattr("runs.environments.ENVIRONMENTS", Path("elsewhere"))
    note_path()
    assert paths[0] == paths[1]
    greeting.add("greeting", version="1.1")
    note_path()
    greeting.add("word", wanted_by="greeting")
    note_path()
    assert len(set(paths)) == 3


def test_the_command_makes_each_environment_before_the_runs(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    greeting: Packages,
    no_uv: Callable[[], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("a.py", "b.py"):
        write_example(GREET, "hello\n", table=NEEDS, settings=FORK, name=name)
    write_example("print(1)\n", "1\n", settings=FORK, name="c.py")
    assert command() == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"made the environment for greeting on Python {this_python().version}"
    assert sum(line.startswith("made ") for line in lines) == 1
    assert len(greeting.made()) == 1
    no_uv()
    assert command("--again") == 0
    assert "made the" not in capsys.readouterr().out


def test_an_environment_that_cannot_be_made_does_not_stop_the_others(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    greeting: Packages,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("a.py", "b.py"):
        write_example(GREET, "hello\n", table=NEEDS, name=name)
    write_example("print(1)\n", "1\n", settings=FORK, name="c.py")
    shutil.rmtree(greeting.folder)
    assert command() == 1
    out, err = capsys.readouterr()
    text = f"the environment for greeting on Python {this_python().version} cannot be made: "
    assert [line.partition(text)[0] for line in err.splitlines() if text in line] == [
        "examples/x/a.py:3: ",
        "examples/x/b.py:3: ",
    ]
    assert "10 runs of 3 examples, 2 of them made now, 2 problems\n" in out
    assert {file.parent.name for file in (tmp_path / "records").rglob("*.json") if file.parent.name != "records"} == {
        "c"
    }


def test_a_dependency_that_is_not_locked_does_not_stop_the_others(
    write_example: Callable[..., Example],
    command: Callable[..., int],
    greeting: Packages,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_example("", table='requires-python = ">=3"\ndependencies = ["greting"]', name="a.py")
    write_example(GREET, "hello\n", table=NEEDS, name="b.py")
    assert command() == 1
    out, err = capsys.readouterr()
    assert err.splitlines()[0].startswith(f"examples/x/a.py:4: the dependency 'greting' is not in {greeting.lock.name}")
    assert "4 runs of 1 examples, 4 of them made now, 0 problems\n" in out


@pytest.mark.usefixtures("packages")
def test_a_run_whose_environment_cannot_be_made_is_not_recorded(
    write_example: Callable[..., Example], greeting: Packages, tmp_path: Path
) -> None:
    example, store = write_example(GREET, table=NEEDS), Store(tmp_path / "records")
    shutil.rmtree(greeting.folder)
    with pytest.raises(ExampleError, match=r"shown\.py:3: the environment for greeting .* cannot be made"):
        store.recorded(Job(example, "fork"))
    assert list(tmp_path.rglob("*.json")) == []


def test_a_soak_tells_once_of_an_environment_that_cannot_be_made(
    examples: Path,
    write_example: Callable[..., Example],
    greeting: Packages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("runs.soak.SHARED_MEMORY", tmp_path / "shm")  # the system's has that of other programs too
    write_example(GREET, "hello\n", table=NEEDS, name="a.py")
    write_example("print(1)\n", "1\n", settings=FORK, name="b.py")
    words = ["2", "--examples", str(examples), "--figures", str(tmp_path / "soak.json")]
    assert soak(words) == 0
    shutil.rmtree(greeting.folder)
    shutil.rmtree(greeting.environments)
    shutil.rmtree(tmp_path / "cache")
    assert soak(words) == 1
    out, err = capsys.readouterr()
    assert err.count("cannot be made") == 1
    assert "1 broke a contract" in out


def test_uv_that_does_not_start_is_told(
    greeting: Packages, monkeypatch: pytest.MonkeyPatch, write_example: Callable[..., Example]
) -> None:
    monkeypatch.setattr("uv.find_uv_bin", lambda: str(greeting.folder / "nowhere"))
    with pytest.raises(ExampleError, match=r"cannot be made: uv does not start: .*nowhere"):
        run_once(write_example(GREET, table=NEEDS), "fork")
