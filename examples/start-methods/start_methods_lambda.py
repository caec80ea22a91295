"""Gives a lambda to a child: only fork can start it.
把 lambda 交给子进程：只有 fork 能启动。"""

from multiprocessing import get_context

if __name__ == "__main__":
    for method in ("fork", "spawn", "forkserver"):
        context = get_context(method)
        child = context.Process(target=lambda: print("a lambda at work"))  # (1)
        try:
            child.start()
        except Exception as error:
            print(f"{method}: {type(error).__name__}: {error}")
        else:
            child.join()  # (2)
            print(f"{method}: exit code {child.exitcode}")
