"""The script of the book that checks a reader's script: what it finds, and what it lets pass."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from runs import EXAMPLES
from runs.example import find_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCRIPT = EXAMPLES / "start-methods/check_my_script.py"

# The examples that show a fault on purpose: the rule that finds it, and how its line begins.
FAULTY = {
    "error-index/error_function_in_guard.py": ("function", "child = Process("),
    "managers/manager_passed_to_child.py": ("travel", "child = Process("),
    "managers/manager_proxy_dropped.py": ("dropped", "child = start(manager.list(), go)"),
    "memory/memory_global_changed_before_start.py": ("changed", 'settings["language"] ='),
    "memory/memory_global_name_error.py": ("changed", "language ="),
    "outdated-advice/advice_clone.py": ("changed", "names.append("),
    "pool/pool_class_with_thread_lock.py": ("travel", "print(pool.map("),
    "pool/pool_error_seen_by_get.py": ("function", "pool.apply_async(lambda:"),
    "pool/pool_error_stays_silent.py": ("function", "pool.apply_async(lambda:"),
    "pool/pool_global_set_by_parent.py": ("changed", "factor = 10"),
    "pool/pool_kept_in_self.py": ("travel", "return self.pool.map("),
    "pool/pool_map_lambda.py": ("function", "pool.map(lambda"),
    "pool/pool_shared_as_argument.py": ("task", "print("),
    "pool/pool_queue_three_ways.py": ("task", "pool.starmap(put_into_argument, [(queue, n)"),
    "shared-values/array_without_join.py": ("join", "Process("),
    "shared-values/value_dropped_too_early.py": ("dropped", "child = Process("),
    "start-methods/check_value_at_top_level.py": ("other", "total = Value("),
    "start-methods/migrate_nested_function.py": ("function", "return pool.map(times_factor"),
    "start-methods/migrate_open_file.py": ("travel", "run(get_context(method), read_from_file, file)"),
    "start-methods/no_join_three_children.py": ("join", "Process("),
    "start-methods/start_methods_lambda.py": ("function", "child = context.Process("),
    "start-methods/start_methods_side_by_side.py": ("changed", "setting = "),
    "start-methods/start_methods_two_snapshots.py": ("changed", "for setting in "),
}

# The programs that examples hold as text, by the name of the file that they become.
PROGRAMS: dict[tuple[str, str], tuple[str, tuple[str, str] | None]] = {
    ("error-index/error_leaked_at_exit.py", "LOCK"): ("lock.py", None),
    ("error-index/error_leaked_at_exit.py", "MEMORY"): ("memory.py", None),
    ("outdated-advice/advice_last_line.py", "PROGRAM"): ("program.py", None),
    ("outdated-advice/advice_main_guard.py", "PROGRAM"): ("unguarded.py", ("guard", "child.start()")),
    ("outdated-advice/advice_no_join.py", "OLD_SCRIPT"): ("old_script.py", ("join", "Process(")),
    ("outdated-advice/advice_package_main.py", "MAIN"): ("__main__.py", ("package", "child = Process(")),
    ("start-here/typed_at_the_prompt.py", "PROGRAM"): ("typed.py", None),
    ("start-methods/main_guard_missing.py", "PROGRAM"): ("unguarded.py", ("guard", "child.start()")),
    ("start-methods/migrate_package_main.py", "MAIN"): ("__main__.py", ("package", "child = Process(")),
    ("start-methods/migrate_package_module.py", "MAIN"): ("__main__.py", None),
    ("start-methods/migrate_package_module.py", "WORK"): ("work.py", None),
    ("start-methods/no_join_each_method.py", "OLD_SCRIPT"): ("old_script.py", ("join", "Process(")),
}

IMPORTS = """\
import multiprocessing as mp
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import Lock, Manager, Pool, Process, Queue, Value, get_context, set_start_method

def work(*arguments):
    pass

