"""The same four tasks; get() raises the error of each.
同样的四个任务；每个任务的异常都由 get() 抛出。"""

from multiprocessing import Pool


def share(cake, guests):
    return cake / guests


if __name__ == "__main__":
    with Pool(2) as pool:
        results = [
            pool.apply_async(share, (12, 0)),
            pool.apply_async(share, (12,)),
            pool.apply_async(share(12, 4)),
            pool.apply_async(lambda: share(12, 4)),
            pool.apply_async(share, (12, 4)),
        ]
        for result in results:
            try:
                print("result:", result.get())
            except Exception as error:
                print(f"{type(error).__name__}: {error}")
