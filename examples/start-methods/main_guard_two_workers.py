"""Two workers do eight tasks: the file runs once for a process, not a task.
两个工作进程做八个任务：文件按进程执行，不按任务执行。"""

from concurrent.futures import ProcessPoolExecutor

print("the file runs as", __name__, flush=True)


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=2) as executor:
        squares = list(executor.map(square, range(8)))
    print(squares)
