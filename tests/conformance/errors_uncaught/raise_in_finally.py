def cleanup():
    raise OSError("cleanup failed")


try:
    try:
        raise ValueError("original problem")
    finally:
        cleanup()
finally:
    print("last words")