"""

# For each rule: a snippet whose lines with `# <-` are found, and a near miss in which nothing is.
RULES: list[tuple[str, str, str]] = [
    (
        "guard",
        """
        child = Process(target=work)
        child.start()  # <-
        child.join()
        """,
        """
        if __name__ == "__main__":
            child = Process(target=work)
            child.start()
            child.join()
        """,
    ),
    (
        "guard",
        """
        class Crawler:
            def __init__(self):
                self.pool = mp.Pool(2)

        def main():
            with mp.Pool(2) as pool:
                pool.map(work, [1])

        main()  # <-
        crawler = Crawler()  # <-
        """,
        """
        def main():
            with mp.Pool(2) as pool:
                pool.map(work, [1])

        def again():
            main()

        if "__main__" == __name__:
            again()
        """,
    ),
    (
        "guard",
        """
        with ProcessPoolExecutor() as executor:
            executor.submit(work)  # <-
        manager = Manager()  # <-
        """,
        """
        thread = threading.Thread(target=work)
        thread.start()
        with ThreadPoolExecutor() as executor:
            executor.submit(work)
        """,
    ),
    (
        "guard",
        """
        children = [Process(target=work) for _ in range(3)]
        for child in children:
            child.start()  # <-
        """,
        """
        if mp.current_process().name == "MainProcess":
            child = Process(target=work)
            child.start()
            child.join()
        """,
    ),
    (
        "guard",
        'set_start_method("spawn")  # <-',
        """
        try:
            set_start_method("spawn")
        except RuntimeError:
            pass
        set_start_method("spawn", force=True)
        """,
    ),
    ("guard", 'mp.set_start_method("spawn")  # <-', 'mp.set_start_method("fork")\nProcess(target=work).start()'),
    (
        "function",
        """
        def main():
            Process(target=lambda: 1).start()  # <-
        """,
        """
        def main():
            child = get_context("fork").Process(target=lambda: 1)
            child.start()
            child.join()
            with ThreadPoolExecutor() as executor:
                executor.map(lambda number: number, [1])

        from multiprocessing.dummy import Pool as Threads
        from multiprocessing.pool import ThreadPool

        with Threads() as threads, ThreadPool() as others:
            threads.map(lambda number: number, [1])
            others.map(lambda number: number, [1])
        """,
    ),
    (
        "function",
        """
        def main():
            def inner(number):
                return number
            with Pool(2) as pool:
                pool.map(inner, [1])  # <-
                pool.starmap(partial(inner, 1), [(1,)])  # <-
        """,
        """
        def main(data):
            with Pool(2) as pool:
                pool.map(work, sorted(data, key=lambda each: each[0]))
                pool.apply_async(work, callback=lambda result: None)
        """,
    ),
    (
        "function",
        """
        double = lambda number: 2 * number
        if __name__ == "__main__":
            with get_context("fork").Pool(2) as pool:
                pool.map(double, [1])  # <-
        """,
        """
        key = lambda number: -number
        if __name__ == "__main__":
            with get_context("fork").Pool(2) as pool:
                pool.map(work, sorted([1], key=key))
        """,
    ),
    (
        "function",
        """
        if __name__ == "__main__":
            def below():
                pass
            child = Process(target=below)  # <-
            child.start()
            child.join()
            with Pool(initializer=lambda: None) as pool:  # <-
                pool.map(work, [1])
        """,
        """
        class Worker:
            def run(self):
                child = Process(target=self.work)
                child.start()
                child.join()

            def work(self):
                pass
        """,
    ),
    (
        "function",
        """
        class Service:
            def start(self):
                def inner():
                    pass
                child = Process(target=inner)  # <-
                child.start()
                child.join()
        """,
        """
        class Service:
            def start(self):
                def helper():
                    pass
                helper()
                child = Process(target=self.work, args=(helper(),))
                child.start()
                child.join()

            def work(self, what):
                pass
        """,
    ),
    (
        "travel",
        """
        def main():
            with open("list.txt") as file:
                child = Process(target=work, args=(file,))  # <-
                child.start()
                child.join()
        """,
        """
        def main():
            with open("list.txt") as file, Pool() as pool:
                pool.map(work, file)
                for line in file:
                    pool.apply(work, (line,))
        """,
    ),
    (
        "travel",
        """
        def main():
            lock = threading.Lock()
            with ProcessPoolExecutor() as executor:
                executor.submit(work, lock)  # <-
        """,
        """
        def main():
            lock = threading.Lock()
            with ThreadPoolExecutor() as executor:
                executor.submit(work, lock)
        """,
    ),
    (
        "travel",
        """
        class Service:
            def __init__(self):
                self.lock = threading.Lock()

            def start(self):
                self.child = Process(target=self.run)  # <-
                self.child.start()

            def run(self):
                pass
        """,
        """
        class Service:
            def start(self):
                self.child = Process(target=self.run)
                self.child.start()

            def run(self):
                self.lock = threading.Lock()
        """,
    ),
    (
        "travel",
        """
        class Service:
            def __init__(self):
                self.log = open("log.txt", "w")

            def start(self):
                with Pool() as pool:
                    pool.map(self.run, [1])  # <-

            def run(self, number):
                pass

        service = Service()
        """,
        """
        class Service:
            def __init__(self):
                self.log = open("log.txt", "w")

            def start(self):
                with Pool() as pool:
                    pool.map(self.run, [1])

            @staticmethod
            def run(number):
                pass

        from elsewhere import Base

        class Other(Base):  # which may say how it is pickled
            def __init__(self):
                self.log = open("log.txt", "w")

            def start(self):
                with Pool() as pool:
                    pool.map(self.run, [1])

            def run(self, number):
                pass
        """,
    ),
    (
        "travel",
        """
        class Worker(mp.Process):
            def __init__(self, log):
                super().__init__()
                self.log = log

        if __name__ == "__main__":
            worker = Worker(open("log.txt", "w"))  # <-
            worker.start()
            worker.join()
        """,
        """
        class Worker(mp.Process):
            def __init__(self, path):
                super().__init__()
                self.path = path

            def run(self):
                self.log = open(self.path, "w")

        if __name__ == "__main__":
            worker = Worker("log.txt")
            worker.start()
            worker.join()
        """,
    ),
    (
        "task",
        """
        if __name__ == "__main__":
            queue = Queue()
            with Pool(2) as pool:
                pool.apply_async(work, (1, queue))  # <-
                pool.starmap(work, [(number, queue) for number in range(3)])  # <-
                pool.map(partial(work, queue), range(3))  # <-
        """,
        """
        if __name__ == "__main__":
            queue, manager = Queue(), Manager()
            with Pool(2, initializer=work, initargs=(queue,)) as pool:
                pool.apply_async(work, (1, manager.Queue()))
                pool.map(work, mp.Array("i", 3))
        """,
    ),
    (
        "task",
        """
        class Counter:
            def __init__(self):
                self.lock = mp.Lock()

            def count(self, numbers):
                with mp.Pool() as pool:
                    return pool.map(self.one, numbers)  # <-

            def one(self, number):
                return number
        """,
        """
        class Counter:
            def __init__(self):
                self.lock = mp.Lock()

            def __getstate__(self):
                return {}

            def count(self, numbers):
                with mp.Pool() as pool:
                    return pool.map(self.one, numbers)

            def one(self, number):
                return number
        """,
    ),
    (
        "join",
        """
        if __name__ == "__main__":
            lock = Lock()
            for _ in range(10):
                Process(target=work, args=(lock,)).start()  # <-
        """,
        """
        if __name__ == "__main__":
            lock = Lock()
            children = [Process(target=work, args=(lock,)) for _ in range(10)]
            for child in children:
                child.start()
            for child in children:
                child.join()
        """,
    ),
    (
        "join",
        """
        def split(depth, lock):
            if depth:
                Process(target=split, args=(depth - 1, lock)).start()

        if __name__ == "__main__":
            lock = Lock()
            Process(target=split, args=(3, lock)).start()  # <-
        """,
        """
        def split(depth, lock):
            if depth:
                child = Process(target=split, args=(depth - 1, lock))
                child.start()
                child.join()

        if __name__ == "__main__":
            lock = Lock()
            split(3, lock)
        """,
    ),
    (
        "join",
        """
        def put(queue):
            queue.put(", ".join(["a"]))

        if __name__ == "__main__":
            queue = Queue()
            Process(target=put, args=(queue,)).start()  # <-
        """,
        """
        def put(queue):
            queue.put(1)

        if __name__ == "__main__":
            queue = Queue()
            Process(target=put, args=(queue,)).start()
            print(queue.get())
        """,
    ),
    (
        "join",
        """
        from elsewhere import show
        if __name__ == "__main__":
            context = get_context("spawn")
            number = context.Value("i", 0)
            child = context.Process(target=work, kwargs={"number": number})  # <-
            child.start()
            show(number)
        """,
        """
        from elsewhere import wait_for_all
        if __name__ == "__main__":
            context = get_context("spawn")
            number = context.Value("i", 0)
            child = context.Process(target=work, kwargs={"number": number})
            child.start()
            wait_for_all([child])
        """,
    ),
    (
        "join",
        """
        if __name__ == "__main__":
            number = Value("i", 0)
            Process(target=work, args=(number,)).start()  # <-
        """,
        """
        if __name__ == "__main__":
            number = Value("i", 0, lock=False)
            Process(target=work, args=(number,)).start()
            fork = get_context("fork")
            fork.Process(target=work, args=(fork.Lock(),)).start()
        """,
    ),
    (
        "join",
        """
        if __name__ == "__main__":
            with Manager() as manager:
                names = manager.list()
                Process(target=work, args=(names,)).start()  # <-
        """,
        """
        def serve(queue):  # in a module: whoever imports it may join
            child = Process(target=work, args=(Queue(), queue))
            child.start()
            return child
        """,
    ),
    (
        "dropped",
        """
        def start():
            queue = Queue()
            child = Process(target=work, args=(queue,))  # <-
            child.start()
            return child

        if __name__ == "__main__":
            start().join()
        """,
        """
        def start():
            queue = Queue()
            child = Process(target=work, args=(queue,))
            child.start()
            return child, queue

        def run():
            lock = Lock()
            child = Process(target=work, args=(lock,))
            child.start()
            finish(child)

        def finish(child):
            child.join()

        if __name__ == "__main__":
            child, queue = start()
            child.join()
            run()
        """,
    ),
    (
        "dropped",
        """
        if __name__ == "__main__":
            child = Process(target=work, args=(1, Lock()))  # <-
            child.start()
            child.join()
        """,
        """
        def run(lock):
            child = Process(target=work, args=(1, lock))
            child.start()
            child.join()

        if __name__ == "__main__":
            run(Lock())
        """,
    ),
    (
        "other",
        """
        lock = Lock()  # <-

        def count(number):
            with lock:
                print(number)

        if __name__ == "__main__":
            with Pool(2) as pool:
                pool.map(count, range(3))
        """,
        """
        lock = None

        def set_lock(value):
            global lock
            lock = value

        def count(number):
            with lock:
                print(number)

        if __name__ == "__main__":
            with Pool(2, set_lock, (Lock(),)) as pool:
                pool.map(count, range(3))
        """,
    ),
    (
        "other",
        """
        lock = Lock()  # <-
        total = 0

        def count(number):
            with lock:
                print(number, total)

        if __name__ == "__main__":
            children = [Process(target=count, args=(number,)) for number in range(3)]
            for child in children:
                child.start()
            for child in children:
                child.join()
            total = 1
        """,
        """
        lock = Lock()

        def set_lock(value):
            global lock
            lock = value

        def count(number):
            with lock:
                print(number)

        if __name__ == "__main__":
            with Pool(2, initializer=set_lock, initargs=(lock,)) as pool:
                pool.map(count, range(3))
        """,
    ),
    (
        "other",
        """
        queue = mp.Queue()  # <-

        def put():
            send(1)

        def send(number):
            queue.put(number)

        def main():
            child = Process(target=put)
            child.start()
            print(queue.get())
            child.join()
        """,
        """
        queue = mp.Queue()

        def put(queue):
            queue.put(1)

        def main():
            child = Process(target=put, args=(queue,))
            child.start()
            print(queue.get())
            child.join()
        """,
    ),
    (
        "changed",
        """
        limit = 10

        def show():
            print(limit)

        if __name__ == "__main__":
            limit = 20  # <-
            child = Process(target=show)
            child.start()
            child.join()
        """,
        """
        limit = 10

        def show():
            print(limit)

        if __name__ == "__main__":
            print([limit for limit in range(3)])
            child = Process(target=show)
            child.start()
            child.join()
            limit = 20
        """,
    ),
    (
        "changed",
        """
        data = []

        def load():
            data.append(1)  # <-

        def show(_):
            print(data)

        def main():
            load()
            with Pool(2) as pool:
                pool.map(show, range(3))

        if __name__ == "__main__":
            main()
        """,
        """
        data = []

        def load():
            data.append(1)

        def show(_):
            load()
            print(data)

        def main():
            data = [1]
            with Pool(2) as pool:
                data.extend(pool.map(show, range(3)))

        if __name__ == "__main__":
            main()
        """,
    ),
    (
        "changed",
        """
        def show():
            print(name)

        if __name__ == "__main__":
            name = "a"  # <-
            child = Process(target=show)
            child.start()
            child.join()
        """,
        """
        def show(name):
            print(name)

        if __name__ == "__main__":
            name = "a"
            child = Process(target=show, args=(name,))
            child.start()
            child.join()
        """,
    ),
]

# Whole scripts as older texts have them, in the many ways in which the names are imported and used.
OLD_SCRIPTS: list[tuple[str, list[str]]] = [
    (
        """
        import multiprocessing

        def f(l, i):
            l.acquire()
            try:
                print("hello world", i)
            finally:
                l.release()

        if __name__ == "__main__":
            the_lock = multiprocessing.Lock()
            for num in range(10):
                multiprocessing.Process(target=f, args=(the_lock, num)).start()  # <-
        """,
        ["join"],
    ),
    (
        """
        from multiprocessing import Process as P
        import os, time

        def task(seconds):
            time.sleep(seconds)
            print(os.getpid())

        ps = []
        for i in range(5):
            p = P(target=task, args=(i,))
            ps.append(p)
        [p.start() for p in ps]  # <-
        [p.join() for p in ps]
        """,
        ["guard"],
    ),
    (
        """
        import multiprocessing as mp
        import time

        class Consumer(mp.Process):
            def __init__(self, task_queue, result_queue):
                mp.Process.__init__(self)
                self.task_queue = task_queue
                self.result_queue = result_queue

            def run(self):
                while True:
                    task = self.task_queue.get()
                    if task is None:
                        break
                    self.result_queue.put(task * task)

        if __name__ == '__main__':
            tasks, results = mp.JoinableQueue(), mp.Queue()
            consumers = [Consumer(tasks, results) for i in range(4)]
            for consumer in consumers:
                consumer.start()
            for i in range(10):
                tasks.put(i)
            for i in range(4):
                tasks.put(None)
            for i in range(10):
                print(results.get())
            for consumer in consumers:
                consumer.join()
        """,
        [],
    ),
    (
        """
        from multiprocessing import Pool, Lock

        lock = Lock()  # <-

        def worker(line):
            with lock:
                with open("out.txt", "a") as out:
                    out.write(line)

        def main():
            pool = Pool(processes=4)
            with open("in.txt") as lines:
                pool.map(worker, lines)
            pool.close()
            pool.join()

        if __name__ == "__main__":
            main()
        """,
        ["other"],
    ),
    (
        """
        import multiprocessing

        class Crawler(object):
            def __init__(self, urls):
                self.urls = urls
                self.pool = multiprocessing.Pool(4)

            def fetch(self, url):
                return len(url)

            def crawl(self):
                return self.pool.map(self.fetch, self.urls)  # <-

        if __name__ == "__main__":
            print(Crawler(["a", "b"]).crawl())
        """,
        ["travel"],
    ),
    (
        """
        from multiprocessing import Process, Queue

        def producer(q):
            for i in range(5):
                q.put(i)

        def consumer(q):
            while True:
                item = q.get()
                if item is None:
                    return

        def main():
            q = Queue()
            c = Process(target=consumer, args=(q,))
            c.daemon = True
            c.start()
            producer(q)
            q.put(None)
            c.join()

        main()  # <-
        """,
        ["guard"],
    ),
    (
        """
        import concurrent.futures as cf
        import logging

        CONFIG = {}
        logger = logging.getLogger(__name__)

        def init_config(path):
            CONFIG["path"] = path  # <-

        def process(name):
            logger.info("%s", name)
            return CONFIG["path"] + name

        def main():
            init_config("/data")
            with cf.ProcessPoolExecutor(max_workers=2) as ex:
                futures = {ex.submit(process, name): name for name in "abc"}
                for future in cf.as_completed(futures):
                    print(futures[future], future.result())

        if __name__ == "__main__":
            main()
        """,
        ["changed"],
    ),
    (
        """
        from multiprocessing import *

        def f(n, a):
            n.value = 3.1415927
            for i in range(len(a)):
                a[i] = -a[i]

        if __name__ == '__main__':
            num = Value('d', 0.0)
            arr = Array('i', range(10))
            p = Process(target=f, args=(num, arr))
            p.start()
            p.join()
            print(num.value, arr[:])
        """,
        [],
    ),
    (
        """
        from multiprocessing import *

        def f(q):
            q.put([42, None, 'hello'])

        if __name__ == '__main__':
            with Pool() as pool:
                pool.apply(f, (Queue(),))  # <-
        """,
        ["task"],
    ),
    (
        """
        import multiprocessing, sqlite3

        def query(connection, number):
            connection.execute("select ?", (number,))

        if __name__ == "__main__":
            connection = sqlite3.connect("shop.db")
            jobs = []
            for number in range(3):
                job = multiprocessing.Process(target=query, args=(connection, number))  # <-
                jobs.append(job)
                job.start()
            for job in jobs:
                job.join()
        """,
        ["travel"],
    ),
    (
        """
        from multiprocessing import Manager, Process

        def add(d, key):
            d[key] = key * 2

        def run_all(keys):
            with Manager() as manager:
                d = manager.dict()
                workers = []
                for key in keys:
                    worker = Process(target=add, args=(d, key))
                    workers.append(worker)
                    worker.start()
                for worker in workers:
                    worker.join()
                return dict(d)

        if __name__ == "__main__":
            print(run_all("abc"))
        """,
        [],
    ),
    (
        """
        import multiprocessing as mp

        class Dispatcher:
            def __init__(self, workers):
                self.queue = mp.Queue()
                self.workers = [mp.Process(target=self._work, args=(self.queue,)) for _ in range(workers)]

            @staticmethod
            def _work(queue):
                for item in iter(queue.get, None):
                    print(item)

            def __enter__(self):
                for worker in self.workers:
                    worker.start()
                return self

            def __exit__(self, *exc):
                for worker in self.workers:
                    self.queue.put(None)
                for worker in self.workers:
                    worker.join()

        if __name__ == "__main__":
            with Dispatcher(2) as dispatcher:
                dispatcher.queue.put(1)
        """,
        [],
    ),
]


@pytest.fixture(scope="module")
def checker() -> Any:
    """The example as a module."""
    spec = importlib.util.spec_from_file_location("check_my_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found(checker: Any, source: str, name: str = "script.py") -> set[tuple[str, str]]:
    """The rule and the line's text of every finding."""
    lines = source.splitlines()
    return {(finding.rule, lines[finding.line - 1].strip()) for finding in checker.check(source, name)}


