from _helpers import nothing_here
