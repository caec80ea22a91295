"""A manager that watches its parent ends when the parent is killed (Linux).
留意父进程的管理器，父进程被杀死时自己也结束（Linux）。"""

import os
import signal
from multiprocessing import Pipe, Process, active_children
from multiprocessing import parent_process
from multiprocessing.connection import wait
from multiprocessing.managers import SyncManager
from tempfile import TemporaryDirectory
from threading import Thread


def end_with_parent():
    parent_process().join()
    os._exit(0)  # (1)


def watch_parent():
    Thread(target=end_with_parent, daemon=True).start()


def program(address, writer):
    manager = SyncManager(address)
    manager.start(initializer=watch_parent)  # (2)
    (process,) = active_children()
    writer.send(process.pid)
    signal.pause()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder
        reader, writer = Pipe(duplex=False)
        address = os.path.join(folder, "manager")
        child = Process(target=program, args=(address, writer))
        child.start()
        manager = os.pidfd_open(reader.recv())
        child.kill()
        child.join()
        wait([manager])  # (3)
        os.close(manager)
    print("the manager has ended, too")
