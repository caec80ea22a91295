"""A plain Queue has neither join() nor task_done().
普通的 Queue 没有 join()，也没有 task_done()。"""

from multiprocessing import JoinableQueue, Queue

if __name__ == "__main__":
    for jobs in (Queue(), JoinableQueue()):
        names = [n for n in ("join", "task_done") if hasattr(jobs, n)]
        print(f"{type(jobs).__name__}: {names}")
