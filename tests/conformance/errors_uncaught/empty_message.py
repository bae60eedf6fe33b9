class Silent(Exception):
    pass


def run():
    raise Silent


run()
