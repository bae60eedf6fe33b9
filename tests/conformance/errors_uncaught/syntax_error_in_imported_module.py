print("importing")
import _helpers.bad_syntax
