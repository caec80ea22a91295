"""The errors of a proxy whose manager has ended.
管理器结束以后，代理会报哪些错。"""

from multiprocessing import Event, Manager, Process


def attempt(what, call, *arguments):
    try:
        call(*arguments)
    except Exception as error:
        print(f"{what}: {type(error).__name__}: {error}", flush=True)


def wait_for_other(barrier):
    attempt("in the middle of a call", barrier.wait)


def use_late(names, ended):
    ended.wait()
    attempt("first access of the process", names.append, 1)


if __name__ == "__main__":
    ended = Event()
    with Manager() as manager:
        names, barrier = manager.list(), manager.Barrier(2)
        waiting = Process(target=wait_for_other, args=(barrier,))
        late = Process(target=use_late, args=(names, ended))
        waiting.start()
        late.start()
        while barrier.n_waiting == 0:  # (1)
            pass
    waiting.join()
    ended.set()
    late.join()
    attempt("after an earlier access", names.append, 1)
    attempt("a new object", manager.list)
    attempt("a second with", manager.__enter__)
    print("str:", names)  # (2)
