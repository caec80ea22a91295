"""A worker returns what cannot be pickled: a generator.
工作进程返回了没法序列化的东西：一个生成器。"""

from multiprocessing import Pool


def squares(limit):
    return (number * number for number in range(limit))  # (1)


def list_of_squares(limit):
    return list(squares(limit))  # (2)


if __name__ == "__main__":
    with Pool(2) as pool:
        for function in (squares, list_of_squares):
            try:
                print(pool.map(function, [3, 4]))
            except Exception as error:
                print(f"{type(error).__module__}.{type(error).__name__}:")
                print(f"  {error}")