def marked(source: str) -> list[int]:
    return [number for number, line in enumerate(source.splitlines(), 1) if line.endswith("# <-")]


def agrees(got: set[tuple[str, str]], wanted: tuple[str, str] | None) -> bool:
    """Whether there is one finding, of the wanted rule, at a line that begins as wanted; or none, if none is."""
    rules = {rule for rule, _ in got}
    return not got if wanted is None else rules == {wanted[0]} and all(line.startswith(wanted[1]) for _, line in got)


@pytest.mark.parametrize("name", list(find_examples(EXAMPLES)))
def test_an_example_has_the_fault_that_it_shows_and_no_other(checker: Any, name: str) -> None:
    got = found(checker, (EXAMPLES / name).read_text(encoding="utf-8"))
    assert agrees(got, FAULTY.get(name)), got


def programs() -> Iterator[tuple[tuple[str, str], str]]:
    """The texts in examples that are programs of their own: where they stand, and what they say.

    One leaves open which shared object it makes.
    """
    for name in find_examples(EXAMPLES):
        for node in ast.parse((EXAMPLES / name).read_bytes()).body if (EXAMPLES / name) != SCRIPT else []:
            match node:
                case ast.Assign([ast.Name(variable)], ast.Constant(str(text))) if "def " in text or "import " in text:
                    yield (name, variable), text.replace("SHARED", "Lock()")


