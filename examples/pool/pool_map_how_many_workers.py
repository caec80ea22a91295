"""Counts the workers of a pool: by default one for each CPU.
数一数进程池有几个工作进程：默认每个 CPU 一个。"""

import os
from multiprocessing import Pool, active_children

if __name__ == "__main__":
    cpus = getattr(os, "process_cpu_count", os.cpu_count)()  # (1)
    with Pool() as pool:
        print("Pool(): one for each CPU:", len(active_children()) == cpus)
    for processes in (3, 0):
        try:
            with Pool(processes) as pool:
                print(f"Pool({processes}):", len(active_children()))
        except ValueError as error:
            print(f"Pool({processes}): ValueError: {error}")
    with Pool(max(1, cpus - 1)) as pool:  # (2)
        print("at least one:", len(active_children()) >= 1)
