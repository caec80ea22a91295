"""Two children are inside a method of one object at the same time.
两个子进程同时在同一个对象的方法里。"""

import os
from multiprocessing import Process
from multiprocessing.managers import BaseManager
from threading import Barrier, get_ident


class Meeting:
    def __init__(self):
        self.both = Barrier(2)
        self.seen = set()

    def meet(self):
        self.both.wait()  # (1)
        self.seen.add((os.getpid(), get_ident()))

    def counts(self):
        pids, threads = zip(*self.seen)
        return len(set(pids)), len(set(threads))


class MeetingManager(BaseManager):
    pass


MeetingManager.register("Meeting", Meeting)


def work(meeting):
    meeting.meet()


if __name__ == "__main__":
    with MeetingManager() as manager:
        meeting = manager.Meeting()
        children = [Process(target=work, args=(meeting,)) for _ in range(2)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        print("processes, threads:", meeting.counts())
