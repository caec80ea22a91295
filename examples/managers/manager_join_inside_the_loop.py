"""A join() inside the loop lets the next child start when the last has ended.
在循环里 join()：上一个子进程结束了，下一个才启动。"""

from multiprocessing import Manager, Process


def work(number, squares, here, seen):
    here.append(number)
    seen.append(len(here))  # (1)
    squares[number] = number * number
    here.remove(number)


if __name__ == "__main__":
    with Manager() as manager:
        squares, here, seen = manager.dict(), manager.list(), manager.list()
        for number in range(10):
            arguments = (number, squares, here, seen)
            child = Process(target=work, args=arguments)
            child.start()
            child.join()  # (2)
        print("results:", len(squares))
        print("children at the same time, at most:", max(seen))
