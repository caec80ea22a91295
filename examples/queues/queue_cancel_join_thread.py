"""Ends a program although nobody has taken what it put into a queue.
没人取走队列里的数据，程序照样结束。"""

from multiprocessing import Queue

if __name__ == "__main__":
    jobs = Queue()
    jobs.put(b"x" * 1_000_000)
    jobs.cancel_join_thread()
    print("the last line; the data is given up")
