# New in 3.14: suggestions for misspelled keywords
whille True:
    pass
