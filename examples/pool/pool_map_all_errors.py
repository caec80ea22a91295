"""Three ways to get every result and every error of a list.
拿到一个列表的全部结果和全部异常的三种写法。"""

from multiprocessing import Pool

GUESTS = [4, 0, 3, -1]


def share(guests):
    if guests < 1:
        raise ValueError(guests)
    return 12 / guests


def share_or_error(guests):
    try:
        return share(guests)
    except Exception as error:
        return error  # (1)


def outcome(take):
    try:
        return take()
    except Exception as error:
        return error


if __name__ == "__main__":
    with Pool(2) as pool:
        print("map:        ", pool.map(share_or_error, GUESTS))

        results = pool.imap(share, GUESTS)
        taken = [outcome(results.next) for _ in GUESTS]  # (2)
        print("imap:       ", taken)

        results = [pool.apply_async(share, (guests,)) for guests in GUESTS]
        taken = [outcome(result.get) for result in results]  # (3)
        print("apply_async:", taken)
