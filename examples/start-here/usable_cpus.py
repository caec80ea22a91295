"""Restricts itself to one CPU, and counts the CPUs again.
把自己限制在一个 CPU 上，再数一遍 CPU。"""

import os

if __name__ == "__main__":
    one = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {one})  # as taskset does it from outside
    print("CPUs of the machine:", os.cpu_count())
    print("CPUs that this process may use:", len(os.sched_getaffinity(0)))
    if hasattr(os, "process_cpu_count"):  # since Python 3.13
        print("os.process_cpu_count() says:", os.process_cpu_count())
