"""An executor whose workers are started by a method of its own.
执行器的工作进程用自己的启动方式。"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context


def module_name(_):
    return __name__


if __name__ == "__main__":
    for method in ("fork", "spawn"):
        context = get_context(method)
        with ProcessPoolExecutor(2, mp_context=context) as executor:
            print(method, set(executor.map(module_name, range(4))))
