"""A killed program leaves its manager behind (Linux).
程序被杀死，它的管理器还留着（Linux）。"""

import os
import signal
from multiprocessing import Pipe, Process, active_children
from multiprocessing.connection import wait
from multiprocessing.managers import SyncManager
from tempfile import TemporaryDirectory


def program(address, writer):
    manager = SyncManager(address)
    manager.start()
    names = manager.list()
    (process,) = active_children()
    writer.send((names, process.pid))
    signal.pause()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder  # (1)
        reader, writer = Pipe(duplex=False)
        address = os.path.join(folder, "manager")
        child = Process(target=program, args=(address, writer))
        child.start()
        names, pid = reader.recv()  # (2)
        manager = os.pidfd_open(pid)
        child.kill()  # (3)
        child.join()
        names.append("nobody needs me")
        print("still there:", names)
        os.kill(pid, signal.SIGTERM)  # (4)
        wait([manager])
        os.close(manager)
