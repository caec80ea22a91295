"""Ten tasks return dicts, and nothing needs to be shared.
十个任务返回字典，什么都不用共享。"""

from concurrent.futures import ProcessPoolExecutor


def work(number):
    return {"number": number, "square": number * number}


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        results = list(executor.map(work, range(10)))
    print(results[0])
    print(results[9])
    print("sum:", sum(result["square"] for result in results))
