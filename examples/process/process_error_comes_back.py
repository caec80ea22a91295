"""An executor brings back the error as well as the result.
执行器不只带回结果，也带回异常。"""

from concurrent.futures import ProcessPoolExecutor


def share(cake, guests):
    return cake / guests


if __name__ == "__main__":
    with ProcessPoolExecutor() as executor:
        futures = {
            guests: executor.submit(share, 12, guests) for guests in (4, 0, 3)
        }
        for guests, future in futures.items():
            try:
                print(guests, "guests:", future.result())
            except ZeroDivisionError as error:
                print(guests, "guests:", error)
