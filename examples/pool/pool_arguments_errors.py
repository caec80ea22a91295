"""Calls map() and starmap() with arguments that do not fit.
用不合适的参数调用 map() 和 starmap()。"""

from multiprocessing import Pool


def add(left, right):
    return left + right


def attempt(method, *arguments):
    text = ", ".join(map(str, arguments))
    print(f"{method.__name__}(add, {text})")
    try:
        print("   ", method(add, *arguments))
    except TypeError as error:
        print("    TypeError:", error)


if __name__ == "__main__":
    with Pool(2) as pool:
        attempt(pool.map, [(1, 2), (3, 4)])  # (1)
        attempt(pool.starmap, [(1, 2, 3), (4, 5, 6)])  # (2)
        attempt(pool.starmap, [1, 2])  # (3)
        attempt(pool.map, [1, 3], [2, 4])  # (4)
        attempt(pool.starmap, [(1, 2), (3, 4)])  # (5)
