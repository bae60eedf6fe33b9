VALUE = "part of a namespace package"