def test_programs_within_examples_are_all_known() -> None:
    assert {place for place, _ in programs()} == set(PROGRAMS)


@pytest.mark.parametrize(
    ("place", "text"), list(programs()), ids=lambda value: value[0] if isinstance(value, tuple) else ""
)
def test_a_program_within_an_example(checker: Any, place: tuple[str, str], text: str) -> None:
    file, wanted = PROGRAMS[place]
    got = found(checker, text, file)
    assert agrees(got, wanted), got


@pytest.mark.parametrize(("rule", "faulty", "_"), RULES)
def test_a_rule_finds_the_fault(checker: Any, rule: str, faulty: str, _: str) -> None:
    source = IMPORTS + dedent(faulty)
    findings = checker.check(source, "script.py")
    assert [finding.line for finding in findings] == marked(source)
    assert {finding.rule for finding in findings} == {rule}


@pytest.mark.parametrize(("rule", "_", "sound"), RULES)
def test_a_rule_lets_the_near_miss_pass(checker: Any, rule: str, _: str, sound: str) -> None:
    assert [str(finding) for finding in checker.check(IMPORTS + dedent(sound), "script.py")] == []


def test_the_main_file_of_a_package_is_not_imported_by_a_child(checker: Any) -> None:
    source = "from multiprocessing import Process\nProcess(target=print).start()\n"
    assert checker.check(source, "shop/__main__.py") == []
    assert [finding.rule for finding in checker.check(source, "shop/main.py")] == ["guard"]


