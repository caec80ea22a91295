"""A lambda as the callable of a manager works under fork only.
用 lambda 作管理器的 callable，只有 fork 下可以。"""

from multiprocessing.managers import BaseManager


class Settings:
    def __init__(self, name):
        self.name = name

    def get_name(self):
        return self.name


class SettingsManager(BaseManager):
    pass


SettingsManager.register("settings", lambda: Settings("first"))  # (1)

if __name__ == "__main__":
    try:
        with SettingsManager() as manager:  # (2)
            print("name:", manager.settings().get_name())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
