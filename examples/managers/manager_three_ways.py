"""Two children deliver numbers to the parent in three ways.
两个子进程用三种方式把数交给父进程。"""

from multiprocessing import Array, Manager, Process, Queue


def into_array(number, squares):
    squares[number] = number * number  # (1)


def into_list(number, squares):
    squares.append(number * number)  # (2)


def into_queue(number, squares):
    squares.put(number * number)  # (3)


def start(target, squares):
    children = [Process(target=target, args=(n, squares)) for n in range(2)]
    for child in children:
        child.start()
    return children


def join(children):
    for child in children:
        child.join()


if __name__ == "__main__":
    array = Array("q", 2)
    join(start(into_array, array))
    print("Array:", array[:])

    with Manager() as manager:
        numbers = manager.list()
        join(start(into_list, numbers))
        print("Manager:", sorted(numbers))

    queue = Queue()
    children = start(into_queue, queue)
    print("Queue:", sorted(queue.get() for _ in children))
    join(children)
