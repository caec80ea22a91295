"""A text in an Array of bytes, and one number as 'd' and as 'f'.
字节数组里的文本，以及分别存成 'd' 和 'f' 的同一个数。"""

from multiprocessing import Array, Process


def fill(name, doubles, floats):
    name.value = "Zoë".encode()
    doubles[0] = 0.1
    floats[0] = 0.1


if __name__ == "__main__":
    name = Array("c", 6)
    doubles, floats = Array("d", 1), Array("f", 1)
    child = Process(target=fill, args=(name, doubles, floats))
    child.start()
    child.join()
    print(name.value, name.value.decode())
    print("all the bytes:", name.raw)
    print("as 'd' equal to 0.1?", doubles[0] == 0.1)
    print("as 'f' equal to 0.1?", floats[0] == 0.1)
    try:
        name.value = b"Zacharias"
    except ValueError as error:
        print("ValueError:", error)
