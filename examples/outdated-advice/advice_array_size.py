"""Tests whether Array() has to be given a size.
检验 Array() 是不是必须给出长度。"""

from multiprocessing import Array

if __name__ == "__main__":
    try:
        numbers = Array("i", [3, 1, 2])
    except TypeError as error:
        print("TypeError:", error)
        needs_size = True
    else:
        print("without a size:", numbers[:])
        needs_size = len(numbers) != 3
    print("holds:", needs_size)
