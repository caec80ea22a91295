"""Tests whether a lambda can be the callable of a manager.
检验能不能用 lambda 作管理器的 callable。"""

from multiprocessing.managers import BaseManager


class OwnManager(BaseManager):
    pass


OwnManager.register("get_words", lambda: ["a", "b"])

if __name__ == "__main__":
    try:
        with OwnManager() as manager:
            answer = str(manager.get_words())
    except Exception as error:
        answer = type(error).__name__
    print("answer or error:", answer)
    print("holds:", answer == "['a', 'b']")
