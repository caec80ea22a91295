"""Five ways to get a result back from another process.
从另一个进程拿回结果的五种办法。"""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, Pipe, Process, Queue, Value


def square(number):
    return number * number


def send_to_pipe(number, answer):
    answer.send(square(number))


def put_into_queue(number, answers):
    answers.put(square(number))


def write_into_value(number, slot):
    slot.value = square(number)


def write_into_dict(number, answers):
    answers[number] = square(number)


def run(target, *args):
    child = Process(target=target, args=args)
    child.start()
    return child


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:  # (1)
        print("executor:", executor.submit(square, 12).result())

    ours, theirs = Pipe(duplex=False)  # (2)
    child = run(send_to_pipe, 12, theirs)
    theirs.close()
    print("pipe:", ours.recv())
    child.join()

    answers = Queue()  # (3)
    child = run(put_into_queue, 12, answers)
    print("queue:", answers.get())
    child.join()

    slot = Value("q")  # (4)
    run(write_into_value, 12, slot).join()
    print("value:", slot.value)

    with Manager() as manager:  # (5)
        table = manager.dict()
        run(write_into_dict, 12, table).join()
        print("manager:", table[12])
