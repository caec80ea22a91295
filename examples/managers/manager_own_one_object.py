"""A function at module level gives every caller the same object.
模块级函数让每个调用者拿到同一个对象。"""

from multiprocessing.managers import BaseManager


class Settings:
    def __init__(self):
        self.name = "first"

    def set_name(self, name):
        self.name = name

    def get_name(self):
        return self.name


settings = Settings()


def get_settings():  # (1)
    return settings


class SettingsManager(BaseManager):
    pass


SettingsManager.register("Settings", Settings)
SettingsManager.register("get_settings", get_settings)

if __name__ == "__main__":
    with SettingsManager() as manager:
        for make in (manager.Settings, manager.get_settings):
            make().set_name("second")  # (2)
            print(f"{make.__name__}: {make().get_name()}")
        print("in this process:", settings.get_name())  # (3)
