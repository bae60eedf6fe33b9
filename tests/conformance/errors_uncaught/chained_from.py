class ConfigError(Exception):
    pass


def load(text):
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError(f"bad setting: {text!r}") from error


def main():
    load("12")
    load("twelve")


main()
