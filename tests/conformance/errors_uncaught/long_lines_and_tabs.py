def function_with_a_long_name(argument_number_one, argument_number_two):
	return argument_number_one + argument_number_two  # a comment after the code


function_with_a_long_name("some text " * 3, 4 + 5 * (6 - 7) // 8 ** 9 % 10) + function_with_a_long_name(1, 2)
