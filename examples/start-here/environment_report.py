"""Prints what matters to multiprocessing on this machine.
打印这台机器上与多进程有关的情况。"""

import multiprocessing
import os
import platform
import shutil
import sys


def usable_cpus():
    if hasattr(os, "process_cpu_count"):  # since Python 3.13
        return os.process_cpu_count()
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def shared_memory():
    if not os.path.isdir("/dev/shm"):
        return "not a folder on this system"
    return f"{shutil.disk_usage('/dev/shm').total // 2**20} MiB"


def gil():
    enabled = getattr(sys, "_is_gil_enabled", lambda: True)()
    return "on" if enabled else "off"


if __name__ == "__main__":
    print(
        "Python:", platform.python_version(), platform.python_implementation()
    )
    print("system:", platform.system(), platform.machine())
    print(
        "CPUs:", os.cpu_count(), "of which this process may use", usable_cpus()
    )
    print("default start method:", multiprocessing.get_start_method())  # (1)
    print("start methods:", *sorted(multiprocessing.get_all_start_methods()))
    print("/dev/shm:", shared_memory())  # (2)
    print("GIL:", gil())
