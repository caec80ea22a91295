"""Asks Array itself what each typecode can hold.
让 Array 自己说出每种类型码装得下什么。"""

import ctypes
from multiprocessing import Array

INTEGERS = list(zip("bhilq", ("char", "short", "int", "long", "long long")))
FLOATS = zip("fd", ("float", "double"))


def bytes_of_one(numbers):
    return ctypes.sizeof(numbers.get_obj()) // len(numbers)  # (1)


if __name__ == "__main__":
    print("code  C type              bytes  smallest and largest")
    for lower, c_type in INTEGERS:
        for code, sign in (lower, "signed"), (lower.upper(), "unsigned"):
            numbers = Array(code, 2)  # (2)
            numbers[0] = -1  # (3)
            signed = numbers[0] == -1
            size = bytes_of_one(numbers)
            bits = 8 * size - signed
            numbers[:] = [-(2**bits) if signed else 0, 2**bits - 1]  # (4)
            name = f"{sign} {c_type}"
            print(f"{code:5} {name:18} {size:6}  {numbers[0]} {numbers[1]}")
    for code, c_type in FLOATS:
        print(f"{code:5} {c_type:18} {bytes_of_one(Array(code, 1)):6}")
