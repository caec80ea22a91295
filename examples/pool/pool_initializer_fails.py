"""When the initializer fails, the pool starts one worker after another.
initializer 出错时，进程池会一个接一个地启动新的工作进程。"""

from multiprocessing import Pool, Semaphore


def load(attempts):
    attempts.release()  # (1)
    raise FileNotFoundError("no table here")


def look_up(number):
    return number


if __name__ == "__main__":
    attempts = Semaphore(0)
    pool = Pool(1, initializer=load, initargs=(attempts,))
    result = pool.apply_async(look_up, (3,))
    for number in (1, 2, 3):
        attempts.acquire()  # (2)
        print("worker", number, "has begun", flush=True)
    print("result is ready:", result.ready())
    pool.terminate()  # (3)
