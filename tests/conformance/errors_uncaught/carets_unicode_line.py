names = {"é": "α", "😀": "β"}
value = names["é"] + names["😀"] + names["日本"] + "x"
