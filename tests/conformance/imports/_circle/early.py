from _circle.late import thing

value = 1
