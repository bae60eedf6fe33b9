print("about to raise")
raise ValueError("module body failed")
