"""Tests whether the typecode 'i' means Python's int.
检验类型码 'i' 是不是 Python 的 int。"""

from multiprocessing import Array

if __name__ == "__main__":
    numbers = Array("i", 1)
    numbers[0] = 2**31
    print("stored:", 2**31)
    print("read:  ", numbers[0])
    print("holds:", numbers[0] == 2**31)
