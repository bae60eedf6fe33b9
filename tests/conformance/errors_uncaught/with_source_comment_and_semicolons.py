a = 1; b = 0; print("on one line"); print(a / b); print("never")  # comment