def test_every_rule_has_a_case(checker: Any) -> None:
    assert {rule for rule, _, _ in RULES} | {"package"} == set(checker.RULES)


@pytest.mark.parametrize(("source", "rules"), OLD_SCRIPTS)
def test_an_old_script(checker: Any, source: str, rules: list[str]) -> None:
    findings = checker.check(dedent(source), "script.py")
    assert [finding.line for finding in findings] == marked(dedent(source))
    assert [finding.rule for finding in findings] == rules


def run(*files: Path | str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *files], capture_output=True, text=True, check=False)


def test_the_command_names_file_and_line(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.py", tmp_path / "good.py"
    bad.write_text("from multiprocessing import Pool\n\nPool()\n", encoding="utf-8")
    good.write_text("print('hello')\n", encoding="utf-8")
    done = run(bad, good)
    assert done.stdout == f"{bad}:3: Pool() runs again in each child: put it below the guard\n"
    assert (done.stderr, done.returncode) == ("", 1)
    assert run(good).returncode == 0


def test_a_script_is_not_run(tmp_path: Path) -> None:
    file = tmp_path / "writes.py"
    file.write_text(f"open({str(tmp_path / 'written')!r}, 'w')\n", encoding="utf-8")
    assert run(file).returncode == 0
    assert not (tmp_path / "written").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, ":1: cannot be read: "),
        (b"import os\nprint 'old'\n", ":2: cannot be read: "),
        (b"x = '\xff'\n", ":1: cannot be read: "),
        (b"x = 1\0\n", ":1: cannot be read: "),
    ],
)
def test_what_cannot_be_read_is_told_and_the_others_are_checked(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    file, other = tmp_path / "file.py", tmp_path / "other.py"
    if content is not None:
        file.write_bytes(content)
    other.write_text("from multiprocessing import Pool\nPool()\n", encoding="utf-8")
    done = run(file, other)
    assert done.stderr.startswith(f"{file}{told}")
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.startswith(f"{other}:2: ")
    assert done.returncode == 2


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "source",
    [
        "each = [1]\nfor each in each:\n    pass\n",
        "x = x.y\nx.start()\n",
        "x = x.y()\nx.start()\n",
        "x = [x]\nx[0].start()\n",
        "class A(A):\n    pass\nA()\n",
        "class A(A.B):\n    pass\nA().start()\n",
        "def a():\n    b()\n\ndef b():\n    a()\n\na()\n",
    ],
)
def test_what_leads_to_itself_is_no_trap(checker: Any, source: str) -> None:
    assert checker.check(source, "script.py") == []


def test_an_invalid_escape_is_not_our_concern(tmp_path: Path) -> None:
    file = tmp_path / "file.py"
    file.write_text("print('\\d')\n", encoding="utf-8")
    assert run(file).stderr == ""
