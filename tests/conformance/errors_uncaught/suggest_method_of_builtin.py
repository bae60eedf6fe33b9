words = ["a"]
words.appendd("b")
