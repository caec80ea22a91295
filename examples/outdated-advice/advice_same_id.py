"""Tests whether id() tells what a child shares with its parent.
检验 id() 能不能说明子进程和父进程共用了哪个对象。"""

from multiprocessing import Array, Pipe, Process

words = ["first"]


def change(numbers, connection):
    words[0], numbers[0] = "changed", 1
    connection.send((id(words), id(numbers)))


if __name__ == "__main__":
    numbers = Array("i", 1)
    ours, theirs = Pipe()
    child = Process(target=change, args=(numbers, theirs))
    child.start()
    id_of_words, id_of_numbers = ours.recv()
    child.join()
    same_id = [id(words) == id_of_words, id(numbers) == id_of_numbers]
    shared = [words[0] == "changed", numbers[0] == 1]
    print("list:  same id:", same_id[0], " shared:", shared[0])
    print("Array: same id:", same_id[1], " shared:", shared[1])
    print("holds:", same_id == shared)
