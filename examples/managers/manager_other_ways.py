"""Four more ways in which a child delivers a number to the parent.
子进程把数交给父进程的另外四种方式。"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pipe, Process, Value
from multiprocessing.shared_memory import SharedMemory


def square(number):
    return number * number


def into_value(number, value):
    value.value = square(number)


def into_pipe(number, writer):
    writer.send(square(number))


def into_memory(number, name):
    memory = SharedMemory(name)
    memory.buf[0] = square(number)
    memory.close()


def run(target, place):
    child = Process(target=target, args=(12, place))
    child.start()
    child.join()


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:  # (1)
        print("executor:", *executor.map(square, [12, 13]))

    value = Value("q", 0)  # (2)
    run(into_value, value)
    print("Value:", value.value)

    reader, writer = Pipe(duplex=False)  # (3)
    run(into_pipe, writer)
    print("Pipe:", reader.recv())

    memory = SharedMemory(create=True, size=1)  # (4)
    run(into_memory, memory.name)
    print("SharedMemory:", memory.buf[0])
    memory.close()
    memory.unlink()
