"""Sends the tasks that failed once more, at most three times in all.
把失败的任务重新发一遍，总共最多三次。"""

from multiprocessing import Pool


def share(task):
    guests, attempt = task
    if guests == 3 and attempt < 2:
        raise ConnectionError("not yet")  # stands for a passing trouble
    return 12 / guests


if __name__ == "__main__":
    left, answers = [4, 0, 3], {}
    with Pool(2) as pool:
        for attempt in (1, 2, 3):
            results = {
                guests: pool.apply_async(share, ((guests, attempt),))
                for guests in left
            }
            left = []
            for guests, result in results.items():
                try:
                    answers[guests] = result.get()
                except ConnectionError:
                    left.append(guests)
                except ZeroDivisionError as error:
                    answers[guests] = error
            print(f"attempt {attempt}: answers for {sorted(answers)}")
    print("never answered:", left)
