print("after the mark", "é")
